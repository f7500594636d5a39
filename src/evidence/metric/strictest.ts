import type { Verdict } from '../../base/outcome';
import { counted } from '../words';

/** Of verdicts that must all be met, the one that decides: the first unmet, else the first unknown. */
export function strictest(verdicts: readonly Verdict[]): Verdict {
  for (const outcome of ['unmet', 'unknown', 'met'] as const) {
    const [first, ...others] = verdicts.filter(verdict => verdict.outcome === outcome);
    if (first) return { ...first, reason: `${first.reason}${wordOthers(others.length, outcome)}` };
  }
  return { outcome: 'unknown', reason: 'There is nothing to judge.' };
}

function wordOthers(count: number, outcome: 'unmet' | 'unknown' | 'met'): string {
  if (count === 0) return '';
  const words = { unmet: 'not met either', unknown: 'not known either', met: 'met as well' }[outcome];
  return ` ${counted(count, 'other')} ${count === 1 ? 'is' : 'are'} ${words}.`;
}
