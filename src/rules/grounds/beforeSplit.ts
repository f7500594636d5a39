import type { FitFact, PredictFact, ScoreFact } from '../../python/flow/facts';
import type { Given } from '../../python/flow/columns/holding';
import type { Parting, Program } from '../../python/flow/program';
import type { Rows } from '../../python/flow/rows/rows';
import type { Site } from '../../python/flow/site';
import { sameSite, siteKey } from '../../python/flow/site';
import type { StatTaint } from '../../python/flow/taint';
import { taintsOf, unite } from '../../python/flow/taint';
import type { SpanStep } from '../contract';
import { besides, elsewhereSteps } from './harm';
import { measurements, watched } from './heldOut';
import { onePer } from './onePer';
import { rowsOfSide } from './ownRows';
import { allRowsOf } from '../rowsInWords';
import { callSteps, distinctSteps, fitStep, scoreStep, sourceSteps } from '../wording';

/** Statistics over rows that one split parted afterwards, and the first score on one of its sides. */
export interface LearnedBefore {
  /** Those that reach this score, the most harmful first. */
  readonly statistics: readonly [StatTaint, ...StatTaint[]];
  /** Those that reach other scores of the same cause alone. */
  readonly elsewhere?: readonly StatTaint[];
  readonly score: ScoreFact | PredictFact;
  readonly parting: Parting;
}

/** What a rule asks of one statistic, before those of one split are put together. */
export type OneBefore = LearnedBefore & { readonly statistics: readonly [StatTaint] };

/**
 * Statistics that saw both the scored rows and the training rows, and are in what the model was given: each with each
 * measurement, for the kind of statistic that the rule is about.
 */
export function learnedBefore(
  program: Program,
  isMatter: (statistic: StatTaint) => boolean,
): readonly LearnedBefore[] {
  return [...measurements(program), ...watched(program)].flatMap(score => {
    const parting = program.parting(score.rows, score.fit.rows);
    if (!parting) return [];
    return taintsOf(unite(score.taints, score.fit.taints), 'stat')
      .filter(
        one => isMatter(one) && sawBoth(program, one, [score.rows, ...rowsOfSide(score.fit.rows, parting.b)]),
      )
      .map(one => ({ statistics: [one] as const, score, parting }));
  });
}

function sawBoth(program: Program, { rows }: StatTaint, sides: readonly Rows[]): boolean {
  return sides.every(side => program.covers(rows, side));
}

/**
 * The rows are only a training part, and the part beside it is measured: the later split serves to choose, and the
 * final number is untouched.
 */
export function isInner(program: Program, rows: Rows): boolean {
  return measurements(program).some(other => {
    const parting = program.parting(other.rows, rows);
    return parting !== undefined && parting.form !== 'folds' && program.disjoint(other.rows, rows);
  });
}

/** Orders statistics: the worse one first. */
type IsWorse = (a: StatTaint, b: StatTaint) => number;

/**
 * One finding for what one model was given of one split, and for all that shares a statistic with it: two experiments
 * with the same split are two causes. The score that is named is the first of those that the worst statistic reaches.
 */
export function onePerSplit(
  matches: readonly LearnedBefore[],
  isWorse: IsWorse = (): number => 0,
): readonly LearnedBefore[] {
  const byScore = onePer(matches, keyOfScore, (known, next) => joined(known, next.statistics, isWorse));
  const causes: LearnedBefore[] = [];
  for (const match of onePer(byScore, keyOfModel, (a, b) => worseOf(a, b, isWorse))) {
    const at = causes.findIndex(cause => shareStatistic(cause, match));
    const known = causes[at];
    if (known) causes[at] = worseOf(known, match, isWorse);
    else causes.push(match);
  }
  return causes;
}

function keyOfScore(match: LearnedBefore): string {
  return `${keyOfModel(match)} ${match.score.kind} ${siteKey(match.score.site)} ${match.score.order}`;
}

function keyOfModel({ parting, score }: LearnedBefore): string {
  const split = parting.site ? siteKey(parting.site) : `${parting.a.id} ${parting.b.id}`;
  return `${split} ${siteKey(score.fit.site)}`;
}

/** The score that the worse statistic reaches; what reaches the other one alone is told in the path. */
function worseOf(a: LearnedBefore, b: LearnedBefore, isWorse: IsWorse): LearnedBefore {
  const [told, other] = isWorse(a.statistics[0], b.statistics[0]) > 0 ? [b, a] : [a, b];
  const further = [...(told.elsewhere ?? []), ...reachedBy(other)];
  const elsewhere = besides(told.statistics, further);
  return elsewhere ? { ...told, elsewhere } : told;
}

