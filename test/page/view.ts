import type { Place } from '../../src/base/place';
import type { MetricRow, ReportView } from '../../src/reports/view';
import { SECTIONS } from './sections';

const place = (file: string, line: number): Place => ({
  file,
  range: { start: { line, column: 4 }, end: { line, column: 10 } },
});
const MANIFEST = '/project/holdout.yaml';
const METRICS = '/project/reports/metrics.json';
const source = (line: number): NonNullable<MetricRow['source']> => ({
  place: place(METRICS, line),
  run: 'metrics.json',
  path: 'reports/metrics.json',
});

/** A report with every verdict, and every kind of section. */
export const VIEW: ReportView = {
  project: { name: 'Tumour screening', file: MANIFEST },
  summary: {
    met: 2,
    notMet: 1,
    undecided: 1,
    unknown: 1,
    text: '2 of 5 metrics met, 1 not met, 1 undecided, 1 unknown.',
  },
  metrics: [
    {
      name: 'recall',
      split: 'test',
      kind: 'model',
      direction: 'higher',
      value: 0.9302,
      text: '0.9302',
      target: { op: '>=', value: 0.9, text: '≥ 0.9' },
      baseline: { value: 0.62, text: '0.62', beaten: true, sure: true },
      interval: {
        low: 0.814,
        high: 0.9759,
        level: 0.95,
        method: 'Wilson',
        successes: 40,
        n: 43,
        text: '0.814 – 0.976',
      },
      verdict: 'undecided',
      reason:
        '0.9302 is ≥ 0.9, but the 95 % interval 0.814 – 0.976 reaches to both sides of the target. If the value stays, about 380 rows would decide instead of 43.',
      source: source(4),
      declared: place(MANIFEST, 11),
    },
    {
      name: 'precision',
      split: 'test',
      kind: 'model',
      direction: 'higher',
      value: 0.9756,
      text: '0.9756',
      target: { op: '>=', value: 0.85, text: '≥ 0.85' },
      interval: {
        low: 0.874,
        high: 0.9957,
        level: 0.95,
        method: 'Wilson',
        successes: 40,
        n: 41,
        text: '0.874 – 0.996',
      },
      verdict: 'met',
      reason: 'All of the 95 % interval 0.874 – 0.996 is ≥ 0.85.',
      source: source(5),
      declared: place(MANIFEST, 12),
    },
    {
      name: 'specificity',
      split: 'test',
      kind: 'model',
      direction: 'higher',
      value: 0.7183,
      text: '0.7183',
      target: { op: '>=', value: 0.9, text: '≥ 0.9' },
      baseline: { value: 0.8, text: '0.8', beaten: false, sure: false },
      interval: {
        low: 0.604,
        high: 0.8098,
        level: 0.95,
        method: 'Wilson',
        successes: 51,
        n: 71,
        text: '0.604 – 0.810',
      },
      verdict: 'not met',
      reason: 'None of the 95 % interval 0.604 – 0.810 is ≥ 0.9.',
      source: source(6),
      declared: place(MANIFEST, 13),
    },
    {
      name: 'latency_p95',
      unit: 'ms',
      kind: 'operational',
      direction: 'lower',
      value: 84,
      text: '84 ms',
      target: { op: '<=', value: 100, text: '≤ 100 ms' },
      verdict: 'met',
      reason: '84 ms is ≤ 100 ms. No interval: the source gives no counts.',
      source: source(9),
      declared: place(MANIFEST, 14),
    },
    {
      name: '<img src=x onerror=alert(1)>',
      kind: 'business',
      direction: 'unknown',
      text: '—',
      verdict: 'unknown',
      reason:
        'There is no `<img src=x onerror=alert(1)>` in what the runs report. They report `recall`, `precision`.',
      declared: place(MANIFEST, 15),
    },
  ],
  sections: SECTIONS,
};
