import { effectiveLifecycle } from '../../lifecycle/effective';
import type { Lifecycle } from '../../lifecycle/model';
import type { Evidence, RegistryEvidence } from '../../manifest/evidence';
import type { Manifest } from '../../manifest/model';
import { serversOf } from './servers';

/** Which models of a server's registry some criterion of a project asks about. */
export interface RegistryQuestion {
  readonly server: string;
  /** Their names, in order; empty where any model will do. */
  readonly models: readonly string[];
}

/** One question for each server whose registry a criterion asks for. */
export function registryQuestions(manifest: Manifest, lifecycle: Lifecycle): readonly RegistryQuestion[] {
  const { stages, groups, pitfalls } = effectiveLifecycle(lifecycle, manifest);
  const criteria = [...[...stages, ...groups].flatMap(stage => stage.criteria), ...pitfalls];
  const models = new Map<string, Set<string>>();
  for (const evidence of criteria.flatMap(criterion => registryIn(criterion.evidence))) {
    const { server, path } = evidence;
    const servers = server !== undefined ? [server] : path === undefined ? serversOf(manifest) : [];
    const model = wantedModel(evidence, manifest);
    for (const one of servers) {
      const names = models.get(one) ?? new Set<string>();
      models.set(one, model === undefined ? names : names.add(model));
    }
  }
  return [...models].map(([server, names]) => ({ server, models: [...names].sort() }));
}

/** The model that evidence means, where it or the manifest names one. */
export function wantedModel({ model }: RegistryEvidence, { fields }: Manifest): string | undefined {
  const field = fields.get('model.registered');
  return model ?? (field?.filled === true ? field.text : undefined);
}

function registryIn(evidence: Evidence): readonly RegistryEvidence[] {
  if (evidence.kind === 'registry') return [evidence];
  return evidence.kind === 'all' || evidence.kind === 'any' ? evidence.of.flatMap(registryIn) : [];
}
