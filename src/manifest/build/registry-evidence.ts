import { plainAddress } from '../../base/origin';
import type { RegistryEvidence, RegistryKept } from '../evidence';
import type { EVIDENCE_PIECE } from '../schema/evidence';
import type { Read } from '../schema/types';
import { wordsOf } from './declarations';
import { parseTarget } from './metrics';

type RegistryTree = NonNullable<Read<typeof EVIDENCE_PIECE>['value']['registry']>;

/** `registry: { model: fraud, alias: champion }`; at least one version unless a number is said. */
export function registryEvidence({ value }: RegistryTree): RegistryEvidence {
  const { model, alias, stage, versions, path, mlflow } = value;
  // What is no address is asked for all the same, and found out not to be one.
  const server = mlflow && (plainAddress(mlflow.value) ?? mlflow.value);
  return {
    kind: 'registry',
    versions: (versions && parseTarget(versions.value)) ?? { op: '>=', value: 1 },
    with: wordsOf(value.with) as readonly RegistryKept[],
    ...(model && { model: model.value }),
    ...(alias && { alias: alias.value }),
    ...(stage && { stage: stage.value }),
    ...(path && { path: path.value }),
    ...(server !== undefined && { server }),
  };
}
