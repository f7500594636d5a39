import {
  jensenShannon,
  jensenShannonDistance,
  kullbackLeibler,
} from '../../../../src/statistics/drift/divergence';
import { stabilityIndex, stabilityUnderNoDrift } from '../../../../src/statistics/drift/stability';
import { wasserstein } from '../../../../src/statistics/drift/wasserstein';
import { noiseFromAgreement, reachableAccuracy, trueAccuracy } from '../../../../src/statistics/label-noise';
import { goodnessOfFit, independence } from '../../../../src/statistics/tests/chi-squared';
import { kolmogorovSurvival } from '../../../../src/statistics/tests/kolmogorov-law';
import { kolmogorovLimit, kolmogorovSmirnov } from '../../../../src/statistics/tests/kolmogorov-smirnov';
import type { Checks } from './case';
import { of } from './case';

type Column = readonly number[];

export const drift: Checks = {
  ks_2samp: input => {
    const [a, b] = [of<Column>(input, 'a'), of<Column>(input, 'b')];
    const { distance, p } = kolmogorovSmirnov(a, b);
    const rows = Math.round((a.length * b.length) / (a.length + b.length));
    return {
      D: distance,
      p_exact: p,
      p_asymp: kolmogorovSurvival(rows, distance),
      p_kolmogorov_limit: kolmogorovLimit(distance, a.length, b.length),
    };
  },
  chisquare_gof: input => {
    const { statistic, p } = goodnessOfFit(of(input, 'obs'));
    return [statistic, p];
  },
  chi2_contingency: input => {
    const { statistic, p, df, expected, cramersV } = independence(of(input, 'obs'));
    return { chi2: statistic, p, df, expected, cramers_v: cramersV };
  },
  jensenshannon: input => {
    const [[a, b] = [], [c, d] = [], [e, f] = []] = of<Column[][]>(input, 'pairs');
    const distances = [
      jensenShannonDistance(a ?? [], b ?? []),
      Math.sqrt(jensenShannon(c ?? [], d ?? [])),
      Math.sqrt(jensenShannon(e ?? [], f ?? [])),
    ];
    return { base2: distances, div_nat_second: jensenShannon(c ?? [], d ?? []) };
  },
  wasserstein: input =>
    of<{ u: Column; v: Column; uw?: Column; vw?: Column }[]>(input, 'cases').map(({ u, v, uw, vw }) =>
      wasserstein(u, v, uw, vw),
    ),
  kl: input => {
    const nat = kullbackLeibler(input.p, of(input, 'q'));
    return { nat, base2: nat / Math.LN2 };
  },
  psi_proportions: input => stabilityIndex(of(input, 'ref'), of(input, 'cur'), 1e-4),
  psi_zero_bin: input => ({
    floor_1e4: stabilityIndex(of(input, 'ref'), of(input, 'cur'), 1e-4),
    floor_1e2: stabilityIndex(of(input, 'ref'), of(input, 'cur'), 1e-2),
  }),
  psi_null: input =>
    of<[number, number, number][]>(input, 'cases').map(([n, m, bins]) => {
      const { mean, quantile } = stabilityUnderNoDrift(n, m, bins);
      return { mean, q95: quantile };
    }),
  noise_ceiling: input => {
    const [noise, observed] = [of<number>(input, 'e'), of<number>(input, 'a_obs')];
    return {
      ceiling: reachableAccuracy(noise),
      true_acc: trueAccuracy(observed, noise),
      K10_true: trueAccuracy(observed, noise, of(input, 'K')),
      e_from_agreement: noiseFromAgreement(of(input, 'agreement')),
    };
  },
};
