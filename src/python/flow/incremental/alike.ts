import type { Content, Ref } from '../value';
import type { SlotEffects, StoreEffects } from '../store';

/**
 * Compares what two pieces of code left behind that began in one state: all that was made there is one object in both, and
 * what each made itself has the same numbers where both made it in the same order.
 */
export class Likeness {
  private readonly pairs = new Map<object, object>();
  private readonly refs = new Set<number>();

  constructor(
    private readonly a: StoreEffects,
    private readonly b: StoreEffects,
  ) {}

  same(x: unknown, y: unknown): boolean {
    if (isRef(x) && isRef(y)) return this.sameRefs(x, y);
    if (Object.is(x, y)) return true;
    if (typeof x !== 'object' || typeof y !== 'object' || !x || !y) return false;
    const known = this.pairs.get(x);
    if (known) return known === y;
    this.pairs.set(x, y);
    return this.sameObjects(x, y);
  }

  /** What cells and objects hold that were there before. */
  sameWrites<T>({ written }: Pick<SlotEffects<T>, 'written'>, y: Pick<SlotEffects<T>, 'written'>): boolean {
    return (
      written.size === y.written.size &&
      [...written].every(([id, value]) => y.written.has(id) && this.same(value, y.written.get(id)))
    );
  }

  /** As `same`, of what need not be so: nothing else is taken to be alike because of it. */
  happensToBe(x: unknown, y: unknown): boolean {
    return new Likeness(this.a, this.b).same(x, y);
  }

  private sameRefs(x: Ref, y: Ref): boolean {
    if (x.id !== y.id) return false;
    const { from } = this.a.objects;
    if (x.id < from || this.refs.has(x.id)) return true;
    this.refs.add(x.id);
    const content = (effects: StoreEffects): Content | undefined => effects.objects.made[x.id - from];
    return this.same(content(this.a), content(this.b));
  }

  private sameObjects(x: object, y: object): boolean {
    if (x instanceof Map || x instanceof Set) return this.sameCollections(x, y);
    // A scope's names were taken back with all else: which variables it had cannot be seen any more.
    if ('cells' in x) return false;
    const names = Object.keys(x);
    if (names.length !== Object.keys(y).length) return false;
    return names.every(name => Object.hasOwn(y, name) && this.same((x as Fields)[name], (y as Fields)[name]));
  }

  /** In the same order, too: columns have one. */
  private sameCollections(x: Map<unknown, unknown> | Set<unknown>, y: object): boolean {
    if (x instanceof Map)
      return y instanceof Map && this.sameLists([...x.keys(), ...x.values()], [...y.keys(), ...y.values()]);
    return y instanceof Set && this.sameLists([...x], [...y]);
  }

  private sameLists(x: readonly unknown[], y: readonly unknown[]): boolean {
    return x.length === y.length && x.every((one, i) => this.same(one, y[i]));
  }
}

type Fields = Readonly<Record<string, unknown>>;

function isRef(value: unknown): value is Ref {
  return typeof value === 'object' && value !== null && (value as { tag?: unknown }).tag === 'ref';
}
