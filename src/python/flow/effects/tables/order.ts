import { constantOf, contentOf, dataOf, filterTaints, stringsIn, withTaints } from '../../data';
import type { CallInfo, Machine } from '../../machine';
import { contextKey, record } from '../../machine';
import type { OrderTaint } from '../../rows/order';
import type { Site } from '../../site';
import { unite, without } from '../../taint';
import type { Data, Value } from '../../value';
import { shortText } from '../models/statistics';

type Carried = Pick<Data, 'taints' | 'columns'>;

export function orderTaint(
  m: Machine,
  given: Pick<OrderTaint, 'how' | 'site' | 'label'> & { readonly column?: string | undefined },
): OrderTaint {
  const { how, site, label, column } = given;
  return m.taints.add(`order ${how} ${column ?? ''} ${contextKey(m, site)}`, id => ({
    kind: 'order',
    id,
    how,
    site,
    label,
    column,
  }));
}

/** Whatever order the rows stood in, they no longer do. */
export function withoutOrder(data: Data): Carried {
  return filterTaints(data, taint => taint.kind !== 'order');
}

export function shuffledOrder(m: Machine, data: Data, site: Site, label: string): Carried {
  return inOrder(data, orderTaint(m, { how: 'shuffled', site, label }));
}

export function inOrder(data: Data, taint: OrderTaint): Carried {
  return withTaints({ ...data, ...withoutOrder(data) }, [taint]);
}

/** `df.sort_values('date')`, `df.sort_values(['store', 'date'])` */
export function sorted(m: Machine, data: Data, info: CallInfo): Carried {
  const columns = stringsIn(m, info.args.positional[0] ?? info.args.named.get('by')) ?? [];
  record<'sort'>(m, { kind: 'sort', site: info.site, rows: data.rows, columns });
  const label = shortText(m, info.site, 'sort_values');
  const column = columns[0] ?? data.column;
  return inOrder(data, orderTaint(m, { how: 'sorted', site: info.site, label, column }));
}

/** A slice and a mask leave the rows that they pick in their order; an index may not. */
export function orderAfter(m: Machine, data: Data, index: Value): Carried {
  const { taints, columns } = data;
  if (index.tag === 'slice' || dataOf(m, index)?.form === 'mask') return { taints, columns };
  return withoutOrder(data);
}

/** A list whose elements no longer stand in the order in which they were put there. */
export function reordered(m: Machine, value: Value | undefined, depth = 3): Value | undefined {
  if (!value || depth < 0) return value;
  if (value.tag === 'scalar') return { ...value, taints: without(value.taints, 'order') };
  if (value.tag === 'const')
    return value.taints ? { ...value, taints: without(value.taints, 'order') } : value;
  if (value.tag === 'choice')
    return { ...value, options: value.options.map(option => reordered(m, option, depth - 1) ?? option) };
  const content = contentOf(m, value);
  if (content?.tag === 'data') return m.store.allocate({ ...content, ...withoutOrder(content) });
  if (content?.tag !== 'sequence') return value;
  return m.store.allocate({ ...content, ...reorderedItems(m, content, depth) });
}

export function reorderedItems(
  m: Machine,
  list: { readonly items: readonly Value[]; readonly rest: Value | undefined },
  depth = 3,
): typeof list {
  return {
    items: list.items.map(item => reordered(m, item, depth - 1) ?? item),
    rest: reordered(m, list.rest, depth - 1),
  };
}

/** `[0] * n + [1] * m`, `[0 for _ in cats] + [1 for _ in dogs]`: the classes one after the other. */
export function withBlocks(
  m: Machine,
  lists: readonly [readonly Value[], readonly Value[]],
  site: Site | undefined,
): readonly Value[] | undefined {
  const [a, b] = lists.map(only);
  if (a === undefined || b === undefined || a === b || !site) return undefined;
  const taint = orderTaint(m, { how: 'by-class', site, label: shortText(m, site, 'a list') });
  return lists
    .flat()
    .map(item => (item.tag === 'const' ? { ...item, taints: unite(item.taints ?? [], [taint]) } : item));
}

function only(items: readonly Value[]): string | number | boolean | undefined {
  const [first] = items.map(constantOf);
  if (first === undefined || first === null || items.length < 2) return undefined;
  return items.every(item => constantOf(item) === first) ? first : undefined;
}
