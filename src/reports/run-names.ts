import { relativeTo } from '../evidence/words';
import type { Run } from '../metrics/table';

/**
 * What each run is called, by its id, so that no two are called alike: files of one name, as most projects keep one in the folder
 * of each run, go by the folder.
 *
 * @param root the folder that paths are told from
 */
export function runNames(runs: readonly Run[], root: string): ReadonlyMap<string, string> {
  const byName = new Map<string, Run[]>();
  for (const run of runs) byName.set(run.name, [...(byName.get(run.name) ?? []), run]);
  return new Map(
    [...byName.values()].flatMap(alike => (alike.length > 1 ? toldApart(alike, root) : named(alike))),
  );
}

const named = (runs: readonly Run[]): readonly [string, string][] => runs.map(({ id, name }) => [id, name]);

function toldApart(alike: readonly Run[], root: string): readonly [string, string][] {
  const paths = alike.map(({ file }) => relativeTo(root, file));
  const own = distinctParts(paths);
  return alike.map(({ id, name, file }, at): [string, string] => {
    const path = paths[at] ?? file;
    if (paths.some((other, index) => other === path && index !== at)) return [id, `${name} (${id})`];
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
