import { allTaints, contentOf, dataOf, newData, scalar, stageOf, taintsIn, unknownValue } from '../../data';
import type { FitFact, OutputTaint } from '../../facts';
import type { CallInfo, Machine } from '../../machine';
import { contextKey } from '../../machine';
import type { Rows } from '../../rows/rows';
import type { Taints } from '../../taint';
import { CLEAN, taintsOf, unite, uniteAll, without } from '../../taint';
import type { Data, Estimator, Instance, Ref, Value } from '../../value';
import { isDrawn } from '../../rows/drawnSymbols';
import { parametersOnly } from '../models/construct';
import { givenTo } from '../models/features';
import { inPortions } from './portions';
import { nameOf, predicted, predictionTaint } from '../scores/scoring';
import { tableOf } from '../tables/tableNames';

/**
 * Networks that learn by gradients: called with rows, they give an output that remembers them; a loss of it that is sent
 * backward is a fit on these rows. What they say of rows that they did not learn from is a prediction.
 */

/** Makes a network: of a library's class, or the estimator that an object of the program is. */
export function newNetwork(m: Machine, label: string, info: CallInfo): Ref {
  const given = [...info.args.positional, ...info.args.named.values(), ...info.args.others];
  return m.store.allocate({
    tag: 'estimator',
    api: `network.${label}`,
    entry: { kind: 'model', task: 'either', keeps: true },
    parameters: parametersOnly(uniteAll(given.map(value => taintsIn(m, value)))),
    named: info.args.named,
    members: [],
    site: info.site,
    learned: undefined,
    fit: undefined,
    name: undefined,
    design: `${label} ${contextKey(m, info.site)}`,
    loops: [...m.loops],
  });
}

/** `nn.Sequential(…)`, `resnet18()`: an object of a library that is a network. */
export function libraryNetwork(m: Machine, name: string, info: CallInfo): Ref {
  const network = newNetwork(m, name.split('.').pop() ?? name, info);
  const cls = { tag: 'library', name } as const;
  return m.store.allocate({ tag: 'instance', cls, fields: new Map(), network });
}

export function networkOf(m: Machine, value: Value | undefined): Ref | undefined {
  if (value?.tag === 'choice')
    return value.options.map(option => networkOf(m, option)).find(one => one !== undefined);
  const content = contentOf(m, value);
  return content?.tag === 'instance' ? content.network : undefined;
}

function estimatorAt(m: Machine, network: Ref): Estimator | undefined {
  const content = m.store.content(network.id);
  return content?.tag === 'estimator' ? content : undefined;
}

/** What a network has without its class saying so; `forward` is its call. */
const METHODS: ReadonlySet<string> = new Set(
  `to cuda cpu float double half train eval forward state_dict load_state_dict parameters named_parameters requires_grad_ apply
  zero_grad share_memory compile children modules named_children named_modules`.split(/\s+/),
);

export function hasMethod(name: string): boolean {
  return METHODS.has(name);
}

/** `model.eval()`, `model.to(device)`, `model.load_state_dict(…)` */
export function callNetwork(m: Machine, self: Ref, network: Ref, name: string, info: CallInfo): Value {
  const estimator = estimatorAt(m, network);
  if (!estimator) return self;
  switch (name) {
    case 'forward':
      return forward(m, network, info);
    case 'train':
    case 'eval': {
      const training = name === 'train' && info.args.positional[0]?.tag !== 'const';
      m.store.update(network.id, { ...estimator, evaluates: !training });
      return self;
    }
    // Other weights are put in: what learns next does not go on from what was learned here.
    case 'load_state_dict':
    case 'apply':
    case 'children':
    case 'modules':
      m.store.update(network.id, { ...estimator, state: undefined });
      return name === 'apply' ? self : unknownValue(m, info.site, name);
    case 'parameters':
    case 'named_parameters':
      return m.store.allocate({ tag: 'sequence', form: 'list', items: [], rest: network });
    case 'state_dict':
      return scalar(m);
    default:
      return self;
  }
}

/** `copy.deepcopy(model)`: it has learned what the model has, and goes its own way from here. */
export function copied(m: Machine, { network, ...object }: Instance): Ref {
  const estimator = network && estimatorAt(m, network);
  return m.store.allocate(estimator ? { ...object, network: m.store.allocate(estimator) } : object);
}

/** `Adam(model.parameters(), lr=rate)`: what varies or chose the rate varies or chose the network. */
export function optimizes(m: Machine, info: CallInfo): Value {
  const [first, ...others] = info.args.positional;
  const given = [
    ...others,
    ...[...info.args.named].flatMap(([name, value]) => (name === 'params' ? [] : [value])),
  ];
  const taints = parametersOnly(uniteAll(given.map(value => taintsIn(m, value))));
  const list = contentOf(m, first ?? info.args.named.get('params'));
  const network = list?.tag === 'sequence' && list.rest?.tag === 'ref' ? list.rest : undefined;
  const estimator = network && estimatorAt(m, network);
  if (estimator)
    m.store.update(network.id, { ...estimator, parameters: unite(estimator.parameters, taints) });
  return unknownValue(m, info.site, 'an optimizer');
}

