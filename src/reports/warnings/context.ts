import type { Place } from '../../base/place';
import type { Notice } from '../document';
import type { ReportFacts } from '../facts';
import type { MetricReading } from '../metric-readings';

/** What warnings are looked for in. */
export interface WarningContext {
  readonly facts: ReportFacts;
  readonly readings: readonly MetricReading[];
}

export type FindWarnings = (context: WarningContext) => readonly Notice[];

export const warning = (message: string, place?: Place): Notice => ({
  severity: 'warning',
  message,
  ...(place && { place }),
});

export const information = (message: string, place?: Place): Notice => ({
  severity: 'information',
  message,
  ...(place && { place }),
});
