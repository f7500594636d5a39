import type { StatTaint } from '../../python/flow/facts';
import type { Site } from '../../python/flow/site';
import { siteKey } from '../../python/flow/site';
import type { SpanStep } from '../contract';

/** Which of two statistics of one class is the worse: a finding is named by the one that matters most. */
export function weightOf({ cls, how, grouped, cut }: StatTaint): number {
  // What is held against a fixed number is chosen alike by most rows.
  if (cls !== 'location') return cut ? -1 : 0;
  // What fills a gap from the rows beside it hardly knows the others.
  if (how === 'interpolate') return -1;
  if (grouped || COUNTS.test(how)) return 2;
  return CUTS.test(how) ? 1 : 0;
}

/** How often a value occurs, or what its group has, is a feature; a mean fills a gap or moves a column. */
const COUNTS = /^(value_counts|nunique|count|size)$/;

/** Where values are cut off, or cut into classes. */
const CUTS = /quantile|percentile|qcut/i;

/** What a finding does not tell of, each place once: it reaches other scores of the same cause alone. */
export function besides<T extends { readonly site: Site }>(
  told: readonly T[],
  further: readonly T[],
): readonly T[] | undefined {
  const known = new Set(told.map(one => siteKey(one.site)));
  const others = further.filter(one => !known.has(siteKey(one.site)));
  const distinct = new Map(others.map(one => [siteKey(one.site), one] as const));
  return distinct.size > 0 ? [...distinct.values()] : undefined;
}

/** The end of a path: what other scores are reached by. */
export function elsewhereSteps(elsewhere: readonly Pick<StatTaint, 'site' | 'label'>[] = []): SpanStep[] {
  return elsewhere.map(one => ({
    span: one.site,
    note: `${one.label} learns from all rows, for another score`,
  }));
}
