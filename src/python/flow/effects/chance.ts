import { contentOf, makeData } from '../data';
import type { CallInfo, Machine } from '../machine';
import { contextKey, freshSymbol } from '../machine';
import type { Data, Value } from '../value';
import { NONE } from '../value';
import { DRAWN } from '../rows/drawnSymbols';
import { reorderedItems, shuffledOrder } from './tables/order';

/** What random numbers are called, where their rows are named. */
export const RANDOM_NUMBERS = 'random numbers';

/** `np.random.rand(n)` */
export function drawn(m: Machine, info: CallInfo): Value {
  const symbol = `${DRAWN}${freshSymbol(m)}`;
  const source = { key: symbol, kind: 'unknown' as const, site: info.site, label: RANDOM_NUMBERS };
  return m.store.allocate(makeData(m, { form: 'unknown', rows: m.rows.all(source), symbol }));
}

/** `np.random.shuffle(x)`, `random.shuffle(x)` */
export function shuffledInPlace(m: Machine, info: CallInfo): Value {
  const [first] = info.args.positional;
  const content = contentOf(m, first);
  if (first?.tag !== 'ref') return NONE;
  if (content?.tag === 'data') m.store.update(first.id, shuffledData(m, content, info));
  else if (content?.tag === 'sequence')
    m.store.update(first.id, { ...content, ...reorderedItems(m, content) });
  return NONE;
}

function shuffledData(m: Machine, data: Data, info: CallInfo): Data {
  const order = shuffledOrder(m, data, info.site, 'shuffle');
  if (data.form !== 'index' || data.rows.kind !== 'all') return { ...data, ...order };
  const { source } = data.rows;
  const key = `${source.key} shuffled ${contextKey(m, info.site)}`;
  return { ...data, ...order, rows: m.rows.all({ ...source, key, shuffled: true }) };
}
