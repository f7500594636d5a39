import type { RegistryKept } from '../../manifest/evidence';
import type { ModelVersion } from '../../metrics/mlflow/registry';
import type { KeptWithRun } from '../../metrics/mlflow/registry-source';

/** Names under which teams write which data a run had: `data_version`, `dataset.hash`, `dvc_rev`. */
const DATA_VERSION =
  /(^|[^a-z])(data(set)?|dvc)[^a-z]*(version|hash|digest|md5|sha\d*|rev(ision)?|commit)\b/i;

/** What is asked for and not kept, neither with the version nor with its run. */
export function missingWith(
  asked: readonly RegistryKept[],
  { tags }: ModelVersion,
  run: KeptWithRun | undefined,
): readonly RegistryKept[] {
  const names = [...Object.keys(tags), ...(run?.names ?? [])];
  const kept: Readonly<Record<RegistryKept, boolean>> = {
    'data version': (run?.datasets ?? 0) > 0 || names.some(name => DATA_VERSION.test(name)),
    hyperparameters: (run?.params ?? 0) > 0,
    metrics: (run?.metrics ?? 0) > 0,
  };
  return asked.filter(one => !kept[one]);
}
