import type { Verdict } from '../base/outcome';

/** All must be met: one unmet decides, then one unknown. The decisive verdict brings its reason and place. */
export function allOf(verdicts: readonly Verdict[]): Verdict {
  const decisive =
    verdicts.find(({ outcome }) => outcome === 'unmet') ??
    verdicts.find(({ outcome }) => outcome === 'unknown');
  return decisive ?? joined(verdicts);
}

/** One must be met: the first that is decides; with none, what cannot be told comes before what is not met. */
export function anyOf(verdicts: readonly Verdict[]): Verdict {
  const decisive = verdicts.find(({ outcome }) => outcome === 'met');
  if (decisive) return decisive;
  const outcome = verdicts.some(verdict => verdict.outcome === 'unknown') ? 'unknown' : 'unmet';
  return { ...joined(verdicts), outcome };
}

function joined(verdicts: readonly Verdict[]): Verdict {
  const [first] = verdicts;
  if (!first) return { outcome: 'unknown', reason: 'The criterion does not say what answers it.' };
  return { ...first, reason: verdicts.map(({ reason }) => reason).join(' ') };
}
