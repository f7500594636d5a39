import { constantOf, dataOf, derive, newData, scalar, symbolOf, taintsIn, withTaints } from '../../data';
import type { CallInfo, Machine } from '../../machine';
import { contextKey, freshSymbol, record } from '../../machine';
import type { Rows } from '../../rows/rows';
import type { Site } from '../../site';
import type { DupTaint } from '../../taint';
import type { Data, Estimator, Value } from '../../value';
import { inOrder, orderTaint, shuffledOrder, withoutOrder } from '../tables/order';

/** `SMOTE().fit_resample(X, y)` */
export function resample(m: Machine, sampler: Estimator, name: string, info: CallInfo): Value {
  const inputs = [
    info.args.positional[0] ?? info.args.named.get('X'),
    info.args.positional[1] ?? info.args.named.get('y'),
  ];
  if (name !== 'fit_resample' && name !== 'fit_sample' && name !== 'sample') return scalar(m);
  const how = sampler.entry.kind === 'sampler' ? sampler.entry.how : 'over';
  const label = sampler.api.split('.').pop() ?? sampler.api;
  const items = inputs.map(input => {
    const data = dataOf(m, input);
    if (!data) return scalar(m, taintsIn(m, input));
    const made = multiplied(m, data, { how, site: info.site, label });
    const order = how === 'over' ? 'added-last' : BY_CLASS.has(label) ? 'by-class' : undefined;
    const result = dataOf(m, made);
    if (!order || !result) return made;
    const taint = orderTaint(m, { how: order, site: info.site, label });
    return derive(m, result, { ...inOrder(result, taint), symbol: result.symbol, column: result.column });
  });
  return m.store.allocate({ tag: 'sequence', form: 'tuple', items, rest: undefined });
}

/** Samplers that put what they keep of one class below what they keep of another. */
const BY_CLASS: ReadonlySet<string> = new Set(['RandomUnderSampler', 'NearMiss']);

interface Resampling {
  readonly how: DupTaint['how'];
  readonly site: Site;
  readonly label: string;
}

/** Rows out of rows, more or fewer: their copies or neighbours would stand on both sides of a later split. */
export function multiplied(m: Machine, data: Data, resampling: Resampling): Value {
  const out =
    resampling.how === 'under'
      ? m.rows.sub(data.rows, { by: 'other', symbol: contextKey(m, resampling.site) })
      : m.rows.dup(data.rows, contextKey(m, resampling.site), resampling.how === 'over');
  const taint = dupTaint(m, data.rows, out, resampling);
  return derive(m, data, {
    ...withTaints(data, [taint]),
    rows: out,
    closed: data.closed,
    column: data.column,
  });
}

export function dupTaint(m: Machine, of: Rows, out: Rows, { how, site, label }: Resampling): DupTaint {
  return m.taints.add(`dup ${contextKey(m, site)} ${of.id}`, id => {
    if (how !== 'window') record<'resample'>(m, { kind: 'resample', site, rows: of, label });
    return { kind: 'dup', id, how, of, out, site, label, calls: [...m.calls] };
  });
}

/** `sklearn.utils.resample(df, replace=True)`: draws with replacement unless told otherwise. */
export function bootstrap(m: Machine, info: CallInfo): Value {
  const replace = constantOf(info.args.named.get('replace')) !== false;
  const outputs = info.args.positional.map(input => {
    const data = dataOf(m, input);
    if (!data) return scalar(m, taintsIn(m, input));
    if (replace) return multiplied(m, data, { how: 'copy', site: info.site, label: 'resample' });
    return newData(m, {
      ...data,
      rows: m.rows.sub(data.rows, { by: 'other', symbol: contextKey(m, info.site) }),
      symbol: freshSymbol(m),
    });
  });
  const [only] = outputs;
  if (only && outputs.length === 1) return only;
  return m.store.allocate({ tag: 'sequence', form: 'list', items: outputs, rest: undefined });
}

/** `df.sample(frac=1)` only shuffles; with `replace=True` it copies rows. */
export function sampled(m: Machine, data: Data, info: CallInfo): Value {
  const { named, positional } = info.args;
  if (constantOf(named.get('replace')) === true)
    return multiplied(m, data, { how: 'copy', site: info.site, label: 'sample' });
  if (constantOf(named.get('frac')) === 1 || (positional.length === 0 && named.size === 0))
    return shuffledRows(m, data, info.site);
  const count = symbolOf(m, named.get('n') ?? positional[0]);
  if (count === `len${data.rows.id}`) return shuffledRows(m, data, info.site);
  const rows = m.rows.sub(data.rows, {
    by: 'other',
    symbol: `${contextKey(m, info.site)} ${freshSymbol(m)}`,
    drawn: true,
  });
  record<'draw'>(m, { kind: 'draw', site: info.site, rows });
  return derive(m, data, { ...withoutOrder(data), rows, column: data.column });
}

function shuffledRows(m: Machine, data: Data, site: Site): Value {
  return derive(m, data, { ...shuffledOrder(m, data, site, 'sample'), column: data.column });
}
