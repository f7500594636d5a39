import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/base/outcome';
import { jensenShannonUnderNoDrift } from '../../../src/statistics/drift/chance';
import { binNumbers } from '../../../src/data/drift/bins';
import { verdictOnData } from './project';

/** Numbers that a linear congruential generator spreads evenly over [0, 1). */
function uniform(rows: number, seed: number): readonly number[] {
  let state = seed;
  return Array.from({ length: rows }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  });
}

const csv = (values: readonly (string | number)[]): string => ['x', ...values].join('\n');
const SPLITS = 'data: { splits: { train: train.csv, now: { path: now.csv, role: production } } }';
const train = uniform(4000, 1);
const same = uniform(3000, 2);
const moved = same.map(value => value + 0.3);
const letters = (rows: number, share: number) =>
  Array.from({ length: rows }, (_, i) => (i % 100 < share * 100 ? 'a' : 'b'));

type Case = readonly [
  evidence: string,
  reference: readonly (string | number)[],
  current: readonly (string | number)[],
  outcome: Outcome,
  reason: RegExp,
];

const CASES: readonly Case[] = [
  [
    '{ psi: "<= 0.2" }',
    train,
    same,
    'met',
    /^now against train: `x` with a PSI of 0\.00\d+ \(4,000 and 3,000 rows, 10 bins, floor 0\.0001\); asked is <= 0\.2\. Without drift 95 % stay below 0\.009869\.$/,
  ],
  ['{ psi: "<= 0.2" }', train, moved, 'unmet', /PSI of [1-9]/],
  [
    '{ psi: "<= 0.2" }',
    train.slice(0, 100),
    same.slice(0, 100),
    'unknown',
    /too few rows to tell: without drift 95 % stay below 0\.3384/,
  ],
  ['{ psi: "<= 0.2" }', train.slice(0, 200), moved.slice(0, 200), 'unmet', /PSI of/],
  ['{ psi: 0.2, bins: 20, floor: 0.01 }', train, same, 'met', /20 bins, floor 0\.01/],
  ['{ ks: "<= 0.1" }', train, same, 'met', /Kolmogorov-Smirnov distance of 0\.0/],
  ['{ ks: "<= 0.1" }', train, moved, 'unmet', /distance of 0\.3/],
  [
    '{ ks: ">= 0.01" }',
    train,
    same,
    'met',
    /the least p value is 0\.\d+, of `x` \(Holm over 1 column; 4,000 and 3,000 rows, effect/,
  ],
  ['{ ks: ">= 0.01" }', train, moved, 'unmet', /p value is below 1e-9/],
  ['{ js: "<= 0.1" }', train, same, 'met', /Jensen-Shannon distance \(base 2\)/],
  ['{ js: "<= 0.1" }', train, moved, 'unmet', /Jensen-Shannon/],
  ['{ chi2: "<= 0.1" }', letters(2000, 0.5), letters(2000, 0.5), 'met', /Cramér's V of 0 /],
  ['{ chi2: "<= 0.1" }', letters(2000, 0.5), letters(2000, 0.8), 'unmet', /Cramér's V of 0\.3/],
  [
    '{ chi2: ">= 0.01", ks: ">= 0.01" }',
    letters(2000, 0.5),
    letters(2000, 0.8),
    'unmet',
    /Holm over 1 column/,
  ],
  [
    '{ ks: "<= 0.1" }',
    letters(2000, 0.5),
    letters(2000, 0.8),
    'unknown',
    /No column of now could be compared/,
  ],
  [
    '{ psi: "<= 0.2" }',
    train,
    letters(2000, 0.5),
    'unknown',
    /`x` \(it holds numbers in the reference and texts in current data\)/,
  ],
  ['{ psi: "<= 0.2" }', train, [], 'unknown', /it has no value in current data/],
  [
    '{ psi: "<= 0.2", columns: [y] }',
    train,
    same,
    'unknown',
    /`y` was not compared: it is no column of train/,
  ],
  ['{ psi: "<= 0.2", current: then }', train, same, 'unknown', /no split `then`/],
  // What is missing is a bin of its own: half of it gone is drift.
  ['{ psi: "<= 0.2" }', train, same.map((value, i) => (i % 2 ? 'NA' : value)), 'unmet', /11 bins/],
];

describe('evidence of the kind drift', () => {
  it.each(CASES)('%s (%#)', async (evidence, reference, current, outcome, reason) => {
    const files = { 'train.csv': csv(reference), 'now.csv': csv(current) };
    const verdict = await verdictOnData(`{ drift: ${evidence} }`, SPLITS, files);
    expect({ outcome: verdict.outcome, reason: verdict.reason }).toEqual({
      outcome,
      reason: expect.stringMatching(reason) as string,
    });
  });

  it.each([
    ['data: { splits: { train: train.csv } }', /has the role `production`/],
    [
      'data: { splits: { now: { path: now.csv, role: production } } }',
      /for training, so there is nothing to compare/,
    ],
    [
      'data: { splits: { train: train.csv, now: { path: gone.csv, role: production } } }',
      /gone\.csv was not read/,
    ],
    ['task: binary', /names no data files/],
  ])('is unknown with %s', async (manifest, reason) => {
    const files = { 'train.csv': csv(train), 'now.csv': csv(same) };
    const verdict = await verdictOnData('{ drift: { psi: 0.2 } }', manifest, files);
    expect(verdict.outcome).toBe('unknown');
    expect(verdict.reason).toMatch(reason);
  });

  it('names the column that is farthest, of all', async () => {
    const table = (a: readonly number[], b: readonly number[]) =>
      ['a,b', ...a.map((value, i) => `${value},${b[i] ?? 0}`)].join('\n');
    const files = { 'train.csv': table(train, uniform(4000, 3)), 'now.csv': table(same, moved) };
    const { reason } = await verdictOnData('{ drift: { psi: 0.2 } }', SPLITS, files);
    expect(reason).toMatch(/`b` is farthest of 2 columns .* Without drift 97\.5 % stay below/);
  });
});

describe('bins', () => {
  it("lie between the reference's quantiles, equal bounds together, open at both ends", () => {
    const reference = Float64Array.from([1, 1, 1, 1, 2, 3, 4, 5]);
    expect(binNumbers(reference, Float64Array.from([-9, 1, 5, 99]), 4)).toEqual({
      reference: [0, 4, 2, 2],
      current: [1, 1, 0, 2],
    });
  });
});

describe('chance', () => {
  it('keeps the Jensen-Shannon distance below its bound in 95 % of samples without drift', () => {
    const limit = jensenShannonUnderNoDrift(1000, 1000, 10);
    expect(limit).toBeCloseTo(0.0781, 3);
  });
});
