import type { ColumnTable, LabelColumn } from '../columns';
import { placeOf } from '../columns';
import type { ErrorBlock, ErrorRow } from '../evaluation';
import type { ClassOutcomes, LabelSetOutcomes, NumberOutcomes, Outcomes, RankedOutcomes } from '../outcomes';
import { firstRelevant } from '../../statistics/ranking/retrieval';
import { isJudged, ndcgOf, rankedQueries } from './ranking';

/** How many rows are listed. */
const WORST = 20;
/** Of a ranking that could not be better. */
const ROUNDING = 1e-12;

export interface ErrorSource {
  readonly table: ColumnTable;
  readonly slices: ReadonlyMap<string, LabelColumn>;
}

/** The rows that are furthest off: mistakes that the model was surest of, or the largest errors. */
export function errorBlock(outcomes: Outcomes, subset: Uint32Array, source: ErrorSource): ErrorBlock {
  switch (outcomes.kind) {
    case 'classes':
      return classErrors(outcomes, subset, source);
    case 'numbers':
      return numberErrors(outcomes, subset, source);
    case 'label-sets':
      return setErrors(outcomes, subset, source);
    case 'clusters':
      // A cluster has no right name, so that no row is wrong by itself.
      return { wrong: 0, worst: [], by: 'order' };
    case 'ranked':
      return queryErrors(outcomes, subset, source);
  }
}

function classErrors(outcomes: ClassOutcomes, subset: Uint32Array, source: ErrorSource): ErrorBlock {
  const { truth, predicted, labels } = outcomes;
  if (!predicted) return { wrong: 0, worst: [], by: 'order' };
  const wrong = subset.filter(row => truth[row] !== predicted[row]);
  const confidence = confidenceIn(outcomes);
  const worst = confidence ? largest(wrong, confidence) : Array.from(wrong.slice(0, WORST));
  return {
    wrong: wrong.length,
    by: confidence ? 'confidence' : 'order',
    worst: worst.map(row => {
      const amount = outcomes.proba?.[predicted[row] ?? -1]?.[row] ?? outcomes.score?.[row];
      return {
        ...rowOf(source, row),
        truth: String(labels[truth[row] ?? -1] ?? ''),
        predicted: String(labels[predicted[row] ?? -1] ?? ''),
        ...(amount !== undefined && Number.isFinite(amount) && { amount }),
      };
    }),
  };
}

/** How sure the model was of what it predicted. */
function confidenceIn(outcomes: ClassOutcomes): ((row: number) => number) | undefined {
  const { proba, predicted, score, positive, isProbability } = outcomes;
  if (positive !== undefined && score) {
    const isCalled = (row: number): boolean => predicted?.[row] === positive;
    const cut = isProbability ? 0.5 : cutOf(outcomes, score, isCalled);
    return row => ((score[row] ?? NaN) - cut) * (isCalled(row) ? 1 : -1);
  }
  if (proba) return row => proba[predicted?.[row] ?? -1]?.[row] ?? NaN;
  return score && (row => score[row] ?? NaN);
}

/** From which score up rows are called positive, as far as the rows tell. */
function cutOf(
  { threshold }: ClassOutcomes,
  score: Float64Array,
  isCalled: (row: number) => boolean,
): number {
  const lowest =
    threshold ?? score.reduce((low, own, row) => (isCalled(row) && own < low ? own : low), Infinity);
  return Number.isFinite(lowest) ? lowest : 0;
}

function numberErrors(
  { truth, predicted }: NumberOutcomes,
  subset: Uint32Array,
  source: ErrorSource,
): ErrorBlock {
  const size = (row: number): number => Math.abs((predicted[row] ?? NaN) - (truth[row] ?? NaN));
  return {
    wrong: subset.length,
    by: 'absolute-error',
    worst: largest(subset, size).map(row => ({
      ...rowOf(source, row),
      truth: String(truth[row]),
      predicted: String(predicted[row]),
      amount: (predicted[row] ?? NaN) - (truth[row] ?? NaN),
    })),
  };
}

function setErrors(
  { labels, truth, predicted }: LabelSetOutcomes,
  subset: Uint32Array,
  source: ErrorSource,
): ErrorBlock {
  if (!predicted) return { wrong: 0, worst: [], by: 'order' };
  const wrongIn = (row: number): number =>
    truth.reduce((sum, column, at) => sum + Number(column[row] !== predicted[at]?.[row]), 0);
  const wrong = subset.filter(row => wrongIn(row) > 0);
  const set = (columns: readonly Float64Array[], row: number): string =>
    labels.filter((_, at) => columns[at]?.[row] === 1).join(', ') || 'none';
  return {
    wrong: wrong.length,
    by: 'order',
    worst: largest(wrong, wrongIn).map(row => ({
      ...rowOf(source, row),
      truth: set(truth, row),
      predicted: set(predicted, row),
      amount: wrongIn(row),
    })),
  };
}

/** Queries by how badly their items are ordered; those without a relevant item are left out. */
function queryErrors(outcomes: RankedOutcomes, subset: Uint32Array, { table }: ErrorSource): ErrorBlock {
  const judged = rankedQueries(outcomes, subset)
    .filter(isJudged)
    .map(query => ({ ...query, ndcg: ndcgOf(query) }))
    .sort((a, b) => a.ndcg - b.ndcg);
  const queries = judged.slice(0, WORST).map(({ code, rows, items, ndcg }) => ({
    place: placeOf(table, rows[0] ?? 0),
    query: String(outcomes.queries[code] ?? ''),
    items: rows.length,
    relevant: items.flat().filter(value => value > 0).length,
    firstRelevant: firstRelevant(items),
    ndcg,
  }));
  return { wrong: judged.filter(({ ndcg }) => ndcg < 1 - ROUNDING).length, worst: [], queries, by: 'query' };
}

/** The rows of the largest amounts, the largest first; equal ones in the order of the file. */
function largest(rows: Uint32Array, amount: (row: number) => number): readonly number[] {
  const kept: { readonly row: number; readonly amount: number }[] = [];
  for (const row of rows) {
    const own = amount(row);
    const last = kept[WORST - 1];
    if (Number.isNaN(own) || (last && own <= last.amount)) continue;
    const at = kept.findIndex(one => one.amount < own);
    kept.splice(at < 0 ? kept.length : at, 0, { row, amount: own });
    kept.length = Math.min(kept.length, WORST);
  }
  return kept.map(({ row }) => row);
}

function rowOf({ table, slices }: ErrorSource, row: number): Pick<ErrorRow, 'place' | 'slices'> {
  const own = [...slices].flatMap(([column, { codes, labels }]) => {
    const label = labels[codes[row] ?? -1];
    return label === undefined ? [] : [[column, String(label)]];
  });
  return { place: placeOf(table, row), slices: Object.fromEntries(own) };
}
