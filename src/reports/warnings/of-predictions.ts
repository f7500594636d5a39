import { predictionsPlace } from '../../evidence/predictions-place';
import { relativeTo } from '../../evidence/words';
import { agrees, roundingOf } from '../../metrics/counts';
import { isFraction } from '../../metrics/names';
import { lookUp } from '../../metrics/select';
import type { MetricValue } from '../../metrics/table';
import { notEvaluated, rowLink } from '../predictions/figure';
import { formatNumber } from '../format';
import type { FindWarnings } from './context';
import { warning } from './context';

/** Is a metric that a run reports what its predictions say, within the digits that it is written with? */
export const reportedDiffers: FindWarnings = ({ facts, readings }) =>
  readings.flatMap(({ spec, measured }) => {
    const [value] = measured?.parts ?? [];
    // Metrics of files of their own, and expressions, are no scores of the predictions.
    if (!value || value.computed || spec.expr !== undefined || spec.from !== undefined) return [];
    const split = value.split ?? spec.split;
    const found = lookUp(facts.metrics.recomputed(spec.name), {
      name: spec.name,
      ...(split !== undefined && { split }),
    });
    if (found.kind !== 'found' || found.splitAssumed || !Number.isFinite(value.value)) return [];
    if (isSame(value, found.value.value)) return [];
    const { root } = facts.manifest;
    const { raw, place } = value;
    const n = found.value.computed?.n ?? 0;
    return [
      warning(
        `\`${spec.name}\` is reported as ${raw} in ${relativeTo(root, place.file)}; recomputed from ${n.toLocaleString('en-US')} rows of ${relativeTo(root, found.value.place.file)} it is ${formatNumber(found.value.value)}. One of the two is of another model, split or threshold.`,
        place,
      ),
    ];
  });

/** Some report percent. */
function isSame({ name, raw, value }: MetricValue, computed: number): boolean {
  if (agrees(raw, value, computed)) return true;
  const isPercent = isFraction(name) && value > 1 && value <= 100;
  return isPercent && Math.abs(value - 100 * computed) <= roundingOf(raw) + 1e-9;
}

/** What is odd about the predictions themselves, or why they were not evaluated. */
export const ofPredictions: FindWarnings = ({ facts: { predictions, manifest } }) => {
  if (predictions.state === 'off') {
    return [warning(notEvaluated(predictions, manifest.root), predictionsPlace(manifest, predictions))];
  }
  if (predictions.state !== 'read') return [];
  return predictions.evaluation.remarks.flatMap(({ severity, message, place }) =>
    severity === 'information' ? [] : [{ severity, message, ...(place && { place: rowLink(place).place }) }],
  );
};
