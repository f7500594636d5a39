import type { Comparison, Sign, Subject, Where } from './ast';

/** What a run says to a condition: a number, a text, or nothing. */
export type Ask = (subject: Subject) => number | string | undefined;

/** Does a run satisfy every condition? What it does not have satisfies none but IS NULL, as in MLflow. */
export function satisfies(where: Where, ask: Ask): boolean {
  return where.every(({ of, is }) => holds(is, ask(of)));
}

function holds(is: Comparison, value: number | string | undefined): boolean {
  if (is.op === 'null') return (value === undefined) !== is.negated;
  if (value === undefined) return false;
  switch (is.op) {
    case 'number':
      return typeof value === 'number' && compare(is.sign, value, is.value);
    case 'text':
      return (String(value) === is.value) === (is.sign === '=');
    case 'like':
      return likeness(is.pattern, is.ignoreCase).test(String(value));
    case 'in':
      return is.values.includes(String(value)) !== is.negated;
  }
}

function compare(sign: Sign, value: number, bound: number): boolean {
  switch (sign) {
    case '=':
      return value === bound;
    case '!=':
      return value !== bound;
    case '<':
      return value < bound;
    case '<=':
      return value <= bound;
    case '>':
      return value > bound;
    case '>=':
      return value >= bound;
  }
}

function likeness(pattern: string, ignoreCase: boolean): RegExp {
  const source = pattern
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('%', '[^]*')
    .replaceAll('_', '[^]');
  return new RegExp(`^${source}$`, ignoreCase ? 'i' : '');
}
