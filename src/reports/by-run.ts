import type { MetricMatrix, MetricTable, MetricValue, Series } from '../metrics/table';

/** What a table holds of one run. */
export interface OfRun {
  readonly values: readonly MetricValue[];
  readonly matrices: readonly MetricMatrix[];
  readonly series: readonly Series[];
}

const NOTHING: OfRun = { values: [], matrices: [], series: [] };

interface Index {
  readonly runs: ReadonlyMap<string, OfRun>;
  readonly splits: ReadonlySet<string>;
}

/** Every section asks for what is beside a value; a table is taken apart once, as long as it is the same. */
const known = new WeakMap<MetricTable, Index>();

/** The values and matrices of a run: what the whole table would give, without looking through all of it. */
export function ofRun(table: MetricTable, run: string): OfRun {
  return indexed(table).runs.get(run) ?? NOTHING;
}

/** The splits that values of a table are of. */
export function splitsIn(table: MetricTable): ReadonlySet<string> {
  return indexed(table).splits;
}

function indexed(table: MetricTable): Index {
  const index = known.get(table) ?? indexOf(table);
  known.set(table, index);
  return index;
}

function indexOf({ values, matrices = [], series = [] }: MetricTable): Index {
  const splits = new Set<string>();
  const index = new Map<string, Part>();
  const partOf = (run: string): Part => {
    let part = index.get(run);
    if (!part) index.set(run, (part = { values: [], matrices: [], series: [] }));
    return part;
  };
  for (const value of values) {
    partOf(value.run).values.push(value);
    if (value.split !== undefined) splits.add(value.split);
  }
  for (const matrix of matrices) partOf(matrix.run).matrices.push(matrix);
  for (const one of series) partOf(one.run).series.push(one);
  return { runs: index, splits };
}

interface Part {
  readonly values: MetricValue[];
  readonly matrices: MetricMatrix[];
  readonly series: Series[];
}
