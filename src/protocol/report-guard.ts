import type { BaselineView, IntervalView, MetricRow, ReportSummary, ReportView } from '../reports/view';
import {
  isArrayOf,
  isBoolean,
  isIndex,
  isNumber,
  isObject,
  isOneOf,
  isString,
  isTrue,
  optional,
} from './decode';
import { isSection } from './document-guard';
import { isPlace } from './place-guard';

const isTarget = isObject<NonNullable<MetricRow['target']>>({
  op: isString,
  value: isNumber,
  text: isString,
});
const isSource = isObject<NonNullable<MetricRow['source']>>({
  place: isPlace,
  run: isString,
  path: isString,
});
const isBaseline = isObject<BaselineView>({
  value: isNumber,
  text: isString,
  beaten: optional(isBoolean),
  sure: isBoolean,
});
const isInterval = isObject<IntervalView>({
  low: isNumber,
  high: isNumber,
  level: isNumber,
  method: isString,
  successes: optional(isIndex),
  n: optional(isIndex),
  text: isString,
});

const isRow = isObject<MetricRow>({
  name: isString,
  split: optional(isString),
  unit: optional(isString),
  kind: isOneOf('model', 'operational', 'business'),
  direction: isOneOf('higher', 'lower', 'unknown'),
  value: optional(isNumber),
  text: isString,
  proportion: optional(isTrue),
  target: optional(isTarget),
  baseline: optional(isBaseline),
  interval: optional(isInterval),
  verdict: isOneOf('met', 'not met', 'undecided', 'unknown'),
  reason: isString,
  rowsNeeded: optional(isIndex),
  source: optional(isSource),
  declared: isPlace,
});

const isSummary = isObject<ReportSummary>({
  met: isIndex,
  notMet: isIndex,
  undecided: isIndex,
  unknown: isIndex,
  text: isString,
});

/** Is this a metric report that the page can draw? */
export const isReportView = isObject<ReportView>({
  project: isObject<ReportView['project']>({ name: isString, file: isString }),
  summary: isSummary,
  metrics: isArrayOf(isRow),
  sections: isArrayOf(isSection),
  isUnmanaged: optional(isTrue),
});
