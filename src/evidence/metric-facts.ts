import { namedIn } from '../metrics/named';
import type { MetricFacts } from './facts';

/** The metrics that were read, so that they can be asked for by name. */
export function metricFactsOf({ table, unread }: Pick<MetricFacts, 'table' | 'unread'>): MetricFacts {
  return { table, unread, named: namedIn(table) };
}
