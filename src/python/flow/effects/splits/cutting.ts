import { constantOf, contentOf, dataOf, derive, unknownValue } from '../../data';
import { getItem } from '../../items';
import type { CallInfo, Machine } from '../../machine';
import { record } from '../../machine';
import type { Split } from '../../rows/rows';
import { sliceRows } from '../../rows/rowsBy';
import type { Data, SliceValue, Value } from '../../value';
import { acrossColumns } from '../models/statistics';
import { newSplit } from './drawing';
import { beforeAndAfter } from './splitting';

type Along = 'rows' | 'columns' | 'argument';

/** `np.split(df, [a, b])`: pieces in order; `np.split(data, [-1], axis=1)`: columns, each with all rows. */
export function pieces(m: Machine, array: Value | undefined, info: CallInfo, along: Along): Value {
  const { positional, named } = info.args;
  return cutAt(m, array, positional[1] ?? named.get('indices_or_sections'), info, axisOf(info, along));
}

/** `x.array_split([a, b])`, `series.split_before(0.8)` */
export function cutUp(m: Machine, self: Value, data: Data, name: string, info: CallInfo): Value {
  const [bound] = info.args.positional;
  return name === 'array_split' ? cutAt(m, self, bound, info, 'rows') : beforeAndAfter(m, data, bound);
}

/** Along the third axis or a later one, as channels of images are, rows stay what they are, too. */
function axisOf(info: CallInfo, along: Along): Exclude<Along, 'argument'> | 'unknown' {
  if (along !== 'argument') return along;
  const given = info.args.named.get('axis') ?? info.args.positional[2];
  const axis = constantOf(given);
  if (axis === 0 || !given) return 'rows';
  return typeof axis === 'number' || acrossColumns(info, 2) ? 'columns' : 'unknown';
}

function cutAt(
  m: Machine,
  array: Value | undefined,
  cuts: Value | undefined,
  info: CallInfo,
  asked: ReturnType<typeof axisOf>,
): Value {
  const data = dataOf(m, array);
  // `np.hsplit` of what has one dimension cuts its rows.
  const along = data?.form === 'column' ? 'rows' : asked;
  const list = contentOf(m, cuts);
  if (!array || !data || along === 'unknown') return unknownValue(m, info.site, 'pieces');
  if (along === 'columns' && typeof constantOf(cuts) === 'number') return alike(m, data);
  if (list?.tag !== 'sequence' || list.rest) return unknownValue(m, info.site, 'pieces');
  const bounds = [undefined, ...list.items, undefined];
  const slices = bounds.slice(1).map((upper, i): SliceValue => sliceOf(bounds[i], upper));
  const items =
    along === 'rows' ? partsAt(m, data, slices, info) : slices.map(slice => columnsAt(m, array, slice, info));
  return m.store.allocate({ tag: 'sequence', form: 'list', items, rest: undefined });
}

function sliceOf(lower: Value | undefined, upper: Value | undefined): SliceValue {
  return { tag: 'slice', lower, upper, step: undefined };
}

/** Parts that have no row in common, and are these stretches of the table. */
function partsAt(m: Machine, data: Data, slices: readonly SliceValue[], info: CallInfo): readonly Value[] {
  const made = { form: 'holdout', site: info.site, label: 'np.split', assigns: 'in-order' } as const;
  const split: Split = { ...newSplit(m, made), stretches: true };
  record<'split'>(m, { kind: 'split', site: info.site, split, of: data.rows, arrays: [] });
  return slices.map((slice, i) =>
    derive(m, data, { rows: m.rows.part(split, i, sliceRows(m, data.rows, slice)) }),
  );
}

/** `data[:, a:b]` */
function columnsAt(m: Machine, array: Value, columns: SliceValue, info: CallInfo): Value {
  const items = [sliceOf(undefined, undefined), columns];
  return getItem(
    m,
    array,
    m.store.allocate({ tag: 'sequence', form: 'tuple', items, rest: undefined }),
    info.site,
  );
}

/** `np.hsplit(images, 3)`: so many pieces, each with some of the columns. */
function alike(m: Machine, data: Data): Value {
  const piece = derive(m, data, { holding: m.columns.open() });
  return m.store.allocate({ tag: 'sequence', form: 'list', items: [], rest: piece });
}
