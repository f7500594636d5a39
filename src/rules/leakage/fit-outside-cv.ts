import type { Severity } from '../../base/finding';
import { isAgainst } from '../../python/flow/effects/columnScores';
import type { StatClass } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import { siteKey } from '../../python/flow/site';
import type { SpanStep } from '../contract';
import { defineRule } from '../contract';
import { answersColumn } from '../declared';
import type { Folding, Preparation } from '../folding';
import {
  foldings,
  isMeasuredApart,
  knownBeforeSplit,
  mayBeMeasuredApart,
  preparationsOf,
  readScores,
} from '../folding';
import { intoPipeline } from '../pipelineFix';
import { isIdleScale } from '../scaling';
import { callSteps, distinctSteps, named, origin, sourceSteps } from '../wording';

/** What was learned from rows, or made of them, before these rows were cut into folds. */
interface Match {
  /** The most harmful first. */
  readonly learned: readonly [Preparation, ...Preparation[]];
  /** The first of them is named. */
  readonly foldings: readonly [Folding, ...Folding[]];
  /** The folds serve to choose: other rows are measured in the end, that nothing here has seen. */
  readonly inner: boolean;
}

export const fitOutsideCv = defineRule<Match>({
  id: 'fit-outside-cv',
  code: 'A6',
  group: 'leakage',
  stage: 'model-selection',
  severity: 'error',
  tier: 'certain',
  since: '0.1.0',
  outranks: ['tuned-cv-score-reported'],

  find(program) {
    return foldings(program).flatMap(folding =>
      preparationsOf(program, folding).map((one): Match => ({
        learned: [asToAnswers(program, one, folding)],
        foldings: [folding],
        inner: isMeasuredApart(program, one),
      })),
    );
  },

  guards: {
    'harmless class': ({ learned: [one] }) => one.kind === 'stat' && !RANKS.includes(one.cls),
    'statistic of the target': ({ learned: [one], foldings: [folding] }, program) =>
      one.kind === 'stat' &&
      one.column !== undefined &&
      one.column === answersColumn(program, folding.target),
    // The rule for that split reports it already, at the same place.
    'known before a split': ({ learned: [one] }, program) => knownBeforeSplit(program, one),
    // Trees ask on which side of a threshold a value lies: scaled or not, it is the same side.
    'scaled for trees': ({ learned: [one], foldings: [folding] }, program) =>
      one.kind === 'stat' && isIdleScale([one], folding, program),
    'mild, and other rows are measured in the end': (
      { learned: [one], foldings: [folding], inner },
      program,
    ) => isMild(one) && (inner || (folding.form !== 'loop' && mayBeMeasuredApart(program, one))),
    'mild, and nobody reads a score': ({ learned: [one], foldings: [folding] }, program) =>
      isMild(one) && folding.form === 'search' && readScores(program, folding.site).length === 0,
  },

  merge(matches) {
    const bySplit = grouped(matches, ({ foldings: [folding] }) => siteKey(folding.site));
    return grouped(bySplit, ({ learned: [first] }) => siteKey(first.site));
  },

  word(match, program) {
    const [first] = match.learned;
    return {
      span: first.site,
      message: messageOf(match, program),
      severity: severityOf(match),
      path: pathOf(match),
      scores: match.foldings.flatMap(folding => folding.scores),
    };
  },

  fix({ learned, foldings: [folding, ...more] }, program) {
    const [only, ...others] = learned;
    if (only.kind !== 'stat' || others.length > 0 || more.length > 0) return undefined;
    return intoPipeline(program, only, folding);
  },
});

/** Scores of columns against another column than the answers say nothing of these. */
function asToAnswers(program: Program, one: Preparation, { target }: Folding): Preparation {
  const answers = answersColumn(program, target);
  if (one.kind === 'dup' || one.cls !== 'supervised-selection' || answers === undefined) return one;
  return isAgainst(one, answers) ? one : { ...one, cls: 'unsupervised-selection' };
}

/** From mild to worse. Rows made out of others are the worst: a copy of a row gives its answer away. */
const RANKS: readonly (StatClass | 'copies')[] = [
  'location',
  'vocabulary',
  'unsupervised-selection',
  'projection',
  'target-statistic',
  'supervised-selection',
  'copies',
];

