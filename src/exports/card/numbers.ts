import type { Place } from '../../base/place';
import type { MetricRow, ReportView } from '../../reports/view';

/** Which of a metric's numbers: the value itself, the ends of its interval, its rows, or what it is held against. */
export const PARTS = ['value', 'low', 'high', 'n', 'target', 'baseline'] as const;
export type Part = (typeof PARTS)[number];

/** A number that a model card may show, as its source has it now. */
export interface SourceNumber {
  /** The name in the manifest. */
  readonly metric: string;
  readonly part: Part;
  readonly value: number;
  /** Where it is written. */
  readonly place: Place;
}

/** The numbers of a report by {@link numberKey}. */
export type SourceNumbers = ReadonlyMap<string, SourceNumber>;

export function numberKey({ metric, part }: Pick<SourceNumber, 'metric' | 'part'>): string {
  return `${part} ${metric}`;
}

/** All numbers that cards can be bound to. */
export function numbersOf(view: ReportView): SourceNumbers {
  const numbers = view.metrics.flatMap(row => PARTS.flatMap(part => numberOf(row, part) ?? []));
  return new Map(numbers.map(number => [numberKey(number), number]));
}

/** `undefined` where the metric has no such number. */
export function numberOf(row: MetricRow, part: Part): SourceNumber | undefined {
  const value = valueOf(row, part);
  if (value === undefined) return undefined;
  const place = part === 'target' || part === 'baseline' ? row.declared : (row.source?.place ?? row.declared);
  return { metric: row.name, part, value, place };
}

function valueOf({ value, interval, target, baseline }: MetricRow, part: Part): number | undefined {
  switch (part) {
    case 'value':
      return value;
    case 'low':
    case 'high':
    case 'n':
      return interval?.[part];
    case 'target':
      return target?.value;
    case 'baseline':
      return baseline?.value;
  }
}
