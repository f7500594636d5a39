import { allTaints, contentOf, dataOf, derive, scalar, taintsIn } from '../../data';
import { forEach } from '../../iterate';
import type { CallInfo, Machine } from '../../machine';
import type { Taints } from '../../taint';
import { CLEAN, unite } from '../../taint';
import type { Value } from '../../value';
import { best, ranked } from './keeping';
import { aggregate } from '../models/statistics';

/** `max(scores)`, `np.argmax(scores)`, `sorted(results)` */
export function bestOf(m: Machine, name: string, info: CallInfo): Value {
  const [first] = info.args.positional;
  const data = dataOf(m, first);
  const taints = data && allTaints(data);
  // `np.argmax(model.predict(X), axis=1)` turns probabilities into labels.
  if (data && (taints?.some(taint => taint.kind === 'pred') ?? false))
    return derive(m, data, { form: 'column' });
  if (data && /max|min/.test(name) && name.startsWith('builtins'))
    return aggregate(m, data, name.slice(9), info, false);
  if (name.endsWith('sorted') && data) return derive(m, data);
  const values = info.args.positional;
  // A sorted list only shows; who takes an element of it chooses.
  if (name.endsWith('sorted'))
    return scalar(m, values.map(value => taintsIn(m, value)).reduce(unite, keyed(m, info)), ranked(m));
  return best(m, { values, by: keyed(m, info), scoreOnly: isPlainBest(m, name, info), site: info.site });
}

/** `max(records, key=lambda name: records[name]['auc'])`: what the key of the elements carries, and nothing else decides. */
function keyed(m: Machine, info: CallInfo): Taints {
  const key = info.args.named.get('key');
  const [list] = info.args.positional;
  if (key?.tag !== 'function' || !list) return CLEAN;
  return forEach(m, list, info.site, item =>
    m.call(key, { ...info, args: { positional: [item], named: new Map(), others: [] } }),
  )
    .map(value => taintsIn(m, value))
    .reduce(unite, CLEAN);
}

/** `max(scores)` gives a score; with a `key`, or of pairs, it gives what had it. */
function isPlainBest(m: Machine, name: string, { args }: CallInfo): boolean {
  if (!name.startsWith('builtins.') || args.named.has('key')) return false;
  const list = contentOf(m, args.positional[0]);
  if (list?.tag !== 'sequence') return list?.tag !== 'dictionary';
  return ![...list.items, list.rest].some(item => contentOf(m, item)?.tag === 'sequence');
}
