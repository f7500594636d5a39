import { constantOf, contentOf, taintsIn } from '../data';
import type { CallInfo, Machine } from '../machine';
import type { Tool, Value } from '../value';
import { converted } from './collections';
import { mapped, spread, starMapped } from './mapping';
import { unresolved } from './unresolved';

/* Pools of threads or processes: what they run is run at once, one after the other. */

/** `pool.map(f, xs)`, `executor.submit(f, x)`, `pool.apply_async(f, (x,))` */
export function callWorkers(m: Machine, tool: Tool, name: string, info: CallInfo): Value | undefined {
  if (tool.entry.kind === 'future') return callFuture(m, tool, name, info);
  return tool.entry.kind === 'workers' ? ran(m, name, info) : undefined;
}

function ran(m: Machine, name: string, info: CallInfo): Value {
  const later = name.endsWith('_async');
  switch (name.replace(/_async$/, '')) {
    case 'map':
    case 'imap':
    case 'imap_unordered':
      return given(m, mapped(m, withoutSizes(info)), later);
    case 'starmap':
      return given(m, starMapped(m, info), later);
    case 'submit':
      return given(m, submitted(m, info), true);
    case 'apply':
      return given(m, applied(m, info), later);
    default:
      return unresolved(m, info);
  }
}

/** `Parallel(n_jobs=4)(delayed(f)(x) for x in xs)`: a list of what they give. */
export function callParallel(m: Machine, info: CallInfo): Value {
  return converted(m, info.args.positional[0], 'list', info);
}

/** `future.result()`, `result.get()` */
function callFuture(m: Machine, { inner }: Tool, name: string, info: CallInfo): Value {
  return inner && /^(result|get)$/.test(name) ? inner : unresolved(m, info);
}

function given(m: Machine, value: Value, later: boolean): Value {
  if (!later) return value;
  const taints = taintsIn(m, value);
  return m.store.allocate({ tag: 'tool', api: 'future', entry: { kind: 'future' }, taints, inner: value });
}

/** `pool.map(f, xs, 10)`: how many at a time says nothing. */
function withoutSizes(info: CallInfo): CallInfo {
  const positional = info.args.positional.filter(value => typeof constantOf(value) !== 'number');
  return { ...info, args: { positional, named: new Map(), others: [] } };
}

/** `executor.submit(f, x, y=1)` */
function submitted(m: Machine, info: CallInfo): Value {
  const [func, ...positional] = info.args.positional;
  const { written: _, ...call } = info;
  return func ? m.call(func, { ...call, args: { ...info.args, positional } }) : unresolved(m, info);
}

/** `pool.apply(f, (x,), {'y': 1})` */
function applied(m: Machine, info: CallInfo): Value {
  const [func, tuple = info.args.named.get('args'), names = info.args.named.get('kwds')] =
    info.args.positional;
  const positional = tuple ? spread(m, tuple) : [];
  const dictionary = contentOf(m, names);
  const known = names === undefined || (dictionary?.tag === 'dictionary' && !dictionary.rest);
  if (!func || !positional || !known) return unresolved(m, info);
  const entries = dictionary?.tag === 'dictionary' ? [...dictionary.entries] : [];
  const named = new Map(entries.map(([key, value]) => [String(key), value]));
  const { written: _, ...call } = info;
  return m.call(func, { ...call, args: { positional, named, others: [] } });
}
