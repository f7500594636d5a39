import type { Verdict } from '../base/outcome';
import { START_OF_FILE } from '../base/place';
import type { CriterionEntry, Manifest } from '../manifest/model';
import type { Criterion } from './model';

/**
 * What becomes of a criterion once people have had their say.
 *
 * - A waiver comes before everything.
 * - Manual evidence is met by a tick.
 * - Where a machine cannot tell (`unknown`), a person's tick counts: somebody looked.
 * - A tick counts no longer once a file that it rested on has changed: what somebody looked at is not what is there.
 * - Where a machine says `unmet`, a tick does not turn it round. It is mentioned, and the way out is a waiver.
 */
export function decide(
  criterion: Criterion,
  entry: CriterionEntry | undefined,
  verdict: Verdict,
  manifest: Manifest,
  stale: readonly string[] = [],
): Verdict {
  if (!entry) return verdict;
  const location = { file: manifest.file, range: entry.range };
  if (entry.waived !== undefined)
    return { outcome: 'waived', reason: sentence(`Waived: ${entry.waived}`), location };
  if (!entry.done) return verdict;
  const ticked = tickedBy(entry.done);
  const [changed] = stale;
  if (changed !== undefined && (isManual(criterion) || verdict.outcome === 'unknown')) {
    const file = `${manifest.root}/${changed}`;
    return {
      outcome: 'unknown',
      reason: staleReason(ticked, stale),
      location: { file, range: START_OF_FILE },
    };
  }
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

function staleReason(ticked: string, [first = '', ...others]: readonly string[]): string {
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  const have = others.length === 0 ? 'has' : 'have';
  return `${sentence(ticked)} Since then ${first}${more} ${have} changed, on which that rested: look again, and tick it anew.`;
}

export function isManual(criterion: Criterion): boolean {
  return criterion.evidence.kind === 'manual';
}

function tickedBy({ on, by, note }: NonNullable<CriterionEntry['done']>): string {
  return `Ticked by ${by === '' ? 'somebody' : by} on ${on}${note === undefined ? '' : `: ${note}`}`;
}

const sentence = (text: string): string => (/[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);
