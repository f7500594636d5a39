import { capitalised } from '../../base/capitalised';
import type { CriterionState } from '../../base/outcome';
import type { Capability } from '../../contributes/menus';
import type { Decoration, Target, Tooltip, TreeNode } from './node';
import { OUTCOME_LOOKS, plain, shortened, titleOf } from './words';

const REASON_LIMIT = 120;

type Stage = Required<Omit<Target, 'criterion' | 'report'>>;

/** The row of one criterion. */
export function criterionNode(criterion: CriterionState, stage: Stage): TreeNode {
  const { words, icon } = OUTCOME_LOOKS[criterion.outcome];
  const label = titleOf(criterion.id);
  return {
    id: criterionId(stage, criterion.id),
    target: {
      ...stage,
      criterion: criterion.id,
      ...(criterion.report !== undefined && { report: criterion.report }),
    },
    label,
    description: shortened(criterion.reason, REASON_LIMIT),
    icon,
    tooltip: tooltip(criterion, words),
    ...(criterion.outcome === 'waived' ? { decoration: WAIVED } : {}),
    spoken: `${label}, ${words}. ${plain(criterion.reason)}`,
    capabilities: capabilities(criterion),
    ...(hasBox(criterion) ? { checked: criterion.outcome === 'met' } : {}),
    ...(criterion.location ? { place: criterion.location } : {}),
    expanded: false,
    children: [],
  };
}

const WAIVED: Decoration = { kind: 'waived', words: 'waived' };

/** The id of a criterion's row. */
export function criterionId({ project, stage }: Stage, criterion: string): string {
  return `${project}#${stage}/${criterion}`;
}

/** A person may answer what waits for a person, and what no machine can tell. */
export function isTickable({ manual, outcome }: CriterionState): boolean {
  return outcome === 'unknown' || (manual && outcome === 'unmet');
}

/** The waiver of a waived criterion comes before its tick. */
export function isUntickable({ tick, outcome }: CriterionState): boolean {
  return tick !== undefined && outcome !== 'waived';
}

/** What is met needs no waiver. */
export function isWaivable({ outcome }: CriterionState): boolean {
  return outcome === 'unmet' || outcome === 'unknown';
}

/** A waived criterion has nothing to tick: the waiver answers it. */
function hasBox({ manual, outcome }: CriterionState): boolean {
  return manual && outcome !== 'waived';
}

function tooltip({ ask, help, evidence, reason }: CriterionState, outcome: string): Tooltip {
  return {
    title: ask,
    paragraphs: [
      { label: capitalised(outcome), text: reason },
      ...(help ? [{ text: help }] : []),
      { label: 'Evidence', text: evidence },
    ],
  };
}

function capabilities(criterion: CriterionState): Capability[] {
  const { outcome, location, rule, report } = criterion;
  const applies = {
    tick: isTickable(criterion),
    untick: isUntickable(criterion),
    waive: isWaivable(criterion),
    unwaive: outcome === 'waived',
    openEvidence: location !== undefined,
    openReport: report !== undefined,
    explain: rule !== undefined,
    runCheck: (criterion.commands ?? []).length > 0,
  } satisfies Partial<Record<Capability, boolean>>;
  return (Object.keys(applies) as (keyof typeof applies)[]).filter(capability => applies[capability]);
}
