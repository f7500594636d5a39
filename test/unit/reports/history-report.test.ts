import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../src/base/ledger';
import type { HistoryEntry } from '../../../src/history/entry';
import { lineOf } from '../../../src/history/entry';
import { readHistory } from '../../../src/history/read';
import { builtinLifecycle } from '../../../src/lifecycle/builtins';
import { parseManifest } from '../../../src/manifest/parse';
import { decodeToPage } from '../../../src/protocol/webview';
import { historyReport } from '../../../src/reports/history-report';
import { decision, ONE_OF_EACH } from '../history/entries';

const place = { file: '/w/train.py', range: { start: { line: 4, column: 0 }, end: { line: 4, column: 5 } } };
const LEDGER: Ledger = {
  count: 2,
  looks: [
    {
      id: 'a',
      by: 'run',
      file: 'reports/m.json',
      label: 'candidate',
      time: '2026-10-01',
      scores: { recall: '0.9', f1: '0.8' },
      several: false,
      recorded: true,
    },
    {
      id: 'b',
      by: 'notebook',
      file: 'nb.ipynb',
      label: 'cell 3 (score)',
      scores: {},
      several: true,
      recorded: false,
      place,
    },
  ],
  budget: 3,
  possible: [{ place, metrics: ['score', 'recall_score'] }],
  chance: [{ metric: 'recall', text: 'Up to 0.03.' }],
  doubts: ['The code is still being analysed.'],
  text: '2 of 3 looks at the test set',
};

function viewOf(entries: readonly HistoryEntry[], ledger = LEDGER) {
  const manifest = parseManifest('/w/holdout.yaml', 'version: 1\nname: Churn\nlifecycle: nine-stage\n').value;
  const history = readHistory('/w/.holdout/history.jsonl', entries.map(lineOf).join(''));
  return historyReport({ manifest, lifecycle: builtinLifecycle('nine-stage'), history, ledger });
}

describe('the history page', () => {
  it('tells every kind of entry in a sentence, the latest first', () => {
    const { entries, summary } = viewOf(ONE_OF_EACH);
    expect(summary).toBe('10 entries, the last on 2026-10-06.');
    expect(entries.map(({ day, text }) => `${day} ${text}`)).toEqual([
      '2026-10-06 `metrics.recall.min`, which is sealed, was 0.8 and is 0.7.',
      '2026-10-05 1 field of targets, splits and slices was sealed.',
      '2026-10-05 The test set was looked at several times: reports/metrics.json, candidate.',
      '2026-10-05 Exploration, which is signed off, fails again.',
      '2026-10-04 Exploration was reopened.',
      '2026-10-03 The waiver of `converged` of Training was withdrawn.',
      '2026-10-03 `converged` of Training was waived.',
      '2026-10-03 `labels` of Data collection was unticked.',
      '2026-10-03 `labels` of Data collection was ticked.',
      '2026-10-03 Exploration was signed off.',
    ]);
  });

  it('says who, when, at which commit, why, and on what it rested', () => {
    const [row] = viewOf([
      decision({
        what: 'waived',
        criterion: 'profiled',
        note: 'nothing to see',
        commit: '0123456789abcdef',
        rests: [{ path: 'nb.ipynb' }],
      }),
    ]).entries;
    expect(row).toMatchObject({
      time: '12:00',
      who: 'r.ahn',
      commit: '01234567',
      stage: 'exploration',
      details: ['nothing to see.', 'Just before: 1 met.', 'It rests on nb.ipynb.'],
    });
    expect(viewOf(ONE_OF_EACH).entries[0]).not.toHaveProperty('who');
  });

  it('can be narrowed down to the stages that it is about, in the order of the lifecycle', () => {
    const { stages } = viewOf([...ONE_OF_EACH, decision({ id: 'x', stage: 'a-stage-of-old' })]);
    expect(stages.map(({ id, title }) => `${id}: ${title}`)).toEqual([
      'data-collection: Data collection',
      'exploration: Exploration',
      'training: Training',
      'a-stage-of-old: a-stage-of-old',
    ]);
  });

  it('shows the ledger, words and all', () => {
    const { ledger } = viewOf([]);
    expect(ledger).toMatchObject({
      summary: '2 of 3 looks at the test set.',
      looks: [
        { label: 'candidate', time: '2026-10-01', scores: 'recall 0.9, f1 0.8', noted: true },
        { label: 'cell 3 (score)', time: 'not stated', scores: '', several: true, noted: false },
      ],
      possible: [{ text: 'train.py, line 5: score, recall_score' }],
    });
  });

  it('is empty where nothing is noted', () => {
    expect(viewOf([])).toMatchObject({ summary: 'Nothing has been noted yet.', entries: [], stages: [] });
  });

  it('reaches the page as it is, and not when a part of it is missing', () => {
    const message = { type: 'history', view: viewOf(ONE_OF_EACH) };
    expect(decodeToPage(JSON.parse(JSON.stringify(message)))).toEqual(message);
    for (const part of Object.keys(message.view))
      expect(decodeToPage({ ...message, view: { ...message.view, [part]: undefined } })).toBeUndefined();
    expect(decodeToPage({ type: 'show', tab: 'ledger' })).toEqual({ type: 'show', tab: 'ledger' });
  });
});
