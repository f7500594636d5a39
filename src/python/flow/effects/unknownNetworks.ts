import { contentOf, dataOf, taintsIn, unknownValue } from '../data';
import type { CallInfo, Machine } from '../machine';
import { taintsOf } from '../taint';
import type { Data, Ref, Value } from '../value';
import { lossOf } from './backward';
import { forward, hasMethod, newNetwork } from './networks';

/**
 * Networks and losses of which nothing is known, as their classes are imported from elsewhere: an unknown object that is
 * called with a portion of a loader's rows may be a network, and what sends its loss backward makes it one.
 */
export function saidByNetwork(m: Machine, info: CallInfo, callee: Value | undefined): Value | undefined {
  const given = [...info.args.positional, ...info.args.named.values(), ...info.args.others];
  const says = given.filter(value => taintsOf(taintsIn(m, value), 'output').length > 0);
  const answers = given.filter(value => !says.includes(value) && dataOf(m, value)?.form === 'batch');
  const name = m.options.textOf(info.nameSpan);
  if (says.length > 0 && answers.length > 0 && COMPARES.test(name)) {
    // It may give several numbers: which is which is not known.
    const loss = lossOf(m, name, info);
    return unknownValue(m, info.site, name, taintsIn(m, loss));
  }
  if (says.length + answers.length === 0 || callee?.tag !== 'ref') return undefined;
  const data = dataOf(m, callee);
  if (data?.form !== 'unknown' || contentOf(m, given[0])?.tag !== 'data') return undefined;
  return forward(m, becomeNetwork(m, callee, data, info), info);
}

function becomeNetwork(m: Machine, object: Ref, { name, fields }: Data, info: CallInfo): Ref {
  const network = newNetwork(m, name ?? 'network', { ...info, args: NOTHING });
  const made = m.store.content(network.id);
  // It was there before the loops that it is used in.
  const loops = m.rounds.filter(round => object.id >= round.since).map(({ loop }) => loop);
  if (made?.tag === 'estimator') m.store.update(network.id, { ...made, loops, design: `#${object.id}` });
  const own = new Map([...fields].filter(([field]) => !hasMethod(field)));
  const cls = { tag: 'library', name: 'unknown' } as const;
  m.store.update(object.id, { tag: 'instance', cls, fields: own, network });
  return network;
}

const NOTHING: CallInfo['args'] = { positional: [], named: new Map(), others: [] };

/** Names of what holds a prediction against answers. */
const COMPARES =
  /loss|criteri|acc|metric|score|error|dice|iou|f1|auc|mse|mae|psnr|ssim|correct|cross_?entropy|objective|^cost/i;
