import { dataOf } from '../data';
import type { PredictFact } from '../facts';
import type { Machine } from '../machine';
import { freshSymbol } from '../machine';
import type { Rows } from '../rows';
import type { Site } from '../site';
import type { Value } from '../value';

const FORECAST = 'a forecast';

/** Rows that a model goes on to from where its own end: which ones is told by what they are held against. */
export function forecastRows(m: Machine, site: Site): Rows {
  return m.rows.other({ key: `forecast ${freshSymbol(m)}`, kind: 'unknown', site, label: FORECAST });
}

/** A forecast that is held against rows is one of these rows. */
export function heldAgainst(m: Machine, prediction: PredictFact, truths: readonly Value[]): PredictFact {
  const { rows } = prediction;
  if (rows.kind !== 'all' || rows.source.label !== FORECAST) return prediction;
  const truth = truths
    .map(value => dataOf(m, value))
    .find(data => data && !data.taints.some(({ kind }) => kind === 'pred'));
  return truth ? { ...prediction, rows: truth.rows, features: truth.name ?? truth.within } : prediction;
}
