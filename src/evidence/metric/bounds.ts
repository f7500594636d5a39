import type { Arithmetic, Binary, FunctionName, MetricRef } from '../../manifest/expression/ast';
import type { Interval } from '../../statistics/intervals/interval';

/**
 * Between what an expression lies when each of its metrics lies within its own interval: interval arithmetic, which supposes
 * nothing of how the metrics depend on each other and is never too narrow. `undefined` where a metric has no interval.
 */
export function boundsOf(
  node: Arithmetic,
  own: (metric: MetricRef) => Interval | undefined,
): Interval | undefined {
  switch (node.kind) {
    case 'number':
      return { low: node.value, high: node.value };
    case 'metric':
      return own(node);
    case 'negation': {
      const of = boundsOf(node.of, own);
      return of && { low: -of.high, high: -of.low };
    }
    case 'call': {
      const args = node.args.flatMap(arg => boundsOf(arg, own) ?? []);
      return args.length === node.args.length ? ofCall(node.name, args) : undefined;
    }
    case 'binary': {
      const [left, right] = [boundsOf(node.left, own), boundsOf(node.right, own)];
      return left && right && ofBinary(node.op, left, right);
    }
  }
}

function ofCall(name: FunctionName, args: readonly Interval[]): Interval {
  const [lows, highs] = [args.map(({ low }) => low), args.map(({ high }) => high)];
  switch (name) {
    case 'min':
      return { low: Math.min(...lows), high: Math.min(...highs) };
    case 'max':
      return { low: Math.max(...lows), high: Math.max(...highs) };
    case 'abs': {
      const [low = NaN, high = NaN] = [...lows, ...highs];
      const ends = [Math.abs(low), Math.abs(high)];
      return { low: low <= 0 && high >= 0 ? 0 : Math.min(...ends), high: Math.max(...ends) };
    }
  }
}

function ofBinary(op: Binary['op'], a: Interval, b: Interval): Interval | undefined {
  switch (op) {
    case '+':
      return { low: a.low + b.low, high: a.high + b.high };
    case '-':
      return { low: a.low - b.high, high: a.high - b.low };
    case '*':
      return around([a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high]);
    case '/':
      // What is divided by something that may be nothing has no bounds.
      return b.low <= 0 && b.high >= 0
        ? undefined
        : around([a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high]);
  }
}

const around = (ends: readonly number[]): Interval => ({ low: Math.min(...ends), high: Math.max(...ends) });
