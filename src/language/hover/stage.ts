import { capitalised } from '../../base/capitalised';
import { criterionOf, criterionState, stageOf, stageState } from '../judged';
import { plain, sentence } from '../markdown';
import type { Surroundings } from '../surroundings';

/** What a stage is called, and how it stands. */
export function stageHover(id: string, around: Surroundings): readonly string[] {
  const stage = stageOf(around, id);
  const state = stageState(around, id);
  if (!stage) return [`**${plain(id)}**`, 'The lifecycle has no such stage.'];
  return [
    `**${plain(stage.title)}**`,
    ...(state
      ? [`${stageWords(state)}.`, ...(state.note === undefined ? [] : [sentence(state.note)])]
      : [`${stage.criteria.length} criteria.`]),
  ];
}

/** `In progress, overdue: 3 of 5 criteria met` */
export function stageWords({
  status,
  overdue,
  progress,
}: Pick<NonNullable<ReturnType<typeof stageState>>, 'status' | 'overdue' | 'progress'>): string {
  const words = status.replaceAll('-', ' ');
  const head = `${capitalised(words)}${overdue ? ', overdue' : ''}`;
  return `${head}: ${progress.met} of ${progress.total} criteria met`;
}

/** What a criterion asks, what answers it, and what came of it. */
export function criterionHover(stage: string, id: string, around: Surroundings): readonly string[] {
  const criterion = criterionOf(around, stage, id);
  const state = criterionState(around, stage, id);
  const ask = state?.ask ?? criterion?.ask;
  const help = state?.help ?? criterion?.help;
  if (ask === undefined) return [`**${plain(id)}**`, 'The lifecycle has no such criterion in this stage.'];
  return [
    `**${plain(ask)}**`,
    ...(help === undefined ? [] : [sentence(help)]),
    ...(state
      ? [`*${state.outcome}*: ${sentence(state.reason)}`, `Evidence: ${sentence(state.evidence)}.`]
      : []),
  ];
}

/** The rule that explains a criterion. */
export function ruleOfCriterion(stage: string, id: string, around: Surroundings): string | undefined {
  return criterionState(around, stage, id)?.rule ?? criterionOf(around, stage, id)?.rule;
}
