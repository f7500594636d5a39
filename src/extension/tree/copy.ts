import type { CriterionState, StageState } from '../../base/outcome';
import type { ProjectState } from '../../base/project';
import { OUTCOME_LOOKS, STATUS_LOOKS, fraction, titleOf } from './words';

/** A project as Markdown: a heading for each stage, a box for each criterion. */
export function projectMarkdown({ name, progress, stages, groups }: ProjectState): string {
  const sections = [
    ...stages.map(stage => stageMarkdown(stage, 3)),
    ...groups.map(group => sectionMarkdown(group, fraction(group.progress), 3)),
  ];
  return [`## ${name} (${fraction(progress)})`, ...sections].join('\n\n');
}

/** @param level of the heading */
export function stageMarkdown(stage: StageState, level = 2): string {
  const standing = [fraction(stage.progress), STATUS_LOOKS[stage.status].words];
  return sectionMarkdown(stage, [...standing, ...(stage.overdue ? ['overdue'] : [])].join(', '), level);
}

function sectionMarkdown({ title, note, criteria }: StageState, standing: string, level: number): string {
  const lines = criteria.map(criterionMarkdown);
  return [
    `${'#'.repeat(level)} ${title} (${standing})`,
    ...(note === undefined ? [] : [note]),
    lines.join('\n'),
  ].join('\n\n');
}

/** One criterion as an item of a checklist; what is waived is struck through. */
export function criterionMarkdown({ id, ask, outcome, reason }: CriterionState): string {
  const box = outcome === 'met' || outcome === 'waived' ? 'x' : ' ';
  const title = outcome === 'waived' ? `~~${titleOf(id)}~~` : `**${titleOf(id)}**`;
  return `- [${box}] ${title} (${OUTCOME_LOOKS[outcome].words}): ${ask} ${reason}`;
}
