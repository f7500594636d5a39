import { canonicalName, lastPart, takeSplit } from './names';
import type { MetricTable, MetricValue } from './table';

/**
 * The part of a table that a metric's name may mean, in any of its spellings: all runs, and the values of that name.
 * Looking the name up in it gives what looking it up in the whole table does. The index is made at the first question.
 */
export function namedIn(table: MetricTable): (name: string) => MetricTable {
  let index: Index | undefined;
  const answers = new Map<string, MetricTable>();
  return name => {
    index ??= indexOf(table.values);
    const answer = answers.get(name) ?? { runs: table.runs, values: valuesNamed(name, table.values, index) };
    answers.set(name, answer);
    return answer;
  };
}

/** Values by their name as written. */
type Index = ReadonlyMap<string, readonly MetricValue[]>;

function valuesNamed(name: string, values: readonly MetricValue[], index: Index): readonly MetricValue[] {
  const keys = [canonicalName(name), canonicalName(takeSplit(name).name)];
  const written = [...index.keys()].filter(one => keysOf(one).some(key => keys.includes(key)));
  const [first, second] = written;
  if (first === undefined) return NONE;
  if (second === undefined) return index.get(first) ?? NONE;
  const isMeant = new Set(written);
  return values.filter(value => isMeant.has(value.name));
}

const NONE: readonly MetricValue[] = [];

/** What a name comes down to: as a whole, and in its last part. */
const keysOf = (name: string): readonly string[] => [canonicalName(name), canonicalName(lastPart(name))];

function indexOf(values: readonly MetricValue[]): Index {
  const index = new Map<string, MetricValue[]>();
  for (const value of values) {
    const known = index.get(value.name);
    if (known) known.push(value);
    else index.set(value.name, [value]);
  }
  return index;
}
