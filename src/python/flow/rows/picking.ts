import { contentOf, dataOf, symbolOf } from '../data';
import { pickedByList } from '../columns/holders';
import type { Machine } from '../machine';
import type { Data, Value } from '../value';

/** Certain to leave all columns: a slice, a test of the rows, an index of rows. All else may be a list of names. */
export function picksRows(m: Machine, data: Data, index: Value): boolean {
  if (index.tag === 'slice' || data.form === 'column') return true;
  const list = contentOf(m, index);
  if (list?.tag === 'sequence') return pickedByList(m, data, list) === 'rows';
  const by = dataOf(m, index);
  if (!by || by.form === 'unknown') return false;
  return by.form === 'mask' || by.form === 'index' || by.rows === data.rows;
}

/** `df[name]`, `df[[name]]`, where a loop runs through names: one column by its own name, whatever others there are. */
export function isOneOfLoop(m: Machine, index: Value): boolean {
  const list = contentOf(m, index);
  const [only, ...others] = list?.tag === 'sequence' && !list.rest ? list.items : [index];
  return others.length === 0 && only?.tag === 'scalar' && only.taints.some(({ kind }) => kind === 'vary');
}

/** `df[names]`, where the names are not known: which columns are left is not known, but the same ones each time. */
export function ofUnknownNames(m: Machine, data: Data, index: Value): Data['holding'] {
  return m.columns.openFor(`named ${data.holding.table ?? ''} ${symbolOf(m, index)}`);
}
