import type { Verdict } from '../../base/outcome';
import type { Place } from '../../base/place';
import type { Shared } from '../../data/profile';
import { met, unknown, unmet } from '../context';
import { percent } from '../words';
import type { Limit } from './bound';
import { holds, isUpper } from './bound';

/**
 * Judges how many rows or values are shared. Where only a sample could be compared a share is that of the sample, and a
 * count no more than a lower bound: it can break an upper limit, and not keep one.
 */
export function judgeShared(
  { rows, of, exact }: Pick<Shared, 'rows' | 'of' | 'exact'>,
  limit: Limit,
  words: string,
  place: Place,
): Verdict {
  const share = of === 0 ? 0 : rows / of;
  const value = limit.isShare ? share : rows;
  const shareWords = limit.isShare ? ` (${percent(share)})` : '';
  const reason = `${words}${shareWords}; ${limit.words}.`;
  const decided = exact || limit.isShare || (isUpper(limit) && rows > limit.value);
  if (!decided) {
    const looked = of.toLocaleString('en-US');
    return unknown(`There are too many to compare all; of ${looked} sampled: ${reason}`, place);
  }
  return holds(limit, value) ? met(reason, place) : unmet(reason, place);
}
