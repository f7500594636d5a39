import { dataOf, derive, newData, scalar, taintsIn, withTaints } from '../../data';
import { rowsBy } from '../../rows/rowsBy';
import type { CallInfo, Machine } from '../../machine';
import { startKey } from '../../machine';
import { coded, originsOfAll } from '../../columns/provenance';
import { CLEAN, unite, without, withoutOrigins } from '../../taint';
import type { Data, Value } from '../../value';
import { NONE } from '../../value';
import { filteredBy } from './filtering';
import { best } from '../scores/keeping';

/** `np.where(test, a, b)`; with the test alone it gives positions. */
export function where(m: Machine, info: CallInfo): Value {
  const [test, ...values] = info.args.positional;
  const mask = dataOf(m, test);
  if (values.length === 0) return whereTrue(m, test, mask, info);
  const every = [test, ...values].map(value => taintsIn(m, value)).reduce(unite, CLEAN);
  // A prediction cut at a loop's variable is another one in each round.
  const all = every.some(taint => taint.kind === 'pred') ? every : without(every, 'vary');
  const origins = unite(coded(m, originsOfAll(m, [test])), coded(m, originsOfAll(m, values)));
  const taints = unite(withoutOrigins(all), origins);
  const base = [...values.map(value => dataOf(m, value)), mask].find(data => data !== undefined);
  if (!base) return scalar(m, taints);
  const own = { ...base, form: 'column', taints: withoutOrigins(base.taints) } as const;
  return derive(m, base, { ...withTaints(own, taints), form: 'column' });
}

function whereTrue(m: Machine, test: Value | undefined, mask: Data | undefined, info: CallInfo): Value {
  // `np.where(scores == scores.max())` is where the best score stands.
  if (test?.tag === 'scalar' && test.taints.some(taint => taint.kind === 'scored'))
    return best(m, { values: [test], scoreOnly: false, site: info.site });
  if (test?.tag === 'scalar') return test;
  const source = {
    key: `where ${startKey(m, info.site)}`,
    kind: 'index',
    site: info.site,
    label: 'positions',
  } as const;
  const rows = mask && test ? rowsBy(m, mask, test) : m.rows.all(source);
  const taints = mask ? filteredBy(m, mask, test ?? NONE, rows, info.site) : CLEAN;
  const index = newData(m, { form: 'index', rows, taints, names: mask && { rows, negated: false } });
  return m.store.allocate({ tag: 'sequence', form: 'tuple', items: [index], rest: undefined });
}
