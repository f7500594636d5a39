import type { Verdict } from '../../base/outcome';
import type { MetricSpec } from '../../manifest/model';
import { knownDirection } from '../../metrics/names';
import { unknown } from '../context';
import type { EvidenceContext } from '../context';
import { measureSpec } from '../measure';
import { shown } from '../words';
import { judgeValue } from './judgement';

/** Is a metric better than its baseline? */
export function judgeBaseline(
  context: EvidenceContext,
  spec: MetricSpec,
  split: string | undefined,
  confident: boolean,
): Verdict {
  const { name, baseline, unit, direction = knownDirection(name) } = spec;
  const place = { file: context.manifest.file, range: spec.range };
  if (baseline === undefined) return unknown(`\`${name}\` has no baseline; give it one.`, place);
  if (!direction)
    return unknown(
      `Which way \`${name}\` is better is not known; add \`direction: higher\` or \`lower\`.`,
      place,
    );
  const measured = measureSpec(context, spec, split ?? spec.split);
  if (!measured.ok) return unknown(measured.failure.reason, place);
  return judgeValue(measured.value, {
    name,
    target: { op: direction === 'higher' ? '>' : '<', value: baseline },
    words: `the baseline is ${shown(baseline, unit)}`,
    confident,
    ...(unit !== undefined && { unit }),
  });
}
