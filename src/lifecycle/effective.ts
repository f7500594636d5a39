import type { Evidence } from '../manifest/evidence';
import type { CriterionEntry, Manifest } from '../manifest/model';
import type { Criterion, Lifecycle, Stage } from './model';

/** The lifecycle as this project has it: criteria added, replaced and dropped by the manifest. */
export function effectiveLifecycle(lifecycle: Lifecycle, manifest: Manifest): Lifecycle {
  const adapt = (stage: Stage): Stage => ({ ...stage, criteria: criteriaOf(stage, manifest) });
  return { ...lifecycle, stages: lifecycle.stages.map(adapt), groups: lifecycle.groups.map(adapt) };
}

function criteriaOf(stage: Stage, manifest: Manifest): readonly Criterion[] {
  const entries = manifest.stages.get(stage.id)?.criteria;
  if (!entries) return stage.criteria;
  const own = stage.criteria
    .filter(({ id }) => !entries.get(id)?.drop)
    .map(criterion => adapted(criterion, entries.get(criterion.id)));
  const added = [...entries.values()].filter(
    ({ id }) => !stage.criteria.some(criterion => criterion.id === id),
  );
  return [...own, ...added.flatMap(entry => addedCriterion(entry) ?? [])];
}

function adapted(criterion: Criterion, entry: CriterionEntry | undefined): Criterion {
  if (!entry) return criterion;
  const { ask, help, evidence } = entry;
  return {
    ...criterion,
    ...(ask !== undefined && { ask }),
    ...(help !== undefined && { help }),
    ...(evidence && { evidence }),
  };
}

const UNSAID: Evidence = { kind: 'manual' };

/** Without `ask` it is a mistyped id, which the manifest's problems name. */
function addedCriterion({ id, ask, help, evidence, drop }: CriterionEntry): Criterion | undefined {
  if (ask === undefined || drop) return undefined;
  return { id, ask, evidence: evidence ?? UNSAID, ...(help !== undefined && { help }) };
}
