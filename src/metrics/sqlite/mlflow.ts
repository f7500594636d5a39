import type { Place } from '../../base/place';
import { START_OF_FILE } from '../../base/place';
import type { Parsed } from '../../base/result';
import type { MetricTable, MetricValue, Run, RunStatus, Series, Tracked } from '../table';
import type { Database, Row } from './database';
import { withDatabase } from './database';
import { readMetrics } from './metrics';

/**
 * Reads the runs in MLflow's database. Its tables grow with every version, so only columns that are there are asked for; a
 * NaN is stored as 0 with a flag beside it. Deleted runs and experiments are left out.
 */
export async function readMlflowDatabase(file: string, bytes: Uint8Array): Promise<Parsed<MetricTable>> {
  const place = { file, range: START_OF_FILE };
  const table = await withDatabase(bytes, database =>
    database.columns('runs').has('run_uuid') ? tableOf(database, place) : undefined,
  );
  if (table && table.runs.length > 0) return { value: table, problems: [] };
  const message = table
    ? 'This database of MLflow holds no run, or deleted ones only.'
    : 'This is no database of MLflow, or a damaged one, and is not read.';
  return {
    value: { runs: [], values: [] },
    problems: [{ code: table ? 'no-metrics' : 'unknown-format', severity: 'warning', message, place }],
  };
}

function tableOf(database: Database, place: Place): MetricTable {
  const runs = runsIn(database, place.file);
  const values: MetricValue[] = [];
  const series: Series[] = [];
  const sink = {
    value: (value: MetricValue) => void values.push(value),
    series: (one: Series) => void series.push(one),
  };
  readMetrics(database, { ids: new Set(runs.map(({ id }) => id)), sink, place });
  return { runs, values, ...(series.length > 0 && { series }) };
}

function runsIn(database: Database, file: string): readonly Run[] {
  const experiments = new Map(
    [...database.rows('experiments', ['experiment_id', 'name', 'lifecycle_stage'])].map(row => [
      textIn(row, 'experiment_id'),
      row,
    ]),
  );
  const params = textsByRun(database, 'params');
  const tags = textsByRun(database, 'tags');
  const wanted = [
    'run_uuid',
    'name',
    'status',
    'start_time',
    'end_time',
    'user_id',
    'experiment_id',
    'lifecycle_stage',
  ];
  return [...database.rows('runs', wanted, 'ORDER BY run_uuid')].flatMap(row => {
    const id = textIn(row, 'run_uuid');
    const experiment = experiments.get(textIn(row, 'experiment_id'));
    if (isDeleted(row) || (experiment && isDeleted(experiment))) return [];
    const own = tags.get(id) ?? {};
    const name = textIn(row, 'name') || (own['mlflow.runName'] ?? id);
    const time = timeIn(row, 'start_time');
    const tracked = {
      ...trackedOf(row, own),
      ...(experiment && { experimentName: textIn(experiment, 'name') }),
    };
    return [{ id, name, file, ...(time !== undefined && { time }), params: params.get(id) ?? {}, tracked }];
  });
}

function trackedOf(row: Row, tags: Readonly<Record<string, string>>): Tracked {
  const ended = timeIn(row, 'end_time');
  const user = textIn(row, 'user_id');
  return {
    experiment: textIn(row, 'experiment_id'),
    status: statusOf(textIn(row, 'status')),
    tags,
    ...(ended !== undefined && { ended }),
    ...(user !== '' && { user }),
  };
}

const STATUSES: readonly RunStatus[] = ['RUNNING', 'SCHEDULED', 'FINISHED', 'FAILED', 'KILLED'];

const statusOf = (text: string): RunStatus => STATUSES.find(status => status === text) ?? 'UNKNOWN';

function textsByRun(database: Database, table: string): ReadonlyMap<string, Record<string, string>> {
  const texts = new Map<string, Record<string, string>>();
  for (const row of database.rows(table, ['run_uuid', 'key', 'value'])) {
    const own = texts.get(textIn(row, 'run_uuid')) ?? {};
    own[textIn(row, 'key')] = textIn(row, 'value');
    texts.set(textIn(row, 'run_uuid'), own);
  }
  return texts;
}

const isDeleted = (row: Row): boolean => row['lifecycle_stage'] === 'deleted';

const textIn = (row: Row, column: string): string => String(row[column] ?? '');

/** Milliseconds since 1970, as ISO 8601. */
function timeIn(row: Row, column: string): string | undefined {
  const time = Number(row[column] ?? NaN);
  return time > 0 ? new Date(time).toISOString() : undefined;
}
