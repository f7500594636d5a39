import type { Verdict } from '../../base/outcome';
import type { MetricSpec } from '../../manifest/model';
import { unknown } from '../context';
import type { EvidenceContext } from '../context';
import { measureSpec } from '../measure';
import { judgeValue, targetBar } from './judgement';

/** Does a metric meet its own target? */
export function judgeTarget(
  context: EvidenceContext,
  spec: MetricSpec,
  split: string | undefined,
  confident: boolean,
): Verdict {
  const place = { file: context.manifest.file, range: spec.range };
  const bar = targetBar(spec, confident);
  if (!bar) return unknown(`\`${spec.name}\` has no target; give it \`min\`, \`max\` or \`target\`.`, place);
  const measured = measureSpec(context, spec, split ?? spec.split);
  return measured.ok ? judgeValue(measured.value, bar) : unknown(measured.failure.reason, place);
}
