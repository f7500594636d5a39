import { staysInside } from '../../manifest/read/paths';
import type { Path } from '../outline/tree';
import type { Surroundings } from '../surroundings';
import type { Offer } from './completion';

/** What is offered below the folder that a path has reached. */
export interface PathOffers {
  /** How much of the path stays as it is: up to and with its last `/`. */
  readonly kept: number;
  readonly offers: readonly Offer[];
}

/** Files and folders that go on with `typed`, a path relative to the project. */
export async function pathOffers(
  typed: string,
  fits: (name: string) => boolean,
  around: Surroundings,
): Promise<PathOffers> {
  const kept = typed.lastIndexOf('/') + 1;
  const folder = typed.slice(0, kept);
  if (!staysInside(typed)) return { kept, offers: [] };
  const hidden = typed.slice(kept).startsWith('.');
  const names = (await around.list(folder)).filter(name => hidden || !isHidden(name));
  const offers = names
    .filter(name => name.endsWith('/') || fits(name))
    .map((name): Offer => ({ text: name, kind: name.endsWith('/') ? 'folder' : 'file' }));
  return { kept, offers };
}

const isHidden = (name: string): boolean =>
  name.startsWith('.') || name === 'node_modules/' || name === '__pycache__/';

/** The formats of tables that can be read. */
const DATA = /\.(csv|tsv|tab|parquet|jsonl|ndjson)$/i;
const RUNS = /\.(json|jsonl|csv|tsv|toml|ya?ml|md|wandb|db|sqlite3?)$|tfevents/i;

/** Which files are worth offering for a field. */
export function fileFilter(format: string | undefined, path: Path): (name: string) => boolean {
  const field = path.filter(step => typeof step === 'string').at(-1);
  if (format === 'data-path') return name => DATA.test(name);
  if (field === 'notebook') return name => name.endsWith('.ipynb');
  if (field === 'lifecycle' || field === 'extends')
    return name => /\.ya?ml$/i.test(name) && name !== 'holdout.yaml';
  if (field === 'from' || field === 'runs') return name => RUNS.test(name);
  return () => true;
}
