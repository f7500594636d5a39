import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/base/outcome';
import type { TestScore } from '../../../src/base/test-score';
import { chanceTexts } from '../../../src/evidence/ledger/chance';
import { ledgerOf } from '../../../src/evidence/ledger/ledger';
import type { LookEntry } from '../../../src/history/entry';
import { NO_HISTORY } from '../../../src/history/read';
import { verdictOn } from './verdict';
import { contextOf, lintOf, ROOT, script } from './world';
import type { World } from './world';

const BUDGET = 'data: { test_looks: 2 }\n';
const RECALL = 'metrics: { recall: { min: 0.8, baseline: 0.5, split: test } }\n';

/** A place that scores test rows: `run` says that it was run, and which run that was. */
function scored(file: string, cell: number, more: Partial<TestScore> = {}): TestScore {
  const range = { start: { line: 0, column: 0 }, end: { line: 0, column: 4 } };
  return {
    place: { file: `${ROOT}/${file}`, cell, range },
    metrics: ['recall_score'],
    several: false,
    ...more,
  };
}

const code = (...scores: readonly TestScore[]) => lintOf([script('model.ipynb', {}, { testScores: scores })]);

function noted(id: string, more: Partial<LookEntry> = {}): LookEntry {
  const head = { id, time: '2026-10-03T12:00:00.000Z', who: 'holdout', what: 'look' } as const;
  return { ...head, by: 'run', file: 'old.json', label: `old ${id}`, scores: {}, ...more };
}

const history = (...entries: readonly LookEntry[]) => ({ ...NO_HISTORY, entries });

async function check(world: World, outcome: Outcome, reason: RegExp): Promise<void> {
  const verdict = await verdictOn('{ looks: data.test_looks }', world);
  expect({ outcome: verdict.outcome, reason: verdict.reason }).toEqual({
    outcome,
    reason: expect.stringMatching(reason) as string,
  });
}

const NB = script('model.ipynb');

