import type { DecisionEntry, HistoryEntry } from '../../../src/history/entry';

/** A decision on 3 October 2026, noon; each test names only what it is about. */
export function decision(overrides: Partial<DecisionEntry> = {}): DecisionEntry {
  return {
    id: 'd1',
    time: '2026-10-03T12:00:00.000Z',
    who: 'r.ahn',
    what: 'signed-off',
    stage: 'exploration',
    on: '2026-10-03',
    outcomes: { profiled: 'met' },
    rests: [],
    ...overrides,
  };
}

/** One entry of each kind. */
export const ONE_OF_EACH: readonly HistoryEntry[] = [
  decision({ commit: '0123abcd' }),
  decision({ id: 'd2', what: 'reopened', time: '2026-10-04T09:00:00.000Z' }),
  decision({
    id: 'd3',
    what: 'ticked',
    stage: 'data-collection',
    criterion: 'labels',
    note: 'read the guide',
    rests: [{ path: 'docs/labels.md', sha256: 'ab12', runs: ['candidate'] }, { path: 'gone.md' }],
  }),
  decision({ id: 'd4', what: 'unticked', stage: 'data-collection', criterion: 'labels' }),
  decision({ id: 'd5', what: 'waived', stage: 'training', criterion: 'converged', note: 'no training' }),
  decision({ id: 'd6', what: 'waiver-withdrawn', stage: 'training', criterion: 'converged' }),
  {
    id: 'f1',
    time: '2026-10-05T08:00:00.000Z',
    who: 'holdout',
    what: 'failing',
    stage: 'exploration',
    failed: { profiled: 'Cell 3 was not run.' },
    returnsTo: ['exploration'],
  },
  {
    id: 'l1',
    time: '2026-10-05T08:00:00.000Z',
    who: 'holdout',
    what: 'look',
    by: 'run',
    file: 'reports/metrics.json',
    label: 'candidate',
    ran: '2026-10-01',
    scores: { recall: '0.9' },
    several: true,
  },
  {
    id: 's1',
    time: '2026-10-05T08:00:00.000Z',
    who: 'r.ahn',
    what: 'sealed',
    on: '2026-10-05',
    digest: 'ab12',
    fields: { 'metrics.recall.min': '0.8' },
  },
  {
    id: 'e1',
    time: '2026-10-06T08:00:00.000Z',
    who: 'holdout',
    what: 'edited',
    field: 'metrics.recall.min',
    from: '0.8',
    to: '0.7',
  },
];
