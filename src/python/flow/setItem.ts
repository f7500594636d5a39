import { isFilled } from './effects/tables/blocks';
import { setPartOfColumn, stageAfterAssignment, withAssigned } from './columns/assign';
import { bounded } from './columns/bounded';
import { constantOf, contentOf, dataOf, rewriting, stringsIn, symbolOf, taintsIn, withTaints } from './data';
import { filledWith } from './columns/emptyTable';
import { noteBeside } from './effects/scores/using';
import { joinAll } from './join';
import type { Machine } from './machine';
import { freshSymbol } from './machine';
import type { Site } from './site';
import type { Taints } from './taint';
import { CLEAN, taintsOf, unite, without, withoutOrigins } from './taint';
import type { Data, Dictionary, Ref, Value } from './value';

/** `value[index] = …` */
export function setItem(m: Machine, target: Value, index: Value, value: Value, site: Site): void {
  if (target.tag === 'choice') {
    for (const option of target.options) setItem(m, option, index, value, site);
    return;
  }
  if (target.tag === 'method') return setLocated(m, target.self, index, value, site);
  const content = contentOf(m, target);
  if (target.tag !== 'ref' || !content) return;
  const key = constantOf(index);
  if (content.tag === 'dictionary') {
    const entries = new Map(content.entries);
    if (key !== undefined) entries.set(key, value);
    const rest =
      key === undefined ? (content.rest ? joinAll(m, [content.rest, value]) : value) : content.rest;
    m.store.update(target.id, { ...content, entries, rest, ...keysWith(m, content, index) });
  } else if (content.tag === 'sequence') {
    const items =
      typeof key === 'number' && key >= 0
        ? content.items.map((item, i) => (i === key ? value : item))
        : content.items;
    const rest =
      typeof key === 'number'
        ? content.rest
        : joinAll(
            m,
            [content.rest, value].filter(one => one !== undefined),
          );
    m.store.update(target.id, { ...content, items, rest });
  } else if (content.tag === 'data') setDataItem(m, target, index, value, site);
}

/** `scores[accuracy] = k`: what is kept under a score is found by it. */
function keysWith(m: Machine, { keys = CLEAN }: Dictionary, index: Value): Pick<Dictionary, 'keys'> {
  const scores = taintsOf(taintsIn(m, index), 'scored');
  return scores.length === 0 ? {} : { keys: unite(keys, scores) };
}

function setDataItem(m: Machine, target: Ref, index: Value, value: Value, site: Site): void {
  const old = dataOf(m, target);
  const data = old && filledWith(m, old, value);
  if (!data) return;
  noteBeside(m, [target, value], site);
  const taints = carried(m, value);
  const names = stringsIn(m, index);
  const key = constantOf(index);
  const fields =
    data.form === 'unknown' && key !== undefined
      ? new Map([...data.fields, [`[${key}]`, value]])
      : data.fields;
  if (names) {
    const columns = new Map(data.columns);
    const edits = new Map(data.edits);
    for (const name of names) {
      columns.set(name, taints);
      edits.set(name, symbolOf(m, value));
    }
    const kept = dataOf(m, value) || data.form !== 'unknown' ? data.fields : fields;
    const holding = withAssigned(m, data.holding, names, value, site);
    const stage = stageAfterAssignment(m, data, names, value);
    const changed = { ...rewriting(m, data, names), fields: kept, columns, edits, holding, stage };
    m.store.update(target.id, bounded(m, { ...data, ...changed }));
    return;
  }
  const content = contentOf(m, index);
  const column = content?.tag === 'sequence' && content.form === 'tuple' ? content.items[1] : undefined;
  addToColumns(m, target, data, stringsIn(m, column), taints);
}

function setLocated(m: Machine, self: Value, index: Value, value: Value, site: Site): void {
  const data = dataOf(m, self);
  if (!data || self.tag !== 'ref') return;
  const content = contentOf(m, index);
  const names =
    content?.tag === 'sequence' && content.form === 'tuple' ? stringsIn(m, content.items[1]) : undefined;
  addToColumns(m, self, data, names, carried(m, value));
  const [rows] = content?.tag === 'sequence' ? content.items : [];
  for (const name of names ?? []) setPartOfColumn(m, self, name, [rows, value], site);
}

/** Some rows of some columns get a new value: they carry it beside what they carried. */
function addToColumns(
  m: Machine,
  target: Ref,
  data: Data,
  names: readonly string[] | undefined,
  taints: Taints,
): void {
  if (!names) {
    // An array that was made of one number no longer is.
    const symbol = isFilled(data.symbol) ? freshSymbol(m) : data.symbol;
    const stage = m.stages.fresh();
    m.store.update(target.id, { ...data, ...withTaints(data, taints), symbol, stage });
    return;
  }
  const columns = new Map(data.columns);
  for (const name of names) {
    const own = columns.get(name) ?? (data.closed ? CLEAN : data.taints);
    columns.set(name, unite(own, taints));
  }
  m.store.update(target.id, { ...data, ...rewriting(m, data, names), columns, stage: m.stages.fresh() });
}

/** What a value brings into a table: a score or a loop variable that is stored there makes no feature. */
function carried(m: Machine, value: Value): Taints {
  return withoutOrigins(without(taintsIn(m, value), 'vary'));
}
