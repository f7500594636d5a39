import type { Verdict } from '../base/outcome';
import type { CriterionEntry, Manifest } from '../manifest/model';
import type { Criterion } from './model';

/**
 * What becomes of a criterion once people have had their say.
 *
 * - A waiver comes before everything.
 * - Manual evidence is met by a tick.
 * - Where a machine cannot tell (`unknown`), a person's tick counts: somebody looked.
 * - Where a machine says `unmet`, a tick does not turn it round. It is mentioned, and the way out is a waiver.
 */
export function decide(
  criterion: Criterion,
  entry: CriterionEntry | undefined,
  verdict: Verdict,
  manifest: Manifest,
): Verdict {
  if (!entry) return verdict;
  const location = { file: manifest.file, range: entry.range };
  if (entry.waived !== undefined)
    return { outcome: 'waived', reason: sentence(`Waived: ${entry.waived}`), location };
  if (!entry.done) return verdict;
  const ticked = tickedBy(entry.done);
  if (isManual(criterion)) return { outcome: 'met', reason: sentence(ticked), location };
  if (verdict.outcome === 'unknown') {
    return {
      outcome: 'met',
      reason: `${sentence(ticked)} A machine cannot tell: ${verdict.reason}`,
      location,
    };
  }
  return verdict.outcome === 'unmet'
    ? {
        ...verdict,
        reason: `${verdict.reason} ${ticked}, which does not outweigh this; waive it if it does not apply.`,
      }
    : verdict;
}

export function isManual(criterion: Criterion): boolean {
  return criterion.evidence.kind === 'manual';
}

function tickedBy({ on, by, note }: NonNullable<CriterionEntry['done']>): string {
  return `Ticked by ${by === '' ? 'somebody' : by} on ${on}${note === undefined ? '' : `: ${note}`}`;
}

const sentence = (text: string): string => (/[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);
