import type { ReportedMetric } from '../../language/surroundings';
import type { MetricTable, MetricValue } from '../../metrics/table';
import { relative } from '../paths';

const KNOWN = new WeakMap<MetricTable, readonly ReportedMetric[]>();

/** The metrics of a table by name, in the order in which they count. Gathered once for each table. */
export function reportedIn(table: MetricTable, root: string): readonly ReportedMetric[] {
  const known = KNOWN.get(table) ?? gather(table, root);
  KNOWN.set(table, known);
  return known;
}

function gather({ values }: MetricTable, root: string): readonly ReportedMetric[] {
  const byName = new Map<string, [MetricValue, ...MetricValue[]]>();
  for (const value of values) {
    const others = byName.get(value.name);
    if (others) others.push(value);
    else byName.set(value.name, [value]);
  }
  return [...byName].map(([name, own]) => ({
    name,
    splits: distinct(own.flatMap(({ split }) => split ?? [])),
    slices: slicesOf(own),
    runs: distinct(own.map(({ run }) => run)),
    files: distinct(own.map(({ place }) => relative(root, place.file))),
    place: own[0].place,
  }));
}

function slicesOf(values: readonly MetricValue[]): ReportedMetric['slices'] {
  const pairs = values.flatMap(({ slice }) => Object.entries(slice ?? {}));
  const columns = distinct(pairs.map(([column]) => column));
  return Object.fromEntries(
    columns.map(column => [column, distinct(pairs.flatMap(([own, value]) => (own === column ? value : [])))]),
  );
}

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];
