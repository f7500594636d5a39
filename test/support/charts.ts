import type { Chart } from '../../src/base/chart';

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
/** Numbers that look random and are the same each time: mulberry32. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const rate = range(41).map(i => i / 40);
const random = numbers(7);
const CLASSES = ['adenoma', 'hyperplastic', 'normal mucosa', 'serrated lesion'];

/** One chart at least of each kind, as reports have them. */
export const CHARTS = {
  verdicts: {
    kind: 'intervals',
    axis: { title: 'proportion' },
    rows: [
      {
        name: 'recall (test)',
        value: 0.9302,
        low: 0.814,
        high: 0.9759,
        target: 0.9,
        baseline: 0.62,
        tone: 'undecided',
      },
      { name: 'precision (test)', value: 0.9756, low: 0.874, high: 0.9957, target: 0.85, tone: 'good' },
      {
        name: 'specificity (test)',
        value: 0.7183,
        low: 0.604,
        high: 0.8098,
        target: 0.9,
        baseline: 0.8,
        tone: 'bad',
      },
      { name: 'a name that is much longer than its room at the left', value: 0.81 },
    ],
  },
  roc: {
    kind: 'lines',
    x: { title: 'false positive rate', domain: [0, 1] },
    y: { title: 'true positive rate', domain: [0, 1] },
    lines: [
      { name: 'model (AUC 0.87)', x: rate, y: rate.map(x => x ** 0.25), shape: 'steps' },
      { name: 'previous (AUC 0.78)', x: rate, y: rate.map(x => x ** 0.45) },
      { name: 'chance', x: [0, 1], y: [0, 1], isReference: true },
    ],
  },
  calibration: {
    kind: 'lines',
    x: { title: 'predicted probability', domain: [0, 1] },
    y: { title: 'observed share of positives', domain: [0, 1] },
    lines: [
      {
        name: 'bins',
        x: [0.05, 0.18, 0.31, 0.44, 0.58, 0.7, 0.82, 0.94],
        y: [0.02, 0.1, 0.29, 0.51, 0.66, 0.79, 0.86, 0.97],
        low: [0.01, 0.06, 0.2, 0.4, 0.55, 0.68, 0.78, 0.91],
        high: [0.06, 0.17, 0.4, 0.62, 0.76, 0.87, 0.92, 0.99],
        shape: 'dots',
      },
      { name: 'perfect', x: [0, 1], y: [0, 1], isReference: true },
    ],
  },
  cost: {
    kind: 'lines',
    x: { title: 'threshold' },
    y: { title: 'cost per 1,000 cases (€)' },
    lines: [
      {
        name: 'cost',
        x: rate,
        y: rate.map(x => 900 - 1900 * x + 2600 * x * x),
        low: rate.map(x => 820 - 1900 * x + 2500 * x * x),
        high: rate.map(x => 1010 - 1900 * x + 2750 * x * x),
      },
    ],
    rules: [
      { of: 'x', at: 0.365, name: 'cheapest' },
      { of: 'x', at: 0.5, name: 'in use' },
      { of: 'y', at: 700, name: 'budget' },
    ],
  },
  history: {
    kind: 'lines',
    x: { title: 'time of the run', scale: 'time' },
    y: { title: 'recall' },
    lines: ['test', 'validation', 'train'].map((name, k) => ({
      name,
      x: range(9).map(i => Date.UTC(2026, 3, 1 + 6 * i)),
      y: range(9).map(i => 0.6 + 0.1 * k + 0.03 * i + 0.04 * random()),
      ...(k === 0 && { low: range(9).map(i => 0.52 + 0.03 * i), high: range(9).map(i => 0.7 + 0.025 * i) }),
      shape: 'dots-and-line' as const,
    })),
    rules: [{ of: 'y', at: 0.85, name: 'target' }],
  },
  latency: {
    kind: 'lines',
    x: { title: 'requests per second', scale: 'log' },
    y: { title: 'p95 latency (ms)', scale: 'log' },
    lines: [
      { name: 'p95', x: [1, 3, 10, 30, 100, 300], y: [12, 13, 15, 22, 80, 900], shape: 'dots-and-line' },
    ],
  },
  drift: {
    kind: 'bars',
    axis: { title: 'population stability index' },
    bars: [
      { name: 'income', value: 0.31, tone: 'bad' },
      { name: 'age', value: 0.12, low: 0.06, high: 0.2, tone: 'undecided' },
      { name: 'tenure_months', value: 0.02, tone: 'good' },
    ],
    rules: [
      { at: 0.1, name: 'moderate' },
      { at: 0.25, name: 'large' },
    ],
  },
  bins: {
    kind: 'bars',
    axis: { title: 'share of rows' },
    groups: ['reference', 'current', 'shadow'],
    bars: ['< 20', '20 – 40', '40 – 60', '≥ 60'].flatMap((name, i) => [
      { name, value: [0.2, 0.35, 0.3, 0.15][i] ?? 0, group: 'reference' },
      { name, value: [0.12, 0.28, 0.34, 0.26][i] ?? 0, low: 0.1, high: 0.4, group: 'current' },
      { name, value: [0.14, 0.3, 0.32, 0.24][i] ?? 0, group: 'shadow' },
    ]),
  },
  gains: {
    kind: 'bars',
    axis: { title: 'difference from the rest' },
    bars: [
      { name: 'site A', value: -0.14, low: -0.22, high: -0.06 },
      { name: 'site B', value: 0.03, low: -0.05, high: 0.1 },
    ],
  },
  confusion: {
    kind: 'heatmap',
    rows: { title: 'actual', names: CLASSES },
    columns: { title: 'predicted', names: CLASSES },
    cells: [
      [120, 8, 3, 1],
      [14, 77, 9, 2],
      [2, 5, 1412, 0],
      [6, 0, 1, 31],
    ],
  },
  residuals: {
    kind: 'scatter',
    x: { title: 'actual (€)' },
    y: { title: 'predicted (€)' },
    points: range(300).map(() => {
      const x = 100 + 900 * random();
      return { x, y: x * (0.8 + 0.4 * random()) + 20 };
    }),
    diagonal: true,
  },
} as const satisfies Record<string, Chart>;
