import type { CriterionState, Outcome, StageState } from '../../base/outcome';
import type { NextStep, ProjectState } from '../../base/project';
import { relative } from '../../project/paths';
import type { StatusResult } from '../../project/snapshot';
import { placeText } from './check-text';
import { count } from './count';
import type { Style } from './style';

/** One paragraph a project: its stages in order, and under each its criteria with outcome and reason. */
export function statusText(result: StatusResult, root: string, style: Style): string {
  const projects = result.projects.map(project => projectLines(project, root, style).join('\n'));
  const skipped = result.skipped.map(
    ({ file, reason }) => `${style.bold(relative(root, file))}: ${style.dim('skipped:')} ${reason}`,
  );
  const parts = [...projects, ...(skipped.length > 0 ? [skipped.join('\n')] : [])];
  return `${parts.join('\n\n') || 'No project here: `holdout.yaml` was not found.'}\n`;
}

function projectLines(project: ProjectState, root: string, style: Style): string[] {
  const lines = [
    `${style.bold(project.name)} (${relative(root, project.file)}): ${standing(project)}`,
    ...project.problems.map(
      ({ severity, message, place }) => `  ${placeText(place, root)}: ${severity} ${message}`,
    ),
    ...[...project.stages, ...project.groups].flatMap(stage => ['', ...stageLines(stage, root, style)]),
  ];
  return project.next ? [...lines, '', `Next: ${askOf(project, project.next)}`] : lines;
}

function standing({ stages, groups, progress: { met, total } }: ProjectState): string {
  return stages.length + groups.length === 0
    ? 'no stages, as the manifest has errors'
    : `${met} of ${count(total, 'criterion', 'criteria')} met`;
}

function stageLines(stage: StageState, root: string, style: Style): string[] {
  const status = stage.status.replace('-', ' ') + (stage.overdue ? ', overdue' : '');
  return [
    `${style.bold(stage.title)}: ${status}, ${stage.progress.met} of ${count(stage.progress.total, 'criterion', 'criteria')}`,
    ...(stage.note === undefined ? [] : [`  ${stage.note}`]),
    ...stage.criteria.map(criterion => criterionLine(criterion, root, style)),
  ];
}

function criterionLine(criterion: CriterionState, root: string, style: Style): string {
  const where = criterion.location ? style.dim(` (${placeText(criterion.location, root)})`) : '';
  return `  ${outcomeText(criterion.outcome, style)} ${criterion.ask} ${style.dim('—')} ${criterion.reason}${where}`;
}

function outcomeText(outcome: Outcome, style: Style): string {
  const word = outcome.padEnd('unknown'.length);
  if (outcome === 'met') return style.green(word);
  return outcome === 'unmet' ? style.red(word) : style.yellow(word);
}

function askOf(project: ProjectState, next: NextStep): string {
  const stage = [...project.stages, ...project.groups].find(({ id }) => id === next.stage);
  const criterion = stage?.criteria.find(({ id }) => id === next.criterion);
  return `${stage?.title ?? next.stage} — ${criterion?.ask ?? 'ready to be signed off'}`;
}
