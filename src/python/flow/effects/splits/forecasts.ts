import { dataOf } from '../../data';
import type { PredictFact } from '../../facts';
import type { Machine } from '../../machine';
import { freshSymbol } from '../../machine';
import type { Rows, Sub } from '../../rows/rows';
import { lineage } from '../../rows/rows';
import type { Site } from '../../site';
import type { Value } from '../../value';
import { tableOf } from '../tables/tableNames';

const FORECAST = 'a forecast';

/** Rows that a model goes on to from where its own end: which ones is told by what they are held against. */
export function forecastRows(m: Machine, site: Site): Rows {
  return m.rows.other({ key: `forecast ${freshSymbol(m)}`, kind: 'unknown', site, label: FORECAST });
}

/** Nobody has answers to these rows yet, unless they are held against some. */
export function isForecast(rows: Rows): boolean {
  return rows.kind === 'all' && rows.source.label === FORECAST;
}

/** Rows of a forecast, or some of them. */
export function isOfForecast(rows: Rows): boolean {
  return lineage(rows).some(isForecast);
}

/** A forecast that is held against rows is one of these rows. */
export function heldAgainst(m: Machine, prediction: PredictFact, truths: readonly Value[]): PredictFact {
  const isOne = isOfForecast(prediction.rows);
  for (const value of truths) {
    const truth = dataOf(m, value);
    if (!truth || truth.taints.some(({ kind }) => kind === 'pred')) continue;
    if (isOne || looksBack(m, prediction, truth.rows))
      return { ...prediction, rows: truth.rows, features: tableOf(m, value) ?? truth.within };
    break;
  }
  return prediction;
}

/**
 * `model.predict(history[-12:])`: what goes in is a stretch that ends before the row that comes out, and reaches into the rows
 * that the model has learned from. Windows over `series[n - 60:]` are such stretches for the rows of `series[n:]`.
 */
function looksBack(m: Machine, { rows, fit }: PredictFact, truth: Rows): boolean {
  if (!isStretch(truth) || !m.rows.disjoint(truth, fit.rows)) return false;
  if (isStretch(rows)) return m.rows.overlaps(rows, fit.rows);
  return (
    !m.rows.disjoint(rows, fit.rows) &&
    lineage(rows).some(one => isStretch(one) && one.of === truth.of && m.rows.overlaps(one, truth))
  );
}

function isStretch(rows: Rows): rows is Sub {
  return rows.kind === 'sub' && rows.by.by === 'slice';
}
