import type { Column, RowMove } from '../../python/flow/columns/holding';
import type { Program } from '../../python/flow/program';
import { siteKey } from '../../python/flow/site';
import type { SpanFix, SpanStep } from '../contract';
import { defineRule } from '../contract';
import { dropMore } from '../fixes/dropMore';
import type { Learning, Origin } from '../grounds/learnings';
import { computedColumns, learnings, originsOf, present, targetColumns } from '../grounds/learnings';
import { onePer, withScoresOf } from '../grounds/onePer';
import { distinctSteps, sourceSteps } from '../wording';

/** A feature that looks at later rows than the one that it stands in. */
interface Match extends Learning {
  readonly feature: Column;
  readonly origin: Origin & { readonly at: RowMove };
}

export const futureValueInFeature = defineRule<Match>({
  id: 'future-value-in-feature',
  code: 'D2',
  group: 'splits',
  stage: 'features',
  severity: 'error',
  tier: 'certain',
  since: '0.1.0',
  outranks: ['target-in-features', 'feature-derived-from-target'],

  find(program) {
    return learnings(program).flatMap(learning =>
      computedColumns(learning).flatMap(feature => matchOf(learning, feature) ?? []),
    );
  },

  guards: {
    // Without a forecast, a row may well be seen together with its neighbours: words of a sentence, a whole recording.
    'no forecast': match => !isForecast(match),
    // The answer itself, under its own name, is another rule's matter.
    'target itself': (match, program) =>
      targetColumns(match, program).some(column => present(match.holding, column) === match.feature),
    // Where the newest row comes first, the next row is the one before.
    'named as the past': ({ feature }) => /prev|lag|last|past|yesterday|before|ago/i.test(feature.name ?? ''),
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

  fix: ({ fit, holding, feature, origin }, program) => {
    const { centre } = origin.at;
    if (centre && centre.module === undefined) return withoutCentre(centre);
    const fix = dropMore(program, { fit, holding }, feature);
    return fix && { ...fix, safe: false };
  },
});

function matchOf(learning: Learning, feature: Column): Match | undefined {
  for (const origin of originsOf(feature)) {
    const { at, upper, by } = origin;
    if (at && by !== 'statistic' && upper > 0) return { ...learning, feature, origin: { ...origin, at } };
  }
  return undefined;
}

/** Is the target a later value, or one of the very numbers that the feature looks ahead at? */
function isForecast({ target, feature }: Match): boolean {
  const own = new Set(originsOf(feature).map(({ column }) => column));
  return target.from.some(({ column, upper }) => {
    const origins = originsOf(column);
    return (
      upper > 0 ||
      column === feature ||
      own.has(column) ||
      origins.some(origin => origin.upper > 0 || own.has(origin.column))
    );
  });
}

function withoutCentre(centre: NonNullable<RowMove['centre']>): SpanFix {
  return {
    title: 'Let the window end in its row: remove `center=True`',
    safe: true,
    edits: [{ span: centre, newText: '' }],
  };
}

function messageOf({ feature, origin, fit, scores }: Match, program: Program): string {
  const name = feature.name === undefined ? 'A feature' : `\`${feature.name}\``;
  const [score] = scores;
  const number = score && fit.kind === 'fit' ? `the score in ${program.whereIs(score)}` : 'any score of it';
  const from = origin.column.name === undefined ? '' : ` of \`${origin.column.name}\``;
  return (
    `${name} holds values${from} from later rows (\`${origin.at.method}\` looks ahead), and \`${fit.label}\` in ` +
    `${program.whereIs(fit.site)} learns from it: when a forecast is made these values are not known yet, so ${number} cannot be believed. ` +
    'Leave it out of the features, or look back instead.'
  );
}

function pathOf({ feature, origin, fit, holding, scores }: Match): readonly SpanStep[] {
  const made = feature.site ? [{ span: feature.site, note: 'the feature is made of it' }] : [];
  const chosen = holding.chosen ? [{ span: holding.chosen.site, note: 'it stays among the features' }] : [];
  return distinctSteps([
    ...sourceSteps(fit.rows),
    { span: origin.at.site, note: 'later rows are looked at' },
    ...made,
    ...chosen,
    { span: fit.site, note: `${fit.label} learns from it` },
    ...scores.map(span => ({ span, note: 'this number cannot be believed' })),
  ]);
}
