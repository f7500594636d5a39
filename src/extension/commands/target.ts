import type { CriterionState, StageState } from '../../base/outcome';
import type { ProjectState } from '../../base/project';
import type { Projects } from '../projects';
import type { Target } from '../tree/node';

/** A stage of a project, and one of its criteria. */
export interface StageTarget {
  readonly project: ProjectState;
  readonly stage: StageState;
}

export interface CriterionTarget extends StageTarget {
  readonly criterion: CriterionState;
}

/** What a command was pointed at: a row of the tracker, or a target itself. */
export function targetOf(argument: unknown): Target | undefined {
  if (!isRecord(argument)) return undefined;
  const { project, stage, criterion } = isRecord(argument['target']) ? argument['target'] : argument;
  if (typeof project !== 'string') return undefined;
  return {
    project,
    ...(typeof stage === 'string' ? { stage } : {}),
    ...(typeof criterion === 'string' ? { criterion } : {}),
  };
}

export function projectOf(projects: Projects, argument: unknown): ProjectState | undefined {
  const target = targetOf(argument);
  return target ? projects.find(target.project) : projects.active;
}

/** The project of the row, else of the page in front, else the active one. `pages`: the manifests of pages in front, where one is. */
export function projectMeant(
  projects: Pick<Projects, 'find' | 'active'>,
  pages: readonly (string | undefined)[],
  argument: unknown,
): ProjectState | undefined {
  const target = targetOf(argument);
  const file = target ? target.project : pages.find(page => page !== undefined);
  const found = projects.find(file);
  return target ? found : (found ?? projects.active);
}

export function stageOf(projects: Projects, argument: unknown): StageTarget | undefined {
  const target = targetOf(argument);
  const project = projects.find(target?.project);
  const stage = project && sectionsOf(project).find(({ id }) => id === target?.stage);
  return project && stage && { project, stage };
}

export function criterionOf(projects: Projects, argument: unknown): CriterionTarget | undefined {
  const at = stageOf(projects, argument);
  const criterion = at?.stage.criteria.find(({ id }) => id === targetOf(argument)?.criterion);
  return at && criterion && { ...at, criterion };
}

/** Stages and groups, in the order of the tracker. */
export function sectionsOf({ stages, groups }: ProjectState): readonly StageState[] {
  return [...stages, ...groups];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
