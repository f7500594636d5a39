import { relativeTo } from '../../evidence/words';
import { canonicalName, lastPart } from '../../metrics/names';
import type { MetricMatrix, MetricValue } from '../../metrics/table';
import { support } from '../../statistics/classification/confusion';
import { accuracy } from '../../statistics/classification/scores';
import { wilson } from '../../statistics/intervals/wilson';
import { total } from '../../statistics/sums';
import { confusionOf, reportedMatrices, reportedValues, whereabouts } from '../counted-rows';
import type { Notice } from '../document';
import { LEVEL } from '../figures';
import { formatInterval, formatNumber, plural } from '../format';
import type { FindWarnings, WarningContext } from './context';
import { information, warning } from './context';

/** Is accuracy better than always answering the most frequent class? By the confusion matrix, else by the data. */
export const belowMajority: FindWarnings = context => {
  const { facts, readings } = context;
  const matrices = reportedMatrices(facts, readings);
  if (matrices.length > 0) return matrices.flatMap(matrix => againstMatrix(context, matrix));
  return reportedValues(facts, readings).flatMap(value => againstData(context, value));
};

function againstMatrix({ facts: { manifest } }: WarningContext, matrix: MetricMatrix): readonly Notice[] {
  const confusion = confusionOf(matrix);
  const rows = support(confusion);
  const n = total(rows);
  const most = Math.max(...rows);
  if (n === 0) return [];
  const label = matrix.labels[rows.indexOf(most)] ?? '';
  const path = relativeTo(manifest.root, matrix.place.file);
  const by = `always answering \`${label}\` would score, as ${formatNumber(most)} of ${plural(n, 'row')} in the confusion matrix of ${path} are of that class`;
  return versus(
    { value: accuracy(confusion), successes: Math.round(accuracy(confusion) * n), n, most },
    whereabouts(matrix),
    by,
    matrix.place,
  );
}

interface Accuracy {
  readonly value: number;
  readonly successes: number;
  readonly n: number;
  readonly most: number;
}

function versus(
  { value, successes, n, most }: Accuracy,
  where: string,
  by: string,
  place: MetricValue['place'],
): readonly Notice[] {
  const majority = most / n;
  const text = `accuracy${where} is ${formatNumber(value)}`;
  if (value < majority) {
    return [
      warning(`Below the majority baseline: ${text}, and ${formatNumber(majority)} is what ${by}.`, place),
    ];
  }
  const { low, high } = wilson(successes, n, LEVEL);
  if (low > majority) return [];
  const equal =
    value === majority
      ? 'No better than the majority baseline'
      : 'Perhaps no better than the majority baseline';
  return [
    warning(
      `${equal}: ${text} (95 % interval ${formatInterval(low, high)}), and ${formatNumber(majority)} is what ${by}.`,
      place,
    ),
  ];
}

/** By the classes in the test split that the manifest names, where the source tells no counts of its own. */
function againstData({ facts: { data } }: WarningContext, value: MetricValue): readonly Notice[] {
  const isAccuracy = canonicalName(lastPart(value.name)) === 'accuracy' && value.slice === undefined;
  if (!isAccuracy || data.state !== 'read' || !(value.value >= 0 && value.value <= 1)) return [];
  const test = data.profile.splits.find(({ role }) => role === 'test');
  const classes = test?.classes;
  if (!test || !classes) return [];
  const n = total(classes.map(({ rows }) => rows));
  const [first] = classes;
  if (!first || (value.counts && value.counts.n !== n)) return [];
  const successes = value.counts?.successes ?? Math.round(value.value * n);
  const by = `always answering \`${first.label}\` would score, as ${formatNumber(first.rows)} of ${plural(n, 'row')} of ${test.name} are of that class`;
  return versus({ value: value.value, successes, n, most: first.rows }, whereabouts(value), by, value.place);
}

/** With so few rows of a class its recall is hardly more than a guess. */
const VERY_FEW = 30;
const FEW = 100;

/** Few rows of the positive class, or of the rarest one. */
export const fewPositives: FindWarnings = ({ facts, readings }) =>
  reportedMatrices(facts, readings).flatMap(matrix => {
    if (saidOfPredictions(facts)) return [];
    const rows = support(confusionOf(matrix));
    const positive = matrix.positive ?? (rows.length === 2 ? 1 : undefined);
    const seen = rows.map((n, at) => ({ n, at })).filter(({ n }) => n > 0);
    const rarest = seen.sort((a, b) => a.n - b.n)[0];
    const at = positive ?? rarest?.at;
    if (at === undefined) return [];
    const n = rows[at] ?? 0;
    if (n === 0 || n >= FEW) return [];
    const hits = matrix.rows[at]?.[at] ?? 0;
    const { low, high } = wilson(hits, n, LEVEL);
    const what =
      positive === undefined ? `of the rarest class \`${matrix.labels[at] ?? ''}\`` : 'of the positive class';
    const message = `${plural(n, 'row')} ${what}${whereabouts(matrix)}, fewer than ${n < VERY_FEW ? VERY_FEW : FEW}: ${formatNumber(hits)} of ${formatNumber(n)} were found, a recall of ${formatNumber(hits / n)} that may as well be ${formatInterval(low, high)}.`;
    return [n < VERY_FEW ? warning(message, matrix.place) : information(message, matrix.place)];
  });

/** The predictions themselves say so already, of the same rows. */
function saidOfPredictions({ predictions }: WarningContext['facts']): boolean {
  return (
    predictions.state === 'read' &&
    predictions.evaluation.remarks.some(({ code, severity }) => code === 'few-rows' && severity === 'warning')
  );
}

/** A class of which no row was tested: nothing is known of it. */
export const absentClasses: FindWarnings = ({ facts, readings }) => [
  ...reportedMatrices(facts, readings).flatMap(matrix => {
    const rows = support(confusionOf(matrix));
    const absent = matrix.labels.filter((_, at) => rows[at] === 0);
    if (absent.length === 0 || total(rows) === 0) return [];
    const names = absent.map(label => `\`${label}\``).join(', ');
    return [
      warning(
        `No row of class ${names} among the ${plural(total(rows), 'row')} of the confusion matrix${whereabouts(matrix)}: how the model fares there is not known.`,
        matrix.place,
      ),
    ];
  }),
  ...absentInData(facts),
];

function absentInData({ data, manifest }: WarningContext['facts']): readonly Notice[] {
  if (data.state !== 'read') return [];
  const { splits } = data.profile;
  const train = splits.find(({ role, classes }) => role === 'train' && classes);
  return splits.flatMap(({ role, name, classes, rows }) => {
    if (role !== 'test' || !classes || !train?.classes) return [];
    const known = new Set(classes.map(({ label }) => label));
    const absent = train.classes.filter(({ label }) => !known.has(label));
    if (absent.length === 0) return [];
    const names = absent
      .map(one => `\`${one.label}\` (${plural(one.rows, 'row')} in ${train.name})`)
      .join(', ');
    const range = manifest.fields.get(`data.splits.${name}`)?.range;
    return [
      warning(
        `No row of class ${names} among the ${plural(rows, 'row')} of ${name}: how the model fares there is not known.`,
        range && { file: manifest.file, range },
      ),
    ];
  });
}
