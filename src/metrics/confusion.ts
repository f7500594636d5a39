import { agrees, type Counts } from './counts';
import { canonicalName, lastPart, normalName } from './names';
import { numbersOf, type Tree, type TreeNumber, type TreeObject } from './tree';

/**
 * A confusion matrix: rows are the true classes, columns the predicted ones, as scikit-learn writes it. `positive` is
 * the index of the positive class where the source says which one it is.
 */
export interface Confusion {
  readonly rows: readonly (readonly number[])[];
  readonly labels: readonly string[];
  readonly positive?: number;
}

const CELLS: Readonly<Record<string, 'tp' | 'fp' | 'fn' | 'tn'>> = {
  tp: 'tp',
  true_positive: 'tp',
  true_positives: 'tp',
  fp: 'fp',
  false_positive: 'fp',
  false_positives: 'fp',
  fn: 'fn',
  false_negative: 'fn',
  false_negatives: 'fn',
  tn: 'tn',
  true_negative: 'tn',
  true_negatives: 'tn',
};

/** Is this the name of one cell of a confusion matrix: `TP`, `false_negatives`? */
export function isCell(name: string): boolean {
  return Object.hasOwn(CELLS, normalName(name));
}

/** Reads `{TP, FP, FN, TN}` among an object's entries. */
export function confusionOfCells(object: TreeObject): Confusion | undefined {
  const cells: Partial<Record<'tp' | 'fp' | 'fn' | 'tn', number>> = {};
  for (const { key, value } of object.entries) {
    const cell = isCell(key) ? CELLS[normalName(key)] : undefined;
    if (cell !== undefined && value.kind === 'number' && isCount(value)) cells[cell] = value.value;
  }
  const { tp, fp, fn, tn } = cells;
  if (tp === undefined || fp === undefined || fn === undefined || tn === undefined) return undefined;
  const rows = [
    [tn, fp],
    [fn, tp],
  ];
  return { rows, labels: ['negative', 'positive'], positive: 1 };
}

/** Reads a square list of lists of whole numbers. */
export function confusionOfList(tree: Tree, labels: readonly string[] | undefined): Confusion | undefined {
  if (tree.kind !== 'array' || tree.items.length < 2) return undefined;
  const size = tree.items.length;
  const rows: number[][] = [];
  for (const item of tree.items) {
    const row = numbersOf(item);
    if (row?.length !== size || !row.every(isCount)) return undefined;
    rows.push(row.map(number => number.value));
  }
  return { rows, labels: labels?.length === size ? labels : rows.map((_, index) => String(index)) };
}

function isCount({ value }: TreeNumber): boolean {
  return Number.isInteger(value) && value >= 0;
}

/** Correctly predicted rows out of all. */
export function accuracyCounts({ rows }: Confusion): Counts {
  return { successes: sum(rows.map((row, index) => row[index] ?? 0)), n: sum(rows.flat()) };
}

/** Of the rows of a class, those predicted to be of it. */
export function recallCounts({ rows }: Confusion, index: number): Counts {
  const row = rows[index] ?? [];
  return { successes: row[index] ?? 0, n: sum(row) };
}

/** Of the rows predicted to be of a class, those that are. */
export function precisionCounts({ rows }: Confusion, index: number): Counts {
  const column = rows.map(row => row[index] ?? 0);
  return { successes: column[index] ?? 0, n: sum(column) };
}

/** What a confusion matrix says about a value that claims to come from it. */
export type Support =
  | { readonly kind: 'counts'; readonly counts: Counts }
  | { readonly kind: 'average' | 'contradicts' | 'silent' };

/**
 * Looks for the counts behind a value. It may belong to any class, and is then told by its digits; it may also be an
 * average over classes, which is no proportion of rows. If it is neither, matrix and value contradict one another.
 */
export function supportOf(confusion: Confusion, name: string, number: TreeNumber): Support {
  const metric = canonicalName(lastPart(name));
  const candidates = candidateCounts(confusion, metric).filter(({ n }) => n > 0);
  if (candidates.length === 0 || !(number.value >= 0 && number.value <= 1)) return { kind: 'silent' };
  const fits = (expected: number): boolean => agrees(number.raw, number.value, expected);
  const found = candidates.find(({ successes, n }) => fits(successes / n));
  if (found) return { kind: 'counts', counts: found };
  const averaged = averages(confusion, metric === 'precision' ? precisionCounts : recallCounts).some(fits);
  return { kind: averaged ? 'average' : 'contradicts' };
}

/** In the order in which they are tried: the positive class first, and class 1 where no class is said to be it. */
function candidateCounts(confusion: Confusion, metric: string): Counts[] {
  const positive = confusion.positive ?? 1;
  const others = confusion.rows.map((_, index) => index).filter(index => index !== positive);
  const classes = confusion.positive === undefined ? [positive, ...others] : [positive];
  switch (metric) {
    case 'accuracy':
      return [accuracyCounts(confusion)];
    case 'error_rate': {
      const { successes, n } = accuracyCounts(confusion);
      return [{ successes: n - successes, n }];
    }
    case 'recall':
      return classes.map(index => recallCounts(confusion, index));
    case 'precision':
      return classes.map(index => precisionCounts(confusion, index));
    case 'specificity':
      return confusion.rows.length === 2 ? [recallCounts(confusion, 1 - positive)] : [];
    default:
      return [];
  }
}

/** Macro, weighted and micro averages over classes. */
function averages(
  confusion: Confusion,
  countsOf: (confusion: Confusion, index: number) => Counts,
): readonly number[] {
  const perClass = confusion.rows.map((_, index) => share(countsOf(confusion, index)));
  const supports = confusion.rows.map(sum);
  const weighted = sum(perClass.map((value, index) => value * (supports[index] ?? 0))) / sum(supports);
  return [sum(perClass) / perClass.length, weighted, share(accuracyCounts(confusion))];
}

function share({ successes, n }: Counts): number {
  return n === 0 ? 0 : successes / n;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
