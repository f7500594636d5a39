import type { ModelComparison } from '../evaluation';
import type { RankedOutcomes } from '../outcomes';
import { byMeans, byShares } from './paired-rows';
import { isJudged, rankedQueries, RANKING_METRICS } from './ranking';

/**
 * Two rankings of the same items, query by query: by Student's t of the differences, which over queries holds about as well as tests
 * by permutation (M. D. Smucker, J. Allan and B. Carterette, CIKM 2007), and of hits by McNemar's test. Queries without a relevant
 * item do not count.
 */
export function compareRankings(
  own: RankedOutcomes,
  rival: RankedOutcomes,
  subset: Uint32Array,
): readonly ModelComparison[] {
  const [mine, theirs] = [own, rival].map(outcomes => rankedQueries(outcomes, subset).filter(isJudged));
  if (!mine || !theirs || mine.length < 2) return [];
  return RANKING_METRICS.map(({ metric, of }) => {
    const [a, b] = [mine, theirs].map(queries => Float64Array.from(queries, ({ items }) => of(items)));
    const values = [a ?? new Float64Array(), b ?? new Float64Array()] as const;
    const isCounted = values.every(own => own.every(value => value === 0 || value === 1));
    const compared =
      metric === 'hit_rate' && isCounted ? byShares(metric, ...values) : byMeans(metric, ...values);
    return { ...compared, unit: 'query' };
  });
}
