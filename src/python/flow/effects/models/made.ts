import type { EstimatorEntry } from '../../../knowledge/entry';
import type { CallInfo, Machine } from '../../machine';
import type { Ref } from '../../value';
import { construct } from './construct';
import { callEstimator } from './fitting';

/** An object of an estimator's class. Some learn when they are made, where they are given rows: `Word2Vec(sentences)`. */
export function made(m: Machine, api: string, entry: EstimatorEntry, info: CallInfo): Ref {
  const self = construct(m, api, entry, info);
  const estimator = m.store.content(self.id);
  if (!('fits' in entry) || estimator?.tag !== 'estimator') return self;
  const { positional, named } = info.args;
  const rows = positional[0] ?? ROWS.map(name => named.get(name)).find(value => value !== undefined);
  if (!rows) return self;
  callEstimator(m, self, estimator, 'fit', { ...info, args: { ...info.args, positional: [rows] } });
  return self;
}

/** Names of what such a class learns from. */
const ROWS = ['sentences', 'documents', 'corpus', 'y'] as const;
