import type { Evidence } from '../manifest/evidence';
import type { Criterion, Stage } from './model';

/** What a file says of one criterion: all of a new one, or what it changes in that of the lifecycle it extends. */
export interface CriterionPatch extends Partial<Omit<Criterion, 'id'>>, Move {
  readonly id: string;
}

export interface StagePatch extends Partial<Omit<Stage, 'id' | 'criteria'>>, Move {
  readonly id: string;
  readonly criteria: readonly CriterionPatch[];
}

interface Move {
  readonly after?: string;
  readonly drop: boolean;
}

/** The stages after all patches. Without stages to begin with, the patches are the stages. */
export function patchStages(stages: readonly Stage[], patches: readonly StagePatch[]): readonly Stage[] {
  return patched(stages, patches, (base, { after: _, drop: __, criteria, ...own }) => ({
    title: own.id,
    ...base,
    ...own,
    criteria: patchCriteria(base?.criteria ?? [], criteria),
  }));
}

export function patchCriteria(
  criteria: readonly Criterion[],
  patches: readonly CriterionPatch[],
): readonly Criterion[] {
  return patched(criteria, patches, (base, { after: _, drop: __, ...own }) => ({
    ask: own.id,
    evidence: UNSAID,
    ...base,
    ...own,
  }));
}

/** Evidence that is not said, or that cannot be read, must not pass for met: a person has to look. */
const UNSAID: Evidence = { kind: 'manual' };

function patched<T extends { readonly id: string }, P extends Move & { readonly id: string }>(
  base: readonly T[],
  patches: readonly P[],
  apply: (base: T | undefined, patch: P) => T,
): readonly T[] {
  const result = [...base];
  for (const patch of patches) {
    const at = result.findIndex(({ id }) => id === patch.id);
    if (at >= 0) result.splice(at, 1, ...(patch.drop ? [] : [apply(result[at], patch)]));
    else if (!patch.drop) result.splice(placeFor(result, patch), 0, apply(undefined, patch));
  }
  return result;
}

function placeFor(items: readonly { readonly id: string }[], { after }: Move): number {
  const before = items.findIndex(({ id }) => id === after);
  return before < 0 ? items.length : before + 1;
}
