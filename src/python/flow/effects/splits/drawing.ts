import { constantOf, symbolOf } from '../../data';
import type { Machine } from '../../machine';
import { fresh } from '../../machine';
import type { Drawn, Rows, Split } from '../../rows/rows';
import type { Taints } from '../../taint';
import { taintsOf } from '../../taint';
import type { Value } from '../../value';
import { withSeed } from './seeding';

type Made = Pick<Split, 'form' | 'site' | 'label' | 'assigns'>;

export function newSplit(m: Machine, made: Made): Split {
  return { ...made, id: fresh(m), seededBy: loopsOf(m.seeds) };
}

/**
 * A split into two. The same splitter with the same arguments and the same seed parts the same rows in the same way,
 * wherever it is called.
 */
export function splitOnce(
  m: Machine,
  made: Made,
  rows: Rows | undefined,
  named: ReadonlyMap<string, Value> = new Map(),
): Split {
  const drawn = drawnBy(m, made.label, named);
  const key =
    rows && repeatable(m, drawn, named) ? `${made.label} ${rows.id} ${argumentsKey(m, named)}` : undefined;
  const known = key === undefined ? undefined : m.splits.get(key);
  if (known) return known;
  const seededBy = loopsOf(withSeed(m, m.seeds, named.get('random_state')));
  const split = { ...newSplit(m, made), seededBy, ...(drawn ? { drawn } : {}) };
  if (key !== undefined) m.journal.set(m.splits, key, split);
  return split;
}

function loopsOf(seeds: Taints): readonly number[] {
  return taintsOf(seeds, 'vary').map(taint => taint.loop);
}

/** Draws that follow the order of the rows unless they are told to shuffle. */
const IN_ORDER =
  /^(KFold|StratifiedKFold|GroupKFold|StratifiedGroupKFold|TimeSeriesSplit|PredefinedSplit|Leave\w+)$/;

function drawnBy(m: Machine, label: string, named: ReadonlyMap<string, Value>): Drawn | undefined {
  const shuffle = constantOf(named.get('shuffle'));
  if (named.has('shuffle') && typeof shuffle !== 'boolean') return undefined;
  if (shuffle === false || (shuffle === undefined && IN_ORDER.test(label))) return { how: 'in-order' };
  const given = named.get('random_state');
  const seed = constantOf(given);
  if (!given || seed === null) return { how: 'anew', epoch: m.seedings };
  return typeof seed === 'number' ? { how: 'seeded', seed } : undefined;
}

function repeatable(m: Machine, drawn: Drawn | undefined, named: ReadonlyMap<string, Value>): boolean {
  if (drawn?.how === 'anew') return false;
  if (drawn) return true;
  const seed = named.get('random_state');
  // A seed that a variable holds is one seed; a generator draws on, and a loop's variable changes.
  return seed?.tag === 'scalar' && taintsOf(seed.taints, 'vary').length === 0 && m.loops.length === 0;
}

function argumentsKey(m: Machine, named: ReadonlyMap<string, Value>): string {
  return [...named]
    .map(([name, value]) => `${name}=${symbolOf(m, value)}`)
    .sort()
    .join();
}
