import type { CriterionState, StageState } from '../../base/outcome';
import { worstProblem } from '../../base/problems';
import type { ProjectState } from '../../base/project';
import { FILTERS } from '../../contributes/filters';
import type { Filter } from '../../contributes/filters';
import { TRACKER } from '../../contributes/views';
import { count, fraction, hasStages, plain, spokenProgress } from './words';

/** What stands beside the tree: in the view's header, on its badge and in the status bar. */
export interface Summary {
  /** The view's title; the only part of its header that VS Code shows while the view is alone in its container. */
  readonly title: string;
  /** Beside the title. */
  readonly description: string;
  readonly badge?: { readonly value: number; readonly tooltip: string };
  readonly statusBar?: { readonly text: string; readonly tooltip: string; readonly spoken: string };
}

/** `active`: the project that the status bar is about. */
export function summaryOf(
  projects: readonly ProjectState[],
  active: ProjectState | undefined,
  filter: Filter = 'all',
): Summary {
  const unmet = projects.reduce((sum, project) => sum + unmetOf(project), 0);
  return {
    ...headerOf(projects, filter),
    ...(unmet === 0
      ? {}
      : { badge: { value: unmet, tooltip: `${count(unmet, 'criterion', 'criteria')} unmet` } }),
    ...(active ? { statusBar: statusBar(active) } : {}),
  };
}

function headerOf(projects: readonly ProjectState[], filter: Filter): Pick<Summary, 'title' | 'description'> {
  const { words } = FILTERS[filter];
  // VS Code leaves the description out while the view is alone in its container.
  const shown = words === '' ? '' : ` · ${words}`;
  const [only, ...others] = projects;
  if (!only) return { title: TRACKER.name, description: '' };
  const progress = hasStages(only) ? ` ${fraction(only.progress)}` : '';
  return others.length === 0
    ? { title: `${TRACKER.name}${progress}${shown}`, description: only.name }
    : { title: `${TRACKER.name}${shown}`, description: count(projects.length, 'project', 'projects') };
}

function unmetOf({ stages, groups }: ProjectState): number {
  return [...stages, ...groups]
    .flatMap(({ criteria }) => criteria)
    .filter(({ outcome }) => outcome === 'unmet').length;
}

function statusBar(project: ProjectState): NonNullable<Summary['statusBar']> {
  if (!hasStages(project)) return brokenBar(project);
  const next = nextStepOf(project);
  const standing = next ? next.stage.title : 'complete';
  return {
    text: `$(milestone) Holdout ${fraction(project.progress)} · ${standing}`,
    tooltip: [
      `${project.name}: ${spokenProgress(project.progress)}`,
      ...(next ? [`Next: ${next.criterion?.ask ?? `sign off ${next.stage.title}`}`] : []),
    ].join('\n'),
    spoken: `Holdout, ${project.name}, ${spokenProgress(project.progress)}, ${standing}`,
  };
}

function brokenBar({ name, problems }: ProjectState): NonNullable<Summary['statusBar']> {
  const why = worstProblem(problems);
  return {
    text: '$(error) Holdout: manifest has errors',
    tooltip: [`${name}: the manifest has errors`, ...(why ? [plain(why.message)] : [])].join('\n'),
    spoken: `Holdout, ${name}, the manifest has errors`,
  };
}

export interface Step {
  readonly stage: StageState;
  /** Absent where the stage waits for nothing but a signature. */
  readonly criterion?: CriterionState;
}

/** The stage and the criterion that come next, where there is one. */
export function nextStepOf({ stages, groups, next }: ProjectState): Step | undefined {
  const stage = [...stages, ...groups].find(({ id }) => id === next?.stage);
  const criterion = stage?.criteria.find(({ id }) => id === next?.criterion);
  return stage && { stage, ...(criterion && { criterion }) };
}
