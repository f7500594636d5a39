import type { Result } from '../../../base/result';
import { ok } from '../../../base/result';
import { eachLimited } from '../limited';
import type { ModelVersion, RegisteredModel } from '../registry';
import type { KeptWithRun, RegistrySource } from '../registry-source';
import type { ServerFailure } from './answer';
import { modelPage, modelsPage, oneRun, versionsPage } from './api';
import type { Connection } from './connection';
import type { JsonObject } from './json';
import { objectIn, objectsIn, pairsIn, textIn, timeIn } from './json';
import { allPages, AT_A_TIME } from './pages';

const MOST_MODELS = 20_000;
const MOST_VERSIONS = 20_000;
/** Of more versions nobody asks what is kept with them. */
const MOST_KEPT = 50;

/**
 * The model registry of a server: the names of all models, and the versions of those that are meant — of the only one, where
 * none is named.
 */
export async function readServerRegistry(
  connection: Connection,
  wanted: readonly string[],
): Promise<Result<RegistrySource, ServerFailure>> {
  const options = { field: 'registered_models', most: MOST_MODELS };
  const paged = await allPages(connection, modelsPage, options);
  if (!paged.ok) return paged;
  const { items, cut } = paged.value;
  const models: RegisteredModel[] = [];
  for (const item of items) {
    const name = textIn(item, 'name');
    if (name === undefined) continue;
    const isMeant = wanted.length === 0 ? items.length === 1 : wanted.includes(name);
    const versions = isMeant ? await versionsOf(connection, name) : ok([]);
    if (!versions.ok) return versions;
    models.push(modelOf(connection.address, name, item, versions.value));
  }
  const kept = await keptOf(connection, models);
  if (!kept.ok) return kept;
  const unread = cut ? [{ file: connection.address, reason: 'it holds more models than are read' }] : [];
  return ok({
    name: connection.address,
    registry: { models, unread },
    keptWith: ({ runId = '' }) => Promise.resolve(kept.value.get(runId)),
  });
}

async function versionsOf(
  connection: Connection,
  model: string,
): Promise<Result<readonly ModelVersion[], ServerFailure>> {
  const options = { field: 'model_versions', most: MOST_VERSIONS };
  const paged = await allPages(connection, token => versionsPage(model, token), options);
  if (!paged.ok) return paged;
  return ok(
    paged.value.items
      .flatMap(item => versionOf(connection.address, model, item) ?? [])
      .sort((a, b) => Number(b.version) - Number(a.version)),
  );
}

function modelOf(
  address: string,
  name: string,
  item: JsonObject,
  versions: readonly ModelVersion[],
): RegisteredModel {
  const aliases = objectsIn(item, 'aliases').flatMap(one => {
    const [alias, version] = [textIn(one, 'alias'), textIn(one, 'version')];
    return alias === undefined || version === undefined ? [] : [[alias, version] as const];
  });
  return { name, place: modelPage(address, name), aliases: new Map(aliases), versions };
}

function versionOf(address: string, model: string, item: JsonObject): ModelVersion | undefined {
  const version = textIn(item, 'version');
  // A search by name may be answered with names that only look alike.
  if (version === undefined || textIn(item, 'name') !== model) return undefined;
  const stage = textIn(item, 'current_stage');
  const [status, runId] = [textIn(item, 'status'), textIn(item, 'run_id')];
  const created = timeIn(item, 'creation_timestamp');
  return {
    version,
    place: modelPage(address, model, version),
    tags: pairsIn(item, 'tags'),
    ...(stage !== undefined && stage !== 'None' && { stage }),
    ...(status !== undefined && { status }),
    ...(runId !== undefined && { runId }),
    ...(created !== undefined && { created }),
  };
}

/** What is kept with the runs of versions that a criterion may mean: the newest, and those with an alias or a stage. */
async function keptOf(
  connection: Connection,
  models: readonly RegisteredModel[],
): Promise<Result<ReadonlyMap<string, KeptWithRun>, ServerFailure>> {
  const runs = models.flatMap(({ versions, aliases }) => {
    const named = new Set(aliases.values());
    const meant = versions.filter(
      ({ version, stage }, index) => index === 0 || stage !== undefined || named.has(version),
    );
    return meant.flatMap(({ runId }) => runId ?? []);
  });
  const kept = new Map<string, KeptWithRun>();
  const failures: ServerFailure[] = [];
  const askOne = async (run: string): Promise<void> => {
    const answer = await connection.ask(oneRun(run));
    if (answer.ok) kept.set(run, keptIn(objectIn(answer.value, 'run')));
    // A run that is gone is none of the server's failures: what was kept with it cannot be told.
    else if (answer.failure.kind !== 'not-there') failures.push(answer.failure);
  };
  await eachLimited([...new Set(runs)].slice(0, MOST_KEPT), askOne, AT_A_TIME);
  const [failure] = failures;
  return failure ? { ok: false, failure } : ok(kept);
}

function keptIn(run: JsonObject): KeptWithRun {
  const data = objectIn(run, 'data');
  const params = Object.keys(pairsIn(data, 'params'));
  return {
    params: params.length,
    metrics: objectsIn(data, 'metrics').length,
    names: [...params, ...Object.keys(pairsIn(data, 'tags'))],
    datasets: objectsIn(objectIn(run, 'inputs'), 'dataset_inputs').length,
  };
}
