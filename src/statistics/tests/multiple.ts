/*
 * Many tests at once: p values, adjusted so that each may be compared with the level itself. In the order given. One that is NaN
 * is of a test that could not be made: it stays so, and does not count.
 */

/** Each times their number. */
export function bonferroni(p: readonly number[]): readonly number[] {
  const tests = made(p);
  return p.map(value => Math.min(1, value * tests));
}

/** S. Holm 1979: as safe as Bonferroni's, and never weaker. */
export function holm(p: readonly number[]): readonly number[] {
  const tests = made(p);
  let highest = 0;
  return inOrder(p, (value, rank) => {
    highest = Math.max(highest, value * (tests - rank));
    return Math.min(1, highest);
  });
}

/** Y. Benjamini and Y. Hochberg 1995: bounds the share of false ones among those that are called significant. */
export function benjaminiHochberg(p: readonly number[]): readonly number[] {
  const tests = made(p);
  let lowest = 1;
  const descending = (rank: number): number => tests - 1 - rank;
  return inOrder(
    p.map(value => -value),
    (value, rank) => {
      lowest = Math.min(lowest, (-value * tests) / (descending(rank) + 1));
      return lowest;
    },
  );
}

const made = (p: readonly number[]): number => p.filter(value => !Number.isNaN(value)).length;

/** Adjusts the values from the smallest up, and gives them back in their own order. */
function inOrder(values: readonly number[], adjust: (value: number, rank: number) => number): number[] {
  const adjusted = values.map(() => NaN);
  values
    .map((value, at) => ({ value, at }))
    .filter(({ value }) => !Number.isNaN(value))
    .sort((a, b) => a.value - b.value)
    .forEach(({ value, at }, rank) => {
      adjusted[at] = adjust(value, rank);
    });
  return adjusted;
}
