import type { EffortShare } from '../base/project';
import type { Manifest } from '../manifest/model';

/** What each kind of work takes of the whole, the greatest first; nothing while fewer than two are known. */
export function effortShares({ effort }: Manifest): readonly EffortShare[] {
  const all = [...effort].map(([kind, { text, days }]) => ({ kind, text, days }));
  const whole = all.reduce((sum, { days }) => sum + days, 0);
  if (all.length < 2 || whole === 0) return [];
  return all
    .sort((a, b) => b.days - a.days)
    .map(({ kind, text, days }) => ({
      kind,
      text,
      share: days / whole,
      lopsided: days / whole > MOST_OF_IT || days / whole < LEAST_OF_IT,
    }));
}

/**
 * Beyond what even the sayings of the trade give a kind of work: more than four fifths, or less than a twentieth. A
 * share is pointed at, not judged.
 */
const MOST_OF_IT = 0.8;
const LEAST_OF_IT = 0.05;
