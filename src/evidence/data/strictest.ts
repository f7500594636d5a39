import type { Verdict } from '../../base/outcome';

/** Of verdicts on the same question the one that decides: unmet before unknown before met; the first of its kind. */
export function strictestOf(verdicts: readonly Verdict[]): Verdict {
  const [first] = (['unmet', 'unknown', 'met'] as const).flatMap(
    outcome => verdicts.find(verdict => verdict.outcome === outcome) ?? [],
  );
  return first ?? { outcome: 'unknown', reason: 'There is nothing to judge.' };
}
