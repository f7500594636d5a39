import type { Binary, Compare, Unary } from '../ir/model';
import { Op } from '../ir/model';
import { dataOf } from './data';
import { deferred } from './effects/tables/expressions';
import { asNumber } from './effects/scores/scoring';
import type { Machine } from './machine';
import { binary, compare, unary } from './operators';
import type { Site } from './site';
import type { Value } from './value';
import { NONE } from './value';

/** What is used with a number, or with a sum of numbers, is one. */
function numbers(m: Machine, left: Value, right: Value, site: Site): readonly [Value, Value] {
  if (dataOf(m, left) && dataOf(m, right)) return [left, right];
  return [asNumber(m, left, site), asNumber(m, right, site)];
}

/** An operator does its work, or waits as an operand does. */
export function operate(
  m: Machine,
  node: Binary | Compare | Unary,
  site: Site,
  [first = NONE, second = NONE]: readonly Value[],
): Value {
  const { operator } = node;
  const [left, right] = numbers(m, first, second, site);
  switch (node.op) {
    case Op.Binary: {
      const step = { kind: 'binary', operator, inPlace: node.inPlace, left, right, site } as const;
      return deferred(step, left, right) ?? binary(m, node, site, left, right);
    }
    case Op.Compare: {
      const step = { kind: 'compare', operator, inPlace: false, left, right, site } as const;
      return deferred(step, left, right) ?? compare(m, operator, left, right, site);
    }
    case Op.Unary:
      return deferred({ kind: 'unary', operator, operand: left }, left) ?? unary(m, operator, left);
  }
}
