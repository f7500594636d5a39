import { parseExpression } from '../expression/parse';
import type { MetricSpec } from '../model';
import type { Target } from '../target';
import { report } from '../read/report';
import type { Reading } from '../read/report';
import type { ManifestTree, MetricTree } from '../schema/manifest';
import type { Located } from '../schema/types';
import { rangeWithin } from './within';

export function buildMetrics(reading: Reading, tree: ManifestTree): readonly MetricSpec[] {
  return (tree.metrics?.value ?? []).map(({ name, key, content }): MetricSpec => {
    const metric = content?.value ?? {};
    const change = changeOf(reading, metric.change, name);
    const target = targetOf(reading, metric, name) ?? changeTarget(reading, metric, change, name);
    const direction = directionOf(metric, target);
    return {
      name,
      range: key,
      kind: kindOf(metric),
      ...(target && { target }),
      ...(metric.baseline && { baseline: metric.baseline.value }),
      ...(change !== undefined && { change }),
      ...(metric.split && { split: metric.split.value }),
      ...(metric.unit && { unit: metric.unit.value }),
      ...(direction && { direction }),
      ...(metric.expr && expressionIn(reading, metric.expr) && { expr: metric.expr.value }),
      ...(metric.from && { from: metric.from.value }),
    };
  });
}

/** `">= 80 %"` as a target; `undefined` when it is none. */
export function parseTarget(text: string): Target | undefined {
  const match = /^(>=|<=|==|=|>|<)\s*([^\s%]+)\s?(%?)$/.exec(text.trim());
  const value = Number(match?.[2]);
  if (!match || Number.isNaN(value)) return undefined;
  const op = match[1] === '=' ? '==' : (match[1] as Target['op']);
  return { op, value: match[3] ? value / 100 : value };
}

function targetOf(reading: Reading, metric: MetricTree, name: string): Target | undefined {
  const stated = [
    metric.min && { range: metric.min.range, target: { op: '>=', value: metric.min.value } as const },
    metric.max && { range: metric.max.range, target: { op: '<=', value: metric.max.value } as const },
    metric.target && { range: metric.target.range, target: parseTarget(metric.target.value) },
  ].filter(one => one !== undefined);
  const [first, second] = stated;
  if (second) {
    report(reading, {
      code: 'two-targets',
      severity: 'warning',
      message: `\`metrics.${name}\` has more than one target; the first of min, max and target counts. Give each bound a metric of its own, with \`expr: ${name}\`.`,
      range: second.range,
    });
  }
  return first?.target;
}

/** `change: "-15%"` against a baseline of 200 is a target of at most 170. */
function changeTarget(
  reading: Reading,
  metric: MetricTree,
  change: number | undefined,
  name: string,
): Target | undefined {
  if (change === undefined || !metric.change) return undefined;
  if (!metric.baseline) {
    report(reading, {
      code: 'missing-baseline',
      severity: 'warning',
      message: `\`metrics.${name}.change\` is relative to a baseline, and there is none. Add \`baseline:\`.`,
      range: metric.change.range,
    });
    return undefined;
  }
  const value = metric.baseline.value + change * Math.abs(metric.baseline.value);
  return { op: change < 0 ? '<=' : '>=', value };
}

function changeOf(reading: Reading, change: MetricTree['change'], name: string): number | undefined {
  if (!change) return undefined;
  if (typeof change.value === 'string') return Number(change.value.replace(/\s?%$/, '')) / 100;
  if (Math.abs(change.value) > 1) {
    report(reading, {
      code: 'wrong-value',
      severity: 'warning',
      message: `\`metrics.${name}.change\` is the fraction ${change.value}, that is ${change.value * 100} %. Is "${change.value}%" meant?`,
      range: change.range,
      fix: { title: `Change to "${change.value}%"`, newText: `"${change.value}%"` },
    });
  }
  return change.value;
}

function directionOf(metric: MetricTree, target: Target | undefined): 'higher' | 'lower' | undefined {
  if (metric.direction) return metric.direction.value === 'higher' ? 'higher' : 'lower';
  if (target?.op === '>=' || target?.op === '>') return 'higher';
  return target?.op === '<=' || target?.op === '<' ? 'lower' : undefined;
}

function kindOf(metric: MetricTree): MetricSpec['kind'] {
  const kind = metric.kind?.value;
  return kind === 'operational' || kind === 'business' ? kind : 'model';
}

/** Reports what is wrong with an expression, at its place. False when it cannot be used. */
function expressionIn(reading: Reading, expr: Located<string>): boolean {
  const parsed = parseExpression(expr.value);
  if (parsed.ok && parsed.value.kind !== 'comparison') return true;
  const message = parsed.ok
    ? 'A metric is a number, and this is a comparison. Put the bound into `min`, `max` or `target`.'
    : parsed.failure.message;
  const range = parsed.ok ? expr.range : rangeWithin(reading, expr, parsed.failure.span);
  report(reading, { code: 'bad-expression', message, range });
  return false;
}
