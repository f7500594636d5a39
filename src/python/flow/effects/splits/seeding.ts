import { taintsIn } from '../../data';
import type { CallInfo, Machine } from '../../machine';
import type { Taints, VaryTaint } from '../../taint';
import { taintsOf, unite, without } from '../../taint';
import type { Value } from '../../value';

/** Arguments that seed a random number generator. */
export const SEEDS: ReadonlySet<string> = new Set([
  'random_state',
  'seed',
  'random_seed',
  'rng',
  'random_number_seed',
]);

/** Adds what a loop varies through a seed, and what chose it. */
export function withSeed(m: Machine, taints: Taints, seed: Value | undefined): Taints {
  return seed ? unite(taints, seedTaints(m, seed)) : taints;
}

function seedTaints(m: Machine, seed: Value): Taints {
  const carried = taintsIn(m, seed, 1);
  const seeds = taintsOf(carried, 'vary').map(taint => asSeed(m, taint));
  return [...taintsOf(carried, 'sel'), ...seeds].sort((a, b) => a.id - b.id);
}

function asSeed(m: Machine, { loop }: VaryTaint): VaryTaint {
  return m.taints.add(`seed ${loop}`, id => ({ kind: 'vary', id, loop, seed: true }));
}

/** `w * predictions`: what a loop varies is no cut-off, it weighs the model. */
export function asWeight(m: Machine, taints: Taints): Taints {
  const weights = taintsOf(taints, 'vary').map(({ loop }) =>
    m.taints.add(`weight ${loop}`, id => ({ kind: 'vary' as const, id, loop, weighs: true as const })),
  );
  return [...without(taints, 'vary'), ...weights].sort((a, b) => a.id - b.id);
}

/** What a call's seed varies by: that of a splitter reaches the rows of its parts. */
export function seedOf(m: Machine, info: CallInfo): Taints {
  let taints: Taints = m.seeds;
  for (const name of SEEDS) taints = withSeed(m, taints, info.args.named.get(name));
  return taints;
}

/** `np.random.seed(s)`, `torch.manual_seed(s)`: seeds whatever is random from here on. */
export function seedAll(m: Machine, info: CallInfo): void {
  const [first] = [...info.args.positional, ...info.args.named.values()];
  m.seeds = first ? seedTaints(m, first) : [];
}
