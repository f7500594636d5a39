import type { FitFact, SelTaint, Taint, Taints } from './facts';
import { Interning, Numbers } from './interning';

/** Facts and taints refer to each other, so that their types stand together; what is done with taints stands here. */
export type {
  Taint,
  StatTaint,
  ThresholdTaint,
  FilteredTaint,
  TransformerUse,
  DupTaint,
  SelTaint,
  PredTaint,
  ComparedTaint,
  ScoredTaint,
  ValidatedTaint,
  BestTaint,
  VaryTaint,
  WatchedTaint,
  OutputTaint,
  Taints,
} from './facts';

/** What a trial says of itself, by name; what it says without a name that is known has none. */
export type Reported = Map<string | undefined, Taints>;

export const CLEAN: Taints = [];

/** Past this many, older taints are kept: nothing that fires rests on the newest alone. */
const MAX_TAINTS = 64;

export function unite(a: Taints, b: Taints): Taints {
  if (a === b || b.length === 0) return a;
  if (a.length === 0) return b;
  const merged: Taint[] = [];
  let [i, j] = [0, 0];
  for (let x = a[i], y = b[j]; x ?? y; x = a[i], y = b[j]) {
    const next = !y || (x && x.id <= y.id) ? x : y;
    if (next) merged.push(next);
    if (x && next?.id === x.id) i++;
    if (y && next?.id === y.id) j++;
  }
  if (merged.length === a.length) return a;
  return merged.length === b.length ? b : merged.slice(0, MAX_TAINTS);
}

export function uniteAll(sets: Iterable<Taints>): Taints {
  let all = CLEAN;
  for (const set of sets) all = unite(all, set);
  return all;
}

export function taintsOf<K extends Taint['kind']>(taints: Taints, kind: K): Extract<Taint, { kind: K }>[] {
  // Most values carry nothing.
  return taints.length === 0
    ? []
    : taints.filter((taint): taint is Extract<Taint, { kind: K }> => taint.kind === kind);
}

export function without(taints: Taints, ...kinds: readonly Taint['kind'][]): Taints {
  if (taints.length === 0) return taints;
  return taints.some(taint => kinds.includes(taint.kind))
    ? taints.filter(taint => !kinds.includes(taint.kind))
    : taints;
}

/** The same taints where nothing changes. */
export function mapTaints(taints: Taints, change: (taint: Taint) => Taint): Taints {
  const changed = taints.map(change);
  if (changed.every((one, i) => one === taints[i])) return taints;
  return [...new Set(changed)].sort((a, b) => a.id - b.id);
}

/** Leaves out what a value was computed from. */
export function withoutOrigins(taints: Taints): Taints {
  return without(taints, 'column', 'unseen');
}

/** Numbers taints; the same one made twice at one place is one. */
export class TaintTable {
  private readonly known = new Map<string, Taint>();

  readonly numbers = new Numbers();

  constructor(private readonly interning = new Interning()) {}

  add<T extends Taint>(key: string, make: (id: number) => T): T {
    const known = this.known.get(key);
    if (known) {
      this.interning.met(this.numbers, known.id);
      return known as T;
    }
    const made = make(this.numbers.next++);
    this.known.set(key, made);
    this.interning.made(this.known, key, this.numbers, made.id);
    return made;
  }

  /** The taints that follow from a fit: what its parameters were chosen by. */
  static chosen(fit: FitFact): readonly SelTaint[] {
    return taintsOf(fit.taints, 'sel');
  }
}
