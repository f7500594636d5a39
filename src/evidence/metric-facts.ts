import { namedIn } from '../metrics/named';
import type { MetricFacts } from './facts';

/** The metrics that were read, so that they can be asked for by name. */
export function metricFactsOf({
  table,
  unread,
  withoutSteps = [],
  passedOver = NO_RUNS,
}: Pick<MetricFacts, 'table' | 'unread'> &
  Partial<Pick<MetricFacts, 'passedOver' | 'withoutSteps'>>): MetricFacts {
  const recomputed = (): MetricFacts['table'] => NO_RUNS;
  const named = namedIn(table);
  return { table, unread, withoutSteps, passedOver, named, recomputed, notRecomputed: undefined };
}

const NO_RUNS: MetricFacts['passedOver'] = { runs: [], values: [] };
