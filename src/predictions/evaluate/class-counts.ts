import type { MetricId } from '../methods';

/** How rows of `truth[i]` that are predicted `predicted[i]` are counted: the cells of a confusion matrix that have rows. */
export interface ClassCells {
  readonly classes: number;
  readonly truth: Int32Array;
  readonly predicted: Int32Array;
  readonly counts: Float64Array;
  /** The cell of each row. */
  readonly cellOf: Int32Array;
}

export function classCells(truth: Int32Array, predicted: Int32Array, classes: number): ClassCells {
  const index = new Map<number, number>();
  const cellOf = truth.map((code, row) => {
    const key = code * classes + (predicted[row] ?? 0);
    const known = index.get(key);
    if (known !== undefined) return known;
    index.set(key, index.size);
    return index.size - 1;
  });
  const keys = [...index.keys()];
  const counts = new Float64Array(keys.length);
  for (const cell of cellOf) counts[cell] = (counts[cell] ?? 0) + 1;
  return {
    classes,
    truth: Int32Array.from(keys, key => Math.floor(key / classes)),
    predicted: Int32Array.from(keys, key => key % classes),
    counts,
    cellOf,
  };
}

/** The sums of the rows' weights in each cell. */
export function tallied({ cellOf, counts }: ClassCells, weights: Float64Array): Float64Array {
  const tally = new Float64Array(counts.length);
  for (let row = 0; row < cellOf.length; row++) {
    const cell = cellOf[row] ?? 0;
    tally[cell] = (tally[cell] ?? 0) + (weights[row] ?? 0);
  }
  return tally;
}

export const COUNTED_METRICS = [
  'accuracy',
  'balanced_accuracy',
  'precision_macro',
  'recall_macro',
  'f1_macro',
  'f1_weighted',
  'mcc',
  'kappa',
] as const satisfies readonly MetricId[];

/** Of each class: rows of it, rows predicted to be it, rows that are both. */
export interface Margins {
  readonly support: Float64Array;
  readonly said: Float64Array;
  readonly right: Float64Array;
}

export function marginsOf({ classes, truth, predicted }: ClassCells, counts: ArrayLike<number>): Margins {
  const support = new Float64Array(classes);
  const said = new Float64Array(classes);
  const right = new Float64Array(classes);
  for (let cell = 0; cell < truth.length; cell++) {
    const count = counts[cell] ?? 0;
    const [a, b] = [truth[cell] ?? 0, predicted[cell] ?? 0];
    support[a] = (support[a] ?? 0) + count;
    said[b] = (said[b] ?? 0) + count;
    if (a === b) right[a] = (right[a] ?? 0) + count;
  }
  return { support, said, right };
}

/** All metrics of weighted cells; classes that do not occur at all do not count, as in scikit-learn. */
export function countedClassValues(cells: ClassCells, counts: ArrayLike<number>): readonly number[] {
  const { support, said, right } = marginsOf(cells, counts);
  let [n, hits, present, occurring] = [0, 0, 0, 0];
  let [recalls, precisions, f1s, weighted] = [0, 0, 0, 0];
  let [shared, rows, answers] = [0, 0, 0];
  for (let of = 0; of < cells.classes; of++) {
    const [a, b, both] = [support[of] ?? 0, said[of] ?? 0, right[of] ?? 0];
    n += a;
    hits += both;
    shared += a * b;
    rows += a * a;
    answers += b * b;
    if (a > 0) present += 1;
    if (a + b === 0) continue;
    occurring += 1;
    const f1 = (2 * both) / (a + b);
    recalls += a > 0 ? both / a : 0;
    precisions += b > 0 ? both / b : 0;
    f1s += f1;
    weighted += a * f1;
  }
  const spread = Math.sqrt(n * n - rows) * Math.sqrt(n * n - answers);
  const chance = shared / n;
  return [
    hits / n,
    recalls / present,
    precisions / occurring,
    recalls / occurring,
    f1s / occurring,
    weighted / n,
    // Rounding may lead a hair beyond.
    spread === 0 ? 0 : Math.max(-1, Math.min(1, (hits * n - shared) / spread)),
    (hits - chance) / (n - chance),
  ];
}
