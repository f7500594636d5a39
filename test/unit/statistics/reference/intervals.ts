import { detectableDifference, newcombe } from '../../../../src/statistics/intervals/difference';
import type { Interval } from '../../../../src/statistics/intervals/interval';
import * as proportion from '../../../../src/statistics/intervals/proportion';
import { nearestRank, quantile, quantileRanks } from '../../../../src/statistics/intervals/quantiles';
import { wilson } from '../../../../src/statistics/intervals/wilson';
import * as resampling from '../../../../src/statistics/resampling/bootstrap';
import { mulberry32 } from '../../../../src/statistics/resampling/random';
import type { Checks, Input, Numbers } from './case';
import { of } from './case';

const ends = ({ low, high }: Interval): Numbers => [low, high];

function ofProportion(input: Input): Numbers {
  const [k, n] = [of<number>(input, 'k'), of<number>(input, 'n')];
  return {
    wilson: ends(wilson(k, n)),
    beta: ends(proportion.clopperPearson(k, n)),
    agresti_coull: ends(proportion.agrestiCoull(k, n)),
    jeffreys: ends(proportion.jeffreys(k, n)),
    normal: ends(proportion.wald(k, n)),
  };
}

function bootstrapOfMean(input: Input): Numbers {
  const { x } = input;
  const mean = (rows: Uint32Array): number =>
    rows.reduce((sum, row) => sum + (x[row] ?? NaN), 0) / rows.length;
  const estimate = mean(Uint32Array.from(x.keys()));
  const replicates = resampling.bootstrap(x.length, mean, {
    replicates: of(input, 'B'),
    seed: of(input, 'seed'),
  });
  const bca = resampling.bcaInterval(estimate, replicates, resampling.jackknife(x.length, mean));
  return {
    percentile: ends(resampling.percentileInterval(replicates)),
    basic: ends(resampling.basicInterval(estimate, replicates)),
    bca: ends(bca),
    z0: bca.bias,
    accel: bca.acceleration,
    se: resampling.standardError(replicates),
  };
}

export const intervals: Checks = {
  wilson_81_263: ofProportion,
  wilson_15_148: ofProportion,
  wilson_0_20: ofProportion,
  wilson_1_29: ofProportion,
  wilson_990_1000: ofProportion,
  wilson_5_5: ofProportion,
  real_metrics_json_14_positives: input => ends(wilson(of(input, 'k'), of(input, 'n'))),
  newcombe_diff_56_70_48_80: input => {
    const share = (at: 1 | 2): { successes: number; n: number } => ({
      successes: of(input, `x${at}`),
      n: of(input, `n${at}`),
    });
    const { value, low, high } = newcombe(share(1), share(2));
    return [value, low, high];
  },
  rule_of_three: input => {
    const bounds = of<readonly number[]>(input, 'n').map(proportion.noneOf);
    return { approx: bounds.map(bound => bound.approximate), exact: bounds.map(bound => bound.exact) };
  },
  bootstrap_mean: bootstrapOfMean,
  mulberry32_seed42: input => {
    const random = mulberry32(of(input, 'seed'));
    return Array.from({ length: 8 }, random);
  },
  latency_percentiles: ({ x }) => {
    const ascending = Float64Array.from(x).sort();
    const at = [0.5, 0.9, 0.95, 0.99];
    return {
      type7_50_90_95_99: at.map(p => quantile(ascending, p)),
      nearest_rank_50_90_95_99: at.map(p => nearestRank(ascending, p)),
    };
  },
  quantile_ci_order_stats: input => {
    const ranks = quantileRanks(of(input, 'n'), of(input, 'p'));
    return { lo_rank: ranks?.low, hi_rank: ranks?.high };
  },
  mdd: input => of<readonly number[]>(input, 'n').map(n => detectableDifference(of(input, 'p'), n)),
};
