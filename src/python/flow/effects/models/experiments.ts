import { constantOf, contentOf, scalar, unknownValue } from '../../data';
import type { CallInfo, Machine } from '../../machine';
import type { Site } from '../../site';
import type { Taints } from '../../taint';
import { unite } from '../../taint';
import type { Ref, Tool, Value } from '../../value';
import { NONE } from '../../value';
import { bestScore } from '../scores/bestScore';
import { decidingAmong, trialOf } from '../scores/reports';
import { chosenByObjective } from '../scores/selecting';

/** Searches that run trials which report their scores under names: those of Ray Tune, sweeps of Weights & Biases. */

/** `tune.run(trainable, config=…)`, `Tuner(trainable, param_space=…)`, `wandb.sweep(settings)` */
export function newExperiment(m: Machine, api: string, entry: Tool['entry'], info: CallInfo): Value {
  const { positional, named } = info.args;
  const given = ['trainable', 'run_or_experiment', 'sweep'].map(name => named.get(name));
  const inner = positional[0] ?? given.find(value => value !== undefined);
  const tool: Tool = { tag: 'tool', api, entry, taints: [], named, ...(inner ? { inner } : {}) };
  const self = m.store.allocate(tool);
  return entry.kind === 'experiment' && entry.starts === 'at-once' ? runTrials(m, self, tool, info) : self;
}

/** `tuner.fit()`: it gives its results. */
function runTrials(m: Machine, self: Ref, tool: Tool, info: CallInfo): Value {
  if (!tool.inner) return self;
  const reported = trialOf(m, tool.inner, [unknownValue(m, info.site, 'settings')], info);
  const ran = { ...tool, reported };
  const metric = setting(m, tool, 'metric');
  m.store.update(self.id, { ...ran, taints: typeof metric === 'string' ? chosenIn(m, ran, metric) : [] });
  return self;
}

/** `tuner.fit()`, `results.get_best_result(metric='accuracy', mode='max')` */
export function callExperiment(m: Machine, self: Ref, tool: Tool, name: string, info: CallInfo): Value {
  if (name === 'fit') return runTrials(m, self, tool, info);
  if (name === 'get_results') return self;
  if (!name.startsWith('get_best')) return unknownValue(m, info.site, name);
  const metric = constantOf(info.args.positional[0] ?? info.args.named.get('metric'));
  const taints = chosenIn(m, tool, typeof metric === 'string' ? metric : setting(m, tool, 'metric'));
  return m.store.allocate({ ...tool, taints });
}

/** What the trials were compared by chose the best one. */
function chosenIn(m: Machine, { reported, taints, api }: Tool, metric: unknown): Taints {
  if (!reported) return taints;
  const label = api.endsWith('run') ? 'tune.run' : 'Tuner.fit';
  return unite(taints, chosenByObjective(m, decidingAmong(reported, metric), label));
}

/** What it was given, or what its settings or its scheduler were. */
function setting(m: Machine, tool: Tool, name: string): unknown {
  const others = ['tune_config', 'scheduler'].map(one => contentOf(m, tool.named?.get(one)));
  const all = [tool, ...others.filter(one => one?.tag === 'tool')];
  return all.map(one => constantOf(one.named?.get(name))).find(value => value !== undefined);
}

/** `best.config`, `best.metrics`, `analysis.best_config`, `trial.last_result` */
export function toldByExperiment(m: Machine, tool: Tool, attr: string, site: Site): Value | undefined {
  if (!TELLS.test(attr)) return undefined;
  const taints = chosenIn(m, tool, setting(m, tool, 'metric'));
  if (/^best_(result|trial)$/.test(attr)) return m.store.allocate({ ...tool, taints });
  if (!/metrics|result/.test(attr)) return scalar(m, taints);
  const tries = setting(m, tool, 'num_samples');
  return bestScore(m, taints, typeof tries === 'number' ? tries : 1, site);
}

const TELLS = /^(best_(config|result|trial|checkpoint)|config|metrics|last_result|checkpoint)$/;

/** `wandb.agent(sweep, function=train)`: the metric of the sweep's settings decides between its runs. */
export function runSweep(m: Machine, info: CallInfo): Value {
  const { positional, named } = info.args;
  const sweep = contentOf(m, positional[0] ?? named.get('sweep_id'));
  const train = named.get('function') ?? positional[1];
  if (!train) return NONE;
  const reported = trialOf(m, train, [], info);
  const settings = sweep?.tag === 'tool' ? contentOf(m, sweep.inner) : undefined;
  const metric = settings?.tag === 'dictionary' ? contentOf(m, settings.entries.get('metric')) : undefined;
  const name = metric?.tag === 'dictionary' ? constantOf(metric.entries.get('name')) : undefined;
  if (typeof name === 'string') chosenByObjective(m, decidingAmong(reported, name), 'wandb.agent');
  return NONE;
}
