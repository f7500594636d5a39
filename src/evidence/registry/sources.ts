import type { RegistryEvidence } from '../../manifest/evidence';
import { databaseRegistry, fileRegistry } from '../../metrics/mlflow/registry-source';
import type { RegistrySource } from '../../metrics/mlflow/registry-source';
import { isGlob } from '../file/expand';
import type { EvidenceContext } from '../context';

/** MLflow's own names for its stores, unless told otherwise. */
const USUAL = ['mlruns', 'mlflow.db'];

const isDatabase = (path: string): boolean => /\.(db|sqlite3?)$/i.test(path);

/** The registries that evidence means: the one it names, else those of the manifest's runs, else the usual folder. */
export async function registriesOf(
  { path }: RegistryEvidence,
  { manifest, facts }: EvidenceContext,
): Promise<readonly RegistrySource[]> {
  const named = manifest.runs.map(run => run.path).filter(one => !isGlob(one));
  const paths = path === undefined ? [...new Set([...named, ...USUAL])] : [path];
  const sources: RegistrySource[] = [];
  for (const one of paths) {
    const read = isDatabase(one) ? databaseRegistry : fileRegistry;
    const source = await read(facts.files, manifest.root, one);
    if (source) sources.push(source);
  }
  return sources;
}
