import { contentOf, dataOf, symbolOf, taintsIn } from '../../data';
import type { Machine, Round } from '../../machine';
import { contextKey } from '../../machine';
import type { Rows } from '../../rows/rows';
import type { Site } from '../../site';
import type { Taint } from '../../taint';
import { unite } from '../../taint';
import type { Ref, Sequence, Value } from '../../value';
import { allWindows } from './allWindows';
import { orderTaint } from './order';
import { dupTaint } from '../splits/resampling';
import { shortText } from '../models/statistics';

/** Loop variables are followed into tuples nested this deep. */
const MAX_NESTING = 2;

/** Symbols of a loop variable and of what it is taken apart into. */
export function elementSymbols(m: Machine, element: Value | undefined, depth = 0): readonly string[] {
  if (!element) return [];
  const content = contentOf(m, element);
  if (content?.tag === 'sequence' && depth < MAX_NESTING)
    return content.items.flatMap(item => elementSymbols(m, item, depth + 1));
  return [symbolOf(m, element)];
}

/**
 * An element as it comes into a list that a loop fills: beside another one made of the same thing it is its variant, and
 * with the label of an outer loop's round it comes in blocks.
 */
export function asElement(m: Machine, list: Ref, content: Sequence, value: Value, site: Site): Value {
  const rounds = m.rounds.filter(round => list.id < round.since);
  if (rounds.length === 0) return value;
  const labelled = inBlocks(m, allWindows(m, value, rounds), rounds, site);
  return isVariant(m, content, value, rounds) ? asVariant(m, labelled, site) : labelled;
}

function inBlocks(m: Machine, value: Value, rounds: readonly Round[], site: Site, depth = 0): Value {
  const content = contentOf(m, value);
  if (content?.tag === 'sequence' && depth < MAX_NESTING) {
    const items = content.items.map(item => inBlocks(m, item, rounds, site, depth + 1));
    return items.every((item, i) => item === content.items[i])
      ? value
      : m.store.allocate({ ...content, items });
  }
  if (!rounds.slice(0, -1).some(round => isElementOf(m, value, round))) return value;
  return carrying(m, value, orderTaint(m, { how: 'by-class', site, label: shortText(m, site, 'append') }));
}

/** Is it the loop's own variable, and so another one in every round? */
function isElementOf(m: Machine, value: Value, round: Round): boolean {
  if (value.tag === 'const')
    return (value.taints ?? []).some(taint => taint.kind === 'vary' && taint.loop === round.loop);
  return round.elements.has(symbolOf(m, value).replace(/^(?:int|str|float)\((.*)\)$/, '$1'));
}

function isVariant(m: Machine, { last }: Sequence, value: Value, rounds: readonly Round[]): boolean {
  const rows = itemRows(m, value);
  if (taintsIn(m, value, 1).some(taint => taint.kind === 'pred')) return false;
  const inner = rounds.at(-1);
  // In each round of an inner loop: made of what the outer loop's round is about.
  if (
    rows &&
    rounds.length > 1 &&
    inner &&
    rows.id < inner.rowsSince &&
    rounds.some(round => rows.id >= round.rowsSince)
  )
    return true;
  if (!last || !rounds.some(round => round.id === last.round)) return false;
  return rows
    ? itemRows(m, last.value) === rows
    : sameThing(symbolOf(m, value), symbolOf(m, last.value), rounds);
}

/** The rows of one thing, such as an image that was read: not a part of a table. */
function itemRows(m: Machine, value: Value): Rows | undefined {
  const data = dataOf(m, value);
  return data?.rows.kind === 'all' && data.form !== 'column' ? data.rows : undefined;
}

/** Is one computed from the other, and that from the loop's variable? */
function sameThing(a: string, b: string, rounds: readonly Round[]): boolean {
  return rounds.some(({ elements }) =>
    [...elements].some(one => mentions(a, one) && mentions(b, one) && (a === one || b === one)),
  );
}

function mentions(symbol: string, one: string): boolean {
  const at = symbol.indexOf(one);
  return one.length > 0 && at >= 0 && !/\d/.test(symbol.charAt(at + one.length));
}

function asVariant(m: Machine, value: Value, site: Site): Value {
  const label = shortText(m, site, 'append');
  const of =
    itemRows(m, value) ?? m.rows.all({ key: `element ${contextKey(m, site)}`, kind: 'unknown', site, label });
  const out = m.rows.dup(of, contextKey(m, site));
  return carrying(m, value, dupTaint(m, of, out, { how: 'augmented', site, label }));
}

function carrying(m: Machine, value: Value, taint: Taint): Value {
  if (value.tag === 'const') return { ...value, taints: unite(value.taints ?? [], [taint]) };
  if (value.tag === 'scalar') return { ...value, taints: unite(value.taints, [taint]) };
  const content = contentOf(m, value);
  return content?.tag === 'data'
    ? m.store.allocate({ ...content, taints: unite(content.taints, [taint]) })
    : value;
}
