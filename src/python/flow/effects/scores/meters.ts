import { scalar, taintsIn } from '../../data';
import type { CallInfo, Machine } from '../../machine';
import { unite, uniteAll } from '../../taint';
import type { Ref, Tool, Value } from '../../value';
import { NONE } from '../../value';
import { lossOf } from '../networks/backward';
import { callParallel } from '../workers';
import { metric } from './scoring';

/** `criterion(output, y)`, `accuracy(output, y)`: an object that compares when it is called. */
export function callToolItself(m: Machine, self: Ref, tool: Tool, info: CallInfo): Value | undefined {
  const label = tool.api.split('.').pop() ?? tool.api;
  if (tool.entry.kind === 'workers') return callParallel(m, info);
  if (tool.entry.kind === 'loss') return lossOf(m, label, info);
  return tool.entry.kind === 'meter' ? callMeter(m, self, tool, 'update', info) : undefined;
}

/** `accuracy.update(output, y)`, and later `accuracy.compute()` */
export function callMeter(m: Machine, self: Ref, tool: Tool, name: string, info: CallInfo): Value {
  if (name === 'reset') m.store.update(self.id, { ...tool, taints: [] });
  else if (
    /^(compute|result|numpy)$/.test(name) &&
    info.args.named.size === 0 &&
    info.args.positional.length === 0
  )
    return scalar(m, tool.taints);
  else if (name === 'to' || name === 'cpu' || name === 'cuda' || name === 'clone') return self;
  else {
    const label = tool.api.split('.').pop() ?? tool.api;
    const score = metric(m, label, { prevalence: false }, info);
    m.store.update(self.id, { ...tool, taints: unite(tool.taints, uniteAll([taintsIn(m, score)])) });
    return score;
  }
  return NONE;
}
