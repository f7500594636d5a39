import { capitalised } from '../base/capitalised';
import type { IntervalMethod, MetricId, MetricMethod } from '../predictions/methods';
import { INTERVAL_METHODS, METRIC_METHODS } from '../predictions/methods';
import { BASELINES, DATA, INTERVALS, OPERATION } from './formulas';
import type { Method } from './method';

export type MethodId =
  | MetricId
  | IntervalMethod
  | keyof typeof INTERVALS
  | keyof typeof BASELINES
  | keyof typeof DATA
  | keyof typeof OPERATION;

/** Every formula that reports use, by its id. A report's appendix shows those that its numbers name. */
export const METHODS: Readonly<Record<MethodId, Method>> = {
  ...scoreMethods(),
  ...intervalMethods(),
  ...INTERVALS,
  ...BASELINES,
  ...DATA,
  ...OPERATION,
};

function scoreMethods(): Readonly<Record<MetricId, Method>> {
  return mapped(METRIC_METHODS, ({ title, formula }: MetricMethod) => ({
    title,
    text: `${formula}.`,
    source: 'as scikit-learn defines it, where it has it',
  }));
}

function intervalMethods(): Readonly<Record<IntervalMethod, Method>> {
  return mapped(INTERVAL_METHODS, (text: string) => ({
    title: capitalised(text),
    text: 'Computed from the rows of the file of predictions.',
    source: 'the statistics of Holdout, held against scikit-learn, R and published tables',
  }));
}

function mapped<Id extends string, From>(
  table: Readonly<Record<Id, From>>,
  of: (from: From) => Method,
): Readonly<Record<Id, Method>> {
  const entries = Object.entries<From>(table).map(([id, from]) => [id, of(from)] as const);
  return Object.fromEntries(entries) as Record<Id, Method>;
}
