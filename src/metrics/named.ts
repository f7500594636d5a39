import { canonicalName, lastPart, takeSplit } from './names';
import type { MetricTable, MetricValue } from './table';

/**
 * The part of a table that a metric's name may mean, in any of its spellings: all runs, and the values of that name.
 * Looking the name up in it gives what looking it up in the whole table does. The index is made at the first question.
 */
export function namedIn(table: MetricTable): (name: string) => MetricTable {
  let index: ReadonlyMap<string, readonly number[]> | undefined;
  const answers = new Map<string, MetricTable>();
  return name => {
    index ??= indexOf(table.values);
    const answer = answers.get(name) ?? { runs: table.runs, values: valuesNamed(name, table.values, index) };
    answers.set(name, answer);
    return answer;
  };
}

function valuesNamed(
  name: string,
  values: readonly MetricValue[],
  index: ReadonlyMap<string, readonly number[]>,
): readonly MetricValue[] {
  const keys = new Set([canonicalName(name), canonicalName(takeSplit(name).name)]);
  const places = new Set([...keys].flatMap(key => index.get(key) ?? []));
  return [...places].sort((a, b) => a - b).flatMap(place => values[place] ?? []);
}

/** The places of values by what their names come down to: as a whole, and in their last part. */
function indexOf(values: readonly MetricValue[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  const keysOf = new Map<string, readonly string[]>();
  for (const [place, { name }] of values.entries()) {
    const keys = keysOf.get(name) ?? [...new Set([canonicalName(name), canonicalName(lastPart(name))])];
    keysOf.set(name, keys);
    for (const key of keys) {
      const places = index.get(key);
      if (places) places.push(place);
      else index.set(key, [place]);
    }
  }
  return index;
}
