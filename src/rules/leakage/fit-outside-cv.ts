import type { Severity } from '../../base/finding';
import { isAgainst } from '../../python/flow/effects/models/columnScores';
import type { StatClass, StatTaint } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import { siteKey } from '../../python/flow/site';
import type { SpanStep } from '../contract';
import { defineRule } from '../contract';
import { answersColumn } from '../grounds/declared';
import type { Folding, Preparation } from '../grounds/folding';
import {
  foldings,
  isMeasuredApart,
  knownBeforeSplit,
  mayBeMeasuredApart,
  preparationsOf,
  readScores,
} from '../grounds/folding';
import { HARDLY_CHOOSES, hardlyChooses } from '../grounds/choiceByCut';
import { besides, elsewhereSteps, weightOf } from '../grounds/harm';
import { onePer } from '../grounds/onePer';
import { hasManyColumns } from '../grounds/tableSizes';
import { intoPipeline } from '../fixes/pipelineFix';
import { allRowsOf } from '../rowsInWords';
import { idleReason, isIdleScale } from '../grounds/scaling';
import { callSteps, distinctSteps, named, origin, sourceSteps } from '../wording';

/** What was learned from rows, or made of them, before these rows were cut into folds. */
interface Match {
  /** What reaches the folding that is named, the most harmful first. */
  readonly learned: readonly [Preparation, ...Preparation[]];
  /** What reaches others of the same cause alone. */
  readonly elsewhere?: readonly Preparation[];
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
      one.cls !== 'target-statistic' &&
      one.column !== undefined &&
      one.column === answersColumn(program, folding.target),
    // The rule for that split reports it already, at the same place.
    'known before a split': ({ learned: [one] }, program) => knownBeforeSplit(program, one),
    // Trees ask on which side of a threshold a value lies: scaled or not, it is the same side.
    'scaled for trees': ({ learned: [one], foldings: [folding] }) =>
      folding.blindTo === 'monotone' && isIdle(one, folding),
    'mild, and other rows are measured in the end': (
      { learned: [one], foldings: [folding], inner },
      program,
    ) => isMild(one) && (inner || (folding.form !== 'loop' && mayBeMeasuredApart(program, one))),
    'mild, and nobody reads a score': ({ learned: [one], foldings: [folding] }, program) =>
      isMild(one) && folding.form === 'search' && readScores(program, folding.site).length === 0,
  },

  merge(matches) {
    const alone = matches.filter(({ learned: [one], foldings: [folding] }) => isIdle(one, folding));
    const telling = perCause(matches.filter(match => !alone.includes(match)));
    const told = new Set(telling.flatMap(match => match.learned.map(one => siteKey(one.site))));
    const idle = perCause(alone).filter(({ learned }) => !learned.some(one => told.has(siteKey(one.site))));
    // A hint is given once.
    return [...telling, ...idle.slice(0, 1)];
  },

  word(match, program) {
    const { learned, foldings } = match;
    return {
      span: learned[0].site,
      message: messageOf(match, program),
      severity: severityOf(match, program),
      path: pathOf(match),
      scores: foldings.flatMap(folding => folding.scores),
    };
  },

  fix({ learned, foldings: [folding, ...more] }, program) {
    const [only, ...others] = learned;
    if (only.kind !== 'stat' || others.length > 0 || more.length > 0) return undefined;
    return intoPipeline(program, only, folding);
  },
});

/**
 * Scores of columns against another column than the answers say nothing of these; what the answers of a group come to on
 * average says much of each of them.
 */
