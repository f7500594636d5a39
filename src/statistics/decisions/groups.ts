/** How one group of rows fares; rates are NaN where they would divide by zero. */
export interface GroupRates {
  readonly n: number;
  /** The share of rows called positive. */
  readonly selection: number;
  readonly truePositiveRate: number;
  readonly falsePositiveRate: number;
  readonly precision: number;
  readonly accuracy: number;
  readonly counts: Readonly<Record<'tp' | 'fp' | 'fn' | 'tn', number>>;
}

/** Rates of each group of rows, in the order in which they first occur. `truth` and `predicted` are 1 for positive. */
export function ratesByGroup(
  groups: readonly string[],
  truth: ArrayLike<number>,
  predicted: ArrayLike<number>,
): ReadonlyMap<string, GroupRates> {
  const counts = new Map<string, { tp: number; fp: number; fn: number; tn: number }>();
  groups.forEach((group, row) => {
    const own = counts.get(group) ?? { tp: 0, fp: 0, fn: 0, tn: 0 };
    counts.set(group, own);
    const isPositive = truth[row] === 1;
    if (predicted[row] === 1) own[isPositive ? 'tp' : 'fp'] += 1;
    else own[isPositive ? 'fn' : 'tn'] += 1;
  });
  return new Map([...counts].map(([group, own]) => [group, ratesOf(own)]));
}

function ratesOf(counts: GroupRates['counts']): GroupRates {
  const { tp, fp, fn, tn } = counts;
  const n = tp + fp + fn + tn;
  return {
    n,
    selection: (tp + fp) / n,
    truePositiveRate: tp / (tp + fn),
    falsePositiveRate: fp / (fp + tn),
    precision: tp / (tp + fp),
    accuracy: (tp + tn) / n,
    counts,
  };
}

/** How far groups part. No model can hold all of them at once where groups differ in the share of positive rows. */
export interface GroupGaps {
  /** Highest less lowest share that is called positive. */
  readonly demographicParity: number;
  /** Lowest over highest share; under 0.8 fails the four-fifths rule. */
  readonly demographicParityRatio: number;
  /** The larger of the gaps of true and false positive rates. */
  readonly equalizedOdds: number;
}

export function groupGaps(groups: Iterable<GroupRates>): GroupGaps {
  const all = [...groups];
  const values = (of: (rates: GroupRates) => number): number[] =>
    all.map(of).filter(value => !Number.isNaN(value));
  const gap = (own: readonly number[]): number => Math.max(...own) - Math.min(...own);
  const selection = values(({ selection: share }) => share);
  return {
    demographicParity: gap(selection),
    demographicParityRatio: Math.min(...selection) / Math.max(...selection),
    equalizedOdds: Math.max(
      gap(values(({ truePositiveRate }) => truePositiveRate)),
      gap(values(({ falsePositiveRate }) => falsePositiveRate)),
    ),
  };
}
