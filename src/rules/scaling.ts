import type { FitFact, StatTaint } from '../python/flow/facts';
import type { Program } from '../python/flow/program';
import { taintsOf } from '../python/flow/taint';

type Learning = Pick<FitFact, 'taints' | 'target' | 'byThresholds'>;

/**
 * Are these statistics all lost on what learns? Trees see no scale, unless columns were mixed after they were scaled; what
 * a scaled answer is predicted with is told in its scale.
 */
export function isIdleScale(
  statistics: readonly StatTaint[],
  { taints, target, byThresholds }: Learning,
  program: Program,
): boolean {
  if (byThresholds !== true || taintsOf(taints, 'stat').some(({ cls }) => cls === 'projection')) return false;
  const ofAnswers = taintsOf(target.taints, 'stat');
  return statistics.every(one => onlyScales(one, program) && !ofAnswers.includes(one));
}

/** Does a statistic only scale columns: by a scaler, or by hand, as in `(x - x.mean()) / x.std()`? */
function onlyScales({ transformer, site, how, grouped }: StatTaint, program: Program): boolean {
  if (transformer) return transformer.onlyScales;
  if (grouped || site.module !== undefined || !BY_HAND.test(how)) return false;
  const before = program.textOf({ start: Math.max(0, site.start - NEAR), end: site.start });
  const after = program.textOf({ start: site.end, end: site.end + NEAR });
  return /[-/]\s*\(?\s*$/.test(before) || /^\s*-/.test(after);
}

const BY_HAND = /^(mean|std|min|max|median|var|ptp)$/;

/** So far back and ahead stands the operator. */
const NEAR = 4;
