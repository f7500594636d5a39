import { expect, it } from 'vitest';
import type { FileChange } from '../../../src/reports/facts';
import { stalenessOf } from '../../../src/reports/staleness';
import { factsOf } from './report-of';

const RAN = '2026-03-01T12:00:00Z';
const METRICS = JSON.stringify({ recall: 0.9, timestamp: RAN });

const change = (of: FileChange['of'], file: string, day: string, modified = false): FileChange => ({
  of,
  file: `/p/${file}`,
  time: Date.parse(`${day}T18:00:00Z`),
  modified,
});

function doubts(...changes: readonly FileChange[]): string[] {
  const facts = factsOf('recall: { min: 0.8 }', { 'reports/m.json': METRICS });
  return stalenessOf({ ...facts, changes }).map(({ message }) => message);
}

it('says nothing of code that is older than the run', () => {
  expect(doubts(change('code', 'train.py', '2026-02-28'))).toEqual([]);
});

it('says which code was committed after the run', () => {
  expect(doubts(change('code', 'train.py', '2026-03-02'))).toEqual([
    expect.stringContaining('train.py was changed on 2026-03-02'),
  ]);
});

it('says nothing of code that was committed together with its metrics, as it is after every run', () => {
  const together = [
    change('code', 'train.py', '2026-03-02'),
    change('metrics', 'reports/m.json', '2026-03-02'),
  ];
  expect(doubts(...together)).toEqual([]);
  expect(doubts(...together, change('code', 'model.py', '2026-03-03'))).toHaveLength(1);
});

it('says it of code with changes that are not committed', () => {
  const metrics = change('metrics', 'reports/m.json', '2026-03-02');
  expect(doubts(metrics, change('code', 'train.py', '2026-02-28', true))).toEqual([
    expect.stringContaining('train.py has changes that are not committed'),
  ]);
});
