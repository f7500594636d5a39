import { capitalised } from '../../base/capitalised';
import type { StageState } from '../../base/outcome';
import type { Capability } from '../../contributes/menus';
import { criterionNode } from './criterion';
import type { Filter } from '../../contributes/filters';
import { showsCriterion } from './filter';
import type { Decoration, Icon, Paragraph, Target, Tooltip, TreeNode } from './node';
import { STATUS_LOOKS, count, fraction, spokenProgress, titleOf } from './words';

/** Where a section of the tracker lies, and how it is shown. */
export interface Section {
  /** The manifest's path. */
  readonly project: string;
  readonly filter: Filter;
  /** The project's next step is in it. */
  readonly isNext: boolean;
}

/** The row of one stage, with its criteria. */
export function stageNode(stage: StageState, section: Section): TreeNode {
  const { words, icon } = STATUS_LOOKS[stage.status];
  // The side bar is narrow: what is urgent comes first.
  const standing = stage.overdue ? `overdue · ${words}` : words;
  const decoration = decorationOf(stage);
  return {
    ...sectionNode(stage, section),
    description: `${fraction(stage.progress)} · ${standing}`,
    icon: stage.overdue ? { ...icon, color: 'list.warningForeground' } : icon,
    tooltip: tooltip(stage, standing),
    ...(decoration ? { decoration } : {}),
    spoken: `Stage ${stage.title}, ${standing.replace(' · ', ', ')}, ${spokenProgress(stage.progress)}`,
    capabilities: [...capabilities(stage), 'addJournalEntry'],
  };
}

const GROUP_ICON: Icon = { name: 'list-unordered' };

/** The row of a group of criteria beside the stages: it has no status and is not signed off. */
export function groupNode(group: StageState, section: Section): TreeNode {
  return {
    ...sectionNode(group, section),
    icon: GROUP_ICON,
    tooltip: tooltip(group, undefined),
    spoken: `Group ${group.title}, ${spokenProgress(group.progress)}`,
  };
}

/** The id of a stage's row. */
export function stageId({ project, stage }: Required<Omit<Target, 'criterion' | 'report'>>): string {
  return `${project}#${stage}`;
}

function sectionNode(section: StageState, { project, filter, isNext }: Section): TreeNode {
  const target = { project, stage: section.id };
  const criteria = section.criteria.filter(criterion => showsCriterion(filter, criterion));
  return {
    id: stageId(target),
    target,
    label: section.title,
    description: fraction(section.progress),
    icon: GROUP_ICON,
    tooltip: { title: section.title, paragraphs: [] },
    spoken: section.title,
    capabilities: [],
    // What is left of a tree by a filter is what somebody wants to see.
    expanded: isNext || filter !== 'all',
    children: criteria.map(criterion => criterionNode(criterion, target)),
  };
}

function tooltip(stage: StageState, standing: string | undefined): Tooltip {
  const { title, note, progress } = stage;
  const lines = [standing, spokenProgress(progress)].filter(line => line !== undefined);
  return {
    title,
    paragraphs: [
      { text: capitalised(lines.join(' · ')) },
      ...(note ? [{ text: note }] : []),
      ...failures(stage),
    ],
  };
}

const MOST_FAILURES = 5;

/** What is unmet, and where to go for it. The note of a reopened stage has the reasons already. */
function failures({ criteria, note }: StageState): Paragraph[] {
  const unmet = criteria.filter(({ outcome }) => outcome === 'unmet');
  const more = unmet.length - MOST_FAILURES;
  return [
    ...unmet.slice(0, MOST_FAILURES).map(({ id, ask, reason, location }) => ({
      label: titleOf(id),
      text: note === undefined ? reason : ask,
      ...(location ? { place: location } : {}),
    })),
    ...(more > 0 ? [{ text: `… and ${more} more.` }] : []),
  ];
}

/** Only what is out of the ordinary is marked: at the beginning, nearly everything is unmet. */
function decorationOf({ status, overdue, criteria }: StageState): Decoration | undefined {
  if (status === 'reopened') {
    const unmet = criteria.filter(({ outcome }) => outcome === 'unmet').length;
    const words = `${count(unmet, 'criterion', 'criteria')} unmet again`;
    return { kind: 'reopened', badge: unmet > 9 ? '9+' : String(unmet), words };
  }
  return overdue ? { kind: 'overdue', badge: '!', words: 'overdue' } : undefined;
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
