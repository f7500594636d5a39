import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/base/outcome';
import { verdictOn } from './verdict';
import type { World } from './world';

/** Today is 21 November 2026. */
const at = (time: string) => ({ files: { 'a.json': `{ "generated_at": ${time}, "psi": 0.1 }` } });

describe('fresh', () => {
  it.each<[string, World, Outcome, RegExp]>([
    [
      '{ file: a.json, within: 30d }',
      at('"2026-11-01T00:00:00Z"'),
      'met',
      /^a\.json \(by its `generated_at`\) dates from 2026-11-01; at most 30d old is asked for\.$/,
    ],
    ['{ file: a.json, within: 2w }', at('"2026-11-01"'), 'unmet', /2026-11-01; at most 2w/],
    ['{ file: a.json, within: 1m }', at('"2026-10-22 13:00:00"'), 'met', /2026-10-22 13:00 UTC/],
    ['{ file: a.json, within: 1m }', at('"2026-10-21"'), 'unmet', /2026-10-21/],
    ['{ file: a.json, within: 24h }', at('"2026-11-21T08:30:00+02:00"'), 'met', /2026-11-21 06:30 UTC/],
    ['{ file: a.json, within: 30d }', at('1793491200'), 'met', /2026-11-01/],
    ['{ file: a.json, within: 30d }', at('1793491200000'), 'met', /2026-11-01/],
    [
      '{ file: a.json, within: 30d }',
      at('"2027-01-01"'),
      'unknown',
      /dates from 2027-01-01, which is yet to come/,
    ],
    ['{ file: a.json, within: 30d }', at('"soon"'), 'unknown', /cannot be told: it was never committed/],
    ['{ file: a.json, within: 30d }', at('20'), 'unknown', /never committed/],
    [
      '{ file: a.json, within: 30d }',
      { files: { 'a.json': '{ "date": "2026-11-' } },
      'unknown',
      /never committed/,
    ],
    [
      '{ file: a.json, within: 30d }',
      { files: { 'a.json': '{ "metadata": { "created_at": "2026-11-20" } }' } },
      'met',
      /by its `created_at`/,
    ],
    [
      '{ file: a.yaml, within: 30d }',
      { files: { 'a.yaml': '\ufefftimestamp: 2026-11-20 10:00:00\r\npsi: 0.1\r\n' } },
      'met',
      /by its `timestamp`/,
    ],
    ['{ file: a.json, within: 30d }', {}, 'unknown', /There is no file `a\.json`/],
    [
      '{ file: a.md, within: 30d }',
      { files: { 'a.md': 'x' }, commits: { 'a.md': '2026-11-11' } },
      'met',
      /by its last commit\) dates from 2026-11-11/,
    ],
    [
      '{ file: a.md, within: 5d }',
      { files: { 'a.md': 'x' }, commits: { 'a.md': '2026-11-11' } },
      'unmet',
      /2026-11-11/,
    ],
    [
      '{ file: a.md, within: 5d }',
      { files: { 'a.md': 'x' }, commits: { 'a.md': '2026-11-11 changed since' } },
      'unknown',
      /not as it was committed, so it may be younger/,
    ],
    [
      '{ file: "r/*.json", within: 5d }',
      { files: { 'r/a.json': '{"date": "2026-01-01"}', 'r/b.json': '{"date": "2026-11-20"}' } },
      'met',
      /^r\/b\.json/,
    ],
    [
      '{ data: true, within: data.max_age }',
      {
        manifest: 'data: { max_age: 30d, splits: { train: a.csv } }',
        files: { 'a.csv': 'x\n' },
        commits: { 'a.csv': '2026-11-11' },
      },
      'met',
      /^a\.csv .*2026-11-11; at most 30d/,
    ],
    ['{ data: true, within: data.max_age }', {}, 'unknown', /`data\.max_age` does not say how old/],
    ['{ data: true, within: 30d }', {}, 'unknown', /names no data files/],
    ['{ run: latest, within: 30d }', {}, 'unknown', /selects no run/],
    [
      '{ run: latest, within: 30d }',
      { metrics: { f1: 0.9 }, commits: { 'metrics.json': '2026-11-20' } },
      'met',
      /2026-11-20/,
    ],
    ['{ metric: f1, within: 30d }', { metrics: { f1: 0.9 } }, 'unknown', /declares no metric `f1`/],
    [
      '{ metric: f1, within: 30d }',
      {
        manifest: 'metrics: { f1: { min: 0.5 } }',
        metrics: { f1: 0.9 },
        commits: { 'metrics.json': '2026-09-20' },
      },
      'unmet',
      /2026-09-20/,
    ],
    [
      '{ split: production, within: 30d }',
      { metrics: { 'f1[split=test]': 0.9 } },
      'unknown',
      /on production/,
    ],
  ])('%s (%#)', async (asked, world, outcome, reason) => {
    const verdict = await verdictOn(`{ fresh: ${asked} }`, world);
    expect(verdict).toMatchObject({ outcome, reason: expect.stringMatching(reason) as string });
  });

  it.each([
    '{ within: 30d }',
    '{ file: a, run: latest, within: 30d }',
    '{ file: a, within: soon }',
    '{ file: a }',
    '{ file: ../a, within: 30d }',
  ])('is a mistake: %s', async asked => {
    await expect(verdictOn(`{ fresh: ${asked} }`)).rejects.toThrow(/fresh|within/);
  });
});
