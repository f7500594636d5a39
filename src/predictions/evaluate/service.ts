import { leastForQuantile, quantile, quantileRanks } from '../../statistics/intervals/quantiles';
import type { Estimated, QuantileScore } from '../evaluation';
import { LEVEL } from './context';
import { meanOf } from './parts';

const QUANTILES = [0.5, 0.9, 0.95, 0.99] as const;

/** How long predictions took: quantiles of which there are enough rows, with the order statistics that enclose them. */
export function latencyScores(values: Float64Array): readonly QuantileScore[] {
  const ascending = values.filter(Number.isFinite).sort();
  const n = ascending.length;
  return QUANTILES.filter(p => n >= leastForQuantile(p)).map((p): QuantileScore => {
    const ranks = quantileRanks(n, p, LEVEL);
    const value = { quantile: p, value: quantile(ascending, p), n };
    if (!ranks) return { ...value, noInterval: 'there are too few rows for both ends' };
    return {
      ...value,
      interval: {
        low: ascending[ranks.low - 1] ?? NaN,
        high: ascending[ranks.high - 1] ?? NaN,
        level: LEVEL,
        method: 'order-statistics',
      },
    };
  });
}

export function unitCost(values: Float64Array): Estimated | undefined {
  const own = values.filter(Number.isFinite);
  return own.length === 0 ? undefined : meanOf(own);
}
