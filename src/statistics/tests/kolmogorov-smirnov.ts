/** The largest gap of two empirical distribution functions, and how often chance makes one as large. */
export interface KolmogorovSmirnov {
  readonly distance: number;
  /** Two-sided: exact for small samples, else by Kolmogorov's limit; `method` says which. */
  readonly p: number;
  readonly method: 'exact' | 'limit';
}

/** Up to so many pairs of rows the exact p value is computed: a walk over all of them. */
const EXACT_PAIRS = 1_000_000;

/** Do two samples come from one distribution (N. Smirnov 1939)? Made for numbers without many ties. */
export function kolmogorovSmirnov(first: ArrayLike<number>, second: ArrayLike<number>): KolmogorovSmirnov {
  const [n, m] = [first.length, second.length];
  const distance = largestGap(first, second);
  if (n * m > EXACT_PAIRS) return { distance, p: kolmogorovLimit(distance, n, m), method: 'limit' };
  return { distance, p: exactP(distance, n, m), method: 'exact' };
}

function largestGap(first: ArrayLike<number>, second: ArrayLike<number>): number {
  const [a, b] = [Float64Array.from(first).sort(), Float64Array.from(second).sort()];
  let [i, j, gap] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const at = Math.min(a[i] ?? NaN, b[j] ?? NaN);
    while (i < a.length && (a[i] ?? NaN) <= at) i += 1;
    while (j < b.length && (b[j] ?? NaN) <= at) j += 1;
    gap = Math.max(gap, Math.abs(i / a.length - j / b.length));
  }
  return gap;
}

/**
 * Of all ways to merge both samples, the share that strays as far as `distance` from the diagonal: a walk over the grid of
 * both counts in which each cell holds the share of paths that stayed inside so far (J. L. Hodges 1958).
 */
function exactP(distance: number, n: number, m: number): number {
  // Compared as whole numbers of pairs, so that rounding cannot let a path pass that touches the limit.
  const limit = Math.round(distance * n * m);
  const strays = (i: number, j: number): boolean => Math.abs(i * m - j * n) >= limit;
  let inside = new Float64Array(m + 1);
  for (let i = 0; i <= n; i++) {
    const next = new Float64Array(m + 1);
    for (let j = 0; j <= m; j++) {
      if (i === 0 && j === 0) next[0] = 1;
      else if (!strays(i, j)) {
        const fromFirst = i > 0 ? ((inside[j] ?? 0) * i) / (i + j) : 0;
        const fromSecond = j > 0 ? ((next[j - 1] ?? 0) * j) / (i + j) : 0;
        next[j] = fromFirst + fromSecond;
      }
    }
    inside = next;
  }
  return limit === 0 ? 1 : Math.min(1, Math.max(0, 1 - (inside[m] ?? 0)));
}

/** Kolmogorov's limit distribution: for samples that are large. */
export function kolmogorovLimit(distance: number, n: number, m: number): number {
  const x = distance * Math.sqrt((n * m) / (n + m));
  if (x < 0.2) return 1;
  let sum = 0;
  for (let k = 1; k <= 100; k++) sum += (k % 2 === 1 ? 1 : -1) * Math.exp(-2 * k * k * x * x);
  return Math.min(1, Math.max(0, 2 * sum));
}
