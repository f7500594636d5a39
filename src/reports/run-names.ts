import { relativeTo } from '../evidence/words';
import type { Run } from '../metrics/table';
import { shortIds } from './shown';

/**
 * What each run is called, by its id, so that no two are called alike: files of one name, as most projects keep one in the folder
 * of each run, go by the folder.
 *
 * @param root the folder that paths are told from
 */
export function runNames(runs: readonly Run[], root: string): ReadonlyMap<string, string> {
  const before = known.get(runs);
  if (before?.root === root) return before.names;
  const names = namesOf(runs, root);
  known.set(runs, { root, names });
  return names;
}

/** Of ten thousand runs it takes a while, and they stay the same from one report to the next. */
const known = new WeakMap<readonly Run[], Known>();

interface Known {
  readonly root: string;
  readonly names: ReadonlyMap<string, string>;
}

function namesOf(runs: readonly Run[], root: string): ReadonlyMap<string, string> {
  const byName = new Map<string, Run[]>();
  for (const run of runs) {
    const known = byName.get(run.name);
    if (known) known.push(run);
    else byName.set(run.name, [run]);
  }
  return new Map(
    [...byName.values()].flatMap(alike => (alike.length > 1 ? toldApart(alike, root) : named(alike))),
  );
}

const named = (runs: readonly Run[]): readonly [string, string][] => runs.map(({ id, name }) => [id, name]);

/** Long random ids by their beginning, where that is enough. */
function toldApart(alike: readonly Run[], root: string): readonly [string, string][] {
  const whole = wholeNames(alike, root);
  const short = whole.map(([id, name]): [string, string] => [id, shortIds(name)]);
  return new Set(short.map(([, name]) => name)).size === whole.length ? short : whole;
}

function wholeNames(alike: readonly Run[], root: string): readonly [string, string][] {
  const paths = alike.map(({ file }) => relativeTo(root, file));
  const own = distinctParts(paths);
  const once = new Set(paths);
  const twice = new Set(paths.filter(path => !once.delete(path)));
  return alike.map(({ id, name, file }, at): [string, string] => {
    const path = paths[at] ?? file;
    if (twice.has(path)) return [id, `${name} (${id})`];
    const part = own[at] ?? path;
    return [id, path.endsWith(`/${name}`) || path === name ? part : `${name} (${part})`];
  });
}

/** Paths without the folders that all begin with, nor what all end in; whole where nothing of one would be left. */
function distinctParts(paths: readonly string[]): readonly string[] {
  const parts = paths.map(path => path.split('/'));
  const begins = sharedLength(parts);
  const ends = sharedLength(parts.map(one => one.slice(begins).reverse()));
  return parts.some(({ length }) => length <= begins + ends)
    ? paths
    : parts.map(one => one.slice(begins, one.length - ends).join('/'));
}

/** So many first items are the same in all lists. */
function sharedLength([first = [], ...others]: readonly (readonly string[])[]): number {
  const end = first.findIndex((item, at) => others.some(other => other[at] !== item));
  return end < 0 ? first.length : end;
}
