import { dataOf } from '../data';
import type { PredictFact } from '../facts';
import type { Machine } from '../machine';
import { freshSymbol } from '../machine';
import type { Rows } from '../rows';
import type { Site } from '../site';
import type { Value } from '../value';
import { tableOf } from './tableNames';

const FORECAST = 'a forecast';

/** Rows that a model goes on to from where its own end: which ones is told by what they are held against. */
export function forecastRows(m: Machine, site: Site): Rows {
  return m.rows.other({ key: `forecast ${freshSymbol(m)}`, kind: 'unknown', site, label: FORECAST });
}

/** Nobody has answers to these rows yet, unless they are held against some. */
export function isForecast(rows: Rows): boolean {
  return rows.kind === 'all' && rows.source.label === FORECAST;
}

/** A forecast that is held against rows is one of these rows. */
export function heldAgainst(m: Machine, prediction: PredictFact, truths: readonly Value[]): PredictFact {
  if (!isForecast(prediction.rows)) return prediction;
  for (const value of truths) {
    const truth = dataOf(m, value);
    if (!truth || truth.taints.some(({ kind }) => kind === 'pred')) continue;
    return { ...prediction, rows: truth.rows, features: tableOf(m, value) ?? truth.within };
  }
  return prediction;
}
