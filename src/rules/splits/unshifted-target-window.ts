import type { Column, RowMove } from '../../python/flow/columns/holding';
import type { Program } from '../../python/flow/program';
import { siteKey } from '../../python/flow/site';
import type { SpanFix, SpanStep } from '../contract';
import { defineRule } from '../contract';
import type { Learning, Origin } from '../grounds/learnings';
import { answersTheRows, computedColumns, learnings, originsOf, targetColumns } from '../grounds/learnings';
import { onePer, withScoresOf } from '../grounds/onePer';
import { distinctSteps, sourceSteps } from '../wording';

/** A moving statistic of the target that ends in the very row whose target is to be predicted. */
interface Match extends Learning {
  readonly feature: Column;
  readonly origin: Origin & { readonly at: RowMove };
}

export const unshiftedTargetWindow = defineRule<Match>({
  id: 'unshifted-target-window',
  code: 'D3',
  group: 'splits',
  stage: 'features',
  severity: 'error',
  tier: 'certain',
  since: '0.1.0',

  find(program) {
    return learnings(program).flatMap(learning =>
      computedColumns(learning).flatMap(feature => matchOf(learning, feature, program) ?? []),
    );
  },

  guards: {
    'answers of other rows': (match, program) => !answersTheRows(match, program),
    // A window that reaches beyond its own row is another rule's matter.
    'looks ahead': ({ origin }) => origin.upper > 0,
  },

  merge: matches => onePer(matches, match => siteKey(match.origin.at.nameSpan), withScoresOf),

  word(match, program) {
    return {
      span: match.origin.at.site,
      message: messageOf(match, program),
      path: pathOf(match),
      scores: match.scores,
    };
  },

  fix: ({ origin }, program) => shiftFirst(program, origin.at),
});

function matchOf(learning: Learning, feature: Column, program: Program): Match | undefined {
  const targets = targetColumns(learning, program);
  for (const origin of originsOf(feature)) {
    const { at, column, lower, upper, by } = origin;
    if (at && by !== 'statistic' && lower < 0 && upper >= 0 && targets.includes(column))
      return { ...learning, feature, origin: { ...origin, at } };
  }
  return undefined;
}

/** `df['sales'].rolling(7)` becomes `df['sales'].shift(1).rolling(7)`; a group has to be kept together by other means. */
function shiftFirst(program: Program, { nameSpan, grouped, method }: RowMove): SpanFix | undefined {
  const dot = { start: nameSpan.start - 1, end: nameSpan.start };
  if (grouped || nameSpan.module !== undefined || program.textOf(dot) !== '.') return undefined;
  return {
    title: `Look at earlier rows only: \`.shift(1)\` before \`.${method}\``,
    safe: true,
    edits: [{ span: { start: dot.start, end: dot.start }, newText: '.shift(1)' }],
  };
}

function messageOf({ feature, origin, fit, scores }: Match, program: Program): string {
  const name = feature.name === undefined ? 'A feature' : `\`${feature.name}\``;
  const target = origin.column.name === undefined ? 'the target' : `\`${origin.column.name}\``;
  const [score] = scores;
  const number = score && fit.kind === 'fit' ? `the score in ${program.whereIs(score)}` : 'any score of it';
  return (
    `${name} is taken by \`${origin.at.method}\` from ${target} up to and with the row itself, whose ${target} is what \`${fit.label}\` in ` +
    `${program.whereIs(fit.site)} is to predict: part of the answer is in the feature, so ${number} cannot be believed. ` +
    `Put \`.shift(1)\` before \`.${origin.at.method}\`, so that it ends in the row before.`
  );
}

function pathOf({ feature, origin, fit, scores }: Match): readonly SpanStep[] {
  const made = feature.site ? [{ span: feature.site, note: 'the feature is made of it' }] : [];
  return distinctSteps([
    ...sourceSteps(fit.rows),
    { span: origin.at.site, note: 'the window ends in the row whose target is to be predicted' },
    ...made,
    { span: fit.site, note: `${fit.label} learns from it` },
    ...scores.map(span => ({ span, note: 'this number cannot be believed' })),
  ]);
}
