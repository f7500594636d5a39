import { describe, expect, it } from 'vitest';
import type { CriterionState, Outcome, StageState } from '../../../src/base/outcome';
import { builtinLifecycle, BUILTIN_IDS } from '../../../src/lifecycle/builtins';
import type { Lifecycle } from '../../../src/lifecycle/model';
import { returnsOf, stageStates } from '../../../src/lifecycle/status';
import { parseManifest } from '../../../src/manifest/parse';

const LIFECYCLE: Lifecycle = {
  id: 'ours',
  title: 'Ours',
  summary: '',
  groups: [],
  pitfalls: [],
  rulesOfThumb: [],
  ruleStages: {},
  stages: [
    { id: 'first', title: 'First', criteria: [] },
    {
      id: 'second',
      title: 'Second',
      returnsTo: 'first',
      criteria: ['a', 'b'].map(id => ({ id, ask: `${id}?`, evidence: { kind: 'manual' } })),
    },
  ],
};

function second(outcomes: readonly Outcome[], manifest: string, today: string): StageState | undefined {
  const criteria = outcomes.map((outcome, index): CriterionState => ({
    id: 'ab'.charAt(index),
    ask: 'Is it?',
    evidence: 'a tick by a person',
    manual: true,
    outcome,
    reason: `It is ${outcome}.`,
  }));
  const { value } = parseManifest(
    '/w/holdout.yaml',
    `version: 1\nname: x\nlifecycle: nine-stage\n${manifest}`,
  );
  const judged = LIFECYCLE.stages.map(stage => ({ stage, criteria: stage.id === 'second' ? criteria : [] }));
  return stageStates(LIFECYCLE, judged, value, Date.parse(`${today}T00:00:00Z`))[1];
}

const SIGNED = 'signed_off: { on: 2026-10-20, by: r.ahn }';
const stages = (first: string, second: string) => `stages: { first: { ${first} }, second: { ${second} } }\n`;
const FIRST = 'signed_off: { on: 2026-10-01, by: r.ahn }';

describe('the status of a stage', () => {
  it.each<[Outcome[], boolean, StageState['status']]>([
    [['unmet', 'unmet'], false, 'not-started'],
    [['unknown', 'unknown'], false, 'not-started'],
    [['met', 'unmet'], false, 'in-progress'],
    [['waived', 'unknown'], false, 'in-progress'],
    [['met', 'waived'], false, 'ready'],
    [['met', 'met'], false, 'ready'],
    [['met', 'met'], true, 'done'],
    [['met', 'unknown'], true, 'done'],
    [['met', 'unmet'], true, 'reopened'],
    [['unknown', 'unmet'], true, 'reopened'],
  ])('with criteria %j and signature %s is %s', (outcomes, signed, status) => {
    expect(second(outcomes, stages(FIRST, signed ? SIGNED : ''), '2026-10-21')?.status).toBe(status);
  });

  // Two weeks from 1 October, the last day included.
  it.each<[string, string, string, boolean]>([
    ['in its last day', stages(FIRST, 'weeks: 2'), '2026-10-15', false],
    ['a day later', stages(FIRST, 'weeks: 2'), '2026-10-16', true],
    ['in the longer time of a range', stages(FIRST, 'weeks: 1..3'), '2026-10-22', false],
    ['without a beginning', stages('', 'weeks: 2'), '2026-12-01', false],
    ['without weeks', stages(FIRST, ''), '2026-12-01', false],
    ['done', stages(FIRST, `weeks: 2, ${SIGNED}`), '2026-12-01', false],
  ])('%s is overdue or not', (_what, manifest, today, overdue) => {
    expect(second(['met', 'met'], manifest, today)?.overdue).toBe(overdue);
  });

  it.each<[Outcome[], string, StageState['status']]>([
    [['unmet', 'unmet'], 'weeks: 1', 'not-started'],
    [['met', 'unmet'], 'weeks: 1', 'in-progress'],
    [['met', 'met'], 'weeks: 1', 'ready'],
    [['met', 'unmet'], `weeks: 1, ${SIGNED}`, 'reopened'],
  ])('is overdue beside any of the others: %j, %s', (outcomes, own, status) => {
    expect(second(outcomes, stages(FIRST, own), '2026-12-01')).toMatchObject({ status, overdue: true });
  });

  it('that is reopened says what failed, and where work goes back to', () => {
    const state = second(['met', 'unmet'], stages(FIRST, SIGNED), '2026-10-21');
    expect(state?.note).toBe('b: It is unmet. Work goes back to First.');
  });
});

describe('the way back', () => {
  const back = (lifecycle: string, stage: string, criterion: string): string => {
    const found = builtinLifecycle(lifecycle);
    if (!found) throw new Error(lifecycle);
    return returnsOf(found, stage, criterion);
  };

  it('leads to a stage that is not after the one that failed', () => {
    for (const id of BUILTIN_IDS) {
      const { stages: all = [] } = builtinLifecycle(id) ?? {};
      all.forEach((stage, index) => {
        for (const criterion of stage.criteria) {
          const to = all.findIndex(other => other.id === back(id, stage.id, criterion.id));
          expect({ id, stage: stage.id, criterion: criterion.id, ahead: to > index || to < 0 }).toMatchObject(
            { ahead: false },
          );
        }
      });
    }
  });

  it.each([
    // Drift: to the data.
    ['nine-stage', 'monitoring', 'drift', 'data-collection'],
    ['seven-stage', 'monitoring', 'inputs', 'data'],
    // Training and validation part: to the training.
    ['nine-stage', 'training', 'regularised', 'training'],
    ['seven-stage', 'validation', 'generalises', 'modelling-and-tuning'],
    // A leak: to where features are made.
    ['nine-stage', 'feature-engineering', 'from-train-only', 'feature-engineering'],
    ['nine-stage', 'evaluation', 'held-out', 'feature-engineering'],
    ['seven-stage', 'validation', 'unseen', 'feature-engineering'],
    ['five-stage', 'modeling', 'leakage-free', 'modeling'],
    // A worn-out test set: to the evaluation.
    ['nine-stage', 'evaluation', 'looked-once', 'evaluation'],
  ])('in %s, of %s / %s, leads to %s', (lifecycle, stage, criterion, to) => {
    expect(back(lifecycle, stage, criterion)).toBe(to);
  });
});
