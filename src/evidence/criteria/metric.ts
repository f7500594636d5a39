import type { Verdict } from '../../base/outcome';
import type { MetricEvidence } from '../../manifest/evidence';
import { parseExpression } from '../../manifest/expression/parse';
import type { EvidenceContext } from '../context';
import { misread } from '../context';
import { judgeBaseline } from '../metric/baseline';
import { judgeBesides } from '../metric/besides';
import { judgeComparison } from '../metric/comparison';
import { judgeDeclared } from '../metric/declared';
import { judgeGap } from '../metric/gap';
import { judgeLimit } from '../metric/limit';
import { judgeMeasuredOn } from '../metric/measured-on';
import { judgeSlices } from '../metric/slices';
import { strictest } from '../metric/strictest';
import { subjectsOf } from '../metric/subjects';
import { judgeTarget } from '../metric/target';

/** Do metrics of the selected runs meet what is demanded of them? */
export function judgeMetric(evidence: MetricEvidence, context: EvidenceContext): Verdict {
  const { of, split, demand, confident } = evidence;
  const comparison = comparisonIn(evidence, context);
  if (comparison) return judgeComparison(context, comparison, split, confident);
  const subjects = subjectsOf(context, of);
  // What the manifest does not name cannot be measured; that it is not named can be told.
  if (!subjects.ok)
    return demand.is === 'declared'
      ? (misread(context.manifest, 'metrics') ?? { ...subjects.verdict, outcome: 'unmet' })
      : subjects.verdict;
  const { specs } = subjects;
  switch (demand.is) {
    case 'target':
      return strictest(specs.map(spec => judgeTarget(context, spec, split, confident)));
    case 'baseline':
      return strictest(specs.map(spec => judgeBaseline(context, spec, split, confident)));
    case 'measured':
      return judgeMeasuredOn(context, specs, demand.on);
    case 'besides':
      return judgeBesides(context.manifest, specs, demand.names);
    case 'gap':
      return judgeGap(context, specs, demand);
    case 'limit':
      return judgeLimit(context, specs, demand.by);
    case 'declared':
      return judgeDeclared(context.manifest, specs);
    case 'slices':
      return judgeSlices(context, specs);
  }
}

/** A name comes before an expression: a metric may well be called `a >= b`. */
function comparisonIn({ of }: MetricEvidence, { manifest }: EvidenceContext) {
  if (of.by !== 'text' || manifest.metrics.some(spec => spec.name === of.text)) return undefined;
  const parsed = parseExpression(of.text);
  return parsed.ok && parsed.value.kind === 'comparison' ? parsed.value : undefined;
}
