import { member } from '../../members';
import { allTaints, contentOf, dataOf, derive, newData, symbolOf } from '../../data';
import { rowsBy } from '../../rows/rowsBy';
import type { Machine } from '../../machine';
import { freshSymbol } from '../../machine';
import type { Rows } from '../../rows/rows';
import type { Taints } from '../../taint';
import { CLEAN, unite, uniteAll, without } from '../../taint';
import type { Data, Instance, Ref, Value } from '../../value';
import { networkKind } from './networkKinds';

/**
 * Data sets and loaders: what a loop runs through in portions. All portions of one together are its rows, so that one
 * stands for them all.
 */

/** A data set as it reaches a loader, a split or a fit: its rows, and what its elements are made of. */
export interface DataSet {
  readonly rows: Rows;
  readonly taints: Taints;
  readonly name: string | undefined;
  /** Of one that gives tuples: the tables that their members are taken from. */
  readonly parts: readonly Value[];
}

/** What is known of a value that is used as a data set. */
export function dataSetOf(m: Machine, value: Value | undefined, depth = 0): DataSet | undefined {
  const data = dataOf(m, value);
  if (data) {
    const { rows, name, within } = data;
    return { rows, taints: allTaints(data), name: name ?? within, parts: partsOf(data, value) };
  }
  const content = contentOf(m, value);
  if (content?.tag === 'instance') return ownDataSet(m, value, content);
  if (content?.tag === 'sequence' && depth < 2) return listAsDataSet(m, content, depth);
  return undefined;
}

function partsOf(data: Data, value: Value | undefined): readonly Value[] {
  if (data.form !== 'batches') return value && data.form !== 'unknown' ? [value] : [];
  const parts: Value[] = [];
  for (let part = data.fields.get('.0'); part; part = data.fields.get(`.${parts.length}`)) parts.push(part);
  return parts;
}

/** An object of a class of the program: what it was given to hold. */
function ownDataSet(m: Machine, value: Value | undefined, content: Instance): DataSet | undefined {
  if (content.network) return undefined;
  const held = [...content.fields.values()].flatMap(field => dataOf(m, field) ?? []).filter(isHeld);
  const first = held.find(data => data.form !== 'unknown');
  if (first) {
    const taints = uniteAll(held.map(data => without(allTaints(data), 'column', 'unseen')));
    return { rows: first.rows, taints, name: first.name ?? first.within, parts: [] };
  }
  return networkKind(m, content.cls) === 'dataset' ? readByItself(m, value, content) : undefined;
}

function isHeld({ form }: Data): boolean {
  return form !== 'index' && form !== 'mask' && form !== 'groups' && form !== 'bunch';
}

/** It reads its rows itself: two objects that were given the same hold the same. */
function readByItself(m: Machine, value: Value | undefined, { cls, fields }: Instance): DataSet | undefined {
  const content = contentOf(m, cls);
  if (content?.tag !== 'class' || value?.tag !== 'ref') return undefined;
  const given = [...fields.values()].map(field => symbolOf(m, field)).join();
  const label = `${content.name}()`;
  const key = `dataset ${content.name} ${given || String(value.id)}`;
  const site = { start: 0, end: 0 };
  return {
    rows: m.rows.all({ key, kind: 'unknown', site, label }),
    taints: CLEAN,
    name: undefined,
    parts: [],
  };
}

/** `list(zip(X, y))`, `[(x, y), …]` */
function listAsDataSet(
  m: Machine,
  { items, rest }: { readonly items: readonly Value[]; readonly rest: Value | undefined },
  depth: number,
): DataSet | undefined {
  const [first] = items.length > 0 ? items : [rest];
  const tuple = contentOf(m, first);
  if (tuple?.tag !== 'sequence' || tuple.form !== 'tuple') return undefined;
  const sets = tuple.items.map(item => dataSetOf(m, item, depth + 1));
  const [features] = sets;
  return features && { ...features, parts: tuple.items };
}

/** Its rows, if it holds any: of a table, of a data set that the program wrote. */
export function rowsHeld(m: Machine, value: Value | undefined): Rows | undefined {
  return contentOf(m, value)?.tag === 'instance' ? dataSetOf(m, value)?.rows : undefined;
}

/** A data set or a loader, as a value. */
export function newBatches(m: Machine, { rows, taints, name, parts }: DataSet): Ref {
  const fields = new Map(parts.map((part, i) => [`.${i}`, part] as const));
  return newData(m, { form: 'batches', rows, taints, within: name, fields });
}

/** The same data set with other rows. */
export function batchesWith(m: Machine, set: DataSet, rows: Rows): Ref {
  return newBatches(m, { ...set, rows });
}

/** The rows of a data set that an index or a sampler picks. */
export function chosenRows(m: Machine, { rows }: DataSet, index: Value | undefined): Rows {
  const data = dataOf(m, index);
  if (!index || (data && data.form !== 'index') || (!data && index.tag !== 'ref' && index.tag !== 'slice'))
    return m.rows.sub(rows, { by: 'other', symbol: freshSymbol(m) });
  const whole = dataOf(m, newData(m, { rows }));
  return whole ? rowsBy(m, whole, index) : rows;
}

/** One portion of a data set. It is of all its rows, unless it is `single`: the first portion, or one row. */
export function elementOfBatches(m: Machine, data: Data, single = false): Value {
  const rows = single ? m.rows.sub(data.rows, { by: 'other', symbol: freshSymbol(m) }) : data.rows;
  const name = data.name ?? data.within;
  const parts = partsOf(data, undefined);
  if (parts.length === 0)
    return newData(m, { form: 'batch', rows, taints: without(data.taints, 'vary'), within: name });
  const items = parts.map(part => portionOf(m, part, rows, name));
  const [only] = items;
  return only && items.length === 1 && data.form !== 'batches'
    ? only
    : m.store.allocate({ tag: 'sequence', form: 'tuple', items, rest: undefined });
}

function portionOf(m: Machine, part: Value, rows: Rows, name: string | undefined): Value {
  const data = dataOf(m, part);
  if (!data) return newData(m, { form: 'batch', rows, within: name });
  return derive(m, data, { form: 'batch', rows, holding: data.holding, stage: data.stage, within: name });
}

/** An object with `__getitem__` that is run through: its elements. */
export function elementOfOwn(m: Machine, value: Value): Value | undefined {
  const content = contentOf(m, value);
  if (content?.tag !== 'instance' || member(m, content.cls, '__getitem__') === undefined) return undefined;
  const set = dataSetOf(m, value);
  const data = set && dataOf(m, newBatches(m, set));
  return data ? elementOfBatches(m, data) : undefined;
}

/** What is taken out of a portion: `batch[0]`, `batch['input_ids']`, `outputs.logits`. */
export function outOfBatch(m: Machine, data: Data): Ref {
  return derive(m, data, { form: 'batch', holding: data.holding, symbol: freshSymbol(m) });
}

/** The same portion with more taints. */
export function tainted(m: Machine, data: Data, taints: Taints): Ref {
  return derive(m, data, { taints: unite(data.taints, taints), symbol: data.symbol });
}
