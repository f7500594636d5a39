import type { Evidence } from '../manifest/evidence';
import type { Vocabulary } from '../manifest/vocabulary';
import { BUILTIN_IDS, builtinLifecycle } from './builtins';
import type { Lifecycle } from './model';

/**
 * The names that a manifest may use: rules, built-in lifecycles, stages and criteria. With a lifecycle of the user's
 * own, its stages, and the fields that its criteria ask for.
 */
export function vocabularyOf(rules: readonly string[] | undefined, own?: Lifecycle): Vocabulary {
  return {
    ...(rules && { rules }),
    lifecycles: BUILTIN_IDS,
    stagesOf: id => {
      const lifecycle = builtinLifecycle(id) ?? own;
      return lifecycle && criteriaByStage(lifecycle);
    },
    fields: own
      ? [...own.stages, ...own.groups].flatMap(({ criteria }) => criteria.flatMap(c => fieldsIn(c.evidence)))
      : [],
  };
}

function criteriaByStage({ stages, groups }: Lifecycle): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...stages, ...groups].map(stage => [stage.id, stage.criteria.map(criterion => criterion.id)]),
  );
}

function fieldsIn(evidence: Evidence): readonly string[] {
  const where = evidence.where === undefined ? [] : [evidence.where];
  if (evidence.kind === 'field') return [evidence.path, ...where];
  if (evidence.kind === 'all' || evidence.kind === 'any') return [...evidence.of.flatMap(fieldsIn), ...where];
  return where;
}
