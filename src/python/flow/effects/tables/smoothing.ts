import { constantOf, dataOf, derive, makeData } from '../../data';
import type { CallInfo, Machine } from '../../machine';
import { moved, scattered } from '../../columns/provenance';
import type { Data, Ref, Value } from '../../value';
import { unresolved } from '../unresolved';

/**
 * Filters that run in both directions: each value is made of those before and after it. Of a table they smooth each row by
 * itself unless told otherwise, as the points of a spectrum.
 */

/** `savgol_filter(df['price'], 21, 3)`, `filtfilt(b, a, df['price'])` */
export function smoothed(m: Machine, name: string, at: number, info: CallInfo): Value {
  const { positional, named } = info.args;
  const data = dataOf(m, positional[at] ?? named.get('x') ?? named.get('input'));
  const looksBack = name.endsWith('.convolve') && constantOf(named.get('mode') ?? positional[2]) !== 'same';
  if (!data || data.form === 'unknown' || looksBack || named.has('axis')) return unresolved(m, info);
  if (data.form !== 'column') return derive(m, data, { holding: m.columns.open() });
  const width = constantOf(positional[1] ?? named.get('window_length') ?? named.get('size'));
  const half =
    at === 0 && typeof width === 'number' && HAS_WIDTH.test(name) ? Math.floor(width / 2) : Infinity;
  return aroundEach(m, data, Math.max(1, half), name, info);
}

const HAS_WIDTH = /\.(savgol_filter|uniform_filter1d|medfilt|median_filter)$/;

/** `seasonal_decompose(df['price'])`: the trend, the season and what is left of a series. */
export function decomposed(m: Machine, name: string, info: CallInfo): Value {
  const { positional, named } = info.args;
  const data = dataOf(m, positional[0] ?? named.get('x') ?? named.get('endog'));
  if (data?.form !== 'column') return unresolved(m, info);
  // `STL(series, period=12).fit()`
  if (/\.M?STL$/.test(name)) {
    const func = { tag: 'library', name: `${name}.fit` } as const;
    return partsOf(m, data, [['fit', { tag: 'partial', func, args: info.args }]]);
  }
  const around = aroundEach(m, data, Infinity, name, info);
  // What looks back only has its trend from before; the season is the whole series' all the same.
  const trend = constantOf(named.get('two_sided')) === false ? derive(m, data) : around;
  return partsOf(m, data, [
    ['trend', trend],
    ['seasonal', around],
    ['resid', around],
    ['observed', derive(m, data, { taints: data.taints })],
  ]);
}

function partsOf(m: Machine, data: Data, parts: readonly (readonly [string, Value])[]): Ref {
  return m.store.allocate(makeData(m, { form: 'unknown', rows: data.rows, fields: new Map(parts) }));
}

function aroundEach(m: Machine, data: Data, half: number, name: string, { site, nameSpan }: CallInfo): Ref {
  const method =
    name
      .replace(/\.fit$/, '')
      .split('.')
      .pop() ?? name;
  const move = { method, site, nameSpan, centre: undefined, grouped: (data.by ?? []).length > 0, share: 1 };
  const taints = data.descending ? scattered(m, data.taints) : moved(m, data.taints, [-half, half], move);
  return derive(m, data, { taints, column: data.column });
}
