import { meanInterval } from '../../statistics/intervals/mean';
import { pairedNewcombe } from '../../statistics/intervals/paired-difference';
import { mcnemar } from '../../statistics/tests/mcnemar';
import { pairedT } from '../../statistics/tests/paired';
import type { ModelComparison } from '../evaluation';
import type { MetricId } from '../methods';
import { LEVEL } from './context';

/** Under so many units that only one gets right the exact test is asked. */
const FEW_DISCORDANT = 25;

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Two models by what each of some independent units, rows or queries, is for both: right (1) or wrong (0). */
export function byShares(metric: MetricId, a: Float64Array, b: Float64Array): ModelComparison {
  let [both, onlyOwn, onlyRival, neither] = [0, 0, 0, 0];
  for (const [at, right] of a.entries()) {
    if (right === 1 && b[at] === 1) both += 1;
    else if (right === 1) onlyOwn += 1;
    else if (b[at] === 1) onlyRival += 1;
    else neither += 1;
  }
  const { value, low, high } = pairedNewcombe(
    { both, onlyFirst: onlyOwn, onlySecond: onlyRival, neither },
    LEVEL,
  );
  const test = mcnemar(onlyOwn, onlyRival);
  const isFew = onlyOwn + onlyRival < FEW_DISCORDANT;
  return {
    metric,
    own: mean(a),
    rival: mean(b),
    difference: { value, n: a.length, interval: { low, high, level: LEVEL, method: 'paired-newcombe' } },
    test: isFew ? 'mcnemar-exact' : 'mcnemar',
    p: isFew ? test.exact : test.midP,
    discordant: { onlyOwn, onlyRival },
  };
}

/** The same by how much: of errors, or of scores. */
export function byMeans(metric: MetricId, a: Float64Array, b: Float64Array): ModelComparison {
  const differences = Array.from(a, (value, at) => value - (b[at] ?? NaN));
  const given = { metric, own: mean(a), rival: mean(b) };
  const { value, low, high } = meanInterval(differences, LEVEL);
  const n = a.length;
  if (!areSame(differences))
    return {
      ...given,
      difference: { value, n, interval: { low, high, level: LEVEL, method: 'student-t' } },
      test: 'paired-t',
      p: pairedT(differences).p,
    };
  // Of differences that do not differ no t is defined: it would divide by 0. All of them having one sign has a chance of 2 / 2^n.
  const isNothing = differences[0] === 0;
  return {
    ...given,
    difference: { value, n, noInterval: 'the difference is the same everywhere' },
    test: isNothing ? 'paired-t' : 'sign',
    p: isNothing ? 1 : Math.min(1, 2 ** (1 - n)),
  };
}

/** But for rounding. */
const SAME = 1e-12;

function areSame(values: readonly number[]): boolean {
  const [first = NaN] = values;
  return values.every(value => value === first || Math.abs(value - first) <= SAME * Math.abs(first));
}
