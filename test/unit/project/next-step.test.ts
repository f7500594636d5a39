import { describe, expect, it } from 'vitest';
import type { CriterionState, Outcome, StageState, StageStatus } from '../../../src/base/outcome';
import { nextStep } from '../../../src/project/next-step';

const criterion = (id: string, outcome: Outcome, manual = false): CriterionState => ({
  id,
  outcome,
  manual,
  ask: id,
  reason: id,
  evidence: id,
});

function stage(id: string, status: StageStatus, ...criteria: CriterionState[]): StageState {
  return { id, title: id, status, overdue: false, progress: { met: 0, total: criteria.length }, criteria };
}

const doneButUnknown = stage('one', 'done', criterion('a', 'met'), criterion('b', 'unknown'));

describe('the next step', () => {
  it('is what reopened a stage, before anything in the stages ahead of it', () => {
    const stages = [
      stage('one', 'in-progress', criterion('a', 'unmet')),
      stage('two', 'reopened', criterion('b', 'unknown'), criterion('c', 'unmet')),
    ];
    expect(nextStep(stages, [])).toEqual({ stage: 'two', criterion: 'c' });
  });

  it('passes over what is unknown to what can be met', () => {
    const stages = [
      doneButUnknown,
      stage('two', 'in-progress', criterion('c', 'unknown')),
      stage('three', 'in-progress', criterion('d', 'unknown'), criterion('e', 'unmet')),
    ];
    expect(nextStep(stages, [])).toEqual({ stage: 'three', criterion: 'e' });
  });

  it('is what waits for a person, unknown or not', () => {
    const two = stage('two', 'in-progress', criterion('c', 'unknown'), criterion('d', 'unknown', true));
    expect(nextStep([doneButUnknown, two], [])).toEqual({ stage: 'two', criterion: 'd' });
  });

  it('is the signature of a stage that is ready', () => {
    const stages = [
      stage('one', 'ready', criterion('a', 'met')),
      stage('two', 'not-started', criterion('b', 'unmet')),
    ];
    expect(nextStep(stages, [])).toEqual({ stage: 'one' });
  });

  it('is never the signature of a group', () => {
    expect(nextStep([], [stage('g', 'ready', criterion('a', 'met'))])).toBeUndefined();
  });

  it('is what is unknown, in stages that are not done before those that are', () => {
    const two = stage('two', 'in-progress', criterion('c', 'unknown'));
    expect(nextStep([doneButUnknown, two], [])).toEqual({ stage: 'two', criterion: 'c' });
    expect(nextStep([doneButUnknown], [])).toEqual({ stage: 'one', criterion: 'b' });
  });

  it('is nothing once all is met and signed', () => {
    expect(nextStep([stage('one', 'done', criterion('a', 'met'))], [])).toBeUndefined();
  });
});
