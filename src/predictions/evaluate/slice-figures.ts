import type { Estimated, GroupRate, Score } from '../evaluation';
import type { MetricId } from '../methods';
import type { Outcomes } from '../outcomes';
import { rankedScores } from '../../statistics/classification/weighted';
import type { Context } from './context';
import { shareOf } from './context';
import { drawnEstimates, isPlain } from './drawn';
import type { Part } from './parts';
import { partEstimates, partOf } from './parts';
import { isBinary, quickScores, rowMeasure } from './quick';
import type { BinaryOutcomes } from './scored-units';
import { scoredRows } from './scored-units';

/** What is told of a slice: its scores, and of two classes how often rows are called positive. */
export interface SliceFigures {
  readonly scores: readonly Score[];
  readonly rates?: GroupRate;
}

/** By formulas where rows count alike and are independent, else by drawing rows, or the groups that they belong to. */
export async function sliceFigures(
  outcomes: Outcomes,
  rows: Uint32Array,
  context: Context,
): Promise<SliceFigures> {
  if (isPlain(rows, context)) {
    const rates = isBinary(outcomes) && outcomes.predicted && plainRates(outcomes, rows);
    return { scores: quickScores(outcomes, rows), ...(rates && { rates }) };
  }
  if (isBinary(outcomes)) return binaryFigures(outcomes, rows, context);
  const parts = partsOf(outcomes, rows);
  const drawn = await partEstimates(
    parts.map(({ part }) => part),
    rows,
    context,
  );
  return { scores: parts.flatMap(({ metric }, at) => scoreOf(metric, drawn[at])) };
}

const scoreOf = (metric: MetricId, of: Estimated | undefined): readonly Score[] =>
  of ? [{ metric, ...of }] : [];

interface MetricPart {
  readonly metric: MetricId;
  readonly part: Part;
}

function partsOf(outcomes: Outcomes, rows: Uint32Array): readonly MetricPart[] {
  const over = (kind: Part['kind'], value: (row: number) => number): Part =>
    partOf(
      kind,
      rows.length,
      () => true,
      at => value(rows[at] ?? 0),
    );
  if (outcomes.kind === 'numbers') {
    const { truth, predicted } = outcomes;
    const error = (row: number): number => (predicted[row] ?? NaN) - (truth[row] ?? NaN);
    return [
      { metric: 'mae', part: over('mean', row => Math.abs(error(row))) },
      { metric: 'bias', part: over('mean', error) },
    ];
  }
  const measure = rowMeasure(outcomes);
  return measure ? [{ metric: measure.metric, part: over('share', measure.of) }] : [];
}

async function binaryFigures(
  outcomes: BinaryOutcomes,
  rows: Uint32Array,
  context: Context,
): Promise<SliceFigures> {
  const counted = outcomes.predicted ? await countedFigures(outcomes, rows, context) : undefined;
  const area = outcomes.score ? await drawnArea(outcomes, rows, context) : undefined;
  return {
    scores: [...(counted?.scores ?? []), ...scoreOf('roc_auc', area)],
    ...(counted && { rates: counted.rates }),
  };
}

async function countedFigures(
  { truth, predicted, positive }: BinaryOutcomes,
  rows: Uint32Array,
  context: Context,
): Promise<Required<SliceFigures>> {
  const actual = (at: number): boolean => truth[rows[at] ?? 0] === positive;
  const called = (at: number): boolean => predicted?.[rows[at] ?? 0] === positive;
  const share = (holds: (at: number) => boolean, is: (at: number) => boolean): Part =>
    partOf('share', rows.length, holds, at => Number(is(at)));
  const every = (): boolean => true;
  const parts = [
    share(every, at => actual(at) === called(at)),
    share(actual, called),
    share(called, actual),
    share(every, called),
    share(at => !actual(at), called),
  ];
  const none = shareOf(0, 0);
  const [accuracy = none, recall = none, precision = none, selection = none, alarms = none] =
    await partEstimates(parts, rows, context);
  return {
    scores: [
      { metric: 'accuracy', ...accuracy },
      { metric: 'recall', ...recall },
      { metric: 'precision', ...precision },
    ],
    rates: { selection, truePositiveRate: recall, falsePositiveRate: alarms, precision },
  };
}

/** The area under the ROC curve of rows that do not count alike or belong together. */
async function drawnArea(
  outcomes: BinaryOutcomes,
  rows: Uint32Array,
  context: Context,
): Promise<Estimated | undefined> {
  const units = scoredRows(outcomes, rows);
  const inOrder = new Float64Array(rows.length);
  const of = (weights: Float64Array): readonly number[] => {
    for (let at = 0; at < inOrder.length; at++) inOrder[at] = weights[units.from[at] ?? 0] ?? 0;
    return [rankedScores(units, inOrder).rocAuc];
  };
  const [area] = await drawnEstimates(rows, context, { n: [rows.length], of });
  return area && Number.isNaN(area.value) ? { ...area, noInterval: 'only one class occurs' } : area;
}

function plainRates({ truth, predicted, positive }: BinaryOutcomes, rows: Uint32Array): GroupRate {
  let [tp, fp, fn, tn] = [0, 0, 0, 0];
  for (const row of rows) {
    const said = predicted?.[row] === positive;
    if (truth[row] === positive) {
      if (said) tp += 1;
      else fn += 1;
    } else if (said) fp += 1;
    else tn += 1;
  }
  return {
    selection: shareOf(tp + fp, rows.length),
    truePositiveRate: shareOf(tp, tp + fn),
    falsePositiveRate: shareOf(fp, fp + tn),
    precision: shareOf(tp, tp + fp),
  };
}
