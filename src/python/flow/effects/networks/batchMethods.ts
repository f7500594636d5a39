import { methodEffect } from '../../../knowledge/methods';
import { allTaints, constantOf, dataOf, derive, scalar, taintsIn } from '../../data';
import { rowsBy } from '../../rows/rowsBy';
import type { CallInfo, Machine } from '../../machine';
import { unite, uniteAll, without, withoutOrigins } from '../../taint';
import type { Data, Ref, Value } from '../../value';
import { outOfBatch } from './batches';
import { narrowed } from './networks';
import { scoredByHand } from '../scores/scoring';

/** What tensors are asked for, and tables are not. Of a network of which nothing is known, `to` gives the network. */
export function ofTensor(m: Machine, self: Ref, data: Data, name: string, info: CallInfo): Value | undefined {
  if (name === 'item') {
    const score = scoredByHand(m, data.form === 'unknown' ? data.taints : [], info.site);
    const own = without(withoutOrigins(allTaints(data)), 'output', 'compared');
    return scalar(m, score.length > 0 ? unite(without(own, 'pred'), score) : own);
  }
  if (data.form === 'unknown' && MOVES_OBJECT.has(name)) return self;
  if (name === 'type' && info.args.positional.length === 1)
    return derive(m, data, { column: data.column, stage: data.stage, holding: data.holding });
  return data.form === 'batch' ? callBatch(m, data, name, info) : undefined;
}

const MOVES_OBJECT: ReadonlySet<string> = new Set(['to', 'cuda', 'cpu', 'float', 'double']);

/** A method of a portion of rows, or of what a network made of it. `undefined`: it does what it does to any table. */
function callBatch(m: Machine, data: Data, name: string, info: CallInfo): Value | undefined {
  if (name === 'size') {
    const rows = constantOf(info.args.positional[0]) === 0;
    return rows ? scalar(m, [], `len${data.rows.id}`) : scalar(m);
  }
  if (DETACHES.has(name)) return detached(m, data);
  if (EXTREMES.has(name) && givesPlaces(info)) return pair(m, data);
  if (name === 'topk' || name === 'sort') return pair(m, data);
  if (name === 'items' || name === 'values') return inside(m, data, name);
  const effect = methodEffect(name);
  if (effect !== undefined && OF_TABLES.has(effect)) return undefined;
  const given = [...info.args.positional, ...info.args.named.values()];
  const taints = uniteAll(given.map(value => without(taintsIn(m, value), 'vary', 'column', 'unseen')));
  const same = outOfBatch(m, data);
  const made = dataOf(m, same);
  return made && taints.length > 0 ? derive(m, made, { taints: uniteAll([made.taints, taints]) }) : same;
}

const OF_TABLES: ReadonlySet<string> = new Set(['aggregate', 'comparison', 'quantifier', 'sink', 'number']);

const EXTREMES: ReadonlySet<string> = new Set(['max', 'min', 'median', 'mode']);

/** What goes backward does not reach what made it. */
const DETACHES: ReadonlySet<string> = new Set(['detach', 'numpy', 'tolist', 'detach_']);

function detached(m: Machine, data: Data): Value {
  return derive(m, data, {
    taints: without(data.taints, 'output'),
    holding: data.holding,
    stage: data.stage,
  });
}

/** `out.max(1)`, `torch.max(out, dim=1)`: the largest of each row, and where it stands. */
export function givesPlaces({ args: { positional, named } }: CallInfo, position = 0): boolean {
  return named.has('dim') || named.has('axis') || positional.length > position;
}

export function pair(m: Machine, data: Data): Value {
  const items = [outOfBatch(m, data), outOfBatch(m, data)];
  return m.store.allocate({ tag: 'sequence', form: 'tuple', items, rest: undefined });
}

/** `batch.items()` */
function inside(m: Machine, data: Data, name: string): Value {
  const one = outOfBatch(m, data);
  const rest =
    name === 'values'
      ? one
      : m.store.allocate({ tag: 'sequence', form: 'tuple', items: [scalar(m), one], rest: undefined });
  return m.store.allocate({ tag: 'sequence', form: 'list', items: [], rest });
}

/** `batch['labels']`, `out[:, 1]`, `out[train_mask]`: a mask picks rows, anything else something of all of them. */
export function itemOfBatch(m: Machine, data: Data, index: Value): Ref {
  const axes = m.store.content(index.tag === 'ref' ? index.id : -1);
  const first = axes?.tag === 'sequence' && axes.form === 'tuple' ? axes.items[0] : index;
  const picks = first && (dataOf(m, first) ?? (first.tag === 'slice' && (first.lower ?? first.upper)));
  const rows = first && picks ? rowsBy(m, data, first) : data.rows;
  if (rows === data.rows) return outOfBatch(m, data);
  return derive(m, data, { rows, taints: narrowed(m, data.taints, rows) });
}
