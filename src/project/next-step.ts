import type { CriterionState, StageState } from '../base/outcome';
import type { NextStep } from '../base/project';
import { isSettled } from '../lifecycle/status';

/**
 * What comes next: what reopened a stage; then, stage by stage, what is not met, or the signature of a stage that is
 * ready; then what nobody can tell yet. What is open in a stage that is done comes last: somebody signed for it.
 */
export function nextStep(stages: readonly StageState[], groups: readonly StageState[]): NextStep | undefined {
  const all = [...stages, ...groups];
  // A group is not signed off, so it is never done, and never ready to be.
  const undone = [...stages.filter(({ status }) => status !== 'done'), ...groups];
  const reopened = stages.filter(({ status }) => status === 'reopened');
  return (
    firstOf(reopened, openIn(isUnmet)) ??
    firstOf(
      undone,
      stage => openIn(isForPeople)(stage) ?? (stages.includes(stage) ? signOff(stage) : undefined),
    ) ??
    firstOf(undone, openIn(isOpen)) ??
    firstOf(all, openIn(isOpen))
  );
}

type Look = (stage: StageState) => NextStep | undefined;

function firstOf(stages: readonly StageState[], look: Look): NextStep | undefined {
  for (const stage of stages) {
    const step = look(stage);
    if (step) return step;
  }
  return undefined;
}

function openIn(isMeant: (criterion: CriterionState) => boolean): Look {
  return ({ id, criteria }) => {
    const criterion = criteria.find(isMeant);
    return criterion && { stage: id, criterion: criterion.id };
  };
}

const signOff: Look = ({ id, status }) => (status === 'ready' ? { stage: id } : undefined);

const isUnmet = ({ outcome }: CriterionState): boolean => outcome === 'unmet';
const isForPeople = (criterion: CriterionState): boolean =>
  isUnmet(criterion) || (criterion.manual && criterion.outcome === 'unknown');
const isOpen = (criterion: CriterionState): boolean => !isSettled(criterion);
