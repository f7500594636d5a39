import type { Verdict } from '../../base/outcome';
import { ok } from '../../base/result';
import type { Result } from '../../base/result';
import type { Arithmetic, Comparison, MetricRef } from '../../manifest/expression/ast';
import { evaluate } from '../../manifest/expression/evaluate';
import { printExpression } from '../../manifest/expression/print';
import { unknown } from '../context';
import type { EvidenceContext } from '../context';
import { computedFrom, measureRef } from '../measure';
import type { Measured, NotMeasured } from '../measure';
import { shown } from '../words';
import { judgeValue } from './judgement';
import type { Margin } from './margin';
import { marginOf } from './margin';

interface Side {
  readonly value: number;
  /** What each metric that it mentions was measured as, in order. */
  readonly measured: ReadonlyMap<MetricRef, Measured>;
}

/** Does a comparison of metrics hold, such as `recall[split=test] >= 0.8`? */
export function judgeComparison(
  context: EvidenceContext,
  comparison: Comparison,
  split: string | undefined,
  confident: boolean,
): Verdict {
  const left = compute(context, comparison.left, split);
  if (!left.ok) return unknown(left.failure.reason);
  const right = compute(context, comparison.right, split);
  if (!right.ok) return unknown(right.failure.reason);
  const [first] = [...left.value.measured.values(), ...right.value.measured.values()];
  const text = printExpression(comparison);
  if (!first) return unknown(`\`${text}\` mentions no metric.`);
  if (Number.isNaN(right.value.value)) return unknown(`The right side of \`${text}\` is NaN.`, first.place);
  const measured = comparison.left.kind === 'metric' ? first : ofLeft(comparison.left, left.value, first);
  return judgeValue(measured, {
    name: comparison.left.kind === 'metric' ? comparison.left.name : '',
    target: { op: comparison.op, value: right.value.value },
    words: `asked is ${comparison.op} ${wordRight(comparison.right, right.value.value)}`,
    confident,
    ...(right.value.measured.size > 0 && { margin: marginBetween(comparison, left.value, right.value) }),
  });
}

/** A right side that is measured has an interval of its own: the difference of both is held against nothing. */
function marginBetween({ left, right }: Comparison, of: Side, and: Side): Margin {
  return marginOf(left, right, of.value - and.value, new Map([...of.measured, ...and.measured]));
}

/** @param first where the place is that of the other side, since this one names no metric */
function ofLeft(expression: Arithmetic, { value, measured }: Side, first: Measured): Measured {
  const [own = first, ...others] = measured.values();
  return computedFrom(expression, { value, label: `\`${printExpression(expression)}\`` }, [own, ...others]);
}

function wordRight(expression: Arithmetic, value: number): string {
  return expression.kind === 'number'
    ? shown(value)
    : `\`${printExpression(expression)}\`, which is ${shown(value)}`;
}

function compute(
  context: EvidenceContext,
  node: Arithmetic,
  split: string | undefined,
): Result<Side, NotMeasured> {
  const measured = new Map<MetricRef, Measured>();
  const value = evaluate(node, (ref): Result<number, NotMeasured> => {
    const part = measureRef(context, ref, split);
    if (part.ok) measured.set(ref, part.value);
    return part.ok ? ok(part.value.value) : part;
  });
  return value.ok ? ok({ value: value.value, measured }) : value;
}
