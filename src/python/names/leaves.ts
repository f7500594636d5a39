import type { Block, Node, Reg } from '../ir/model';
import { Op } from '../ir/model';

/** What a cell of which nothing depends on an earlier run leaves to those below. */
export interface Leaves {
  /** Imported names, by what they stand for. */
  readonly libraries: ReadonlyMap<string, string>;
  /** What made the value of each variable. */
  readonly values: ReadonlyMap<string, Node>;
}

export function leftBy(code: Block): Leaves {
  const [first] = code;
  if (!first) return findLeaves(code);
  const before = known.get(first);
  if (before?.code.length === code.length && code.every((node, i) => node === before.code[i]))
    return before.leaves;
  const leaves = findLeaves(code);
  known.set(first, { code, leaves });
  return leaves;
}

/** By the first node: code that was not edited is the same, node for node. */
const known = new WeakMap<Node, { readonly code: Block; readonly leaves: Leaves }>();

function findLeaves(code: Block): Leaves {
  const [libraries, values, made] = [
    new Map<string, string>(),
    new Map<string, Node>(),
    new Map<Reg, Node>(),
  ];
  const walk = (block: Block): void => {
    for (const node of block) {
      if ('dst' in node) made.set(node.dst, node);
      if (node.op === Op.Unpack) node.targets.forEach(reg => made.set(reg, node));
      if (node.op === Op.Import) libraries.set(node.name, node.path);
      const value = node.op === Op.Store ? made.get(node.src) : undefined;
      if (node.op === Op.Store && value) values.set(node.name, value);
      if (node.op === Op.Loop || node.op === Op.With) walk(node.body);
    }
  };
  walk(code);
  return { libraries, values };
}