function shareStatistic(a: LearnedBefore, b: LearnedBefore): boolean {
  const sites = new Set(reachedBy(a).map(one => siteKey(one.site)));
  return reachedBy(b).some(one => sites.has(siteKey(one.site)));
}

function reachedBy({ statistics, elsewhere = [] }: LearnedBefore): readonly StatTaint[] {
  return [...statistics, ...elsewhere];
}

function joined(match: LearnedBefore, more: readonly StatTaint[], isWorse: IsWorse): LearnedBefore {
  const distinct = new Map<string, StatTaint>();
  for (const one of [...match.statistics, ...more])
    if (!distinct.has(siteKey(one.site))) distinct.set(siteKey(one.site), one);
  const [first, ...others] = [...distinct.values()].sort((a, b) => isWorse(a, b) || a.id - b.id);
  return first ? { ...match, statistics: [first, ...others] } : match;
}

/** `all rows of data.csv, as do 2 more statistics, and some of them are held out afterwards by the split in line 9` */
export function allRowsThenSplit(match: LearnedBefore, program: Program): string {
  const { statistics } = match;
  const [first, ...others] = statistics;
  const site = splitAfter(match, program);
  const also = moreStatistics(distinctTexts(first, others, program), match.score.fit);
  const split = site ? ` by the split in ${program.whereIs(site)}` : '';
  return `${allRowsOf(program, first)}${also}, and some of them are held out ${isAfter(first, site) ? 'all the same' : 'afterwards'}${split}`;
}

/** `(x - x.min()) / (x.max() - x.min())` has two statistics. */
function distinctTexts(
  first: StatTaint,
  others: readonly StatTaint[],
  program: Program,
): readonly StatTaint[] {
  return others.filter(
    (one, i) => ![first, ...others.slice(0, i)].some(before => isWrittenTwice(before, one, program)),
  );
}

function isWrittenTwice(a: StatTaint, b: StatTaint, program: Program): boolean {
  const near = a.site.module === b.site.module && Math.abs(a.site.start - b.site.start) < NEAR;
  return (
    near &&
    !a.transformer &&
    !b.transformer &&
    a.label === b.label &&
    a.rows === b.rows &&
    program.textOf(a.site) === program.textOf(b.site)
  );
}

/** As far apart as places of one formula are. */
const NEAR = 100;

/** Where the features are not known column by column, a statistic of one column need not be in them. */
function moreStatistics(others: readonly StatTaint[], { columns }: FitFact): string {
  if (others.length === 0) return '';
  const more =
    others.length === 1 ? ', as does one more statistic' : `, as do ${others.length} more statistics`;
  return others.every(one => isGiven(one, columns))
    ? more
    : `${more} whose columns may be among the features`;
}

function isGiven({ column }: StatTaint, { holding }: Given): boolean {
  if (!holding || holding.span) return false;
  const keepsOthers = holding.table !== undefined;
  if (column === undefined) return keepsOthers;
  return holding.columns.has(column) || (keepsOthers && !holding.without.has(column));
}

/** Where the rows part; of splits with the same seed, which part them alike, the one that what was learned went through. */
export function splitAfter(
  { statistics: [first], parting, score }: LearnedBefore,
  program: Program,
): Site | undefined {
  const { a, site } = parting;
  if (a.kind !== 'part') return site;
  const passed = program
    .all('split')
    .find(
      ({ split, carried, order }) =>
        split === a.split && order < score.order && carried?.includes(first) === true,
    );
  if (passed || !isAfter(first, site)) return passed?.site ?? site;
  const learned = program
    .all('statistic')
    .findLast(one => sameSite(one.site, first.site) && one.order < score.order);
  const again = program
    .all('split')
    .find(
      ({ split, order }) => split === a.split && order > (learned?.order ?? Infinity) && order < score.order,
    );
  return again?.site ?? site;
}

/** The split stands above: what learns sees the rows of both sides once more. */
function isAfter({ site }: StatTaint, split: Site | undefined): boolean {
  return split !== undefined && split.module === site.module && split.start < site.start;
}

export function pathBefore(match: LearnedBefore, program: Program): readonly SpanStep[] {
  const { statistics, elsewhere, score } = match;
  const [first] = statistics;
  const site = splitAfter(match, program);
  const note = isAfter(first, site) ? 'the rows are split here' : 'the rows are split only here';
  const split = site ? [{ span: site, note }] : [];
  return distinctSteps([
    ...sourceSteps(first.rows),
    ...callSteps(first.calls, 'this call leads to the statistic'),
    ...statistics.map(one => ({ span: one.site, note: `${one.label} learns from all rows` })),
    ...split,
    fitStep(score.fit),
    scoreStep(score),
    ...elsewhereSteps(elsewhere),
  ]);
}
