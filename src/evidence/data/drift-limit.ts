import type { Verdict } from '../../base/outcome';
import type { Place } from '../../base/place';
import type { DriftProfile } from '../../data/profile';
import type { DriftLimit } from '../../manifest/evidence';
import { holm } from '../../statistics/tests/multiple';
import type { EvidenceContext } from '../context';
import { met, unknown, unmet } from '../context';
import { counted, shown } from '../words';
import type { Limit } from './bound';
import { holds, isUpper, limitOf } from './bound';
import type { DriftMeasure } from './drift-measure';
import { DRIFT_WORDS, measuresOf } from './drift-measure';

/** Of so many comparisons without drift one may stray, over all columns together. */
const LEVEL = 0.95;

/** Does every column keep a limit? The worst one decides, and is named. */
export function judgeDriftLimit(
  context: EvidenceContext,
  drift: DriftProfile,
  { of, bound }: DriftLimit,
  place: Place,
): Verdict {
  const found = limitOf(context, bound);
  if ('verdict' in found) return found.verdict;
  const measures = measuresOf(of, drift.columns);
  const isTest = !isUpper(found.limit) && (of === 'ks' || of === 'chi2');
  const judgement = isTest
    ? judgeP(measures, found.limit)
    : judgeSize(measures, found.limit, DRIFT_WORDS[of], drift);
  const { reference, current } = drift.question;
  return judgement.as(`${current} against ${reference}: ${judgement.reason}`, place);
}

interface Judgement {
  readonly as: typeof met;
  readonly reason: string;
}

/**
 * How large is the drift? With few rows a statistic is large without any: where chance alone reaches the limit, neither
 * keeping nor breaking it says something, unless it is broken by more than chance.
 */
function judgeSize(
  measures: readonly DriftMeasure[],
  limit: Limit,
  name: string,
  drift: DriftProfile,
): Judgement {
  const level = 1 - (1 - LEVEL) / measures.length;
  const worst = largest(measures, ({ value }) => value);
  const broken = measures.filter(({ value, chance }) => !holds(limit, value) && value > chance(level));
  const vague = measures.filter(({ value, chance }) => !holds(limit, value) || !holds(limit, chance(level)));
  const shownOne = broken.length > 0 ? largest(broken, ({ value }) => value) : worst;
  const reason = `${wording(shownOne, name, drift, measures.length)}; ${limit.words}. Without drift ${chanceWords(shownOne, level)}`;
  if (broken.length > 0) return { as: unmet, reason: `${reason}.` };
  if (vague.length === 0) return { as: met, reason: `${reason}.` };
  const doubtful = largest(vague, ({ value }) => value);
  const few = `\`${doubtful.column.column}\` has too few rows to tell: without drift ${chanceWords(doubtful, level)}`;
  return {
    as: unknown,
    reason: `${wording(worst, name, drift, measures.length)}; ${limit.words}. ${few}.`,
  };
}

function wording(
  { column, value }: DriftMeasure,
  name: string,
  drift: DriftProfile,
  columns: number,
): string {
  const { question, sampled } = drift;
  const [n, m] = column.rows;
  const rows = `${n.toLocaleString('en-US')} and ${m.toLocaleString('en-US')} ${sampled ? 'sampled ' : ''}rows`;
  const floor = name === 'PSI' ? `, floor ${question.floor}` : '';
  const bins = column.ks && name.startsWith('Kolm') ? '' : `, ${counted(column.bins, 'bin')}${floor}`;
  const of = columns > 1 ? ` is farthest of ${columns} columns` : '';
  return `\`${column.column}\`${of} with a ${name} of ${shown(value)} (${rows}${bins})`;
}

function chanceWords({ chance }: DriftMeasure, level: number): string {
  return `${shown(level * 100)} % stay below ${shown(chance(level))}`;
}

/** How small is the smallest p value, once adjusted for the number of columns? */
function judgeP(measures: readonly DriftMeasure[], limit: Limit): Judgement {
  const adjusted = holm(measures.map(({ p }) => p ?? 1));
  const least = Math.min(...adjusted);
  const worst = measures[adjusted.indexOf(least)];
  const [n = 0, m = 0] = worst?.column.rows ?? [];
  const rows = `${n.toLocaleString('en-US')} and ${m.toLocaleString('en-US')} rows`;
  const size = worst ? `, effect ${shown(worst.value)}` : '';
  const p = least < 1e-9 ? 'below 1e-9' : shown(least);
  const reason = `the least p value is ${p}, of \`${worst?.column.column ?? ''}\` (Holm over ${counted(measures.length, 'column')}; ${rows}${size}); ${limit.words}.`;
  return { as: holds(limit, least) ? met : unmet, reason };
}

function largest<T>(items: readonly T[], by: (item: T) => number): T {
  return items.reduce((most, item) => (by(item) > by(most) ? item : most));
}
