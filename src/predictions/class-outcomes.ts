import type { Label } from '../statistics/classification/confusion';
import type { Column, LabelColumn } from './columns';
import { placeOf } from './columns';
import type { Remark, Task } from './evaluation';
import { alignLabels, labelNamed, usualPositive } from './labels';
import type { Loaded } from './load';
import { columnsOf, isLabels, numbersOf } from './load';
import type { ClassOutcomes } from './outcomes';
import type { PredictionsRequest } from './request';

/** Outcomes of classes, with what was taken for granted and what is odd about them. */
export interface BuiltClasses {
  readonly task: Task;
  readonly outcomes: Omit<ClassOutcomes, 'kind'>;
  readonly assumptions: readonly string[];
  readonly remarks: readonly Remark[];
}

/** Brings truth, predicted classes, scores and probabilities together. */
export function classOutcomes(loaded: Loaded, request: PredictionsRequest): BuiltClasses {
  const { table, roles, truth: truths } = loaded;
  const truth = truths.find(isLabels) ?? NO_LABELS;
  const predicted = columnsOf(table, roles, 'y_pred').find(isLabels);
  const building: Building = { loaded, request, assumptions: [], remarks: [] };
  const names = roles.scores.map(({ class: name }) => labelNamed(name, truth.labels) ?? labelOfName(name));
  const columnsOfLabels = predicted ? [truth, predicted] : [truth];
  const aligned = alignLabels(columnsOfLabels, [
    ...names,
    ...absentPositive(columnsOfLabels, names, request),
  ]);
  const { labels, columns } = aligned;
  const [codes = new Int32Array(), said] = columns;
  checkTruth(building, truth);
  if (predicted && said) checkPredicted(building, codes, said, labels);
  const task = taskByClasses(building, labels);
  const given = { labels, truth: codes, ...(said && { predicted: said }) };
  return {
    task,
    outcomes:
      task === 'binary' ? binaryOutcomes(building, given, names) : multiOutcomes(building, given, names),
    assumptions: building.assumptions,
    remarks: building.remarks,
  };
}

/** Where one class alone occurs, the positive one that the manifest states is the other. */
function absentPositive(
  columns: readonly LabelColumn[],
  names: readonly Label[],
  { positive, task }: PredictionsRequest,
): readonly Label[] {
  const [only, second] = alignLabels(columns, names).labels;
  if (positive === undefined || only === undefined || second !== undefined || task === 'multiclass')
    return [];
  const isSame = String(only) === String(positive) || Number(only) === Number(positive);
  if (isSame) return [];
  return [typeof only === 'number' && Number.isFinite(Number(positive)) ? Number(positive) : positive];
}

const NO_LABELS: LabelColumn = { kind: 'labels', codes: new Int32Array(), labels: [] };

interface Building {
  readonly loaded: Loaded;
  readonly request: PredictionsRequest;
  readonly assumptions: string[];
  readonly remarks: Remark[];
}

type Given = Pick<ClassOutcomes, 'labels' | 'truth' | 'predicted'>;

/** A class that only a column's name knows: `proba_2` is the number 2. */
function labelOfName(name: string): Label {
  const number = Number(name);
  return name.trim() !== '' && Number.isFinite(number) ? number : name;
}

function checkTruth({ loaded: { table }, remarks }: Building, { codes, labels }: LabelColumn): void {
  const kinds = new Set(labels.map(label => (typeof label === 'boolean' ? 'number' : typeof label)));
  if (kinds.size < 2) return;
  const odd = labels.findIndex(label => typeof label === 'string');
  const message = `The truth mixes numbers and words, such as ${quoted(labels.slice(0, 4))}: each counts as a class of its own.`;
  remarks.push({
    severity: 'warning',
    code: 'mixed-labels',
    message,
    place: placeOf(table, codes.indexOf(odd)),
  });
}

/** Classes that are predicted, and never true. */
function checkPredicted(
  { loaded: { table }, remarks }: Building,
  codes: Int32Array,
  said: Int32Array,
  labels: readonly Label[],
): void {
  const [occurring, answers] = [new Set(codes), new Set(said)];
  const unseen = [...answers].filter(code => code >= 0 && !occurring.has(code));
  if (unseen.length === 0) return;
  const isNothing = [...answers].every(code => code < 0 || !occurring.has(code));
  const named = (some: Iterable<number>): string =>
    quoted(
      [...some]
        .filter(code => code >= 0)
        .slice(0, 4)
        .map(code => labels[code] ?? ''),
    );
  const message = isNothing
    ? `No predicted class is ever true: ${named(unseen)} was predicted, and true are ${named(occurring)}. Both columns need the same names.`
    : `${named(unseen)} is predicted, and never true in these rows.`;
  remarks.push({
    severity: isNothing ? 'error' : 'information',
    code: 'labels-differ',
    message,
    place: placeOf(table, said.indexOf(unseen[0] ?? -1)),
  });
}

const quoted = (labels: readonly Label[]): string => labels.map(label => `\`${String(label)}\``).join(', ');

/** Two classes are binary, more are not, unless the manifest wants two told apart as several. */
function taskByClasses({ request, remarks }: Building, labels: readonly Label[]): Task {
  if (labels.length <= 2) return request.task === 'multiclass' ? 'multiclass' : 'binary';
  if (request.task === 'binary') {
    const message = `\`task: binary\` has two classes, and ${labels.length} occur: ${quoted(labels.slice(0, 5))}. They are evaluated as several.`;
    remarks.push({ severity: 'warning', code: 'labels-differ', message });
  }
  return 'multiclass';
}

