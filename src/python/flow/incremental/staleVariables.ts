import type { Likeness } from './alike';
import { contentOf } from '../data';
import type { JournalEntry } from './journal';
import type { Machine } from '../machine';
import type { StoreEffects } from '../store';
import type { Scope, Value } from '../value';

/** What a stretch of a module wrote. */
export interface Written {
  readonly store: StoreEffects;
  readonly journal: readonly JournalEntry[];
}

/**
 * The variables of the module that hold something else after `b` than after `a`. Undefined where that may matter although
 * nobody reads them: functions and classes are also entered without being called, and a function that is still there
 * may read the variables of one that was called.
 */
export function staleVariables(
  m: Machine,
  scope: Scope,
  a: Written,
  b: Written,
  likeness: Likeness,
): ReadonlySet<string> | undefined {
  const [x, y] = [variablesIn(a, scope), variablesIn(b, scope)];
  if (!likeness.sameWrites({ written: x.others }, { written: y.others })) return undefined;
  const stale = new Set<string>();
  for (const name of new Set([...x.named.keys(), ...y.named.keys()])) {
    const [one, other] = [x.named.get(name), y.named.get(name)];
    if (one && other && one.cell === other.cell && likeness.happensToBe(one.value, other.value)) continue;
    if (isDefinition(m, one?.value, a) || isDefinition(m, other?.value, b)) return undefined;
    stale.add(name);
  }
  return stale;
}

interface Variable {
  readonly cell: number;
  readonly value: Value | undefined;
}

interface Variables {
  readonly named: ReadonlyMap<string, Variable>;
  /** Those of functions that were there before. */
  readonly others: ReadonlyMap<number, Value | undefined>;
}

/** With what of it was made as it is now taken back. */
function variablesIn({ store: { cells }, journal }: Written, scope: Scope): Variables {
  const names = new Map([...scope.cells].map(([name, cell]) => [cell, name]));
  const named = new Map<string, Variable>();
  for (const { table, key, value } of journal)
    if (table === scope.cells && typeof key === 'string' && typeof value === 'number')
      named.set(key, { cell: value, value: cells.made[value - cells.from] });
  const others = new Map<number, Value | undefined>();
  for (const [cell, value] of cells.written) {
    const name = names.get(cell);
    if (name === undefined) others.set(cell, value);
    else named.set(name, { cell, value });
  }
  return { named, others };
}

function isDefinition(m: Machine, value: Value | undefined, { store: { objects } }: Written): boolean {
  if (value?.tag === 'function') return true;
  if (value?.tag !== 'ref') return false;
  const content = value.id < objects.from ? contentOf(m, value) : objects.made[value.id - objects.from];
  return content?.tag === 'class';
}
