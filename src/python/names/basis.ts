import type { Node, Reg } from '../ir/model';
import { Op } from '../ir/model';

/** What made the value of each register. */
export type Made = ReadonlyMap<Reg, Node>;

/** By name: the names that what a cell has put there so far was computed from. */
export type Bases = ReadonlyMap<string, ReadonlySet<string>>;

/** The names that a value was computed from, where the cell's own names stand for what they were computed from. */
export interface Basis {
  readonly names: ReadonlySet<string>;
  /** Part of the way to it cannot be seen. */
  readonly open: boolean;
}

/**
 *     mean = X.mean()
 *     X = X - mean      # of `mean`: X
 */
export function basisOf(made: Made, own: Bases, reg: Reg): Basis {
  const names = new Set<string>();
  let open = false;
  for (const node of partsOf(made, reg)) {
    if (!node) open = true;
    else if (node.op === Op.Load) (own.get(node.name) ?? [node.name]).forEach(name => names.add(name));
  }
  return { names, open };
}

/** What made a value, and all that it was made of; undefined for what cannot be seen. */
export function partsOf(made: Made, reg: Reg): readonly (Node | undefined)[] {
  const parts: (Node | undefined)[] = [];
  const pending = [reg];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const node = made.get(next);
    parts.push(node);
    if (node) pending.push(...operands(node));
  }
  return parts;
}

function operands(node: Node): readonly Reg[] {
  switch (node.op) {
    case Op.GetAttr:
      return [node.obj];
    case Op.GetItem:
      return [node.obj, node.index];
    case Op.Call:
      return [node.func, ...node.args.map(({ reg }) => reg)];
    case Op.Binary:
    case Op.Compare:
      return [node.left, node.right];
    case Op.Unary:
      return [node.operand];
    case Op.Unpack:
      return [node.src];
    case Op.Sequence:
      return node.items.map(({ reg }) => reg);
    case Op.Slice:
      return [node.lower, node.upper, node.step].flatMap(bound => bound ?? []);
    case Op.Merge:
      return node.sources;
    default:
      return [];
  }
}
