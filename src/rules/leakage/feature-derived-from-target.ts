import type { Column } from '../../python/flow/columns/holding';
import type { Program } from '../../python/flow/program';
import { siteKey } from '../../python/flow/site';
import type { SpanStep } from '../contract';
import { defineRule } from '../contract';
import { dropMore } from '../fixes/dropMore';
import type { Learning, Origin } from '../grounds/learnings';
import {
  answersTheRows,
  computedColumns,
  isInflation,
  isRowWise,
  learnings,
  originsOf,
  placeOf,
  present,
  targetColumns,
} from '../grounds/learnings';
import { onePer, withScoresOf } from '../grounds/onePer';
import { distinctSteps, sourceSteps } from '../wording';

/** A feature that was computed, row by row, from the answer to be predicted. */
interface Match extends Learning {
  readonly feature: Column;
  readonly origin: Origin;
}

export const featureDerivedFromTarget = defineRule<Match>({
  id: 'feature-derived-from-target',
  code: 'A10',
  group: 'leakage',
  stage: 'features',
  severity: 'error',
  tier: 'probable',
  since: '0.1.0',

  find(program) {
    return learnings(program).flatMap(learning =>
      computedColumns(learning).flatMap(feature => matchOf(learning, feature, program) ?? []),
    );
  },

  guards: {
    'answers of other rows': (match, program) => !answersTheRows(match, program),
    // Each column in turn is told from the others: that it can be is what is asked.
    'a column is held against the others': ({ fit }, program) => isInflation(program, fit),
    // The answer itself, under its own name, is another rule's matter.
    'target itself': (match, program) =>
      targetColumns(match, program).some(column => present(match.holding, column) === match.feature),
  },

  merge: matches =>
    onePer(
      matches,
      match => {
        const { site, id } = match.feature;
        return site ? siteKey(site) : String(id);
      },
      withScoresOf,
    ),

  word(match, program) {
    return {
      span: match.feature.site ?? placeOf(match),
      severity: tellsTheTarget(match) ? 'error' : 'warning',
      message: messageOf(match, program),
      path: pathOf(match),
      scores: match.scores,
    };
  },

  fix: ({ fit, holding, feature }, program) => {
    const fix = dropMore(program, { fit, holding }, feature);
    return fix && { ...fix, safe: false };
  },
});

function matchOf(learning: Learning, feature: Column, program: Program): Match | undefined {
  const targets = targetColumns(learning, program);
  const origin = originsOf(feature).find(one => isRowWise(one) && targets.includes(one.column));
  return origin && { ...learning, feature, origin };
}

/** Was nothing but the target put in? */
function tellsTheTarget({ feature }: Match): boolean {
  return feature.whole && feature.from.length === 1;
}

function messageOf({ feature, origin, fit, scores }: Match, program: Program): string {
  const name = feature.name === undefined ? 'A feature' : `\`${feature.name}\``;
  const target = origin.column.name === undefined ? 'the target' : `\`${origin.column.name}\``;
  const [score] = scores;
  const number = score && fit.kind === 'fit' ? `the score in ${program.whereIs(score)}` : 'any score of it';
  return (
    `${name} is computed from ${target}, which \`${fit.label}\` in ${program.whereIs(fit.site)} is to predict, and is one of its ` +
    `features: it holds the answer, and will not be known when it is asked for, so ${number} cannot be believed. ` +
    `Leave ${name} out of the features, or compute it from what is known beforehand.`
  );
}

function pathOf({ feature, fit, holding, scores }: Match): readonly SpanStep[] {
  const made = feature.site ? [{ span: feature.site, note: 'the feature is computed from the target' }] : [];
  const chosen = holding.chosen ? [{ span: holding.chosen.site, note: 'it stays among the features' }] : [];
  return distinctSteps([
    ...sourceSteps(fit.rows),
    ...made,
    ...chosen,
    { span: fit.site, note: `${fit.label} learns from it` },
    ...scores.map(span => ({ span, note: 'this number cannot be believed' })),
  ]);
}
