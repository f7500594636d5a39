import type { ModelVersion, RegisteredModel, Registry } from '../mlflow/registry';
import type { Database, Row } from './database';
import { withDatabase } from './database';

/** What a database of MLflow holds of registered models, and which runs logged a data set. */
export interface DatabaseRegistry {
  readonly registry: Registry;
  /** How many data sets were logged as inputs, by run. */
  readonly datasets: ReadonlyMap<string, number>;
}

/** Reads the model registry in MLflow's database; `undefined` for what is no such database. */
export function readDatabaseRegistry(file: string, bytes: Uint8Array): Promise<DatabaseRegistry | undefined> {
  return withDatabase(bytes, database =>
    database.columns('registered_models').has('name')
      ? { registry: registryIn(database, file), datasets: datasetsIn(database) }
      : undefined,
  );
}

function registryIn(database: Database, place: string): Registry {
  const versions = versionsByModel(database, place);
  const aliases = new Map<string, Map<string, string>>();
  for (const row of database.rows('registered_model_aliases', ['name', 'alias', 'version'])) {
    const own = aliases.get(textIn(row, 'name')) ?? new Map<string, string>();
    aliases.set(textIn(row, 'name'), own.set(textIn(row, 'alias'), textIn(row, 'version')));
  }
  const models = [...database.rows('registered_models', ['name'], 'ORDER BY name')].map(
    (row): RegisteredModel => {
      const name = textIn(row, 'name');
      return { name, place, aliases: aliases.get(name) ?? new Map(), versions: versions.get(name) ?? [] };
    },
  );
  return { models, unread: [] };
}

const WANTED = ['name', 'version', 'current_stage', 'status', 'run_id', 'creation_time'];

function versionsByModel(database: Database, place: string): ReadonlyMap<string, readonly ModelVersion[]> {
  const tags = new Map<string, Record<string, string>>();
  for (const row of database.rows('model_version_tags', ['name', 'version', 'key', 'value'])) {
    const own = tags.get(keyOf(row)) ?? {};
    own[textIn(row, 'key')] = textIn(row, 'value');
    tags.set(keyOf(row), own);
  }
  const versions = new Map<string, ModelVersion[]>();
  for (const row of database.rows('model_versions', WANTED, 'ORDER BY name, version DESC')) {
    const stage = textIn(row, 'current_stage');
    // Deleted versions stay in the table, under a name of MLflow's own.
    if (stage === 'Deleted_Internal') continue;
    const name = textIn(row, 'name');
    versions.set(name, [...(versions.get(name) ?? []), versionOf(row, tags.get(keyOf(row)) ?? {}, place)]);
  }
  return versions;
}

function versionOf(row: Row, tags: Readonly<Record<string, string>>, place: string): ModelVersion {
  const [stage, status, runId] = ['current_stage', 'status', 'run_id'].map(name => textIn(row, name));
  const created = Number(row['creation_time'] ?? NaN);
  return {
    version: textIn(row, 'version'),
    place,
    tags,
    ...(stage && stage !== 'None' && { stage }),
    ...(status && { status }),
    ...(runId && { runId }),
    ...(created > 0 && { created: new Date(created).toISOString() }),
  };
}

/** Inputs of runs; other kinds of sources and destinations share the table. */
function datasetsIn(database: Database): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of database.rows('inputs', ['source_type', 'destination_type', 'destination_id'])) {
    if (row['source_type'] !== 'DATASET' || row['destination_type'] !== 'RUN') continue;
    const run = textIn(row, 'destination_id');
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}

const keyOf = (row: Row): string => `${textIn(row, 'name')}\n${textIn(row, 'version')}`;

const textIn = (row: Row, column: string): string => String(row[column] ?? '');
