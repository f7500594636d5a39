import { total } from '../sums';
import chiSquaredCdf from '@stdlib/stats-base-dists-chisquare-cdf';

/** Pearson's chi-squared statistic, its degrees of freedom and p value. */
export interface ChiSquared {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
}

/** Do counts follow the expected shares (all alike, when none are given)? */
export function goodnessOfFit(
  observed: readonly number[],
  shares: readonly number[] = observed.map(() => 1 / observed.length),
): ChiSquared {
  const n = total(observed);
  return result(
    observed,
    shares.map(share => share * n),
    observed.length - 1,
  );
}

export interface Independence extends ChiSquared {
  /** Rows by columns, if they were independent. */
  readonly expected: readonly (readonly number[])[];
  /** H. Cramér's V: the strength of the association, from 0 to 1, whatever the number of rows. */
  readonly cramersV: number;
}

/** Are rows and columns of a table of counts independent? Without continuity correction. No row or column may be empty. */
export function independence(observed: readonly (readonly number[])[]): Independence {
  const columns = (observed[0] ?? []).map((_, at) => total(observed.map(line => line[at] ?? 0)));
  const n = total(columns);
  const expected = observed.map(line => columns.map(column => (total(line) * column) / n));
  const df = (observed.length - 1) * (columns.length - 1);
  const test = result(observed.flat(), expected.flat(), df);
  const ends = Math.min(observed.length, columns.length) - 1;
  return { ...test, expected, cramersV: Math.sqrt(test.statistic / (n * ends)) };
}

function result(observed: readonly number[], expected: readonly number[], df: number): ChiSquared {
  const statistic = observed.reduce((sum, count, at) => {
    const own = expected[at] ?? NaN;
    return sum + (count - own) ** 2 / own;
  }, 0);
  return { statistic, df, p: 1 - chiSquaredCdf(statistic, df) };
}
