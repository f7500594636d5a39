import type { Verdict } from '../../base/outcome';
import type { MetricSpec } from '../../manifest/model';
import { fieldPlace, met, unknown, unmet } from '../context';
import type { EvidenceContext } from '../context';
import { measureSpec } from '../measure';
import type { Measured, NotMeasured } from '../measure';
import { listed, shown } from '../words';

/**
 * Has at least one of the metrics a value on this split? A value whose source names no split counts where the manifest
 * says that it is of this one.
 */
export function judgeMeasuredOn(
  context: EvidenceContext,
  specs: readonly MetricSpec[],
  split: string,
): Verdict {
  const failures: NotMeasured[] = [];
  for (const spec of specs) {
    if (spec.expr !== undefined) continue;
    const measured = measureSpec(context, spec, split);
    if (!measured.ok) failures.push(measured.failure);
    else if (!measured.value.splitAssumed || spec.split === split) return wordMet(measured.value);
    else
      failures.push({
        kind: 'ambiguous',
        reason: `${spec.name} is known, but its source does not say on which split.`,
      });
  }
  const names = listed(
    specs.map(spec => `\`${spec.name}\``),
    'or',
  );
  const failure = failures.find(({ kind }) => kind !== 'missing');
  const place = fieldPlace(context.manifest, 'metrics');
  if (failure?.kind === 'elsewhere') return unmet(failure.reason, place);
  return unknown(failure?.reason ?? failures[0]?.reason ?? `No run reports ${names} on ${split}.`, place);
}

function wordMet({ label, value, place, splitAssumed }: Measured): Verdict {
  const remark = splitAssumed ? ', taken from the manifest as its source names no split' : '';
  return met(`${label} is ${shown(value)}${remark}.`, place);
}
