import { START_OF_FILE } from '../../base/place';
import type { Manifest } from '../../manifest/model';
import { relativeTo } from '../../evidence/words';
import type { MetricTable, Run } from '../../metrics/table';
import type { PairFacts } from '../../predictions/facts';
import type { Section, TableBlock } from '../document';
import { plural } from '../format';
import { runNames } from '../run-names';
import { timeText } from '../time-text';
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
  const { differing, alone, equal } = partsOf(metrics);
  return {
    project: { name: manifest.name, file: manifest.file },
    runs: shown,
    missing: ids.filter(id => table.runs.every(run => run.id !== id)),
    summary: summaryOf(runs.length, {
      metrics: differing.length,
      parameters: parameters.differing,
      alone: alone.length,
    }),
    sections: [
      metricSection(given, differing),
      differenceSection(given, differing),
      pairedSection(pairs, given.names),
      parameters.section,
      aloneSection(given, alone),
      equalSection(given, equal, parameters.equal),
    ].filter(section => section !== undefined),
    curves: curvesOf(table, runs),
  };
}

interface Parts {
  /** At least two runs have it, and not all of them the same. */
  readonly differing: readonly ComparedMetric[];
  /** One run has it. */
  readonly alone: readonly ComparedMetric[];
  /** At least two runs have it, and all of these the same. */
  readonly equal: readonly ComparedMetric[];
}

function partsOf(metrics: readonly ComparedMetric[]): Parts {
  const isAlone = ({ values }: ComparedMetric): boolean => values.filter(value => value).length < 2;
  const shared = metrics.filter(one => !isAlone(one));
  return {
    differing: shared.filter(({ differs }) => differs),
    alone: metrics.filter(isAlone),
    equal: shared.filter(({ differs }) => !differs),
  };
}

interface Differing {
  readonly metrics: number;
  readonly parameters: number;
  readonly alone: number;
}

function summaryOf(runs: number, { metrics, parameters, alone }: Differing): string {
  const only =
    alone === 0 ? '' : ` ${plural(alone, 'metric')} ${alone === 1 ? 'is' : 'are'} in one of them only.`;
  return `${plural(runs, 'run')}: ${plural(metrics, 'metric')} and ${plural(parameters, 'parameter')} differ.${only}`;
}

/** Runs with names that tell them apart. */
export function comparedRuns(runs: readonly Run[], { root }: Manifest): readonly ComparedRun[] {
  const names = runNames(runs, root);
  return runs.map(({ id, name, file, time, tracked }) => ({
    id,
    name: names.get(id) ?? name,
    path: relativeTo(root, file),
    place: { file, range: START_OF_FILE },
    ...(time !== undefined && { time: timeText(time) }),
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
    const missing = 'No metric that two of these runs have differs between them.';
    return { ...section, missing, blocks: [] };
  }
  const unknown = metrics.some(({ direction }) => !direction);
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
    ...(unknown && { note: NO_DIRECTION }),
  });
  return { ...section, blocks: [block] };
}

const NO_DIRECTION =
  'None is best where nobody knows which way is better: `direction` of the metric in the manifest says it.';

const INDEPENDENT =
  "Newcombe's interval takes the rows of two runs for independent samples; where they are the same rows, the paired tests tell more.";

function differenceSection({ names }: Given, metrics: readonly ComparedMetric[]): Section | undefined {
  const [first, ...others] = names;
  // What the first run does not have lies nowhere from it.
  const compared = metrics.filter(({ values: [base] }) => base);
  if (first === undefined || compared.length === 0) return undefined;
  const block = cut({
    kind: 'table',
    id: 'difference-table',
    title: `Differences from ${first}`,
    columns: [{ title: 'Metric' }, ...others.map(numberColumn)],
    rows: compared.map(({ name, values: [base, ...rest] }) => ({
      cells: [name, ...rest.map(value => differenceCell(base, value))],
    })),
    ...(compared.some(hasInterval) && { note: INDEPENDENT }),
  });
  return { id: 'differences', title: `Differences from ${first}`, blocks: [block] };
}

const hasInterval = ({ values: [base, ...rest] }: ComparedMetric): boolean =>
  base?.counts !== undefined && rest.some(value => value?.counts);

/** What one run tells and the others do not: nothing to compare, and not to be lost. */
function aloneSection(
  { manifest, table, names }: Given,
  metrics: readonly ComparedMetric[],
): Section | undefined {
  if (metrics.length === 0) return undefined;
  const facts = metrics.slice(0, MOST_ROWS).map(({ name, values }) => {
    const at = values.findIndex(value => value);
    return { name: `${name}, ${names[at] ?? ''}`, value: valueCell(manifest, table, values[at]) };
  });
  return { id: 'alone', title: 'Metrics of one run only', blocks: [{ kind: 'facts', facts }] };
}

function equalSection(
  { manifest, table }: Given,
  metrics: readonly ComparedMetric[],
  parameters: readonly { readonly name: string; readonly value: string }[],
): Section | undefined {
  const facts = [
    ...metrics.map(({ name, values }) => ({
      name,
      value: valueCell(
        manifest,
        table,
        values.find(value => value),
      ),
    })),
    ...parameters,
  ].slice(0, MOST_ROWS);
  if (facts.length === 0) return undefined;
  return { id: 'equal', title: 'Equal in all runs that tell it', blocks: [{ kind: 'facts', facts }] };
}

const numberColumn = (title: string) => ({ title, isNumber: true as const });

function cut(table: TableBlock): TableBlock {
  const more = table.rows.length - MOST_ROWS;
  return more <= 0 ? table : { ...table, rows: table.rows.slice(0, MOST_ROWS), more };
}
