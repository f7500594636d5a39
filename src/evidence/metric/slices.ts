import type { Verdict } from '../../base/outcome';
import type { MetricSpec } from '../../manifest/model';
import { canonicalName, knownDirection } from '../../metrics/names';
import type { MetricValue } from '../../metrics/table';
import { fieldPlace, met, unknown, unmet } from '../context';
import type { EvidenceContext } from '../context';
import { measureSpec } from '../measure';
import type { Measured } from '../measure';
import { shown } from '../words';
import { strictest } from './strictest';

/** Is the worst slice within `fairness.margin` of the whole? */
export function judgeSlices(context: EvidenceContext, specs: readonly MetricSpec[]): Verdict {
  const { manifest } = context;
  const margin = Number(manifest.fields.get('fairness.margin')?.text ?? NaN);
  if (Number.isNaN(margin)) {
    return unknown(
      'How far a slice may lie from the whole is not said; add `fairness: { margin: 0.05 }`.',
      fieldPlace(manifest, 'fairness'),
    );
  }
  const wanted = manifest.fields.get('fairness.metric')?.text;
  const compared = specs.filter(spec => wanted === undefined || spec.name === wanted);
  if (compared.length === 0) {
    return unknown(
      `The manifest declares no metric \`${wanted ?? ''}\` to compare by slice.`,
      fieldPlace(manifest, 'fairness.metric'),
    );
  }
  const verdicts = compared.map(spec => judgeSpec(context, spec, margin));
  // Without `fairness.metric`, metrics that nobody broke down are no reason to doubt those that somebody did.
  const known = verdicts.filter(({ outcome }) => outcome !== 'unknown');
  return strictest(wanted === undefined && known.length > 0 ? known : verdicts);
}

function judgeSpec(context: EvidenceContext, spec: MetricSpec, margin: number): Verdict {
  const place = { file: context.manifest.file, range: spec.range };
  const whole = measureSpec(context, spec);
  if (!whole.ok) return unknown(whole.failure.reason, place);
  const direction = spec.direction ?? knownDirection(spec.name);
  if (!direction)
    return unknown(
      `Which way \`${spec.name}\` is better is not known; add \`direction: higher\` or \`lower\`.`,
      place,
    );
  const sign = direction === 'higher' ? 1 : -1;
  const slices = slicesOf(context, whole.value).sort((a, b) => sign * (a.value - b.value));
  const [worst] = slices;
  if (!worst) return unknown(`No run reports ${whole.value.label} by slice.`, place);
  const behind = sign * (whole.value.value - worst.value);
  const reason = `${whole.value.label} is ${shown(whole.value.value)}, and ${shown(worst.value)} where ${sliceName(worst)}; a slice may lie ${shown(margin)} behind.`;
  if (slices.some(({ value }) => Number.isNaN(value)) || Number.isNaN(behind))
    return unknown(reason, worst.place);
  return behind <= margin ? met(reason, worst.place) : unmet(reason, worst.place);
}

/** The same metric of the same run and split, by slices of the data; classes are not slices. */
function slicesOf({ facts }: EvidenceContext, whole: Measured): MetricValue[] {
  const [origin] = whole.parts;
  if (!origin) return [];
  const { named, recomputed } = facts.metrics;
  return [...named(origin.name).values, ...recomputed(origin.name).values].filter(
    value =>
      value.slice !== undefined &&
      !Object.hasOwn(value.slice, 'class') &&
      value.run === origin.run &&
      value.split === origin.split &&
      canonicalName(value.name) === canonicalName(origin.name),
  );
}

function sliceName({ slice = {} }: MetricValue): string {
  return Object.entries(slice)
    .map(([column, value]) => `${column} is ${value}`)
    .join(' and ');
}