function asToAnswers(program: Program, one: Preparation, { target }: Folding): Preparation {
  const answers = answersColumn(program, target);
  if (one.kind === 'stat' && one.grouped && one.column !== undefined && one.column === answers)
    return { ...one, cls: 'target-statistic' };
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

/** With about as many columns as rows to learn it from, what mixes them does depend on a fold. */
function isHeavy(one: Preparation, program: Program): boolean {
  return (
    one.kind === 'dup' ||
    looksAtAnswers(one) ||
    (one.cls === 'projection' && hasManyColumns(program, one.rows))
  );
}

function looksAtAnswers(one: Preparation): boolean {
  return rankOf(one) >= RANKS.indexOf('target-statistic');
}

/** Where other rows are measured in the end, only the choice is wrong: one level less. */
function severityOf(match: Match, program: Program): Severity {
  const {
    learned: [first],
    foldings: [folding],
    inner,
  } = match;
  if (isWeakChoice(match, program)) return 'information';
  if (isIdle(first, folding)) return 'hint';
  if (looksAtAnswers(first)) return inner ? 'warning' : 'error';
  return inner || !isHeavy(first, program) ? 'information' : 'warning';
}

/** What looked at the answers only held each column against a fixed number. */
function isWeakChoice({ learned: [first] }: Match, program: Program): boolean {
  return first.kind === 'stat' && first.cls === 'supervised-selection' && hardlyChooses(program, [first]);
}

/** Least squares make up for a scale. */
function isIdle(one: Preparation, folding: Folding): boolean {
  return one.kind === 'stat' && isIdleScale([one], folding);
}

/** One finding for what one call cuts, and for all that the same statistic is the worst of. */
function perCause(matches: readonly Match[]): readonly Match[] {
  const perNumber = onePer(
    matches,
    ({ foldings: [{ form, order }] }) => `${form} ${order}`,
    (known, next) => withLearned(known, [...known.learned, ...next.learned], known.inner && next.inner),
  );
  const perCut = onePer(perNumber, ({ foldings: [folding] }) => siteKey(folding.site), worseOf);
  return [...onePer(perCut, ({ learned: [first] }) => siteKey(first.site), worseOf)];
}

function withLearned(match: Match, learned: readonly Preparation[], inner: boolean): Match {
  const distinct = new Map(learned.map(one => [siteKey(one.site), one] as const));
  const [first = match.learned[0], ...others] = [...distinct.values()].sort(byHarm);
  return { ...match, learned: [first, ...others], inner };
}

/** The one whose statistic is the worse; of the other one, the foldings that this statistic reaches as well. */
function worseOf(a: Match, b: Match): Match {
  const [told, other] = harmBeside(a.learned[0], b.learned[0]) > 0 ? [b, a] : [a, b];
  const [first] = told.learned;
  const further = [...(told.elsewhere ?? []), ...(other.elsewhere ?? []), ...other.learned];
  const elsewhere = besides(told.learned, further);
  const [folding, ...more] = new Map(
    [...told.foldings, ...(reaches(other, first) ? other.foldings : [])].map(
      one => [siteKey(one.scores[0] ?? one.site), one] as const,
    ),
  ).values();
  return {
    ...told,
    foldings: [folding ?? told.foldings[0], ...more],
    inner: told.inner && other.inner,
    ...(elsewhere && { elsewhere }),
  };
}

function reaches({ learned }: Match, one: Preparation): boolean {
  return learned.some(other => siteKey(other.site) === siteKey(one.site));
}

function byHarm(a: Preparation, b: Preparation): number {
  return harmBeside(a, b) || a.id - b.id;
}

/** More than nought where `b` is the worse. */
function harmBeside(a: Preparation, b: Preparation): number {
  return rankOf(b) - rankOf(a) || weighed(b) - weighed(a);
}

function weighed(one: Preparation): number {
  return one.kind === 'stat' ? weightOf(one) : 0;
}

function messageOf(match: Match, program: Program): string {
  const { learned, foldings: all, inner } = match;
  const [first, ...others] = learned;
  const [folding, ...more] = all;
  const does =
    first.kind === 'dup'
      ? 'makes copies or neighbours of rows'
      : `learns from ${inner ? theTrainingPart(first) : allRowsOf(program, first)}`;
  const also =
    others.length === 0
      ? ''
      : others.length === 1
        ? ' (so does one more step)'
        : ` (so do ${others.length} more steps)`;
  const number = `${named(folding.label)} (${program.whereIs(folding.site)})`;
  const again = more.length === 0 ? '' : more.length === 1 ? ' and one more' : ` and ${more.length} more`;
  return (
    `${named(first.label)} ${does}${also} before they are cut into folds: ` +
    (isIdle(first, folding)
      ? `${idleReason(folding)}, so that ${number} is hardly another where each fold learns it; that of another model on these features may be. `
      : `${number}${again} ${more.length === 0 ? 'scores' : 'score'} ${effectOf(first)}. ${harmOf(match, program)}`) +
    adviceOf(first)
  );
}

function theTrainingPart({ rows }: StatTaint): string {
  const source = origin(rows);
  return `the whole training part${source === undefined ? '' : ` of ${source}`}`;
}

function effectOf(first: Preparation): string {
  return first.kind === 'dup'
    ? 'each fold after training on copies of its own rows'
    : 'each fold with features that its own rows have shaped';
}

function harmOf(match: Match, program: Program): string {
  const {
    learned: [first],
    inner,
  } = match;
  if (isWeakChoice(match, program))
    return `It looked at the answers of these rows, though ${HARDLY_CHOOSES}. `;
  if (inner) return 'What is chosen by these scores is chosen by numbers that are too good. ';
  if (!isHeavy(first, program))
    return 'The bias of such a statistic is usually small; with few rows, many columns or heavy tails it is not. ';
  if (first.kind === 'dup') return 'A copy on the other side rewards the model for remembering it. ';
  return looksAtAnswers(first)
    ? 'It looked at the answers of these rows: even noise can seem to predict. '
    : 'With so many columns for the rows the bias of such a statistic is not small. ';
}

function adviceOf(first: Preparation): string {
  return first.kind === 'dup'
    ? 'Put the sampler into an imblearn Pipeline with the model, so that each fold resamples its own training rows.'
    : 'Put it into a Pipeline with the model, so that each fold learns it from its own training rows.';
}

function pathOf({ learned, elsewhere, foldings: all }: Match): readonly SpanStep[] {
  const [first] = learned;
  return distinctSteps([
    ...sourceSteps(first.kind === 'dup' ? first.of : first.rows),
    ...callSteps(first.calls, 'this call leads to the statistic'),
    ...learned.map(one => ({ span: one.site, note: `${one.label} learns from all rows` })),
    ...all.flatMap(({ site, label, scores, calls }) => [
      ...callSteps(calls, 'this call leads to the folds'),
      { span: site, note: `${label} cuts the rows into folds` },
      ...scores.map(span => ({ span, note: 'a fold is scored' })),
    ]),
    ...elsewhereSteps(elsewhere),
  ]);
}