function binaryOutcomes(
  building: Building,
  given: Given,
  names: readonly Label[],
): Omit<ClassOutcomes, 'kind'> {
  const { request, assumptions } = building;
  const positive = positiveOf(building, given.labels);
  if (positive === undefined) {
    assumptions.push(
      `Which of ${quoted(given.labels)} is positive is not said, so precision, recall and scores of it are left out; \`data.target.positive\` in the manifest says it.`,
    );
    return { ...given, isProbability: false };
  }
  const column = scoreColumn(building, names, given.labels[positive]);
  if (!column) return { ...given, positive, isProbability: false };
  const isProbability = inUnit(column);
  const threshold = request.threshold ?? (isProbability ? 0.5 : undefined);
  const labels = twoOf(given.labels);
  remarkOnScores(building, column, isProbability);
  const predicted =
    given.predicted ?? (threshold === undefined ? undefined : called(column, threshold, positive));
  if (!given.predicted && request.threshold === undefined)
    assumptions.push(
      threshold === undefined
        ? 'From which score up a row is called positive is not said, so precision and recall are left out; `data.predictions.threshold` says it.'
        : 'Rows are called positive from a probability of 0.5 up; `data.predictions.threshold` says otherwise.',
    );
  return {
    labels,
    truth: given.truth,
    positive,
    score: column,
    isProbability,
    ...(predicted && { predicted }),
    ...(!given.predicted && threshold !== undefined && { threshold }),
  };
}

function positiveOf({ request, assumptions }: Building, labels: readonly Label[]): number | undefined {
  const stated = request.positive;
  if (stated !== undefined) {
    const found = labels.findIndex(
      label => String(label) === String(stated) || Number(label) === Number(stated),
    );
    if (found >= 0) return found;
    if (labels.length < 2) return undefined;
  }
  const usual = usualPositive(labels);
  const at = usual === undefined ? -1 : labels.indexOf(usual);
  if (at < 0) return undefined;
  if (stated === undefined) assumptions.push(`\`${String(usual)}\` is taken for positive, as is usual.`);
  return at;
}

/** The column with the score of the positive class. */
function scoreColumn(
  { loaded: { table, roles } }: Building,
  names: readonly Label[],
  positive: Label | undefined,
): Float64Array | undefined {
  const of = names.findIndex(name => String(name) === String(positive) || Number(name) === Number(positive));
  const byClass = roles.scores[of];
  if (byClass) return numbersOf(table.columns.get(`score:${byClass.column}`));
  return firstNumbers(columnsOf(table, roles, 'y_score')) ?? firstNumbers(columnsOf(table, roles, 'y_pred'));
}

const firstNumbers = (columns: readonly Column[]): Float64Array | undefined =>
  columns.map(numbersOf).find(values => values !== undefined);

function inUnit(values: Float64Array): boolean {
  return values.every(value => Number.isNaN(value) || (value >= 0 && value <= 1));
}

function remarkOnScores(
  { loaded: { table }, remarks }: Building,
  scores: Float64Array,
  isProbability: boolean,
): void {
  if (isProbability) return;
  const row = scores.findIndex(value => value < 0 || value > 1);
  const message = `Scores such as ${String(scores[row])} lie outside of 0 to 1, so they are no probabilities: log loss, Brier score and calibration are left out.`;
  remarks.push({ severity: 'information', code: 'score-outside', message, place: placeOf(table, row) });
}

/** A score calls rows what need not occur: where one class alone does, the other gets a name. */
function twoOf(labels: readonly Label[]): readonly Label[] {
  const [only, second] = labels;
  if (only === undefined || second !== undefined) return labels;
  if (typeof only === 'boolean') return [only, !only];
  return [only, only === 1 ? 0 : 'other'];
}

function called(scores: Float64Array, threshold: number, positive: number): Int32Array {
  const negative = 1 - positive;
  return Int32Array.from(scores, score =>
    Number.isNaN(score) ? -1 : score >= threshold ? positive : negative,
  );
}

function multiOutcomes(
  building: Building,
  given: Given,
  names: readonly Label[],
): Omit<ClassOutcomes, 'kind'> {
  const { table, roles } = building.loaded;
  const confidence = firstNumbers(columnsOf(table, roles, 'y_score'));
  const byLabel = new Map(
    names.map((name, at) => [
      String(name),
      numbersOf(table.columns.get(`score:${roles.scores[at]?.column ?? ''}`)),
    ]),
  );
  const columns = given.labels.map(label => byLabel.get(String(label)));
  const rows = table.rows;
  if (roles.scores.length < 2)
    return {
      ...given,
      isProbability: confidence !== undefined && inUnit(confidence),
      ...(confidence && { score: confidence }),
    };
  // A class without a column has no probability.
  const proba = columns.map(column => column ?? new Float64Array(rows));
  return {
    ...given,
    predicted: given.predicted ?? mostProbable(proba, rows),
    proba,
    isProbability: proba.every(inUnit),
  };
}

function mostProbable(proba: readonly Float64Array[], rows: number): Int32Array {
  return Int32Array.from({ length: rows }, (_, row) => {
    let [best, most] = [-1, -Infinity];
    for (const [at, column] of proba.entries()) {
      const own = column[row] ?? NaN;
      if (Number.isNaN(own)) return -1;
      if (own > most) [best, most] = [at, own];
    }
    return best;
  });
}