function rankOf(one: Preparation): number {
  return RANKS.indexOf(one.kind === 'dup' ? 'copies' : one.cls);
}

/** A scale, or which words there are, hardly depends on a fold. */
function isMild(one: Preparation): boolean {
  return one.kind === 'stat' && (one.cls === 'location' || one.cls === 'vocabulary');
}

function looksAtAnswers(one: Preparation): boolean {
  return rankOf(one) >= RANKS.indexOf('target-statistic');
}

/** Where other rows are measured in the end, only the choice is wrong: one level less. */
function severityOf({ learned: [first], inner }: Match): Severity {
  if (looksAtAnswers(first)) return inner ? 'warning' : 'error';
  return isMild(first) || inner ? 'information' : 'warning';
}

function grouped(matches: Iterable<Match>, keyOf: (match: Match) => string): Iterable<Match> {
  const byKey = new Map<string, Match>();
  for (const match of matches) {
    const known = byKey.get(keyOf(match));
    byKey.set(keyOf(match), known ? joined(known, match) : match);
  }
  return byKey.values();
}

function joined(a: Match, b: Match): Match {
  const learned = new Map([...a.learned, ...b.learned].map(one => [siteKey(one.site), one] as const));
  const [first = a.learned[0], ...others] = [...learned.values()].sort(
    (x, y) => rankOf(y) - rankOf(x) || x.id - y.id,
  );
  const [folding = a.foldings[0], ...more] = new Map(
    [...a.foldings, ...b.foldings].map(one => [siteKey(one.scores[0] ?? one.site), one] as const),
  ).values();
  return { learned: [first, ...others], foldings: [folding, ...more], inner: a.inner && b.inner };
}

function messageOf(match: Match, program: Program): string {
  const { learned, foldings: all, inner } = match;
  const [first, ...others] = learned;
  const [folding, ...more] = all;
  const rows = origin(first.kind === 'dup' ? first.of : first.rows);
  const does =
    first.kind === 'dup'
      ? 'makes copies or neighbours of rows'
      : `learns from ${inner ? 'the whole training part' : 'all rows'}${rows ? ` of ${rows}` : ''}`;
  const also =
    others.length === 0
      ? ''
      : others.length === 1
        ? ' (so does one more step)'
        : ` (so do ${others.length} more steps)`;
  const number = `${named(folding.label)} (${program.whereIs(folding.site)})`;
  const again = more.length === 0 ? '' : more.length === 1 ? ' and one more' : ` and ${more.length} more`;
  return (
    `${named(first.label)} ${does}${also} before they are cut into folds: ${number}${again} ` +
    `${more.length === 0 ? 'scores' : 'score'} ${effectOf(first)}. ` +
    harmOf(match) +
    adviceOf(first)
  );
}

function effectOf(first: Preparation): string {
  return first.kind === 'dup'
    ? 'each fold after training on copies of its own rows'
    : 'each fold with features that its own rows have shaped';
}

function harmOf({ learned: [first], inner }: Match): string {
  if (inner) return 'What is chosen by these scores is chosen by numbers that are too good. ';
  if (isMild(first))
    return 'The bias of such a statistic is usually small; with few rows, many columns or heavy tails it is not. ';
  if (first.kind === 'dup') return 'A copy on the other side rewards the model for remembering it. ';
  return looksAtAnswers(first)
    ? 'It looked at the answers of these rows: even noise can seem to predict. '
    : '';
}

function adviceOf(first: Preparation): string {
  return first.kind === 'dup'
    ? 'Put the sampler into an imblearn Pipeline with the model, so that each fold resamples its own training rows.'
    : 'Put it into a Pipeline with the model, so that each fold learns it from its own training rows.';
}

function pathOf({ learned, foldings: all }: Match): readonly SpanStep[] {
  const [first] = learned;
  return distinctSteps([
    ...sourceSteps(first.kind === 'dup' ? first.of : first.rows),
    ...callSteps(first.calls, 'this call leads to the statistic'),
    ...learned.map(one => ({ span: one.site, note: `${one.label} learns from all rows` })),
    ...all.flatMap(({ site, label, scores }) => [
      { span: site, note: `${label} cuts the rows into folds` },
      ...scores.map(span => ({ span, note: 'a fold is scored' })),
    ]),
  ]);
}
