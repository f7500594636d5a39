import type { MetricMatrix, MetricTable, MetricValue } from '../metrics/table';

/** What a table holds of one run. */
export interface OfRun {
  readonly values: readonly MetricValue[];
  readonly matrices: readonly MetricMatrix[];
}

const NOTHING: OfRun = { values: [], matrices: [] };

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

function indexOf({ values, matrices = [] }: MetricTable): Index {
  const splits = new Set(values.flatMap(({ split }) => (split === undefined ? [] : [split])));
  const index = new Map<string, { readonly values: MetricValue[]; readonly matrices: MetricMatrix[] }>();
  const partOf = (run: string) => {
    const part = index.get(run) ?? { values: [], matrices: [] };
    index.set(run, part);
    return part;
  };
  for (const value of values) partOf(value.run).values.push(value);
  for (const matrix of matrices) partOf(matrix.run).matrices.push(matrix);
  return { runs: index, splits };
}
