import { normalName } from './names';
import type { Scope } from './scope';
import type { Tree, TreeObject } from './tree';

/** Part of a file that holds metrics of one slice of the rows. */
export interface Sliced {
  readonly scope: Scope;
  readonly object: TreeObject;
}

/**
 * The slices under a key, if it holds such:
 *
 *     "slices": { "country": { "SE": { "recall": 0.8 } } }
 *     "by_country": { "SE": { "recall": 0.8 } }
 *     "slices": [{ "country": "SE", "recall": 0.8 }]
 */
export function slicesUnder(scope: Scope, key: string, value: Tree): readonly Sliced[] | undefined {
  const name = normalName(key);
  if (name === 'slices' || name === 'by_slice') {
    return value.kind === 'array' ? ofList(scope, value.items) : ofColumns(scope, value);
  }
  const column = /^by_(.+)$/.exec(name)?.[1];
  return column === undefined ? undefined : ofValues(scope, column, value);
}

function ofColumns(scope: Scope, columns: Tree): readonly Sliced[] | undefined {
  if (columns.kind !== 'object') return undefined;
  const each = columns.entries.map(({ key, value }) => ofValues(scope, key, value));
  const known = each.filter(slices => slices !== undefined);
  return known.length === each.length ? known.flat() : undefined;
}

function ofValues(scope: Scope, column: string, values: Tree): readonly Sliced[] | undefined {
  if (values.kind !== 'object' || values.entries.length === 0) return undefined;
  const each = values.entries.map(({ key, value }) =>
    value.kind === 'object' ? { scope: on(scope, { [column]: key }), object: value } : undefined,
  );
  const known = each.filter(slice => slice !== undefined);
  return known.length === each.length ? known : undefined;
}

/** Objects whose texts say which rows they are about. */
function ofList(scope: Scope, items: readonly Tree[]): readonly Sliced[] | undefined {
  const each = items.map(item => {
    if (item.kind !== 'object') return undefined;
    const texts = item.entries.flatMap(({ key, value }) =>
      value.kind === 'text' ? [[key, value.text] as const] : [],
    );
    return texts.length > 0 ? { scope: on(scope, Object.fromEntries(texts)), object: item } : undefined;
  });
  const known = each.filter(slice => slice !== undefined);
  return known.length === each.length && known.length > 0 ? known : undefined;
}

/** How many rows the whole has, and how they were confused, says nothing of a slice. */
function on(scope: Scope, slice: Readonly<Record<string, string>>): Scope {
  return { ...scope, slice: { ...scope.slice, ...slice }, sizes: [], confusions: [] };
}
