import { isFunctionName } from './ast';
import type { Arithmetic, Binary, Expression, MetricRef } from './ast';

/** An expression as text that parses to the same expression, with no more parentheses than it needs. */
export function printExpression(expression: Expression): string {
  if (expression.kind !== 'comparison') return print(expression);
  return `${print(expression.left)} ${expression.op} ${print(expression.right)}`;
}

function print(node: Arithmetic): string {
  switch (node.kind) {
    case 'number':
      return String(node.value);
    case 'metric':
      return printMetric(node);
    case 'call':
      return `${node.name}(${node.args.map(print).join(', ')})`;
    case 'negation':
      return `-${node.of.kind === 'binary' ? `(${print(node.of)})` : print(node.of)}`;
    case 'binary':
      return printBinary(node);
  }
}

/** Operators are left-associative, so only a right operand of the same precedence needs parentheses. */
function printBinary(node: Binary): string {
  const own = precedence(node);
  const left = precedence(node.left) < own ? `(${print(node.left)})` : print(node.left);
  const right = precedence(node.right) <= own ? `(${print(node.right)})` : print(node.right);
  return `${left} ${node.op} ${right}`;
}

function precedence(node: Arithmetic): number {
  if (node.kind !== 'binary') return 3;
  return node.op === '+' || node.op === '-' ? 1 : 2;
}

/** A metric with its qualifiers, in backticks where its name needs them. */
export function printMetric({ name, qualifiers }: Pick<MetricRef, 'name' | 'qualifiers'>): string {
  const printed = /^[\p{L}_][\p{L}\p{N}_.@]*$/u.test(name) && !isFunctionName(name) ? name : `\`${name}\``;
  if (qualifiers.length === 0) return printed;
  return `${printed}[${qualifiers.map(({ key, value }) => `${key}=${printValue(value)}`).join(', ')}]`;
}

function printValue(value: string): string {
  if (/^([A-Za-z_][\w.@]*|\w+)(-\w+)*$/.test(value)) return value;
  const quote = ['"', '`', "'"].find(candidate => !value.includes(candidate)) ?? '"';
  return `${quote}${value}${quote}`;
}
