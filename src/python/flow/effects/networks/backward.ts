import { scalar, taintsIn } from '../../data';
import type { FitFact, OutputTaint, TargetColumn } from '../../facts';
import type { CallInfo, Machine } from '../../machine';
import { record } from '../../machine';
import type { Taints } from '../../taint';
import { taintsOf, unite, uniteAll, without } from '../../taint';
import type { Estimator, Value } from '../../value';
import { outputsIn } from './networks';
import { comparedBy, scored, stageIn, targetOf } from '../scores/scoring';

/** `loss.backward()`: every network whose output the loss was computed from learns from the rows of that output. */
export function learnFrom(m: Machine, taints: Taints, info: CallInfo): void {
  for (const [id, outputs] of outputsIn(taints)) {
    const content = m.store.content(id);
    if (content?.tag !== 'estimator') continue;
    const fit = noteStep(m, id, content, outputs, info);
    if (fit) m.store.update(id, { ...content, fit, state: fit, forked: false });
  }
}

function noteStep(
  m: Machine,
  model: number,
  estimator: Estimator,
  outputs: readonly OutputTaint[],
  info: CallInfo,
): FitFact | undefined {
  const [first] = outputs;
  if (!first) return undefined;
  const label = estimator.api.split('.').pop() ?? estimator.api;
  const carried = uniteAll(outputs.map(output => output.carried));
  return record<'fit'>(m, {
    kind: 'fit',
    site: info.site,
    model,
    label,
    rows: m.rows.union(outputs.map(output => output.rows)),
    taints: unite(unite(carried, estimator.parameters), m.seeds),
    target: outputs.find(output => output.target)?.target ?? NO_TARGET,
    searcher: false,
    keepsLast: false,
    features: first.features,
    stage: first.stage,
    table: first.table,
    given: { features: undefined, target: undefined },
    learner: label,
    family: 'network',
    imbalance: undefined,
    continues: estimator.state,
    columns: first.columns,
    design: estimator.design ?? `#${model}`,
    continuedIn: estimator.state ? m.loops.filter(loop => !estimator.loops?.includes(loop)) : [],
    ...(estimator.steered ?? { watches: [], stopper: undefined }),
  });
}

const NO_TARGET: TargetColumn = {
  column: undefined,
  rows: undefined,
  given: false,
  name: undefined,
  taints: [],
  from: [],
  whole: false,
};

/** What an unknown function makes of an output and of answers: a network may be taught by it, and it may be a score. */
export function heldAgainstAnswers(m: Machine, label: string, info: CallInfo): Taints {
  const given = [...info.args.positional, ...info.args.named.values()];
  const said = given.find(value => taintsOf(taintsIn(m, value), 'output').length > 0);
  const answers = given.find(value => value !== said && value.tag === 'ref');
  const taints = uniteAll(given.map(value => taintsIn(m, value)));
  const taught = taintsOf(taints, 'output').map(output => withTarget(m, output, said, answers));
  const compared = taintsOf(taints, 'pred').map(({ prediction }) => comparedBy(m, prediction, label));
  const made = [...new Set([...taught, ...compared])].sort((a, b) => a.id - b.id);
  return uniteAll([taintsOf(taints, 'sel'), made]);
}

/** `criterion(output, answers)`: what a network will be taught by, and a score where it only looked. */
export function lossOf(m: Machine, label: string, info: CallInfo): Value {
  const given = [...info.args.positional, ...info.args.named.values()];
  const said = given.find(value => taintsOf(taintsIn(m, value), 'output').length > 0);
  const answers = given.find(value => value !== said && value.tag === 'ref');
  const taints = uniteAll(given.map(value => taintsIn(m, value)));
  const taught = taintsOf(taints, 'output').map(output => withTarget(m, output, said, answers));
  const predictions = new Set(taintsOf(taints, 'pred').map(taint => taint.prediction));
  const score = scored(m, [...predictions], { metric: label, prevalence: false, site: info.site });
  const kept = without(taints, 'output', 'pred', 'compared', 'vary', 'column', 'unseen', 'stat');
  return scalar(m, uniteAll([kept, taught.sort((a, b) => a.id - b.id), score]));
}

/** What is held against itself, as by an autoencoder, has no answers. */
function withTarget(
  m: Machine,
  output: OutputTaint,
  said: Value | undefined,
  answers: Value | undefined,
): OutputTaint {
  if (!answers || output.target || !said) return output;
  const itself = output.stage !== undefined && stageIn(m, answers) === output.stage;
  const target = targetOf(m, answers);
  return m.taints.add(
    `output ${output.id} against ${target.column ?? ''} ${target.rows?.id ?? ''} ${itself}`,
    id => ({
      ...output,
      id,
      target: { ...target, given: !itself },
    }),
  );
}
