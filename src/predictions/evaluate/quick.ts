import { binaryCounts } from '../../statistics/classification/weighted';
import type { Score } from '../evaluation';
import type { Outcomes } from '../outcomes';
import { areaOf } from './binary';
import { numbersOver, shareOf } from './context';
import { meanOf } from './parts';
import type { BinaryOutcomes } from './scored-units';
import { scoredRows } from './scored-units';

/** Scores of a slice whose intervals follow from formulas: nothing is drawn. The first is what slices are compared by. */
export function quickScores(outcomes: Outcomes, subset: Uint32Array): readonly Score[] {
  switch (outcomes.kind) {
    case 'classes':
      return isBinary(outcomes) ? binaryQuick(outcomes, subset) : shareQuick(outcomes, subset);
    case 'numbers': {
      const { truth, predicted } = outcomes;
      const error = numbersOver(subset, row => (predicted[row] ?? NaN) - (truth[row] ?? NaN));
      return [
        { metric: 'mae', ...meanOf(error.map(Math.abs)) },
        { metric: 'bias', ...meanOf(error) },
      ];
    }
    case 'label-sets':
      return shareQuick(outcomes, subset);
    case 'clusters':
    case 'ranked':
      return [];
  }
}

export function isBinary(outcomes: Outcomes): outcomes is BinaryOutcomes {
  return outcomes.kind === 'classes' && outcomes.positive !== undefined;
}

function binaryQuick(outcomes: BinaryOutcomes, subset: Uint32Array): readonly Score[] {
  const rows = scoredRows(outcomes, subset);
  const scores: Score[] = [];
  if (rows.predicted) {
    const { tp, fp, fn, tn } = binaryCounts(
      rows.truth,
      rows.predicted,
      new Uint8Array(subset.length).fill(1),
    );
    scores.push({ metric: 'accuracy', ...shareOf(tp + tn, subset.length) });
    scores.push({ metric: 'recall', ...shareOf(tp, tp + fn) });
    scores.push({ metric: 'precision', ...shareOf(tp, tp + fp) });
  }
  if (rows.scores) scores.push({ metric: 'roc_auc', ...areaOf(rows.truth, rows.scores) });
  return scores;
}

function shareQuick(outcomes: Outcomes, subset: Uint32Array): readonly Score[] {
  const measure = rowMeasure(outcomes);
  if (!measure) return [];
  const right = subset.reduce((sum, row) => sum + measure.of(row), 0);
  return [{ metric: measure.metric, ...shareOf(right, subset.length) }];
}

/** What a row is compared by. */
export interface RowMeasure {
  /** What it is the mean of. */
  readonly metric: 'accuracy' | 'subset_accuracy' | 'mae';
  /** 1 where the row is right, or how far off it is. */
  readonly of: (row: number) => number;
}

export function rowMeasure(outcomes: Outcomes): RowMeasure | undefined {
  switch (outcomes.kind) {
    case 'classes': {
      const { truth, predicted } = outcomes;
      return predicted && { metric: 'accuracy', of: row => Number(truth[row] === predicted[row]) };
    }
    case 'numbers': {
      const { truth, predicted } = outcomes;
      return { metric: 'mae', of: row => Math.abs((predicted[row] ?? NaN) - (truth[row] ?? NaN)) };
    }
    case 'label-sets': {
      const { truth, predicted } = outcomes;
      const isRight = (row: number): boolean =>
        truth.every((column, label) => column[row] === predicted?.[label]?.[row]);
      return predicted && { metric: 'subset_accuracy', of: row => Number(isRight(row)) };
    }
    case 'clusters':
    case 'ranked':
      return undefined;
  }
}
