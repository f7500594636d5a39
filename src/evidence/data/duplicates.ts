import type { Verdict } from '../../base/outcome';
import type { SplitProfile } from '../../data/profile';
import { counted } from '../words';
import { strictestOf } from './strictest';
import type { Limit } from './bound';
import { comparedWords } from './compared';
import { judgeShared } from './count';
import type { DataScope } from './scope';
import { placeOfRow, rowWords, splitPlace } from './scope';

/** Rows that stand in a split more than once. */
export function judgeDuplicates(scope: DataScope, limit: Limit): Verdict {
  return strictestOf(scope.splits.map(split => judgeSplit(scope, split, limit)));
}

function judgeSplit({ context, profile }: DataScope, split: SplitProfile, limit: Limit): Verdict {
  const { duplicates } = split;
  const { rows, first } = duplicates;
  const example = first ? `, as that in ${rowWords(context, first.earlier)} does` : '';
  const words =
    rows === 0
      ? `No row of ${split.name} repeats another (${comparedWords(profile.compared)})`
      : `${counted(rows, 'row')} of ${split.name} repeat${rows === 1 ? 's' : ''} an earlier one${example} (${comparedWords(profile.compared)})`;
  return judgeShared(
    duplicates,
    limit,
    words,
    first ? placeOfRow(first.earlier) : splitPlace(context, split),
  );
}
