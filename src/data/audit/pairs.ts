import type { SplitRole } from '../../base/declarations';
import type { PairProfile } from '../profile';
import { sharedKeys } from './shared';
import type { SummedSplit } from './split-profile';

/** Splits that must be apart, in the order in which a project uses them. */
const ORDER: readonly SplitRole[] = ['train', 'validation', 'test'];

/** What splits of different roles share. */
export function pairProfiles(splits: readonly SummedSplit[], comparable: boolean): readonly PairProfile[] {
  const ordered = ORDER.flatMap(role => splits.filter(split => split.role === role));
  return ordered.flatMap((earlier, index) =>
    ordered
      .slice(index + 1)
      .filter(later => later.role !== earlier.role)
      .map(later => pairProfile(earlier, later, comparable)),
  );
}

export const isComparedRole = (role: SplitRole): boolean => ORDER.includes(role);

function pairProfile(earlier: SummedSplit, later: SummedSplit, comparable: boolean): PairProfile {
  const [a, b] = [earlier.summary, later.summary];
  const rows = sharedKeys(
    { keys: a.features, files: earlier.files },
    { keys: b.features, files: later.files },
  );
  const groups = [...a.groups].flatMap(([column, keys]) => {
    const other = b.groups.get(column);
    if (!other || !a.columns.has(column) || !b.columns.has(column)) return [];
    const shared = sharedKeys({ keys, files: earlier.files }, { keys: other, files: later.files });
    return [{ column, shared }];
  });
  return { earlier: earlier.name, later: later.name, groups, ...(comparable && { rows }) };
}
