import type { Expr } from '../ast';
import { Kind } from '../ast';
import type { Parser } from './parser';
import { problem } from './parser';

/** Reports what cannot stand on the left of `=`, behind `for` or behind `as`. */
export function checkAssignable(p: Parser, target: Expr): void {
  switch (target.kind) {
    case Kind.Name:
    case Kind.Attribute:
    case Kind.Subscript:
    case Kind.BadExpression:
      return;
    case Kind.Tuple:
    case Kind.List:
      for (const element of target.elements) checkAssignable(p, element);
      return;
    case Kind.Starred:
      checkAssignable(p, target.value);
      return;
    default: {
      const text = p.text.slice(target.start, Math.min(target.end, target.start + 30));
      problem(p, `'${text}' cannot be assigned to: write a name here.`, target.start, target.end);
    }
  }
}
