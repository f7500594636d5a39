import picomatch from 'picomatch';
import type { Files } from '../../base/ports';

/** Ends the search in folders that hold data or packages rather than documents. */
const MAX_ENTRIES = 5_000;
const MAX_DEPTH = 8;
const NOT_SEARCHED = new Set([
  'node_modules/',
  '.git/',
  '.venv/',
  'venv/',
  '__pycache__/',
  'mlruns/',
  '.tox/',
]);

/** What a path or glob means. */
export interface Expanded {
  /** Absolute paths. */
  readonly found: readonly string[];
  /** Nothing was left out because there was too much to look through, or because it lies too deep. */
  readonly whole: boolean;
}

/** What is said of a search that was not whole: a clause. */
export const TOO_MUCH = 'there is too much to look through; name the folder that it lies in';

/** @param most files and folders that are looked at */
export async function expand(
  files: Files,
  root: string,
  path: string,
  most = MAX_ENTRIES,
): Promise<Expanded> {
  const pattern = path.replace(/^\.\//, '');
  if (!isGlob(pattern)) {
    const there = await files.stat(`${root}/${pattern}`);
    return { found: there ? [`${root}/${pattern}`] : [], whole: true };
  }
  const matches = picomatch(pattern, { dot: true });
  const found: string[] = [];
  let left = most;
  let whole = true;
  const visit = async (folder: string, depth: number): Promise<void> => {
    for (const name of await files.list(`${root}/${folder}`.replace(/\/$/, ''))) {
      if (left-- <= 0) {
        whole = false;
        return;
      }
      if (!name.endsWith('/')) {
        if (matches(`${folder}${name}`)) found.push(`${root}/${folder}${name}`);
      } else if (!NOT_SEARCHED.has(name) && mayHold(pattern, `${folder}${name}`)) {
        if (depth < MAX_DEPTH) await visit(`${folder}${name}`, depth + 1);
        else whole = false;
      }
    }
  };
  const base = literalPrefix(pattern);
  await visit(base, base.split('/').length - 1);
  return { found, whole };
}

/** Does a path stand for several? */
export function isGlob(path: string): boolean {
  return /[*?{[]/.test(path);
}

/** `reports/` of `reports/*.json`. */
function literalPrefix(pattern: string): string {
  const parts = pattern.split('/');
  const first = parts.findIndex(isGlob);
  return parts
    .slice(0, first)
    .map(part => `${part}/`)
    .join('');
}

/** Can a folder (`models/v1/`) hold a match? Keeps a search for `models/**` out of all other folders. */
function mayHold(pattern: string, folder: string): boolean {
  const parts = pattern.split('/');
  const reach = parts.findIndex(part => part.includes('**') || (part.includes('{') && !part.includes('}')));
  const names = folder.slice(0, -1).split('/');
  const compared = reach < 0 ? names.length : Math.min(names.length, reach);
  if (reach < 0 && names.length >= parts.length) return false;
  return names.slice(0, compared).every((name, index) => picomatch(parts[index] ?? '', { dot: true })(name));
}
