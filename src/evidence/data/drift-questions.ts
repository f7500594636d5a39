import type { DeclaredSplit } from '../../base/declarations';
import type { DriftQuestion } from '../../data/request';
import { effectiveLifecycle } from '../../lifecycle/effective';
import type { Lifecycle } from '../../lifecycle/model';
import type { DriftEvidence, Evidence } from '../../manifest/evidence';
import type { Manifest } from '../../manifest/model';

/** Every comparison that some criterion of a project asks for, each once. */
export function driftQuestions(manifest: Manifest, lifecycle: Lifecycle): readonly DriftQuestion[] {
  const { stages, groups } = effectiveLifecycle(lifecycle, manifest);
  const asked = [...stages, ...groups].flatMap(({ criteria }) =>
    criteria.flatMap(({ evidence }) => driftIn(evidence)),
  );
  const questions = asked.flatMap(evidence => questionsOf(manifest.declarations.splits, evidence));
  return [...new Map(questions.map(question => [driftKey(question), question])).values()];
}

/** What one piece of evidence asks: each split of current data is compared. */
export function questionsOf(
  splits: readonly DeclaredSplit[],
  evidence: DriftEvidence,
): readonly DriftQuestion[] {
  const { bins, floor, columns } = evidence;
  const reference = evidence.reference ?? splits.find(({ role }) => role === 'train')?.name;
  if (reference === undefined) return [];
  const current =
    evidence.current === undefined
      ? splits.filter(({ role }) => role === 'production').map(({ name }) => name)
      : [evidence.current];
  return current.map(name => ({ reference, current: name, bins, floor, ...(columns && { columns }) }));
}

/** A text that is the same for the same question. */
export function driftKey({ reference, current, columns, bins, floor }: DriftQuestion): string {
  return JSON.stringify([reference, current, columns ?? null, bins, floor]);
}

function driftIn(evidence: Evidence): readonly DriftEvidence[] {
  if (evidence.kind === 'drift') return [evidence];
  return evidence.kind === 'all' || evidence.kind === 'any' ? evidence.of.flatMap(driftIn) : [];
}
