import { poisson } from './poisson';

/**
 * Says how often each unit (a row, or a cell of a table of counts) counts in one replicate of a bootstrap. It overwrites
 * what stands in `weights`; the same source of random numbers gives the same draws.
 */
export type Draw = (weights: Float64Array) => void;
type Random = () => number;

/** As many rows as there are, with replacement. */
export function drawRows(n: number, random: Random): Draw {
  return weights => {
    weights.fill(0);
    for (let drawn = 0; drawn < n; drawn++) add(weights, Math.floor(random() * n));
  };
}

/** As many rows of each stratum as it has: none is ever without rows. `strata` are codes from 0. */
export function drawWithin(strata: ArrayLike<number>, random: Random): Draw {
  const { rows, starts } = byCode(strata);
  return weights => {
    weights.fill(0);
    for (let stratum = 0; stratum + 1 < starts.length; stratum++) {
      const from = starts[stratum] ?? 0;
      const size = (starts[stratum + 1] ?? 0) - from;
      for (let drawn = 0; drawn < size; drawn++) add(weights, rows[from + Math.floor(random() * size)] ?? 0);
    }
  };
}

/** As many groups as there are, each with all of its rows. `groups` are codes from 0. */
export function drawGroups(groups: ArrayLike<number>, random: Random): Draw {
  const { rows, starts } = byCode(groups);
  const count = starts.length - 1;
  return weights => {
    weights.fill(0);
    for (let drawn = 0; drawn < count; drawn++) {
      const group = Math.floor(random() * count);
      const end = starts[group + 1] ?? 0;
      for (let at = starts[group] ?? 0; at < end; at++) add(weights, rows[at] ?? 0);
    }
  };
}

/**
 * Blocks of consecutive rows, with replacement, until there are as many rows as before; the last block is cut (H. R. Künsch,
 * Annals of Statistics 17, 1989). Rows are in the order of time.
 */
export function drawBlocks(n: number, length: number, random: Random): Draw {
  const size = Math.min(length, n);
  return weights => {
    weights.fill(0);
    for (let drawn = 0; drawn < n;) {
      const start = Math.floor(random() * (n - size + 1));
      for (let at = start; at < start + size && drawn < n; at++, drawn++) add(weights, at);
    }
  };
}

/** A Poisson number of each unit, with its count for a mean: what drawing rows comes to where there are many. */
export function drawPoisson(counts: ArrayLike<number>, random: Random): Draw {
  return weights => {
    for (let unit = 0; unit < weights.length; unit++) weights[unit] = poisson(counts[unit] ?? 0, random);
  };
}

/** Rows ordered by their code, and where the rows of each code begin. */
function byCode(codes: ArrayLike<number>): { readonly rows: Uint32Array; readonly starts: Uint32Array } {
  let count = 0;
  for (let row = 0; row < codes.length; row++) count = Math.max(count, (codes[row] ?? 0) + 1);
  const starts = new Uint32Array(count + 1);
  for (let row = 0; row < codes.length; row++) add(starts, (codes[row] ?? 0) + 1);
  for (let code = 0; code < count; code++) starts[code + 1] = (starts[code + 1] ?? 0) + (starts[code] ?? 0);
  const rows = new Uint32Array(codes.length);
  const next = starts.slice();
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? 0;
    rows[next[code] ?? 0] = row;
    add(next, code);
  }
  return { rows, starts };
}

function add(counts: Float64Array | Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}
