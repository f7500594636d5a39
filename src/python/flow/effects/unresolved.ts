import { contentOf, taintsIn, unknownValue } from '../data';
import type { CallInfo, Machine } from '../machine';
import { record } from '../machine';
import type { Taint } from '../taint';
import { CLEAN, taintsOf } from '../taint';
import type { Value } from '../value';
import { learnFrom } from './networks/backward';
import { parametersOnly } from './models/construct';
import { saidByNetwork } from './networks/unknownNetworks';
import { writtenPath } from './tables/files';
import { noteUse } from './scores/using';

/**
 * The result of a call that nothing is known about: what chose its arguments also chose it. An unknown object that is
 * called, as `Dense(n)(x)`, hands on what varied it and its arguments as well.
 */
export function unresolved(m: Machine, info: CallInfo, callee?: Value): Value {
  const { positional, named, others } = info.args;
  const values = [...positional, ...named.values(), ...others, ...(callee ? [callee] : [])];
  noteUse(m, values, info.site);
  return unknownResult(m, info, callee, values);
}

/** The result of a call that does nothing with its arguments which concerns them. */
export function unknownResult(
  m: Machine,
  info: CallInfo,
  callee: Value | undefined,
  values: readonly Value[],
): Value {
  const { positional, named } = info.args;
  for (const value of values) escape(m, value);
  const name = m.options.textOf(info.nameSpan);
  if (/^((set_)?[xy]lim|ax[hv]line)$/.test(name)) noteAxis(m, info, values);
  // `accelerator.backward(loss)`, `self.manual_backward(loss)`
  if (/^((manual_)?backward|gradient)$/.test(name))
    for (const value of positional.slice(0, 1)) learnFrom(m, taintsIn(m, value), info);
  const said = saidByNetwork(m, info, callee);
  if (said) return said;
  const chosen = values.flatMap((value): readonly Taint[] => {
    const taints = taintsIn(m, value, 1);
    if (taints.length === 0) return CLEAN;
    return [...(callee ? parametersOnly(taints) : taintsOf(taints, 'sel')), ...taintsOf(taints, 'output')];
  });
  const unique = [...new Set(chosen)].sort((a, b) => a.id - b.id);
  const path = writtenPath(positional[0] ?? named.get('directory') ?? named.get('path'));
  return unknownValue(m, info.site, `${name}()`, unique, path);
}

/** `plt.ylim(0, max(scores))`, `ax.set_ylim(…)`, a line at the best: `ax.axvline(scores.idxmax())` */
function noteAxis(m: Machine, { site }: CallInfo, values: readonly Value[]): void {
  if (values.some(value => taintsOf(taintsIn(m, value), 'sel').length > 0))
    record<'axis'>(m, { kind: 'axis', site });
}

/** Who takes a model may set its weights back: whether its next fit goes on from the last one is not known any more. */
export function escape(m: Machine, value: Value): void {
  const content = contentOf(m, value);
  if (value.tag !== 'ref' || content?.tag !== 'estimator' || !content.state) return;
  m.store.update(value.id, { ...content, state: undefined });
}
