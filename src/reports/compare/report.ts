import { START_OF_FILE } from '../../base/place';
import type { Manifest } from '../../manifest/model';
import { relativeTo } from '../../evidence/words';
import type { MetricTable, Run } from '../../metrics/table';
import type { PairFacts } from '../../predictions/facts';
import type { Section, TableBlock } from '../document';
import { plural } from '../format';
import { runNames } from '../run-names';
import { curvesOf } from './curves';
import type { ComparedMetric } from './metrics';
import { bestCell, comparedMetrics, differenceCell, valueCell } from './metrics';
import { pairedSection } from './paired';
import { comparedParameters } from './parameters';
import type { CompareView, ComparedRun } from './view';

/** All that a comparison is made of. */
export interface CompareFacts {
  readonly manifest: Manifest;
  /** Every run of the project, those that do not count for it too. */
  readonly table: MetricTable;
  /** How their predictions compare. */
  readonly pairs: PairFacts;
  /** The ids of the runs, the one that the others are held against first. */
  readonly ids: readonly string[];
}

/** So many rows of a table are shown. */
const MOST_ROWS = 300;

/** Runs side by side: what differs first. */
export function compareReport({ manifest, table, ids, pairs }: CompareFacts): CompareView {
  const runs = ids.flatMap(id => table.runs.find(run => run.id === id) ?? []);
  const shown = comparedRuns(runs, manifest);
  const metrics = comparedMetrics(table, runs, manifest);
  const parameters = comparedParameters(
    runs,
    shown.map(({ name }) => name),
  );
  const given = { manifest, table, names: shown.map(({ name }) => name) };
  const differing = metrics.filter(({ differs }) => differs);
  return {
    project: { name: manifest.name, file: manifest.file },
    runs: shown,
    missing: ids.filter(id => table.runs.every(run => run.id !== id)),
    summary: `${plural(runs.length, 'run')}: ${plural(differing.length, 'metric')} and ${plural(parameters.differing, 'parameter')} differ.`,
    sections: [
      metricSection(given, differing),
      differenceSection(given, differing),
      pairedSection(pairs, given.names),
      parameters.section,
      equalSection(given, metrics, parameters.equal),
    ].filter(section => section !== undefined),
    curves: curvesOf(table, runs),
  };
}

/** Runs with names that tell them apart. */
export function comparedRuns(runs: readonly Run[], { root }: Manifest): readonly ComparedRun[] {
  const names = runNames(runs, root);
  return runs.map(({ id, name, file, time, tracked }) => ({
    id,
    name: names.get(id) ?? name,
    path: relativeTo(root, file),
    place: { file, range: START_OF_FILE },
    ...(time !== undefined && { time }),
    ...(tracked && { status: tracked.status }),
  }));
}

interface Given {
  readonly manifest: Manifest;
  readonly table: MetricTable;
  readonly names: readonly string[];
}

function metricSection({ manifest, table, names }: Given, metrics: readonly ComparedMetric[]): Section {
  const section = { id: 'metrics', title: 'Metrics that differ' };
  if (metrics.length === 0) {
    return { ...section, missing: 'No metric has another value in one of the runs.', blocks: [] };
  }
  const block = cut({
    kind: 'table',
    id: 'metric-table',
    title: 'Metrics by run',
    columns: [{ title: 'Metric' }, ...names.map(numberColumn), { title: 'Best' }],
    rows: metrics.map(metric => ({
      cells: [
        metric.name,
        ...metric.values.map(value => valueCell(manifest, table, value)),
        bestCell(metric, names),
      ],
    })),
  });
  return { ...section, blocks: [block] };
}

const INDEPENDENT =
  "Newcombe's interval takes the rows of two runs for independent samples; where they are the same rows, the paired tests tell more.";

function differenceSection({ names }: Given, metrics: readonly ComparedMetric[]): Section | undefined {
  const [first, ...others] = names;
  if (first === undefined || metrics.length === 0) return undefined;
  const block = cut({
    kind: 'table',
    id: 'difference-table',
    title: `Differences from ${first}`,
    columns: [{ title: 'Metric' }, ...others.map(numberColumn)],
    rows: metrics.map(({ name, values: [base, ...rest] }) => ({
      cells: [name, ...rest.map(value => differenceCell(base, value))],
    })),
    note: INDEPENDENT,
  });
  return { id: 'differences', title: `Differences from ${first}`, blocks: [block] };
}

function equalSection(
  { manifest, table }: Given,
  metrics: readonly ComparedMetric[],
  parameters: readonly { readonly name: string; readonly value: string }[],
): Section | undefined {
  const facts = [
    ...metrics
      .filter(({ differs }) => !differs)
      .map(({ name, values }) => ({ name, value: valueCell(manifest, table, values[0]) })),
    ...parameters,
  ].slice(0, MOST_ROWS);
  if (facts.length === 0) return undefined;
  return { id: 'equal', title: 'Equal in all runs', blocks: [{ kind: 'facts', facts }] };
}

const numberColumn = (title: string) => ({ title, isNumber: true as const });

function cut(table: TableBlock): TableBlock {
  const more = table.rows.length - MOST_ROWS;
  return more <= 0 ? table : { ...table, rows: table.rows.slice(0, MOST_ROWS), more };
}
