import { predictionsPlace } from '../../evidence/predictions-place';
import { relativeTo } from '../../evidence/words';
import { agrees, roundingOf } from '../../metrics/counts';
import { isFraction } from '../../metrics/names';
import { lookUp } from '../../metrics/select';
import type { MetricValue } from '../../metrics/table';
import type { Score } from '../../predictions/evaluation';
import { METRIC_METHODS } from '../../predictions/methods';
import type { Notice } from '../document';
import { formatNumber, plural } from '../format';
import { certaintyOf, notEvaluated, rowLink, titleOf } from '../predictions/figure';
import type { FindWarnings } from './context';
import { warning } from './context';

/** A metric that a run reports, and what its predictions give. */
interface Pair {
  readonly name: string;
  readonly reported: MetricValue;
  readonly recomputed: MetricValue;
}

/** Are metrics that a run reports what its predictions say? Those of one file are doubted in one sentence. */
export const reportedDiffers: FindWarnings = ({ facts, readings }) => {
  const differing = readings.flatMap(({ spec, measured }): readonly Pair[] => {
    const [reported] = measured?.parts ?? [];
    // Metrics of files of their own, and expressions, are no scores of the predictions.
    if (!reported || reported.computed || spec.expr !== undefined || spec.from !== undefined) return [];
    const split = reported.split ?? spec.split;
    const found = lookUp(facts.metrics.recomputed(spec.name), {
      name: spec.name,
      ...(split !== undefined && { split }),
    });
    if (found.kind !== 'found' || found.splitAssumed || !Number.isFinite(reported.value)) return [];
    const { value: recomputed } = found;
    return isSame(reported, recomputed) ? [] : [{ name: spec.name, reported, recomputed }];
  });
  const byFile = new Map<string, Pair[]>();
  for (const pair of differing) {
    const file = pair.reported.place.file;
    byFile.set(file, [...(byFile.get(file) ?? []), pair]);
  }
  return [...byFile.values()].map(pairs => differText(pairs, facts.manifest.root));
};

const OTHER = 'One of the two is of another model, split or threshold.';

function differText(pairs: readonly Pair[], root: string): Notice {
  const [first] = pairs;
  const [from, by] = [first?.reported.place, first?.recomputed.place].map(place =>
    relativeTo(root, place?.file ?? ''),
  );
  const texts = pairs.map(({ name, reported, recomputed }) => {
    const [is, was] = toldApart(reported.value, recomputed.value);
    const n = recomputed.computed?.n ?? 0;
    return { name, is, was: `${was} of ${plural(n, 'row')}` };
  });
  const [only, second] = texts;
  const message =
    only && !second
      ? `\`${only.name}\` is reported as ${only.is} in ${from ?? ''}; recomputed from ${by ?? ''} it is ${only.was}.`
      : `${pairs.length} metrics in ${from ?? ''} are not what ${by ?? ''} gives: ${texts.map(({ name, is, was }) => `\`${name}\` ${is} against ${was}`).join(', ')}.`;
  return warning(`${message} ${OTHER}`, first?.reported.place);
}

/** Two numbers that differ, with as few digits as show it. */
function toldApart(a: number, b: number): readonly [string, string] {
  if (formatNumber(a) !== formatNumber(b)) return [formatNumber(a), formatNumber(b)];
  for (let digits = 5; digits < 16; digits++)
    if (a.toPrecision(digits) !== b.toPrecision(digits))
      return [a.toPrecision(digits), b.toPrecision(digits)];
  return [String(a), String(b)];
}

/**
 * Within the digits that it is written with. One row more or less moves a share of n rows by 1/n: what moves a figure by less than half
 * of that is how the rows themselves are rounded. Some report percent.
 */
function isSame({ name, raw, value }: MetricValue, { value: computed, computed: how }: MetricValue): boolean {
  if (agrees(raw, value, computed)) return true;
  if (how && how.n > 0 && Math.abs(value - computed) < Math.abs(computed) / (2 * how.n)) return true;
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

/** Figures of the predictions that answering the same for every row would reach, too. */
export const noBetterThanConstant: FindWarnings = ({ facts: { predictions, manifest } }) => {
  if (predictions.state !== 'read') return [];
  const { scores, baselines, files, scope } = predictions.evaluation;
  const lost = scores.flatMap(score => {
    const constant = baselines.find(({ metric, class: of }) => metric === score.metric && of === score.class);
    return constant && isNoBetter(score, constant.value) ? [{ score, constant: constant.value }] : [];
  });
  if (lost.length === 0) return [];
  const where = `on ${plural(scope.n, 'row')} of ${relativeTo(manifest.root, files[0] ?? '')}`;
  const isClear = lost.every(({ score, constant }) => isWorse(score, constant));
  const figures = lost.map(({ score, constant }) => wordsOf(score, constant)).join('; ');
  return [
    warning(`${isClear ? 'No' : 'Not clearly'} better than always the same answer ${where}: ${figures}.`),
  ];
};

/** Worse, or as good, or an area under the ROC curve whose interval holds that of chance. */
function isNoBetter(score: Score, constant: number): boolean {
  const { better } = METRIC_METHODS[score.metric];
  if (better === 'zero' || !Number.isFinite(score.value) || !Number.isFinite(constant)) return false;
  const certainty = certaintyOf(score);
  if (score.metric === 'roc_auc' && !('none' in certainty)) return certainty.low <= constant;
  return isWorse(score, constant);
}

/** Or as good. */
const isWorse = ({ metric, value }: Score, constant: number): boolean =>
  METRIC_METHODS[metric].better === 'higher' ? value <= constant : value >= constant;

function wordsOf(score: Score, constant: number): string {
  const certainty = certaintyOf(score);
  const interval = 'none' in certainty ? '' : ` (95 % interval ${certainty.text})`;
  return `${titleOf(score)} ${formatNumber(score.value)}${interval} against ${formatNumber(constant)}`;
}
