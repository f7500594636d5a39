import { calibrationBins, calibrationError } from '../../../src/statistics/calibration';
import { clusterSeparation } from '../../../src/statistics/clustering/separation';
import { jensenShannonDistance } from '../../../src/statistics/drift/divergence';
import { stabilityIndex, stabilityUnderNoDrift } from '../../../src/statistics/drift/stability';
import { wasserstein } from '../../../src/statistics/drift/wasserstein';
import { dieboldMariano } from '../../../src/statistics/forecasting';
import { newcombe } from '../../../src/statistics/intervals/difference';
import { dice } from '../../../src/statistics/intervals/dice';
import { meanInterval } from '../../../src/statistics/intervals/mean';
import { pairedNewcombe } from '../../../src/statistics/intervals/paired-difference';
import { clopperPearson, jeffreys } from '../../../src/statistics/intervals/proportion';
import { quantile, quantileRanks } from '../../../src/statistics/intervals/quantiles';
import { wilson } from '../../../src/statistics/intervals/wilson';
import { delong, delongInterval, delongPaired } from '../../../src/statistics/ranking/delong';
import { independence } from '../../../src/statistics/tests/chi-squared';
import { fisherExact } from '../../../src/statistics/tests/fisher';
import { kolmogorovSmirnov } from '../../../src/statistics/tests/kolmogorov-smirnov';
import { mcnemar } from '../../../src/statistics/tests/mcnemar';
import { benjaminiHochberg, holm } from '../../../src/statistics/tests/multiple';
import { pairedT, wilcoxonSignedRank } from '../../../src/statistics/tests/paired';
import { momentsOf, welch } from '../../../src/statistics/tests/welch';
import type { Input } from './inputs';
import { scoresOfTable } from './scores';

type Figures = Readonly<Record<string, number>>;

export async function figuresOf(input: Input): Promise<Figures> {
  switch (input.kind) {
    case 'samples':
      return ofSamples(input);
    case 'paired':
      return ofPairs(input);
    case 'counts':
      return ofCounts(input.counts);
    case 'calibration':
      return ofCalibration(input);
    case 'points': {
      const { silhouette, calinskiHarabasz, daviesBouldin } = clusterSeparation(input.points, input.labels);
      return { silhouette, 'calinski harabasz': calinskiHarabasz, 'davies bouldin': daviesBouldin };
    }
    case 'forecasts': {
      const squared = dieboldMariano(input.a, input.b, { horizon: input.horizon });
      const { low, high } = dieboldMariano(input.a, input.b, { horizon: input.horizon, loss: 'absolute' });
      return { 'diebold mariano p': squared.p, 'diebold mariano low': low, 'diebold mariano high': high };
    }
    default:
      return scoresOfTable(input.kind, input.columns);
  }
}

function ofSamples({ a, b }: Input & { readonly kind: 'samples' }): Figures {
  const sorted = Float64Array.from(a).sort();
  const ranks = quantileRanks(a.length, 0.5);
  const { distance, p } = kolmogorovSmirnov(a, b);
  const differences = a.map((value, at) => value - (b[at] ?? NaN));
  const interval = meanInterval(a);
  const wilcoxon = wilcoxonSignedRank(differences);
  return {
    'quantile .9': quantile(sorted, 0.9),
    'median rank low': ranks?.low ?? NaN,
    'median rank high': ranks?.high ?? NaN,
    'ks distance': distance,
    'ks p': p,
    wasserstein: wasserstein(a, b),
    'welch p': welch(momentsOf(a), momentsOf(b)).p,
    'paired t p': pairedT(differences).p,
    'wilcoxon p': wilcoxon.p,
    'mean low': interval.low,
    'mean high': interval.high,
  };
}

function ofPairs({ truth, a, b }: Input & { readonly kind: 'paired' }): Figures {
  const [first, second] = [delong(truth, a), delong(truth, b)];
  const { low, high } = delongInterval(first);
  const { p, z } = delongPaired(first, second);
  return {
    'delong auc': first.auc,
    'delong variance': first.variance,
    'delong low': low,
    'delong high': high,
    'delong z': z,
    'delong p': p,
  };
}

function ofCounts(counts: readonly number[]): Figures {
  const [a = 0, b = 0, c = 0, d = 0] = counts;
  const [n, m] = [a + b + 1, c + d + 1];
  const [one, two] = [wilson(a, n), clopperPearson(a, n)];
  const between = newcombe({ successes: a, n }, { successes: c, n: m });
  const paired = pairedNewcombe({ both: a + 1, onlyFirst: b, onlySecond: c, neither: d + 1 });
  const test = mcnemar(b, c);
  const shares = (own: readonly number[]): readonly number[] => {
    const whole = own.reduce((sum, value) => sum + value, 0);
    return own.map(value => value / whole);
  };
  const [reference, current] = [
    counts.map(value => value + 0.5),
    [...counts].reverse().map(value => value + 0.5),
  ];
  const square = independence([
    [a + 1, b + 1],
    [c + 1, d + 1],
  ]);
  const adjusted = holm(counts.map(value => value / 400));
  const found = benjaminiHochberg(counts.map(value => value / 400));
  const f1 = dice(a, n);
  const bayes = jeffreys(a, n);
  return {
    'wilson low': one.low,
    'wilson high': one.high,
    'clopper pearson low': two.low,
    'clopper pearson high': two.high,
    'jeffreys low': bayes.low,
    'jeffreys high': bayes.high,
    'newcombe low': between.low,
    'newcombe high': between.high,
    'paired newcombe low': paired.low,
    'paired newcombe high': paired.high,
    'dice low': f1.low,
    'dice high': f1.high,
    'mcnemar exact': test.exact,
    'mcnemar mid-p': test.midP,
    'mcnemar chi-squared p': test.chiSquared.p,
    'fisher p': fisherExact(a, b, c, d),
    'chi-squared': square.statistic,
    'chi-squared p': square.p,
    'cramer v': square.cramersV,
    psi: stabilityIndex(shares(reference), shares(current), 1e-4),
    'psi null quantile': stabilityUnderNoDrift(n, m, 10).quantile,
    'jensen shannon': jensenShannonDistance(reference, current),
    ...Object.fromEntries(adjusted.map((value, at) => [`holm ${at}`, value])),
    ...Object.fromEntries(found.map((value, at) => [`benjamini hochberg ${at}`, value])),
  };
}

function ofCalibration({ truth, p, bins }: Input & { readonly kind: 'calibration' }): Figures {
  const uniform = calibrationError(calibrationBins(truth, p, bins));
  return { 'ece uniform': uniform.expected, 'mce uniform': uniform.maximum };
}
