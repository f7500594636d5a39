import type { StatTaint } from '../python/flow/facts';
import type { Program } from '../python/flow/program';

/** Does a statistic only scale columns: by a scaler, or by hand, as in `(x - x.mean()) / x.std()`? */
export function onlyScales({ transformer, site, how, grouped }: StatTaint, program: Program): boolean {
  if (transformer) return transformer.onlyScales;
  if (grouped || site.module !== undefined || !BY_HAND.test(how)) return false;
  const before = program.textOf({ start: Math.max(0, site.start - NEAR), end: site.start });
  const after = program.textOf({ start: site.end, end: site.end + NEAR });
  return /[-/]\s*\(?\s*$/.test(before) || /^\s*-/.test(after);
}

const BY_HAND = /^(mean|std|min|max|median|var|ptp)$/;

/** So far back and ahead stands the operator. */
const NEAR = 4;
