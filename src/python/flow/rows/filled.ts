import type { Loop } from '../../ir/model';
import { contentOf } from '../data';
import { leaps } from '../leaping';
import type { Machine, Round } from '../machine';
import { freshSymbol } from '../machine';
import type { Rows, Sub } from './rows';
import type { Ref, Sequence, Value } from '../value';

/** The rows that a loop runs through, one in each round, where its iterable tells. */
export function rowsThrough(m: Machine, iterable: Value | undefined): Rows | undefined {
  const content = contentOf(m, iterable);
  if (content?.tag === 'sequence') return content.counts ?? content.filled;
  if (content?.tag !== 'data') return undefined;
  if (content.form === 'index') return content.names?.negated === false ? content.names.rows : undefined;
  // What runs through a frame gets names of columns.
  return content.form === 'column' || (content.form === 'table' && content.holder === 'array')
    ? content.rows
    : undefined;
}

/** The rows of a list that each round of a loop puts an element in: some of them where rounds may be left early. */
export function rowsLoopedThrough(m: Machine, loop: Loop, iterable: Value | undefined): Rows | undefined {
  const rows = rowsThrough(m, iterable);
  return rows && leaps(loop) ? someOf(m, rows) : rows;
}

/** The rows that a loop over all of them at once runs through: `zip(texts, labels)`. */
export function rowsBeside(m: Machine, iterables: readonly Value[]): Rows | undefined {
  const [first, ...others] = iterables.flatMap(one => rowsThrough(m, one) ?? []);
  return others.every(one => one === first) ? first : undefined;
}

/**
 * The rows of a list after an element was put in: a loop over rows that does so in each round makes a list of these rows. A
 * list that was there before an outer loop gets them again and again, and is none.
 */
export function filledAfter(m: Machine, list: Ref, content: Sequence): Rows | undefined {
  const [round, ...outer] = m.rounds.filter(one => list.id < one.since);
  const through = outer.length === 0 ? round?.through : undefined;
  const rows = round && through && arriving(m, round, through);
  if (!rows || isEmpty(content)) return rows;
  const before = content.filled;
  if (!before || m.rows.contains(before, rows)) return before;
  // All of the rows come after those that a branch put in; what a function puts in may be some of them.
  if (m.rows.contains(rows, before))
    return round && m.calls.length === round.within.calls && isFromBranches(before) ? rows : before;
  return m.rows.union([before, rows]);
}

/** The rows of a list; some of them, while the loop runs that fills it: `history.append(test[t])` is one at a time. */
export function rowsFilled(m: Machine, { filled, filling }: Sequence): Rows | undefined {
  return filled && filling !== undefined && m.loops.includes(filling) ? someOf(m, filled) : filled;
}

/**
 * Those rows of a loop that get here: of `if random() < 0.8: train.append(x)` and its `else`, each row gets to one. A function
 * that the round calls may have gone back before it came here: `if row.year != year: return`.
 */
function arriving(m: Machine, { within }: Round, through: Rows): Rows {
  if (m.calls.length > within.calls)
    return m.conditions.some(({ left }) => left) ? someOf(m, through) : through;
  return m.conditions
    .slice(within.conditions)
    .reduce(
      (rows: Rows, { branch }) => (branch ? m.rows.sub(rows, { by: 'mask', ...branch }) : rows),
      through,
    );
}

function isBranch(rows: Rows): rows is Sub {
  return rows.kind === 'sub' && rows.by.by === 'mask' && rows.by.symbol.startsWith(BRANCH);
}

/** Symbols of conditions that rows are parted by begin with this. */
export const BRANCH = 'branch ';

/** What one branch puts in, and what the other does; both together are all that got to the condition. */
function fromBranches(m: Machine, members: readonly Rows[]): Rows {
  const [first, ...others] = members.filter(isBranch);
  const against = first && others.find(other => isOpposite(first, other));
  if (!first || !against) return m.rows.union(members);
  return fromBranches(m, [first.of, ...members.filter(one => one !== first && one !== against)]);
}

function isOpposite(a: Sub, b: Sub): boolean {
  if (a.of !== b.of || a.by.by !== 'mask' || b.by.by !== 'mask') return false;
  return a.by.symbol === b.by.symbol && a.by.negated !== b.by.negated;
}

function someOf(m: Machine, rows: Rows): Rows {
  return m.rows.sub(rows, { by: 'other', symbol: freshSymbol(m) });
}

/** The rows of a list that one path has filled in one way, and another path in another way. */
export function joinFilled(m: Machine, a: Sequence, b: Sequence): Rows | undefined {
  if (a.filled === b.filled) return a.filled;
  if (a.filled && b.filled && [a.filled, b.filled].every(isFromBranches))
    return fromBranches(m, membersOf(a.filled, b.filled));
  const filled = isEmpty(a) ? b.filled : isEmpty(b) ? a.filled : undefined;
  return filled && (isFromBranches(filled) ? filled : someOf(m, filled));
}

function isFromBranches(rows: Rows): boolean {
  return rows.kind === 'union' ? rows.members.every(isBranch) : isBranch(rows);
}

function membersOf(...all: readonly Rows[]): readonly Rows[] {
  return all.flatMap(rows => (rows.kind === 'union' ? rows.members : [rows]));
}

/** The rows of one list after those of another. */
export function filledTogether(m: Machine, a: Elements, b: Elements): Rows | undefined {
  if (isEmpty(a)) return b.filled;
  if (isEmpty(b)) return a.filled;
  return a.filled && b.filled && m.rows.union([a.filled, b.filled]);
}

type Elements = Pick<Sequence, 'items' | 'rest' | 'filled'>;

function isEmpty({ items, rest }: Elements): boolean {
  return items.length === 0 && rest === undefined;
}
