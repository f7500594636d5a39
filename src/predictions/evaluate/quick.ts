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
      return isBinary(outcomes) ? binaryQuick(outcomes, subset) : classQuick(outcomes, subset);
    case 'numbers': {
      const { truth, predicted } = outcomes;
      const error = numbersOver(subset, row => (predicted[row] ?? NaN) - (truth[row] ?? NaN));
      return [
        { metric: 'mae', ...meanOf(error.map(Math.abs)) },
        { metric: 'bias', ...meanOf(error) },
      ];
    }
    case 'label-sets':
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

function classQuick(
  { truth, predicted }: Outcomes & { kind: 'classes' },
  subset: Uint32Array,
): readonly Score[] {
  if (!predicted) return [];
  const right = subset.reduce((sum, row) => sum + Number(truth[row] === predicted[row]), 0);
  return [{ metric: 'accuracy', ...shareOf(right, subset.length) }];
}

/** What a row is compared by: 1 where it is right, or how far off it is. */
export function rowMeasure(outcomes: Outcomes): ((row: number) => number) | undefined {
  switch (outcomes.kind) {
    case 'classes': {
      const { truth, predicted } = outcomes;
      return predicted && (row => Number(truth[row] === predicted[row]));
    }
    case 'numbers':
      return row => Math.abs((outcomes.predicted[row] ?? NaN) - (outcomes.truth[row] ?? NaN));
    case 'label-sets':
    case 'clusters':
    case 'ranked':
      return undefined;
  }
}
