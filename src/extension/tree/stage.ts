import type { StageState } from '../../base/outcome';
import type { Capability } from '../../contributes/menus';
import { criterionNode } from './criterion';
import type { Icon, Target, Tooltip, TreeNode } from './node';
import { STATUS_LOOKS, capitalised, fraction, spokenProgress } from './words';

/** The row of one stage, with its criteria. `expanded`: the project's next step is in it. */
export function stageNode(stage: StageState, project: string, expanded: boolean): TreeNode {
  const { words, icon } = STATUS_LOOKS[stage.status];
  // The side bar is narrow: what is urgent comes first.
  const standing = stage.overdue ? `overdue · ${words}` : words;
  return {
    ...sectionNode(stage, project, expanded),
    description: `${fraction(stage.progress)} · ${standing}`,
    icon: stage.overdue ? { ...icon, color: 'list.warningForeground' } : icon,
    tooltip: tooltip(stage, standing),
    spoken: `Stage ${stage.title}, ${standing.replace(' · ', ', ')}, ${spokenProgress(stage.progress)}`,
    capabilities: capabilities(stage),
  };
}

const GROUP_ICON: Icon = { name: 'list-unordered' };

/** The row of a group of criteria beside the stages: it has no status and is not signed off. */
export function groupNode(group: StageState, project: string, expanded: boolean): TreeNode {
  return {
    ...sectionNode(group, project, expanded),
    icon: GROUP_ICON,
    tooltip: tooltip(group, undefined),
    spoken: `Group ${group.title}, ${spokenProgress(group.progress)}`,
  };
}

/** The id of a stage's row. */
export function stageId({ project, stage }: Required<Omit<Target, 'criterion'>>): string {
  return `${project}#${stage}`;
}

function sectionNode(section: StageState, project: string, expanded: boolean): TreeNode {
  const target = { project, stage: section.id };
  return {
    id: stageId(target),
    target,
    label: section.title,
    description: fraction(section.progress),
    icon: GROUP_ICON,
    tooltip: { title: section.title, paragraphs: [] },
    spoken: section.title,
    capabilities: [],
    expanded,
    children: section.criteria.map(criterion => criterionNode(criterion, target)),
  };
}

function tooltip({ title, note, progress }: StageState, standing: string | undefined): Tooltip {
  const lines = [standing, spokenProgress(progress)].filter(line => line !== undefined);
  return {
    title,
    paragraphs: [{ text: capitalised(lines.join(' · ')) }, ...(note ? [{ text: note }] : [])],
  };
}

function capabilities({ status }: StageState): Capability[] {
  switch (status) {
    case 'done':
      return ['reopen'];
    case 'reopened':
      return ['signOff', 'reopen'];
    case 'ready':
      return ['signOff', 'signOffNow'];
    case 'in-progress':
    case 'not-started':
      return ['signOff'];
  }
}
