import { contentOf, taintsIn } from '../../data';
import type { CallInfo, Machine } from '../../machine';
import { NO_ARGUMENTS } from '../../machine';
import { member } from '../../members';
import type { Reported, Taints } from '../../taint';
import { CLEAN, taintsOf, unite, uniteAll } from '../../taint';
import type { Value } from '../../value';

/** Trials that say under names how they did: by what they report on the way, and by what they give back. */

/** `tune.report({'accuracy': accuracy})`, `tune.report(accuracy=accuracy)`, `wandb.log({'loss': loss})` */
export function report(m: Machine, { args }: CallInfo): void {
  const reported = m.reports.at(-1);
  if (!reported) return;
  for (const value of args.positional) noteReported(m, reported, value);
  for (const [name, value] of args.named) add(reported, name, taintsIn(m, value));
  for (const value of args.others) add(reported, undefined, taintsIn(m, value));
}

function noteReported(m: Machine, reported: Reported, value: Value): void {
  const content = contentOf(m, value);
  if (content?.tag !== 'dictionary') {
    add(reported, undefined, taintsIn(m, value));
    return;
  }
  for (const [name, one] of content.entries)
    add(reported, typeof name === 'string' ? name : undefined, taintsIn(m, one));
  if (content.rest) add(reported, undefined, taintsIn(m, content.rest));
}

function add(reported: Reported, name: string | undefined, taints: Taints): void {
  reported.set(name, unite(reported.get(name) ?? CLEAN, taints));
}

/** Runs one trial of an objective that is given its settings; gives all that it reports. */
export function trialOf(m: Machine, objective: Value, settings: readonly Value[], info: CallInfo): Reported {
  const reported: Reported = new Map<string | undefined, Taints>();
  m.reports.push(reported);
  const args = { ...NO_ARGUMENTS, positional: settings };
  noteReported(m, reported, stepped(m, objective, args, info) ?? m.call(objective, { ...info, args }));
  m.reports.pop();
  return reported;
}

/** A class of trials has its settings put in, and goes on step by step. */
function stepped(m: Machine, cls: Value, args: CallInfo['args'], info: CallInfo): Value | undefined {
  if (contentOf(m, cls)?.tag !== 'class') return undefined;
  const trial = m.call(cls, { ...info, args: NO_ARGUMENTS });
  let result: Value | undefined;
  for (const [names, given] of [
    [['setup', '_setup'], args],
    [['step', '_train'], NO_ARGUMENTS],
  ] as const) {
    const method = names.map(name => member(m, cls, name)).find(one => one !== undefined);
    result =
      method?.tag === 'function' ? m.call({ ...method, self: trial }, { ...info, args: given }) : undefined;
  }
  return result;
}

/**
 * What decides between trials: what is reported under the name that they are compared by; where that is not known, the only
 * thing that is scored.
 */
export function decidingAmong(reported: ReadonlyMap<string | undefined, Taints>, metric: unknown): Taints {
  if (typeof metric === 'string') return reported.get(metric) ?? CLEAN;
  const scored = [...reported.values()].filter(isScore);
  return scored.length === 1 ? uniteAll(scored) : CLEAN;
}

function isScore(taints: Taints): boolean {
  return taintsOf(taints, 'scored').length + taintsOf(taints, 'validated').length > 0;
}
