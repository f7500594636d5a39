/** Wherever they lie: what a project is made of. */
export const EVERYWHERE = '**/{holdout.yaml,*.py,*.ipynb}';

/** What evidence, metrics and data are read from. */
const READ = [
  ...['json', 'jsonl', 'ndjson', 'yaml', 'yml', 'toml', 'csv', 'tsv', 'tab', 'parquet', 'md', 'txt'],
  // MLflow's database, the log of a run of Weights & Biases, and what DVC made last.
  ...['db', 'sqlite', 'sqlite3', 'wandb', 'lock'],
];

/** Below a manifest. VS Code knows no braces within braces. */
export const IN_PROJECTS = `**/{${[...READ.map(extension => `*.${extension}`), '*tfevents*'].join(',')}}`;

const ENDING = /\.(?:\{([^{}]*)\}|(\w+))$/;

/** Is whatever a path or glob means watched already, by its extension? */
export function isWatched(pattern: string): boolean {
  const [, several, one] = ENDING.exec(pattern) ?? [];
  const extensions = several?.split(',') ?? (one === undefined ? [] : [one]);
  return extensions.length > 0 && extensions.every(extension => READ.includes(extension));
}

/** A glob that means just this name. */
export function globOf(name: string): string {
  return name.replace(/[[\]{}*?]/g, '[$&]');
}
