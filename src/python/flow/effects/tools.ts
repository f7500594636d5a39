import { scalar, unknownValue } from '../data';
import type { CallInfo, Machine } from '../machine';
import { unite } from '../taint';
import type { Ref, Tool, Value } from '../value';
import { constant, NONE } from '../value';
import { assignedBySplitter } from './splits/assignment';
import { trialsOf } from './scores/bestScore';
import { callExperiment } from './models/experiments';
import { optimise } from './scores/selecting';
import { foldsOf } from './splits/folds';
import { callTrainer } from './networks/trainers';
import { callMeter } from './scores/meters';
import { seedOf } from './splits/seeding';
import { steer } from './networks/steering';
import { tracked } from './tables/storing';
import { unresolved } from './unresolved';
import { callWorkers } from './workers';

/** A method of a splitter or of a study. */
export function callTool(m: Machine, self: Ref, tool: Tool, name: string, info: CallInfo): Value {
  if (tool.entry.kind === 'folds') {
    if (name === 'split') return foldsOf(m, tool, info);
    return scalar(m);
  }
  if (tool.entry.kind === 'trainer') return callTrainer(m, self, tool, name, info);
  const given = callWorkers(m, tool, name, info);
  if (given) return given;
  if (tool.entry.kind === 'open') return scalar(m);
  if (tool.entry.kind === 'loss') return self;
  if (tool.entry.kind === 'meter') return callMeter(m, self, tool, name, info);
  if (tool.entry.kind === 'plateau') {
    if (name === 'step') steer(m, tool, info);
    return NONE;
  }
  if (tool.entry.kind === 'tracker' && name === 'log') return tracked(m, info);
  if (tool.entry.kind === 'experiment') return callExperiment(m, self, tool, name, info);
  if (tool.entry.kind !== 'study') return unresolved(m, info);
  if (name === 'optimize' || name === 'maximize') {
    const objective = name === 'optimize' ? objectiveIn(info) : objectiveOf(tool);
    const label = name === 'optimize' ? 'study.optimize' : 'BayesianOptimization';
    const taints = objective ? optimise(m, objective, label, info) : [];
    m.store.update(self.id, { ...tool, taints: unite(tool.taints, taints), tries: trialsOf(info) });
    return NONE;
  }
  return name.startsWith('best') ? scalar(m, tool.taints) : unknownValue(m, info.site, name);
}

function objectiveIn({ args: { positional, named } }: CallInfo): Value | undefined {
  return positional[0] ?? named.get('func');
}

/** Of a search that was made with it. */
function objectiveOf({ named, inner }: Tool): Value | undefined {
  return named?.get('f') ?? inner;
}

/** A callback, with its arguments by name and by position. */
export function newCallback(m: Machine, api: string, entry: Tool['entry'], info: CallInfo): Value {
  const { positional, named } = info.args;
  const entries = new Map<string | number | boolean | null, Value>([...positional.entries(), ...named]);
  const inner = m.store.allocate({ tag: 'dictionary', entries, rest: undefined });
  return m.store.allocate({ tag: 'tool', api, entry, taints: [], inner });
}

export function newTool(m: Machine, api: string, entry: Tool['entry'], info: CallInfo): Value {
  const { positional, named } = info.args;
  const splits = named.get('n_splits') ?? positional[0] ?? named.get('n_iter') ?? constant('default');
  const assigns = assignedBySplitter(api, entry, info.args);
  const taints = entry.kind === 'folds' ? seedOf(m, info) : [];
  return m.store.allocate({ tag: 'tool', api, entry, taints, inner: splits, named, assigns });
}
