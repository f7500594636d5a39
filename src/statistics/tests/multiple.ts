/*
 * Many tests at once: p values, adjusted so that each may be compared with the level itself. In the order given.
 */

/** Each times their number. */
export function bonferroni(p: readonly number[]): readonly number[] {
  return p.map(value => Math.min(1, value * p.length));
}

/** S. Holm 1979: as safe as Bonferroni's, and never weaker. */
export function holm(p: readonly number[]): readonly number[] {
  let highest = 0;
  return inOrder(p, (value, rank) => {
    highest = Math.max(highest, value * (p.length - rank));
    return Math.min(1, highest);
  });
}

/** Y. Benjamini and Y. Hochberg 1995: bounds the share of false ones among those that are called significant. */
export function benjaminiHochberg(p: readonly number[]): readonly number[] {
  let lowest = 1;
  const descending = (rank: number): number => p.length - 1 - rank;
  return inOrder(
    p.map(value => -value),
    (value, rank) => {
      lowest = Math.min(lowest, (-value * p.length) / (descending(rank) + 1));
      return lowest;
    },
  );
}

/** Adjusts the values from the smallest up, and gives them back in their own order. */
function inOrder(values: readonly number[], adjust: (value: number, rank: number) => number): number[] {
  const adjusted = values.map(() => NaN);
  values
    .map((value, at) => ({ value, at }))
    .sort((a, b) => a.value - b.value)
    .forEach(({ value, at }, rank) => {
      adjusted[at] = adjust(value, rank);
    });
  return adjusted;
}
