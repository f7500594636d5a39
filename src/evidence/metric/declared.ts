import type { Verdict } from '../../base/outcome';
import type { Manifest, MetricSpec } from '../../manifest/model';
import { met } from '../context';
import { counted, shown } from '../words';

/** The manifest names one: what it says of the first. */
export function judgeDeclared(
  { file }: Manifest,
  [{ name, target, unit, range }, ...others]: readonly [MetricSpec, ...MetricSpec[]],
): Verdict {
  const bound = target ? ` ${target.op} ${shown(target.value, unit)}` : '';
  const rest = others.length > 0 ? `, and ${counted(others.length, 'other')}` : '';
  return met(`${name}${bound}${rest}.`, { file, range });
}
