import type { Contingency } from './contingency';
import { contingency } from './contingency';

/** How far two labellings agree; which label is called what does not matter. */
export interface ClusterAgreement {
  /** L. Hubert and P. Arabie 1985: 0 by chance, 1 for the same. */
  readonly adjustedRand: number;
  readonly homogeneity: number;
  readonly completeness: number;
  /** Their harmonic mean, which is mutual information over the mean entropy. */
  readonly vMeasure: number;
  /** N. X. Vinh, J. Epps and J. Bailey, Journal of Machine Learning Research 11, 2010. */
  readonly adjustedMutualInformation: number;
  /** E. B. Fowlkes and C. L. Mallows 1983. */
  readonly fowlkesMallows: number;
}

export function clusterAgreement(truth: ArrayLike<number>, predicted: ArrayLike<number>): ClusterAgreement {
  const table = contingency(truth, predicted);
  const { rows, columns } = table;
  const [classes, clusters] = [entropy(rows, table.n), entropy(columns, table.n)];
  return {
    ...plainAgreement(table),
    adjustedMutualInformation: adjusted(
      mutualInformation(table),
      expectedInformation(table),
      (classes + clusters) / 2,
    ),
  };
}

/** The same but for what chance would share, which takes long to compute. Cells have rows. */
export function plainAgreement(table: Contingency): Omit<ClusterAgreement, 'adjustedMutualInformation'> {
  const shared = mutualInformation(table);
  const [classes, clusters] = [entropy(table.rows, table.n), entropy(table.columns, table.n)];
  const homogeneity = classes === 0 ? 1 : shared / classes;
  const completeness = clusters === 0 ? 1 : shared / clusters;
  const [together, inClasses, inClusters] = [
    pairs(table.cells.map(({ count }) => count)),
    pairs(table.rows),
    pairs(table.columns),
  ];
  const all = pairs([table.n]);
  return {
    // A single row makes no pair.
    adjustedRand: adjusted(
      together,
      all === 0 ? 0 : (inClasses * inClusters) / all,
      (inClasses + inClusters) / 2,
    ),
    homogeneity,
    completeness,
    vMeasure:
      homogeneity + completeness === 0 ? 0 : (2 * homogeneity * completeness) / (homogeneity + completeness),
    fowlkesMallows: together === 0 ? 0 : together / Math.sqrt(inClasses * inClusters),
  };
}

/** `(value - expected) / (highest - expected)`, and 1 where nothing could differ. */
const adjusted = (value: number, expected: number, highest: number): number =>
  highest === expected ? 1 : (value - expected) / (highest - expected);

const pairs = (counts: readonly number[]): number =>
  counts.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);

function entropy(counts: readonly number[], n: number): number {
  return -counts.reduce((sum, count) => (count === 0 ? sum : sum + (count / n) * Math.log(count / n)), 0);
}

function mutualInformation({ cells, rows, columns, n }: Contingency): number {
  return cells.reduce(
    (sum, { count, row, column }) =>
      sum + (count / n) * Math.log((count * n) / ((rows[row] ?? 0) * (columns[column] ?? 0))),
    0,
  );
}

/** What two labellings of these sizes share by chance: the mean over all ways to deal out the rows. */
function expectedInformation({ rows, columns, n }: Contingency): number {
  const log = logFactorials(n);
  const fact = (k: number): number => log[k] ?? NaN;
  let sum = 0;
  for (const a of rows) {
    for (const b of columns) {
      for (let both = Math.max(1, a + b - n); both <= Math.min(a, b); both++) {
        const ways =
          fact(a) +
          fact(b) +
          fact(n - a) +
          fact(n - b) -
          (fact(n) + fact(both) + fact(a - both) + fact(b - both) + fact(n - a - b + both));
        sum += (both / n) * Math.log((n * both) / (a * b)) * Math.exp(ways);
      }
    }
  }
  return sum;
}

function logFactorials(n: number): Float64Array {
  const logs = new Float64Array(n + 1);
  for (let k = 2; k <= n; k++) logs[k] = (logs[k - 1] ?? 0) + Math.log(k);
  return logs;
}