/** `model(rows)` */
export function forward(m: Machine, network: Ref, info: CallInfo): Value {
  const estimator = estimatorAt(m, network);
  const given = [...info.args.positional, ...info.args.named.values(), ...info.args.others];
  const first = given.map(value => firstRows(m, value)).find(value => value !== undefined);
  const input = first && inPortions(m, first);
  const data = dataOf(m, input);
  if (!estimator || !input || !data) return unknownValue(m, info.site, 'an output');
  const carried = uniteAll(given.map(value => taintsIn(m, value, 2)));
  const looks = estimator.fit !== undefined && isLooking(m, estimator, estimator.fit, data);
  const prediction = looks ? predicted(m, estimator, input, info) : undefined;
  const output = outputTaint(m, network, estimator, { input, data, carried }, info);
  const earlier = allTaints(data).filter(
    ({ kind }) => kind === 'output' || (kind === 'pred' && prediction === undefined),
  );
  const kept = without(carried, ...PASSING);
  const taints = unite(unite(kept, earlier), [...(prediction ? predictionTaint(m, prediction) : CLEAN)]);
  const name = nameOf(m, input);
  return newData(m, { form: 'batch', rows: data.rows, taints: unite(taints, [output]), within: name });
}

/** What an output does not carry on from the rows that went in. */
const PASSING = ['pred', 'compared', 'scored', 'vary', 'column', 'unseen', 'output', 'order'] as const;

function firstRows(m: Machine, value: Value, depth = 0): Value | undefined {
  const data = dataOf(m, value);
  if (data) return data.form === 'index' || data.form === 'mask' ? undefined : value;
  const content = contentOf(m, value);
  if (depth > 2) return undefined;
  const inside =
    content?.tag === 'sequence'
      ? [...content.items, content.rest]
      : content?.tag === 'dictionary'
        ? [...content.entries.values(), content.rest]
        : [];
  return inside.flatMap(one => (one ? [firstRows(m, one, depth + 1)] : [])).find(one => one !== undefined);
}

/** Does it say what it makes of rows, rather than learn from them? Noise that was drawn is neither. */
function isLooking(m: Machine, { evaluates }: Estimator, fit: FitFact, data: Data): boolean {
  if (isDrawn(data.symbol)) return false;
  if (evaluates === true) return true;
  return !hasLearned(m, fit, data.rows);
}

interface Input {
  readonly input: Value;
  readonly data: Data;
  readonly carried: Taints;
}

function outputTaint(
  m: Machine,
  network: Ref,
  estimator: Estimator,
  { input, data, carried }: Input,
  info: CallInfo,
): OutputTaint {
  const of = without(carried, 'output', 'pred', 'compared', 'scored', 'vary');
  const key = `output ${network.id} ${contextKey(m, info.site)} ${data.rows.id} ${of.map(({ id }) => id).join()}`;
  return m.taints.add(key, id => ({
    kind: 'output',
    id,
    network: network.id,
    rows: data.rows,
    features: nameOf(m, input),
    table: tableOf(m, input),
    stage: stageOf(m, data),
    columns: givenTo(m, estimator, input),
    carried: of,
    target: undefined,
  }));
}

/**
 * Outputs of which only some rows are looked at: `out[train_mask]`. Of rows that the network learned from, it predicts
 * nothing unless it was told to evaluate.
 */
export function narrowed(m: Machine, taints: Taints, rows: Rows): Taints {
  return taints.flatMap(taint => ofRows(m, taint, rows)).sort((a, b) => a.id - b.id);
}

function ofRows(m: Machine, taint: Taints[number], rows: Rows): Taints {
  if (taint.kind === 'output')
    return [m.taints.add(`output ${taint.id} of ${rows.id}`, id => ({ ...taint, id, rows }))];
  if (taint.kind !== 'pred') return [taint];
  const { prediction } = taint;
  const model = m.store.content(prediction.fit.model);
  if (model?.tag === 'estimator' && model.evaluates !== true && hasLearned(m, prediction.fit, rows))
    return [];
  const key = `pred ${prediction.order} of ${rows.id}`;
  return [m.taints.add(key, id => ({ kind: 'pred', id, prediction: { ...prediction, rows } }))];
}

function hasLearned(m: Machine, fit: FitFact, rows: Rows): boolean {
  for (let at: FitFact | undefined = fit, left = 8; at && left > 0; at = at.continues, left--)
    if (m.rows.contains(at.rows, rows)) return true;
  return false;
}

/** The networks behind a loss, each with what it is taught by it. */
export function outputsIn(taints: Taints): ReadonlyMap<number, readonly OutputTaint[]> {
  const byNetwork = new Map<number, OutputTaint[]>();
  for (const taint of taintsOf(taints, 'output')) {
    const known = byNetwork.get(taint.network);
    if (known) known.push(taint);
    else byNetwork.set(taint.network, [taint]);
  }
  return byNetwork;
}
