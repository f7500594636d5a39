/** Files whose numbers are no metrics, by their names: each with what it is, as a sentence for the user. */
const PARAMETERS = 'This file holds what a run was given, not what it measured; it is not read as metrics.';
const SETTINGS = 'This file describes a project or its packages; it is not read as metrics.';
const LOCK =
  'DVC keeps in this file what the pipeline last made; name `dvc.yaml`, and its metrics are read from where they are.';
const POINTER = 'This file tells DVC where data lie; it holds no metrics.';

const BY_NAME: readonly (readonly [RegExp, string])[] = [
  [/^(params|hparams|hyperparameters|args|config)\.(ya?ml|json|toml)$/i, PARAMETERS],
  [/^(package(-lock)?\.json|tsconfig\.json|pyproject\.toml|conda\.ya?ml|python_env\.ya?ml)$/i, SETTINGS],
  [/^dvc\.lock$/, LOCK],
  [/\.dvc$/, POINTER],
];

/** Why a file of this name holds no metrics, whatever numbers are in it. */
export function whyNoMetrics(name: string): string | undefined {
  return BY_NAME.find(([pattern]) => pattern.test(name))?.[1];
}
