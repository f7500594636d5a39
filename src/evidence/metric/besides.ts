import type { Verdict } from '../../base/outcome';
import type { Manifest, MetricSpec } from '../../manifest/model';
import { canonicalName } from '../../metrics/names';
import { met, unmet } from '../context';
import { listed } from '../words';

/** Is there a metric besides those that say too little alone? */
export function judgeBesides(
  manifest: Manifest,
  specs: readonly MetricSpec[],
  names: readonly string[],
): Verdict {
  const weak = new Set(names.map(canonicalName));
  const [first] = specs;
  const other = specs.find(spec => !weak.has(canonicalName(spec.name)));
  const range = (other ?? first)?.range;
  const place = range && { file: manifest.file, range };
  if (other)
    return met(`${listed(specs.map(spec => spec.name))} ${specs.length > 1 ? 'are' : 'is'} declared.`, place);
  return unmet(
    `${listed(specs.map(spec => spec.name))} alone says too little; declare a metric that weighs the errors.`,
    place,
  );
}
