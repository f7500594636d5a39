import type { CriterionState, StageState } from '../base/outcome';
import type { Criterion, Stage } from '../lifecycle/model';
import type { Surroundings } from './surroundings';

/** A stage or group as the lifecycle has it. */
export function stageOf({ lifecycle }: Surroundings, id: string): Stage | undefined {
  return [...(lifecycle?.stages ?? []), ...(lifecycle?.groups ?? [])].find(stage => stage.id === id);
}

export function criterionOf(around: Surroundings, stage: string, id: string): Criterion | undefined {
  return stageOf(around, stage)?.criteria.find(criterion => criterion.id === id);
}

/** A stage or group as it was last told to stand. */
export function stageState({ state }: Surroundings, id: string): StageState | undefined {
  return [...(state?.stages ?? []), ...(state?.groups ?? [])].find(stage => stage.id === id);
}

export function criterionState(around: Surroundings, stage: string, id: string): CriterionState | undefined {
  return stageState(around, stage)?.criteria.find(criterion => criterion.id === id);
}
