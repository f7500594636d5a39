import type { Binary, Compare, Unary } from '../ir/model';
import { Op } from '../ir/model';
import { deferred } from './effects/expressions';
import type { Machine } from './machine';
import { binary, compare, unary } from './operators';
import type { Site } from './site';
import type { Value } from './value';
import { NONE } from './value';

/** An operator does its work, or waits as an operand does. */
export function operate(
  m: Machine,
  node: Binary | Compare | Unary,
  site: Site,
  [left = NONE, right = NONE]: readonly Value[],
): Value {
  const { operator } = node;
  switch (node.op) {
    case Op.Binary: {
      const step = { kind: 'binary', operator, inPlace: node.inPlace, left, right, site } as const;
      return deferred(step, left, right) ?? binary(m, node, site, left, right);
    }
    case Op.Compare: {
      const step = { kind: 'compare', operator, inPlace: false, left, right, site } as const;
      return deferred(step, left, right) ?? compare(m, operator, left, right);
    }
    case Op.Unary:
      return deferred({ kind: 'unary', operator, operand: left }, left) ?? unary(m, operator, left);
  }
}
