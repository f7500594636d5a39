import { blocksIn } from '../../ir/blocks';
import type { Block, IrFunction, Node } from '../../ir/model';
import { Op } from '../../ir/model';
import type { Code } from '../../ir/relower';
import type { Edit } from '../../syntax/edit';

/**
 * Is it the same code, in which only what nobody reads was edited: a comment, a space between statements? Within an
 * expression its text may be read, for a message.
 *
 * @param before with its spans moved as the edit says
 */
export function isSameCode(before: readonly Code[], now: readonly Code[], edit: Edit): boolean {
  if (now.length === 0 || before.length !== now.length) return false;
  const isWithout = now.every(({ nodes }) => !hasWithin(nodes, edit.start, edit.oldEnd + edit.by));
  return isWithout && before.every(({ nodes }, i) => isEqual(nodes, now[i]?.nodes));
}

/**
 * Does it define functions otherwise than before, or others? Then what is known of the functions of the module is other,
 * too, and whoever calls one may do something else.
 *
 * @param before with its spans moved as the edit says
 */
export function definesOtherwise(before: readonly Code[], now: readonly Code[]): boolean {
  return !isEqual(functionsIn(before), functionsIn(now));
}

/** Those that are surely defined. */
function functionsIn(codes: readonly Code[]): readonly IrFunction[] {
  const within = (nodes: Block): readonly IrFunction[] =>
    nodes.flatMap(node => {
      if (node.op === Op.Class) return within(node.body.body);
      return node.op === Op.Function ? [node.fn] : [];
    });
  return codes.flatMap(({ nodes }) => within(nodes));
}

/** Is something edited within an expression? */
function hasWithin(nodes: Block, start: number, end: number): boolean {
  return nodes.some(node => {
    if (node.span.start > end || node.span.end < start) return false;
    const blocks = blocksOf(node);
    return blocks.length === 0 || blocks.some(block => hasWithin(block, start, end));
  });
}

function blocksOf(node: Node): readonly Block[] {
  if (node.op === Op.Function) return node.fn.form === 'lambda' ? [] : [node.fn.body];
  return node.op === Op.Class ? [node.body.body] : blocksIn(node);
}

/** Code is plain data: objects, lists, sets of names and values. */
function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
  if (a instanceof Set)
    return b instanceof Set && isEqual([...(a as Set<unknown>)], [...(b as Set<unknown>)]);
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every(name => isEqual((a as Fields)[name], (b as Fields)[name]));
}

type Fields = Readonly<Record<string, unknown>>;
