/** A project of 1,000 criteria and 10,000 files, and what a person saves in it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const COUNTS = { docs: 400, notebooks: 100, runs: 1500, scripts: 500 };
const FILES = 10_000;
const STAGES = 20;

const each = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));

/** 1,000 pieces of evidence, of all kinds that only read. */
const EVIDENCE: readonly string[] = [
  ...each(300, n => `{ file: docs/d${n}.md, sections: [Why] }`),
  ...each(50, n => `{ file: "docs/d${n}*.md", min_words: 5 }`),
  ...each(200, n => `{ field: ${n < 2 ? 'owner' : `fields.f${n}`} }`),
  ...each(200, n => `{ metric: m${n % 100} }`),
  ...each(50, () => '{ runs: ">= 2" }'),
  ...each(100, n => `{ notebook: notebooks/n${n}.ipynb }`),
  ...each(50, () => '{ lint: leakage }'),
  ...each(50, n => `{ lint: [leakage, splits], paths: [src/p${n % 10}/**] }`),
];

const lifecycle = (): string => {
  const stage = (s: number): string => {
    const criteria = EVIDENCE.filter((_, n) => n % STAGES === s);
    const rows = criteria.map(
      (evidence, n) => `      - { id: c${n}, ask: Is it so?, evidence: ${evidence} }`,
    );
    return `  - id: s${s}\n    title: Stage ${s}\n    criteria:\n${rows.join('\n')}`;
  };
  return `id: ours\ntitle: Ours\nstages:\n${each(STAGES, stage).join('\n')}\n`;
};

const manifest = (owner: string): string => `version: 1
name: Large
lifecycle: ./ours.yaml
problem: { decision: Which one }
owner: ${owner}
metrics:
${each(100, n => `  m${n}: { min: 0.5 }`).join('\n')}
runs: ["reports/*/*.json"]
`;

const doc = (n: number): string =>
  `# D\n\n## Why\n\nBecause ${n} is what we say here, in words of our own.\n`;
const run = (n: number, again = 0): string =>
  JSON.stringify({
    timestamp: `2026-01-01T00:00:${String(n % 60).padStart(2, '0')}`,
    ...Object.fromEntries(each(10, m => [`m${(n + m) % 100}`, 0.6 + (n + again) / 1e5])),
  });
const script = (n: number): string => `import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

data = pd.read_csv("data/table_${n}.csv")
train, test = train_test_split(data, random_state=0)
model = LogisticRegression().fit(train.drop(columns="y"), train["y"])
print(model.score(test.drop(columns="y"), test["y"]))
`;
const notebook = (n: number): string =>
  JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {},
    cells: each(5, cell => ({
      cell_type: 'code',
      execution_count: cell + 1,
      metadata: {},
      source: [`print(${n})`],
      outputs: [{ output_type: 'stream', name: 'stdout', text: [String(n)] }],
    })),
  });

/** What a person saves: a path, and its content after the n-th save. */
export const SAVES: readonly {
  readonly words: string;
  readonly path: string;
  readonly content: (n: number) => string;
}[] = [
  { words: 'a file of data', path: 'data/f7.txt', content: n => `${n}` },
  { words: 'a document', path: 'docs/d7.md', content: doc },
  { words: 'a notebook', path: 'notebooks/n7.ipynb', content: notebook },
  {
    words: 'a script in which nothing new is found',
    path: 'src/p1/s1.py',
    content: n => `${script(1)}# ${n}\n`,
  },
  { words: 'a script with another leak', path: 'src/p1/s1.py', content: leaky },
  { words: 'the metrics of a run', path: 'reports/7/7.json', content: n => run(7, n + 1) },
  { words: 'a run at another time', path: 'reports/7/7.json', content: n => run(8 + n) },
  { words: 'a field of the manifest', path: 'holdout.yaml', content: n => manifest(`owner-${n}`) },
];

/** Fitted before it is split, a line further down each time. */
function leaky(n: number): string {
  const scaled =
    'from sklearn.preprocessing import StandardScaler\ndata[:] = StandardScaler().fit_transform(data)\n';
  return script(1).replace('train, test', `${'\n'.repeat(n)}${scaled}train, test`);
}

export function makeProject(folder: string): void {
  const files = new Map<string, string>([
    ['holdout.yaml', manifest('ada')],
    ['ours.yaml', lifecycle()],
    ...each(COUNTS.docs, n => [`docs/d${n}.md`, doc(n)] as const),
    ...each(COUNTS.notebooks, n => [`notebooks/n${n}.ipynb`, notebook(n)] as const),
    ...each(COUNTS.runs, n => [`reports/${n % 50}/${n}.json`, run(n)] as const),
    ...each(COUNTS.scripts, n => [`src/p${n % 10}/s${n}.py`, script(n)] as const),
  ]);
  for (let n = 0; files.size < FILES; n++) files.set(`data/f${n}.txt`, String(n));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
