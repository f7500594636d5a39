import { isWebAddress } from '../base/origin';
import type { Files } from '../base/ports';
import type { Rest } from '../history/entry';
import { confined } from './confined';
import type { Footprint, Footprints } from './footprints';
import { resolve } from './paths';
import { hashOf } from './rests';

/** Says which files are not as they were when somebody relied on them; asked again only when one of them changed. */
export interface Comparisons {
  /** Paths as they are in `rests`. `id` is that of whoever relied on them, its own within the project. */
  changed(id: string, rests: readonly Rest[], root: string): Promise<readonly string[]>;
  /** Would every answer be the same now? */
  stand(): boolean;
  /** Forgets whoever is not among `ids`. */
  keep(ids: ReadonlySet<string>): void;
}

interface Comparison {
  readonly rests: readonly Rest[];
  readonly footprint: Footprint;
  readonly value: Promise<readonly string[]>;
}

export function createComparisons(footprints: Footprints): Comparisons {
  const known = new Map<string, Comparison>();
  return {
    changed: (id, rests, root) => {
      const before = known.get(id);
      if (before?.rests === rests && !before.footprint.touched) return before.value;
      before?.footprint.end();
      const footprint = footprints.begin();
      const value = compare(rests, root, confined(footprint.files, root));
      known.set(id, { rests, footprint, value });
      return value;
    },
    stand: () => [...known.values()].every(({ footprint }) => !footprint.touched),
    keep: ids => {
      for (const [id, { footprint }] of known) {
        if (ids.has(id)) continue;
        footprint.end();
        known.delete(id);
      }
    },
  };
}

async function compare(rests: readonly Rest[], root: string, files: Files): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const { path, sha256 } of rests) {
    // A run of a server is remembered by its id; nobody tells whether it was written to.
    if (isWebAddress(path)) continue;
    if ((await hashOf(resolve(root, path), files)) !== sha256) changed.push(path);
  }
  return changed;
}
