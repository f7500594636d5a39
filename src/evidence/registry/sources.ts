import type { RegistryEvidence } from '../../manifest/evidence';
import { databaseRegistry, fileRegistry } from '../../metrics/mlflow/registry-source';
import type { RegistrySource } from '../../metrics/mlflow/registry-source';
import type { ServerFacts } from '../facts';
import { isGlob } from '../file/expand';
import { serversOf } from './servers';
import type { EvidenceContext } from '../context';

/** MLflow's own names for its stores, unless told otherwise. */
export const USUAL_STORES = ['mlruns', 'mlflow.db'];

const isDatabase = (path: string): boolean => /\.(db|sqlite3?)$/i.test(path);

/**
 * The registries that evidence means: the one it names, else those of the manifest's runs, else the usual folder. Of a server
 * that was not asked there is one with nothing in it but the reason.
 */
export async function registriesOf(
  { path, server }: RegistryEvidence,
  { manifest, facts }: EvidenceContext,
): Promise<readonly RegistrySource[]> {
  const isNamed = path !== undefined || server !== undefined;
  const named = manifest.runs.flatMap(run => ('path' in run && !isGlob(run.path) ? run.path : []));
  const paths = isNamed ? (path ?? []) : [...new Set([...named, ...USUAL_STORES])];
  const sources: RegistrySource[] = [];
  for (const one of [paths].flat()) {
    const read = isDatabase(one) ? databaseRegistry : fileRegistry;
    const source = await read(facts.files, manifest.root, one);
    if (source) sources.push(source);
  }
  const servers = isNamed ? (server ?? []) : serversOf(manifest);
  return [...sources, ...[servers].flat().map(one => atServer(one, facts.servers))];
}

function atServer(server: string, servers: ServerFacts): RegistrySource {
  const known = servers.registryAt(server);
  if (known.ok) return known.value;
  const reason = `${server} could not be asked: ${known.failure}`;
  return {
    name: server,
    registry: { models: [], unread: [{ file: server, reason }] },
    keptWith: () => Promise.resolve(undefined),
  };
}
