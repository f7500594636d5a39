import { canonicalName, lastPart, normalName, shareOf } from '../metrics/names';
import { sizeName } from '../metrics/scope';
import type { ComputedFrom, MetricTable, MetricValue } from '../metrics/table';
import { criticalValue } from '../statistics/intervals/critical-value';
import { withinUnit } from '../statistics/intervals/interval';
import { hanleyMcNeil } from '../statistics/ranking/auc';
import { total } from '../statistics/sums';
import { ofRun } from './by-run';
import type { Certainty } from './document';
import { intervalText, LEVEL, NO_COUNTS, plainInterval, shareCertainty } from './figures';
import { formatInterval, formatNumber } from './format';
import type { MethodId } from './methods';
import { METHODS } from './methods';

/** How sure a value is, and the rows that it rests on where they are known. */
export interface Sureness {
  readonly certainty: Certainty;
  readonly n?: number;
}

/**
 * How sure a value of a source is: by its own counts; of an area under the ROC curve, by the rows of both classes that stand
 * beside it; else by the standard error that its source states.
 */
export function surenessOf(table: MetricTable, value: MetricValue): Sureness {
  if (!Number.isFinite(value.value)) return { certainty: { none: 'it is not a finite number' } };
  if (value.counts) return { certainty: shareCertainty(value.counts), n: value.counts.n };
  if (value.computed) return ofRows(value.computed);
  return (
    ofArea(table, value) ??
    ofStandardError(table, value) ?? { certainty: { none: whyNoCounts(table, value) } }
  );
}

/** Of a share of rows whose number is stated, and which no whole number of them gives. */
function whyNoCounts(table: MetricTable, { name, run, split, slice, value, raw }: MetricValue): string {
  if (shareOf(name) !== 'all' || !(value >= 0 && value <= 1)) return NO_COUNTS;
  const n = ofRun(table, run).values.find(
    one => one.split === split && sameSlice(one.slice, slice) && sizeName(one.name)?.of === 'all',
  )?.value;
  return n === undefined ? NO_COUNTS : `no whole number of its ${formatNumber(n)} rows gives ${raw}`;
}

/** As it was computed from the rows of predictions. */
function ofRows({ n, interval, noInterval = NO_COUNTS }: ComputedFrom): Sureness {
  if (!interval || !isMethod(interval.method)) return { certainty: { none: noInterval }, n };
  const { low, high, level, method } = interval;
  return { certainty: { low, high, level, method, text: intervalText(low, high) }, n };
}

const isMethod = (name: string): name is MethodId => Object.hasOwn(METHODS, name);

const NO_WIDTH = 'from counts alone, an area of 0 or 1 has an interval without width';

/** Rows of the positive class and all others, of a run's split. */
export interface TwoClasses {
  readonly positives: number;
  readonly negatives: number;
}

function ofArea(table: MetricTable, value: MetricValue): Sureness | undefined {
  if (canonicalName(lastPart(value.name)) !== 'roc_auc') return undefined;
  if (!(value.value >= 0 && value.value <= 1)) return undefined;
  const classes = classesBeside(table, value);
  if (!classes) return undefined;
  const { positives, negatives } = classes;
  if (positives < 1 || negatives < 1) return undefined;
  const n = positives + negatives;
  if (value.value === 0 || value.value === 1) return { certainty: { none: NO_WIDTH }, n };
  const half = criticalValue(LEVEL) * hanleyMcNeil(value.value, positives, negatives);
  const { low, high } = withinUnit(value.value, half);
  return {
    certainty: { low, high, level: LEVEL, method: 'hanley-mcneil', text: formatInterval(low, high) },
    n,
  };
}

/** By the confusion matrix of the same run and split, or by stated numbers of rows. */
export function classesBeside(table: MetricTable, value: MetricValue): TwoClasses | undefined {
  const isBeside = (other: Pick<MetricValue, 'split' | 'slice'>): boolean =>
    other.split === value.split && sameSlice(other.slice, value.slice);
  const { values, matrices } = ofRun(table, value.run);
  const matrix = matrices.find(one => isBeside(one) && one.rows.length === 2);
  if (matrix) {
    const positives = total(matrix.rows[matrix.positive ?? 1] ?? []);
    return { positives, negatives: total(matrix.rows.flat()) - positives };
  }
  const sizes = values.filter(isBeside);
  const size = (of: 'all' | 'positives' | 'negatives'): number | undefined =>
    sizes.find(one => sizeName(one.name)?.of === of)?.value;
  const [all, positives, negatives] = [size('all'), size('positives'), size('negatives')];
  if (positives !== undefined && negatives !== undefined) return { positives, negatives };
  return positives !== undefined && all !== undefined && all >= positives
    ? { positives, negatives: all - positives }
    : undefined;
}

function sameSlice(a: MetricValue['slice'], b: MetricValue['slice']): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function ofStandardError(table: MetricTable, value: MetricValue): Sureness | undefined {
  const wanted = errorNames(value.name);
  const error = ofRun(table, value.run).values.find(
    other =>
      other.split === value.split &&
      other.step === value.step &&
      sameSlice(other.slice, value.slice) &&
      wanted.has(normalName(other.name)),
  )?.value;
  if (error === undefined || !(error >= 0) || !Number.isFinite(error)) return undefined;
  const half = criticalValue(LEVEL) * error;
  const [low, high] = [value.value - half, value.value + half];
  return {
    certainty: {
      low,
      high,
      level: LEVEL,
      method: 'stated-error',
      text: plainInterval(low, high),
    },
  };
}

/** `arc_easy.acc,none` has its error in `arc_easy.acc_stderr,none`; others in `…_stderr`, `…_se` or `…_sem`. */
function errorNames(name: string): ReadonlySet<string> {
  const [bare = name, ...filter] = name.split(',');
  const endings = ['stderr', 'se', 'sem', 'std_err', 'standard_error'];
  return new Set(endings.map(ending => normalName([`${bare}_${ending}`, ...filter].join(','))));
}
