import { contentOf, dataOf, taintsIn, unknownValue } from '../../data';
import type { CallInfo, Machine } from '../../machine';
import type { Data, Ref, Value } from '../../value';
import { heldAgainstAnswers } from './backward';
import { forward, hasMethod, newNetwork } from './networks';

/**
 * Networks and losses of which nothing is known, as their classes are imported from elsewhere: an unknown object that is
 * called with a portion of a loader's rows may be a network, and what sends its loss backward makes it one. What is
 * called with an output and with answers holds one against the other; it is a score once it is used as a number.
 */
export function saidByNetwork(m: Machine, info: CallInfo, callee: Value | undefined): Value | undefined {
  const given = [...info.args.positional, ...info.args.named.values(), ...info.args.others];
  const says = given.filter(value => taintsIn(m, value).some(({ kind }) => kind === 'output'));
  const answers = given.filter(value => !says.includes(value) && dataOf(m, value)?.form === 'batch');
  if (says.length + answers.length === 0) return undefined;
  if (says.length > 0 && answers.length > 0 && !isAskedAsNetwork(m, callee)) {
    const name = m.options.textOf(info.nameSpan);
    // It may give several numbers: which is which is not known.
    return unknownValue(m, info.site, name, heldAgainstAnswers(m, name, info));
  }
  if (callee?.tag !== 'ref') return undefined;
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

/** `decoder.train()`, `decoder.parameters()`: what is asked for these is a network, and compares nothing. */
function isAskedAsNetwork(m: Machine, callee: Value | undefined): boolean {
  const fields = dataOf(m, callee)?.fields;
  return fields !== undefined && [...fields.keys()].some(hasMethod);
}
