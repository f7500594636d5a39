import type { CriterionState, Outcome, StageState } from '../../base/outcome';
import type { NextStep, ProjectState } from '../../base/project';
import { relative } from '../../project/paths';
import type { StatusResult } from '../../project/snapshot';
import { placeText } from './check-text';
import { possibleFiles } from './ledger-json';
import { count } from './count';
import type { Style } from './style';

/** One paragraph a project: its stages in order, and under each its criteria with outcome and reason. */
export function statusText(result: StatusResult, root: string, style: Style): string {
  const projects = result.projects.map(project => projectLines(project, root, style).join('\n'));
  const skipped = result.skipped.map(
    ({ file, reason }) => `${style.bold(relative(root, file))}: ${style.dim('skipped:')} ${reason}`,
  );
  const parts = [...projects, ...(skipped.length > 0 ? [skipped.join('\n')] : [])];
  return `${parts.join('\n\n') || 'No project here: `holdout.yaml` was not found. `holdout init` proposes one.'}\n`;
}

function projectLines(project: ProjectState, root: string, style: Style): string[] {
  const lines = [
    `${style.bold(project.name)} (${relative(root, project.file)}): ${standing(project)}`,
    ...project.problems.map(
      ({ severity, message, place }) => `  ${placeText(place, root)}: ${severity} ${message}`,
    ),
    ...[...project.stages, ...project.groups].flatMap(stage => ['', ...stageLines(stage, root, style)]),
    ...ledgerLines(project, root, style),
  ];
  lines.push(...watchLines(project, root, style));
  return project.next ? [...lines, '', `Next: ${askOf(project, project.next)}`] : lines;
}

/** What is pointed at and counted nowhere: pitfalls, sayings, how the work is shared out. */
function watchLines(project: ProjectState, root: string, style: Style): string[] {
  const { pitfalls, rulesOfThumb, effort } = project;
  const shares = effort.map(
    ({ kind, text, share, lopsided }) =>
      `${kind} ${text} (${Math.round(share * 100)} %${lopsided ? ', lopsided' : ''})`,
  );
  return [
    ...section(
      'Pitfalls',
      pitfalls.map(pitfall => pitfallLine(pitfall, root, style)),
      style,
    ),
    ...section(
      'Rules of thumb',
      rulesOfThumb.map(rule => `  ${rule}`),
      style,
    ),
    ...section('Effort', shares.length > 0 ? [`  ${shares.join(', ')}`] : [], style),
  ];
}

function section(title: string, lines: readonly string[], style: Style): string[] {
  return lines.length > 0 ? ['', style.bold(title), ...lines] : [];
}

function pitfallLine({ outcome, ask, reason, location }: CriterionState, root: string, style: Style): string {
  const word = { met: 'clear', unmet: 'warning', unknown: 'unknown', waived: 'waived' }[outcome].padEnd(7);
  const where = location ? style.dim(` (${placeText(location, root)})`) : '';
  return `  ${outcome === 'met' ? style.green(word) : style.yellow(word)} ${ask} ${style.dim('—')} ${reason}${where}`;
}

/** Nothing where nobody has looked and nobody counts. */
function ledgerLines({ ledger }: ProjectState, root: string, style: Style): string[] {
  if (!ledger || (ledger.looks.length === 0 && ledger.budget === undefined)) return [];
  const possible = possibleFiles(ledger, root);
  return [
    '',
    `${style.bold('Test set')}: ${ledger.text}`,
    ...ledger.looks.map(
      look =>
        `  ${look.label} ${style.dim(`(${look.file}${look.time === undefined ? '' : `, ${look.time}`})`)}`,
    ),
    ...ledger.chance.map(({ text }) => `  ${text}`),
    ...ledger.doubts.map(doubt => `  There may be more: ${doubt}`),
    ...(possible.length === 0 ? [] : [`  Looks when it runs, and is not counted: ${possible.join(', ')}`]),
  ];
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
