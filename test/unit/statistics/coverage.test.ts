import { describe, expect, test } from 'vitest';
import type { Interval } from '../../../src/statistics/intervals/interval';
import { meanInterval } from '../../../src/statistics/intervals/mean';
import { agrestiCoull, clopperPearson, jeffreys, wald } from '../../../src/statistics/intervals/proportion';
import { newcombe } from '../../../src/statistics/intervals/difference';
import { wilson } from '../../../src/statistics/intervals/wilson';
import { delong, delongInterval } from '../../../src/statistics/ranking/delong';
import { bootstrap, percentileInterval } from '../../../src/statistics/resampling/bootstrap';
import { mulberry32 } from '../../../src/statistics/resampling/random';

type OfProportion = (successes: number, n: number) => Interval;

const METHODS: Readonly<Record<string, OfProportion>> = {
  wilson,
  clopperPearson,
  agrestiCoull,
  jeffreys,
  wald,
};

const holds = ({ low, high }: Interval, truth: number): boolean => low <= truth && truth <= high;

/** The share of intervals that hold `p`: the sum of the binomial probabilities of the counts whose interval does. */
function exactCoverage(method: OfProportion, n: number, p: number): number {
  let [probability, sum] = [(1 - p) ** n, 0];
  for (let k = 0; k <= n; k++) {
    if (holds(method(k, n), p)) sum += probability;
    probability *= ((n - k) / (k + 1)) * (p / (1 - p));
  }
  return sum;
}

function simulated(runs: number, one: () => boolean): number {
  let hits = 0;
  for (let run = 0; run < runs; run++) hits += Number(one());
  return hits / runs;
}

/** Four standard errors of a simulated share. */
const margin = (share: number, runs: number): number =>
  4 * Math.sqrt((share * (1 - share)) / runs) + 1 / runs;

describe('the exact coverage of intervals of a proportion', () => {
  // By the binomial probabilities and the intervals of SciPy, computed apart.
  test.each([
    ['wilson', 20, 0.1, 0.956825504716],
    ['clopperPearson', 20, 0.1, 0.988746865835],
    ['agrestiCoull', 20, 0.1, 0.956825504716],
    ['jeffreys', 20, 0.1, 0.956825504716],
    ['wald', 20, 0.1, 0.876037256],
    ['wilson', 20, 0.5, 0.958610534668],
    ['clopperPearson', 20, 0.5, 0.958610534668],
    ['agrestiCoull', 20, 0.5, 0.958610534668],
    ['jeffreys', 20, 0.5, 0.958610534668],
    ['wald', 20, 0.5, 0.958610534668],
    ['wilson', 50, 0.02, 0.921572251649],
    ['clopperPearson', 50, 0.02, 0.982241919302],
    ['agrestiCoull', 50, 0.02, 0.982241919302],
    ['jeffreys', 50, 0.02, 0.982241919302],
    ['wald', 50, 0.02, 0.635352102699],
    ['wilson', 200, 0.9, 0.956118236711],
    ['clopperPearson', 200, 0.9, 0.966883900898],
    ['agrestiCoull', 200, 0.9, 0.956118236711],
    ['jeffreys', 200, 0.9, 0.940861241085],
    ['wald', 200, 0.9, 0.927111390931],
  ])('%s of %i rows at %f', (name, n, p, expected) => {
    const method = METHODS[name];
    if (!method) throw new Error(name);
    expect(exactCoverage(method, n, p)).toBeCloseTo(expected, 9);
  });

  test("Wilson's at 20 rows lies between .925 and .983", () => {
    const curve = Array.from({ length: 81 }, (_, at) => exactCoverage(wilson, 20, 0.1 + at / 100));
    expect(Math.min(...curve)).toBeGreaterThan(0.92);
    expect(Math.max(...curve)).toBeLessThan(0.984);
  });

  test("Clopper and Pearson's never lies under its level", () => {
    for (let p = 0.01; p < 1; p += 0.01)
      expect(exactCoverage(clopperPearson, 30, p)).toBeGreaterThanOrEqual(0.95);
  });
});

describe('simulated coverage', () => {
  const RUNS = 2000;

  test.each(Object.entries(METHODS))('%s agrees with its exact curve', (_, method) => {
    const random = mulberry32(11);
    const [n, p] = [40, 0.15];
    const share = simulated(RUNS, () => {
      let successes = 0;
      for (let row = 0; row < n; row++) successes += Number(random() < p);
      return holds(method(successes, n), p);
    });
    const exact = exactCoverage(method, n, p);
    expect(Math.abs(share - exact)).toBeLessThan(margin(exact, RUNS));
  });

  test("Newcombe's difference keeps near its level", () => {
    const random = mulberry32(5);
    const draw = (n: number, p: number): number =>
      Array.from({ length: n }, random).filter(u => u < p).length;
    const share = simulated(RUNS, () =>
      holds(newcombe({ successes: draw(60, 0.8), n: 60 }, { successes: draw(50, 0.65), n: 50 }), 0.8 - 0.65),
    );
    expect(Math.abs(share - 0.95)).toBeLessThan(margin(0.95, RUNS) + 0.01);
  });

  test("Student's interval of normal values has its level", () => {
    const normal = gaussian(mulberry32(3));
    const share = simulated(RUNS, () => holds(meanInterval(Array.from({ length: 6 }, normal)), 0));
    expect(Math.abs(share - 0.95)).toBeLessThan(margin(0.95, RUNS));
  });

  // Scores of both classes are normal, one standard deviation apart: the area is Φ(1/√2).
  const AREA = 0.7602499389065233;

  function samples(normal: () => number): { truth: number[]; scores: number[] } {
    const truth = Array.from({ length: 90 }, (_, row) => Number(row < 40));
    return { truth, scores: truth.map(positive => positive + normal()) };
  }

  test("DeLong's interval keeps near its level", () => {
    const normal = gaussian(mulberry32(7));
    const share = simulated(RUNS, () => {
      const { truth, scores } = samples(normal);
      return holds(delongInterval(delong(truth, scores)), AREA);
    });
    expect(Math.abs(share - 0.945)).toBeLessThan(margin(0.945, RUNS) + 0.005);
  });

  test('the percentile interval of a mean falls somewhat short for few rows, as published', () => {
    const random = mulberry32(13);
    const runs = 400;
    const share = simulated(runs, () => {
      const values = Array.from({ length: 30 }, random);
      const mean = (rows: Uint32Array): number =>
        rows.reduce((sum, row) => sum + (values[row] ?? NaN), 0) / rows.length;
      return holds(percentileInterval(bootstrap(30, mean, { replicates: 400, seed: 1 })), 0.5);
    });
    expect(Math.abs(share - 0.94)).toBeLessThan(margin(0.94, runs));
  });
});

/** Standard normal numbers by Box and Muller's transform. */
function gaussian(random: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
