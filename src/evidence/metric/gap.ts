import type { Verdict } from '../../base/outcome';
import { metricsIn } from '../../manifest/expression/evaluate';
import { parseExpression } from '../../manifest/expression/parse';
import type { MetricSpec } from '../../manifest/model';
import { fieldPlace, met, unknown, unmet } from '../context';
import type { EvidenceContext } from '../context';
import { measureSpec } from '../measure';
import type { Measured } from '../measure';
import { listed, shown } from '../words';
import { judgeTarget } from './target';
import { strictest } from './strictest';

/** Two splits, and how far a metric may part between them. */
export interface Gap {
  readonly between: readonly [string, string];
  readonly max: number;
}

/**
 * Do values on two splits lie close together? A metric of the manifest that is computed from both splits and has a
 * target of its own is the user's word on it; else every metric that is known on both is compared.
 */
export function judgeGap(context: EvidenceContext, specs: readonly MetricSpec[], gap: Gap): Verdict {
  const own = context.manifest.metrics.filter(spec => spec.target && spans(spec, gap.between));
  if (own.length > 0) return strictest(own.map(spec => judgeTarget(context, spec, undefined, false)));
  const pairs = specs
    .filter(spec => spec.expr === undefined)
    .flatMap(spec => pairOf(context, spec, gap) ?? []);
  if (pairs.length > 0) return strictest(pairs);
  const names = listed(
    specs.map(spec => `\`${spec.name}\``),
    'or',
  );
  return unknown(
    `No run reports ${names} on both ${gap.between.join(' and ')}, so whether they part is not known.`,
    fieldPlace(context.manifest, 'metrics'),
  );
}

/** Is a metric computed from both splits? */
function spans({ expr }: MetricSpec, between: readonly [string, string]): boolean {
  const parsed = expr === undefined ? undefined : parseExpression(expr);
  if (!parsed?.ok) return false;
  const splits = metricsIn(parsed.value).flatMap(ref =>
    ref.qualifiers.filter(({ key }) => key === 'split').map(({ value }) => value),
  );
  return between.every(split => splits.includes(split));
}

function pairOf(context: EvidenceContext, spec: MetricSpec, { between, max }: Gap): Verdict | undefined {
  const [first, second] = between.map(split => onSplit(context, spec, split));
  if (!first || !second) return undefined;
  const distance = Math.abs(first.value - second.value);
  const isShare = [first, second].every(({ value }) => value >= 0 && value <= 1);
  const allowed = isShare ? max : max * Math.abs(first.value);
  const reason = `${first.label} is ${shown(first.value)} and ${second.label} ${shown(second.value)}; they may part by ${shown(allowed)}.`;
  if (Number.isNaN(distance)) return unknown(reason, first.place);
  return distance <= allowed ? met(reason, second.place) : unmet(reason, second.place);
}

/** A value that its source says to be of this split. */
function onSplit(context: EvidenceContext, spec: MetricSpec, split: string): Measured | undefined {
  const measured = measureSpec(context, spec, split);
  return measured.ok && !measured.value.splitAssumed ? measured.value : undefined;
}
