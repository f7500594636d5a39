import { fail, ok } from '../../base/result';
import type { Result } from '../../base/result';
import type { Arithmetic, Binary, ComparisonOp, Expression, FunctionName, MetricRef } from './ast';

/** Finds a metric's value, or says in a sentence why there is none. */
export type Lookup<F> = (metric: MetricRef) => Result<number, F>;

/** Computes a value; the first metric that has none decides the failure. */
export function evaluate<F>(node: Arithmetic, lookup: Lookup<F>): Result<number, F> {
  switch (node.kind) {
    case 'number':
      return ok(node.value);
    case 'metric':
      return lookup(node);
    case 'negation': {
      const of = evaluate(node.of, lookup);
      return of.ok ? ok(-of.value) : of;
    }
    case 'call':
      return evaluateCall(node.name, node.args, lookup);
    case 'binary':
      return evaluateBinary(node, lookup);
  }
}

/** Does `left op right` hold? Never for NaN. */
export function compare(left: number, op: ComparisonOp, right: number): boolean {
  switch (op) {
    case '>=':
      return left >= right;
    case '>':
      return left > right;
    case '<=':
      return left <= right;
    case '<':
      return left < right;
    case '==':
      return left === right;
  }
}

/** Every metric that an expression mentions, in order. */
export function metricsIn(expression: Expression): readonly MetricRef[] {
  switch (expression.kind) {
    case 'number':
      return [];
    case 'metric':
      return [expression];
    case 'negation':
      return metricsIn(expression.of);
    case 'call':
      return expression.args.flatMap(metricsIn);
    case 'binary':
    case 'comparison':
      return [...metricsIn(expression.left), ...metricsIn(expression.right)];
  }
}

function evaluateCall<F>(
  name: FunctionName,
  args: readonly Arithmetic[],
  lookup: Lookup<F>,
): Result<number, F> {
  const values: number[] = [];
  for (const arg of args) {
    const value = evaluate(arg, lookup);
    if (!value.ok) return fail(value.failure);
    values.push(value.value);
  }
  const apply = { abs: Math.abs, min: Math.min, max: Math.max }[name] as (...values: number[]) => number;
  return ok(apply(...values));
}

function evaluateBinary<F>(node: Binary, lookup: Lookup<F>): Result<number, F> {
  const left = evaluate(node.left, lookup);
  if (!left.ok) return left;
  const right = evaluate(node.right, lookup);
  if (!right.ok) return right;
  return ok(calculate(left.value, node.op, right.value));
}

/** Division by zero gives an infinity or NaN, as in IEEE 754; who shows the result says so. */
function calculate(left: number, op: Binary['op'], right: number): number {
  switch (op) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
  }
}
