import { withTaints } from '../../data';
import type { Machine } from '../../machine';
import type { Rows } from '../../rows/rows';
import type { Site } from '../../site';
import { unite } from '../../taint';
import type { Data, Value } from '../../value';
import { filteredBy } from './filtering';
import { orderAfter } from './order';
import { windowTaints } from './windows';

/** What rows carry that an index picked: their order, that they make a window, and what statistic let them pass. */
export function taken(
  m: Machine,
  data: Data,
  index: Value,
  rows: Rows,
  site: Site,
): Pick<Data, 'taints' | 'columns'> {
  const picked = { ...data, ...orderAfter(m, data, index) };
  const taints = unite(windowTaints(m, data, index, site), filteredBy(m, data, index, rows, site));
  return withTaints(picked, taints);
}
