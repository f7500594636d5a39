import type { MetricValue } from './table';

/** Values of one name, split and slice, as many runs report them. */
export interface Alike extends Pick<MetricValue, 'name' | 'split' | 'slice'> {
  /** In the order of the list that they are from. */
  readonly values: readonly MetricValue[];
  /** The runs that report one, by their ids. */
  readonly runs: () => ReadonlySet<string>;
}

/** Lists are asked about again and again, and never change. */
const known = new WeakMap<readonly MetricValue[], readonly Alike[]>();

/** What there is in a list of values, by its first appearance: of ten thousand runs there are many values, and few kinds of them. */
export function alike(values: readonly MetricValue[]): readonly Alike[] {
  const before = known.get(values);
  if (before) return before;
  const names = new Map<string, Map<string, MetricValue[]>>();
  const kinds: MetricValue[][] = [];
  for (const value of values) {
    const kind = kindOf(names, value);
    if (kind.push(value) === 1) kinds.push(kind);
  }
  const found = kinds.flatMap(kind => alikeOf(kind) ?? []);
  known.set(values, found);
  return found;
}

/** The list of a value's kind; a new one for the first of its kind. */
function kindOf(names: Map<string, Map<string, MetricValue[]>>, value: MetricValue): MetricValue[] {
  let kinds = names.get(value.name);
  if (!kinds) names.set(value.name, (kinds = new Map<string, MetricValue[]>()));
  const key = keyOf(value);
  let kind = kinds.get(key);
  if (!kind) kinds.set(key, (kind = []));
  return kind;
}

/** No split has a character that ends texts in C. */
function keyOf({ split, slice }: MetricValue): string {
  if (slice === undefined) return split ?? NO_SPLIT;
  return `${split ?? NO_SPLIT}\0${JSON.stringify(slice)}`;
}

const NO_SPLIT = '\0';

function alikeOf(values: readonly MetricValue[]): Alike | undefined {
  const [first] = values;
  if (!first) return undefined;
  const { name, split, slice } = first;
  let runs: ReadonlySet<string> | undefined;
  return {
    name,
    ...(split !== undefined && { split }),
    ...(slice && { slice }),
    values,
    runs: () => (runs ??= new Set(values.map(({ run }) => run))),
  };
}
