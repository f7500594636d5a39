/** How two labellings of the same rows meet: each cell of the table that has rows, and the sums of both sides. */
export interface Contingency {
  readonly n: number;
  readonly cells: readonly { readonly count: number; readonly row: number; readonly column: number }[];
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

export function contingency(first: ArrayLike<number>, second: ArrayLike<number>): Contingency {
  const counts = new Map<number, Map<number, number>>();
  for (let at = 0; at < first.length; at++) {
    const line = counts.get(first[at] ?? NaN) ?? new Map<number, number>();
    counts.set(first[at] ?? NaN, line);
    line.set(second[at] ?? NaN, (line.get(second[at] ?? NaN) ?? 0) + 1);
  }
  const columns = [...new Set(Array.from(second))];
  const lines = [...counts.values()];
  return {
    n: first.length,
    cells: lines.flatMap((line, row) =>
      [...line].map(([label, count]) => ({ count, row, column: columns.indexOf(label) })),
    ),
    rows: lines.map(line => [...line.values()].reduce((sum, count) => sum + count, 0)),
    columns: columns.map(label => lines.reduce((sum, line) => sum + (line.get(label) ?? 0), 0)),
  };
}