describe('looks at the test set', () => {
  it.each<[string, World, Outcome, RegExp]>([
    [
      'within the budget',
      { manifest: BUDGET, metrics: { 'recall[split=test, run=a]': 0.9 } },
      'met',
      /^1 of 2 looks at the test set: a\.$/,
    ],
    [
      'over the budget, whatever else is not known',
      {
        manifest: BUDGET,
        metrics: {
          'recall[split=test, run=a]': 0.9,
          'recall[split=test, run=b]': 0.8,
          'f1[split=test, run=c]': 0.8,
        },
        unread: ['mlruns'],
      },
      'unmet',
      /^3 looks at the test set, where 2 are allowed: a, b and c\./,
    ],
    [
      'without a budget',
      { metrics: { 'recall[split=test]': 0.9 } },
      'unknown',
      /does not say how many there may be/,
    ],
    [
      'of which there is none',
      { manifest: BUDGET, metrics: { 'recall[split=train]': 0.9 } },
      'unknown',
      /^0 of 2 .* Nothing has scored/,
    ],
    [
      'where a source cannot be read',
      { manifest: BUDGET, metrics: { 'recall[split=test]': 0.9 }, unread: ['mlruns'] },
      'unknown',
      /There may be more: mlruns: It is not JSON\.$/,
    ],
    [
      'where a run does not say on which split it was measured',
      { manifest: BUDGET, metrics: { 'recall[split=test, run=a]': 0.9, 'accuracy[run=b]': 0.7 } },
      'unknown',
      /There may be more: b does not say on which split/,
    ],
    [
      'where the code is still being analysed',
      { manifest: BUDGET, metrics: { 'recall[split=test]': 0.9 }, lint: lintOf([], { complete: false }) },
      'unknown',
      /still being analysed/,
    ],
    [
      'where a notebook could not be read',
      {
        manifest: BUDGET,
        metrics: { 'recall[split=test]': 0.9 },
        lint: lintOf([{ ...NB, skipped: 'It is not JSON.' }]),
      },
      'unknown',
      /model\.ipynb was not seen whole: It is not JSON\.$/,
    ],
    [
      'where a line of the history is broken',
      { manifest: BUDGET, metrics: { 'recall[split=test]': 0.9 }, history: { ...NO_HISTORY, lost: 1 } },
      'unknown',
      /1 line of the history cannot be read/,
    ],
    [
      'that are in a loop',
      { manifest: BUDGET, lint: code(scored('model.ipynb', 3, { run: 'x', several: true })) },
      'unknown',
      /^At least 1 of 2 .* cell 4 \(recall_score\) scores it in a loop/,
    ],
    [
      'by a cell that was run',
      { manifest: BUDGET, lint: code(scored('model.ipynb', 3, { run: 'x' })) },
      'met',
      /^1 of 2 looks at the test set: model\.ipynb, cell 4 \(recall_score\)\.$/,
    ],
    [
      'by code that may have run are shown and not counted',
      { manifest: BUDGET, metrics: { 'recall[split=test, run=a]': 0.9 }, lint: code(scored('train.py', 0)) },
      'met',
      /^1 of 2 .* 1 file would look again when run/,
    ],
    [
      'whose runs are deleted',
      { manifest: BUDGET, history: history(noted('1'), noted('2'), noted('3')) },
      'unmet',
      /^3 looks at the test set, where 2 are allowed: old 1, old 2 and old 3\./,
    ],
    [
      'by a metric that the manifest measures on test',
      { manifest: `${BUDGET}${RECALL}`, metrics: { 'Recall_Score[run=a]': 0.9 } },
      'met',
      /^1 of 2/,
    ],
    [
      'on a split that the manifest declares to be a test',
      {
        manifest: 'data: { test_looks: 2, splits: { site-b: { path: b.csv, role: test } } }\n',
        metrics: { 'recall[split=site-b, run=a]': 0.9 },
      },
      'met',
      /^1 of 2/,
    ],
    [
      'after each epoch',
      {
        manifest: BUDGET,
        metrics: { 'recall[split=test, run=a, step=1]': 0.8, 'recall[split=test, run=a, step=2]': 0.9 },
      },
      'unknown',
      /^At least 1 of 2/,
    ],
  ])('%s', async (_what, world, outcome, reason) => check(world, outcome, reason));

  it('are worth something by chance, beside what is claimed', async () => {
    const looks = { 'recall[split=test, run=a]': '38/42', 'recall[split=test, run=b]': '36/42' };
    await check(
      { manifest: `${BUDGET}${RECALL}`, metrics: looks },
      'met',
      /For `recall`, the best of 2 looks at 42 rows is worth up to 0\.029 by chance; its lead over the baseline of 0\.5 is 0\.405\.$/,
    );
    await check(
      { manifest: `${BUDGET}${RECALL.replace('0.5,', '0.89,')}`, metrics: looks },
      'met',
      /and its lead over the baseline of 0\.89 is 0\.015: it may be nothing but luck\.$/,
    );
    await check(
      {
        manifest: `${BUDGET}metrics: { f1: { min: 0.8, split: test } }\n`,
        metrics: { 'f1[split=test, run=a]': 0.9, 'f1[split=test, run=b]': 0.8 },
      },
      'met',
      /What chance is worth for `f1` is not known: it is no share/,
    );
  });
});

describe('the ledger', () => {
  const ids = (world: World) => ledgerOf(contextOf(world)).looks.map(({ id }) => id);
  const run = (value: number) => ({ metrics: { 'recall[split=test]': value } });

  it('tells a run that is a file by what it says, so that writing it over is another look', () => {
    expect(ids(run(0.9))).toEqual(ids(run(0.9)));
    expect(ids(run(0.9))).not.toEqual(ids(run(0.8)));
  });

  it('tells a run with an id of its own by that, whatever is added to it', () => {
    const more = { metrics: { 'recall[split=test, run=0af3]': 0.9, 'f1[split=test, run=0af3]': 0.9 } };
    expect(ids({ metrics: { 'recall[split=test, run=0af3]': 0.9 } })).toEqual(ids(more));
  });

  it('counts a look once that the history has noted and a run still shows', () => {
    const [id = ''] = ids(run(0.9));
    const { looks } = ledgerOf(contextOf({ ...run(0.9), history: history(noted(id)) }));
    expect(looks).toMatchObject([{ id, recorded: true, place: { file: `${ROOT}/metrics.json` } }]);
  });
});

it('what chance is worth is said by metric, and what is not known of it once', () => {
  const unknown = (metric: string) => ({ metric, text: `${metric} is not known.` });
  const known = { metric: 'recall', luck: 0.03, text: 'For `recall` it is 0.03.' };
  expect(chanceTexts([known, unknown('f1')])).toEqual([known.text, 'f1 is not known.']);
  expect(chanceTexts([unknown('f1'), known, unknown('auc')])).toEqual([
    known.text,
    'What chance is worth for `f1` and `auc` is not known: of none it is told how many rows it is a share of.',
  ]);
});
