import { independence } from '../../statistics/tests/chi-squared';
import { clusteredDifference } from '../../statistics/tests/clustered';
import { fisherExact } from '../../statistics/tests/fisher';
import { momentsOf, welch } from '../../statistics/tests/welch';
import type { Difference, TestId } from '../evaluation';
import type { Outcomes } from '../outcomes';
import type { Context } from './context';
import { flagsOver, gatherCodes, numbersOver, weightsOf } from './context';
import { isPlain } from './drawn';
import { rowMeasure } from './quick';
import { denseGroups } from './replicate';

/** A slice against all other rows: shares of right rows, or mean absolute errors. */
export function sliceDifference(
  outcomes: Outcomes,
  subset: Uint32Array,
  rows: Uint32Array,
  context: Context,
): Omit<Difference, 'adjusted'> | undefined {
  const measure = rowMeasure(outcomes);
  const others = subset.length - rows.length;
  if (!measure || rows.length === 0 || others === 0) return undefined;
  const { metric, of } = measure;
  if (!isPlain(subset, context)) return { metric, ...ofGroups(of, subset, rows, context) };
  if (metric === 'mae') return ofErrors(of, subset, rows);
  const hits = (own: Uint32Array): number => own.reduce((sum, row) => sum + of(row), 0);
  const [right, all] = [hits(rows), hits(subset)];
  const { test, p } = shareTest(right, rows.length - right, all - right, others - (all - right));
  return { metric, value: right / rows.length - (all - right) / others, test, p };
}

/** Of rows that do not count alike, or of which several belong together. */
function ofGroups(
  measure: (row: number) => number,
  subset: Uint32Array,
  rows: Uint32Array,
  context: Context,
): Pick<Difference, 'value' | 'test' | 'p'> {
  const inside = new Set(rows);
  const codes = context.groups && denseGroups(gatherCodes(context.groups, subset));
  const { difference, p } = clusteredDifference({
    values: numbersOver(subset, measure),
    weights: weightsOf(subset, context),
    groups: codes ?? subset.map((_, at) => at),
    first: flagsOver(subset, row => inside.has(row)),
  });
  return { value: difference, test: 'clustered-t', p: Number.isNaN(p) ? 1 : p };
}

/** Under so many expected rows in a cell the chi-squared distribution is no good stand-in. */
const FEW_EXPECTED = 5;

/** Do two shares differ? Exactly where there are few rows. */
function shareTest(
  a: number,
  b: number,
  c: number,
  d: number,
): { readonly test: TestId; readonly p: number } {
  const n = a + b + c + d;
  if (a + c === 0 || b + d === 0) return { test: 'fisher', p: 1 };
  const least = (Math.min(a + b, c + d) * Math.min(a + c, b + d)) / n;
  if (least < FEW_EXPECTED) return { test: 'fisher', p: fisherExact(a, b, c, d) };
  const { p } = independence([
    [a, b],
    [c, d],
  ]);
  return { test: 'chi-squared', p };
}

function ofErrors(
  measure: (row: number) => number,
  subset: Uint32Array,
  rows: Uint32Array,
): Omit<Difference, 'adjusted'> | undefined {
  const inside = new Set(rows);
  const own = momentsOf(Float64Array.from(rows, measure));
  const rest = momentsOf(
    Float64Array.from(
      subset.filter(row => !inside.has(row)),
      measure,
    ),
  );
  const { p } = welch(own, rest);
  if (Number.isNaN(p)) return undefined;
  return { metric: 'mae', value: own.mean - rest.mean, test: 'welch', p };
}
