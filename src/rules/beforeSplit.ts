import type { FitFact, PredictFact, ScoreFact } from '../python/flow/facts';
import type { Given } from '../python/flow/holding';
import type { Parting, Program } from '../python/flow/program';
import type { Rows } from '../python/flow/rows';
import type { Site } from '../python/flow/site';
import { sameSite, siteKey } from '../python/flow/site';
import type { StatTaint } from '../python/flow/taint';
import { taintsOf, unite } from '../python/flow/taint';
import type { SpanStep } from './contract';
import { measurements, watched } from './heldOut';
import { onePer } from './onePer';
import { callSteps, distinctSteps, fitStep, origin, scoreStep, sourceSteps } from './wording';

/** Statistics over rows that one split parted afterwards, and the first score on one of its sides. */
export interface LearnedBefore {
  /** The most harmful first. */
  readonly statistics: readonly [StatTaint, ...StatTaint[]];
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
      .filter(one => isMatter(one) && sawBoth(program, one, score))
      .map(one => ({ statistics: [one] as const, score, parting }));
  });
}

function sawBoth(program: Program, { rows }: StatTaint, score: ScoreFact | PredictFact): boolean {
  return program.covers(rows, score.rows) && program.covers(rows, score.fit.rows);
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

/**
 * One finding for what one model was given of one split, and for all that shares a statistic with it: two experiments
 * with the same split are two causes. `isWorse` orders the statistics.
 */
export function onePerSplit(
  matches: readonly LearnedBefore[],
  isWorse: (a: StatTaint, b: StatTaint) => number = (): number => 0,
): readonly LearnedBefore[] {
  const byModel = grouped(matches, isWorse, ({ parting, score }) => {
    const split = parting.site ? siteKey(parting.site) : `${parting.a.id} ${parting.b.id}`;
    return `${split} ${siteKey(score.fit.site)}`;
  });
  const causes: LearnedBefore[] = [];
  for (const match of byModel) {
    const at = causes.findIndex(cause => shareStatistic(cause, match));
    const known = causes[at];
    if (known) causes[at] = joined(known, match.statistics, isWorse);
    else causes.push(match);
  }
  return causes;
}

function shareStatistic(a: LearnedBefore, b: LearnedBefore): boolean {
  return a.statistics.some(one => b.statistics.some(other => siteKey(one.site) === siteKey(other.site)));
}

function grouped(
  matches: readonly LearnedBefore[],
  isWorse: (a: StatTaint, b: StatTaint) => number,
  keyOf: (match: LearnedBefore) => string,
): LearnedBefore[] {
  return [...onePer(matches, keyOf, (known, next) => joined(known, next.statistics, isWorse))];
}

function joined(
  match: LearnedBefore,
  more: readonly StatTaint[],
  isWorse: (a: StatTaint, b: StatTaint) => number,
): LearnedBefore {
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
  const rows = origin(first.rows);
  const also = moreStatistics(others, match.score.fit);
  const split = site ? ` by the split in ${program.whereIs(site)}` : '';
  return `all rows${rows ? ` of ${rows}` : ''}${also}, and some of them are held out ${isAfter(first, site) ? 'all the same' : 'afterwards'}${split}`;
}

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
function splitAfter(
  { statistics: [first], parting, score }: LearnedBefore,
  program: Program,
): Site | undefined {
  const { a, site } = parting;
  if (a.kind !== 'part' || !isAfter(first, site)) return site;
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
  const { statistics, score } = match;
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
  ]);
}
