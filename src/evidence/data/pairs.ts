import type { Verdict } from '../../base/outcome';
import type { PairProfile } from '../../data/profile';
import { fieldPlace, unknown } from '../context';
import type { DataScope } from './scope';

/** Pairs of splits that must be apart, or why there are none. */
export function pairsOf({ context, profile, splits }: DataScope): readonly PairProfile[] | Verdict {
  const named = new Set(splits.map(({ name }) => name));
  const pairs = profile.pairs.filter(({ earlier, later }) => named.has(earlier) && named.has(later));
  if (pairs.length > 0) return pairs;
  const place = fieldPlace(context.manifest, 'data.splits');
  const what = splits.map(({ name }) => name).join(', ');
  return unknown(
    `Only ${what} was read, so there are no two splits to compare; name files for training and test in \`data.splits\`.`,
    place,
  );
}
