import type { Severity } from '../../base/finding';
import type { Column, RowMove } from '../../python/flow/columns/holding';
import type { Program } from '../../python/flow/program';
import { siteKey } from '../../python/flow/site';
import type { SpanFix, SpanStep } from '../contract';
import { defineRule } from '../contract';
import type { Learning, Origin } from '../grounds/learnings';
import { answersTheRows, computedColumns, learnings, originsOf, targetColumns } from '../grounds/learnings';
import { onePer, withScoresOf } from '../grounds/onePer';
import { listed } from '../listed';
import { distinctSteps, sourceSteps } from '../wording';

/** A moving statistic of the target that ends in the very row whose target is to be predicted. */
interface Leak {
  readonly feature: Column;
  readonly origin: Origin & { readonly at: RowMove };
  /** What part of a mean the row's own target makes up; 1 where that is not known. */
  readonly share: number;
}

/** What one model learns from, the strongest first. */
interface Match extends Learning {
  readonly leaks: readonly [Leak, ...Leak[]];
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
      computedColumns(learning).flatMap(feature => {
        const leak = leakOf(learning, feature, program);
        return leak ? [{ ...learning, leaks: [leak] } as const] : [];
      }),
    );
  },

  guards: {
    'answers of other rows': (match, program) => !answersTheRows(match, program),
    // A window that reaches beyond its own row is another rule's matter.
    'looks ahead': ({ leaks: [{ origin }] }) => origin.upper > 0,
  },

  merge(matches) {
    const windows = onePer(matches, ({ leaks: [leak] }) => siteKey(leak.origin.at.nameSpan), strongest);
    // They are in the same score: each by itself may be made up for by the others.
    return onePer(windows, ({ fit }) => siteKey(fit.site), together);
  },

  word(match, program) {
    return {
      span: match.leaks[0].origin.at.site,
      severity: severityOf(match),
      message: messageOf(match, program),
      path: pathOf(match),
      scores: match.scores,
    };
  },

  fix: ({ leaks }, program) => shiftFirst(program, leaks),
});

/** A loop makes several features by one window. */
function strongest(known: Match, next: Match): Match {
  const leaks = next.leaks[0].share > known.leaks[0].share ? next.leaks : known.leaks;
  return { ...withScoresOf(known, next), leaks };
}

function together(known: Match, next: Match): Match {
  const [first, ...others] = [...known.leaks, ...next.leaks].toSorted((a, b) => b.share - a.share);
  return { ...withScoresOf(known, next), leaks: first ? [first, ...others] : known.leaks };
}

function leakOf(learning: Learning, feature: Column, program: Program): Leak | undefined {
  const targets = targetColumns(learning, program);
  const ofTarget = originsOf(feature).filter(
    ({ column, lower, upper, by }) =>
      by !== 'statistic' && lower <= 0 && upper >= 0 && targets.includes(column),
  );
  const [found] = ofTarget
    .flatMap(origin => (origin.at && origin.lower < 0 ? [{ ...origin, at: origin.at }] : []))
    .toSorted((a, b) => b.at.share - a.at.share);
  // `price / price.rolling(20).mean()` holds all of the answer besides.
  const share = Math.max(...ofTarget.map(({ at }) => at?.share ?? 1));
  return found && { feature, origin: found, share };
}

/** Of a random walk and of noise, up to this share raises no error of a prediction by more than a tenth, or a twentieth. */
const SMALL = 1 / 7.5;
const TINY = 1 / 14.5;

function severityOf({ leaks: [{ share }] }: Match): Severity {
  if (share > SMALL) return 'error';
  return share > TINY ? 'warning' : 'information';
}

/** `df['sales'].rolling(7)` becomes `df['sales'].shift(1).rolling(7)`; a group has to be kept together by other means. */
function shiftFirst(program: Program, leaks: Match['leaks']): SpanFix | undefined {
  const dots = leaks.map(({ origin: { at } }) => ({
    start: at.nameSpan.start - 1,
    end: at.nameSpan.start,
    at,
  }));
  const fits = dots.every(
    ({ at, ...dot }) => !at.grouped && at.nameSpan.module === undefined && program.textOf(dot) === '.',
  );
  if (!fits) return undefined;
  return {
    title: `Look at earlier rows only: \`.shift(1)\` before \`.${leaks[0].origin.at.method}\``,
    safe: true,
    edits: dots.map(({ start }) => ({ span: { start, end: start }, newText: '.shift(1)' })),
  };
}

function messageOf({ leaks: [leak, ...others], fit, scores }: Match, program: Program): string {
  const { feature, origin } = leak;
  const name = feature.name === undefined ? 'A feature' : `\`${feature.name}\``;
  const target = origin.column.name === undefined ? 'the target' : `\`${origin.column.name}\``;
  const [score] = scores;
  const number = score && fit.kind === 'fit' ? `the score in ${program.whereIs(score)}` : 'any score of it';
  return (
    `${name} is taken by \`${origin.at.method}\` from ${target} up to and with the row itself, whose ${target} is what \`${fit.label}\` in ` +
    `${program.whereIs(fit.site)} is to predict: part of the answer is in the feature${harmOf(leak, number)}. ` +
    `${alsoOf(others)}Put \`.shift(1)\` before \`.${origin.at.method}\`, so that it ends in the row before.`
  );
}

function harmOf({ share }: Leak, number: string): string {
  const part = `${Math.round(100 * share)} % of a mean`;
  if (share === 1) return `, so ${number} cannot be believed`;
  if (share > SMALL) return ` (${part}), so ${number} cannot be believed`;
  return share > TINY
    ? ` (${part}), so ${number} is somewhat better than it should be`
    : `. It is little (${part}): ${number} is hardly another without it, but where the answer is still to come, the feature cannot be computed`;
}

function alsoOf(others: readonly Leak[]): string {
  if (others.length === 0) return '';
  const names = others.flatMap(({ feature }) => (feature.name === undefined ? [] : [`\`${feature.name}\``]));
  const nameless = others.length - names.length;
  const rest = nameless === 0 ? [] : [nameless === 1 ? 'one more feature' : `${nameless} more features`];
  return `${others.length === 1 ? 'So is' : 'So are'} ${listed([...names, ...rest])}. `;
}

function pathOf(match: Match): readonly SpanStep[] {
  const { leaks, fit, scores } = match;
  const note = severityOf(match) === 'error' ? 'this number cannot be believed' : 'this number comes of it';
  return distinctSteps([
    ...sourceSteps(fit.rows),
    ...leaks.flatMap(({ feature, origin }) => [
      { span: origin.at.site, note: 'the window ends in the row whose target is to be predicted' },
      ...(feature.site ? [{ span: feature.site, note: 'the feature is made of it' }] : []),
    ]),
    { span: fit.site, note: `${fit.label} learns from it` },
    ...scores.map(span => ({ span, note })),
  ]);
}
