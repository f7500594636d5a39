import { measureRef } from '../evidence/measure';
import { ok } from '../base/result';
import { evaluate } from '../manifest/expression/evaluate';
import { parseExpression } from '../manifest/expression/parse';
import type { MetricSpec } from '../manifest/model';
import { isFraction } from '../metrics/names';
import type { MetricValue } from '../metrics/table';
import { wilson } from '../statistics/intervals/wilson';
import type { Sureness } from './certainty';
import type { ReportFacts } from './facts';
import { LEVEL, plainInterval } from './figures';

/** More shares in one expression are more than their intervals together say. */
const MOST_SHARES = 3;
/** Points of each interval at which the expression is computed; it need not be largest at an end. */
const POINTS = 9;

const NO_SHARE = 'it is computed from other values, none of which gives its counts';

/**
 * How sure the value of an expression is, by the shares of rows that it names: its least and greatest value while each of them
 * stays in its own Wilson interval. These have the level 1 - 0.05 / k for k shares (C. E. Bonferroni), so that all hold
 * together at 95 % at least, however they depend on each other. Other values are taken for exact, unless they are
 * scores of a model themselves.
 */
export function propagated(
  { manifest, metrics }: Pick<ReportFacts, 'manifest' | 'metrics'>,
  { expr = '', split }: MetricSpec,
  parts: readonly MetricValue[],
): Sureness {
  const parsed = parseExpression(expr);
  const shares = [...new Set(parts)].filter(({ counts }) => counts !== undefined);
  const unsure = parts.find(({ counts, name }) => counts === undefined && isFraction(name));
  if (!parsed.ok || parsed.value.kind === 'comparison' || shares.length === 0) return none(NO_SHARE);
  if (unsure) return none(`it is computed from \`${unsure.name}\`, whose source gives no counts`);
  if (shares.length > MOST_SHARES) return none(`it is computed from more than ${MOST_SHARES} shares of rows`);
  const expression = parsed.value;
  const level = 1 - (1 - LEVEL) / shares.length;
  const valueAt = (at: ReadonlyMap<MetricValue, number>): number => {
    const result = evaluate(expression, ref => {
      const measured = measureRef({ manifest, facts: { metrics } }, ref, split);
      const [part] = measured.ok ? measured.value.parts : [];
      return ok(part ? (at.get(part) ?? part.value) : NaN);
    });
    return result.ok ? result.value : NaN;
  };
  const values = gridOf(shares, level).map(valueAt);
  if (!values.every(Number.isFinite)) return none('within the intervals of its values it may divide by 0');
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const n = Math.min(...shares.map(({ counts }) => counts?.n ?? Infinity));
  return {
    certainty: { low, high, level: LEVEL, method: 'propagated', text: plainInterval(low, high) },
    n,
  };
}

const none = (reason: string): Sureness => ({ certainty: { none: reason } });

/** Points all over the box that the intervals span, its corners among them. */
function gridOf(shares: readonly MetricValue[], level: number): readonly ReadonlyMap<MetricValue, number>[] {
  return shares.reduce<readonly ReadonlyMap<MetricValue, number>[]>(
    (grid, share) => {
      const { successes = 0, n = 1 } = share.counts ?? {};
      const { low, high } = wilson(successes, n, level);
      const steps = Array.from({ length: POINTS }, (_, at) => low + ((high - low) * at) / (POINTS - 1));
      return grid.flatMap(point => steps.map(value => new Map([...point, [share, value]])));
    },
    [new Map()],
  );
}
