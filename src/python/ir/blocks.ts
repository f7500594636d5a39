import type { Block, Node } from './model';
import { Op } from './model';

const NONE: readonly Block[] = [];

/** The blocks that a node runs, or may run. */
export function blocksIn(node: Node): readonly Block[] {
  switch (node.op) {
    case Op.Branch:
      return [...node.arms.flatMap(arm => [arm.before, arm.body]), node.orelse];
    case Op.Loop:
      return [node.before, node.body, node.orelse];
    case Op.Try:
      return [node.body, ...node.handlers, node.orelse, node.final];
    case Op.With:
      return [node.body];
    case Op.Match:
      return node.cases;
    default:
      return NONE;
  }
}
