import type { StatTaint } from '../../python/flow/facts';

/** Which of two statistics of one class is the worse: a finding is named by the one that matters most. */
export function weightOf({ cls, how, grouped }: StatTaint): number {
  if (cls !== 'location') return 0;
  // What fills a gap from the rows beside it hardly knows the others.
  if (how === 'interpolate') return -1;
  if (grouped || COUNTS.test(how)) return 2;
  return CUTS.test(how) ? 1 : 0;
}

/** How often a value occurs, or what its group has, is a feature; a mean fills a gap or moves a column. */
const COUNTS = /^(value_counts|nunique|count|size)$/;

/** Where values are cut off, or cut into classes. */
const CUTS = /quantile|percentile|qcut/i;
