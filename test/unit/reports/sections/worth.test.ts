import { describe, expect, test } from 'vitest';
import { wilson } from '../../../../src/statistics/intervals/wilson';
import type { Evaluation } from '../../../../src/predictions/evaluation';
import { drawSection } from '../draw-section';
import { reportOf } from '../report-of';
import { evaluation, fixture } from '../../predictions/evaluated';

const COSTS = 'problem: { cost: { false_positive: 4, false_negative: 120, unit: EUR } }\n';

const draw = (
  section: string,
  metrics: string,
  files: Readonly<Record<string, string>>,
  more = COSTS,
  of?: Evaluation,
): string => {
  const facts = of ? { predictions: { state: 'read', evaluation: of } as const } : {};
  return drawSection(reportOf(metrics, files, more, [], facts), section).join('\n');
};

describe('what it is worth', () => {
  const matrix = '{"confusion_matrix": [[90, 20], [10, 30]]}';

  test('the return has the ends of the precision’s interval', () => {
    const text = draw('business', 'recall: { min: 0 }', { 'm.json': matrix });
    const at = (precision: number): number => (precision * 120) / ((1 - precision) * 4) - 1;
    const { low, high } = wilson(30, 50);
    const [, from, to] = /Return on investment.*: [\d.]+ \[([\d.]+) – ([\d.]+), n 50\]/.exec(text) ?? [];
    expect(Number(from)).toBeCloseTo(at(low), 1);
    expect(Number(to)).toBeCloseTo(at(high), 0);
    expect(text).toMatch(/Break-even precision: 0\.03226 \(it follows from the costs\)/);
  });

  test('comes from the predictions where no run reports a matrix', async () => {
    const of = await evaluation({ 'binary.csv': fixture('binary.csv') });
    const text = draw('business', 'recall: { min: 0 }', {}, COSTS, of);
    expect(text).toContain('the confusion matrix of the predictions, as if cases came as in these 240 rows');
    expect(text).toMatch(/Cost of 1,000 rows.*EUR \[/);
    const both = draw('business', 'recall: { min: 0 }', { 'm.json': matrix }, COSTS, of);
    expect(both).toContain('as if cases came as in these 150 rows');
  });

  test('has no interval by formula where rows belong together', async () => {
    const of = await evaluation({ 'grouped.csv': fixture('grouped.csv') }, { groups: ['customer'] });
    const text = draw('business', 'recall: { min: 0 }', {}, COSTS, of);
    expect(text).toMatch(/Return on investment.*\(rows do not count alike or belong together/);
    expect(text).not.toMatch(/\[[\d.,]+ – [\d.,]+, n/);
  });

  test('is not told where no row is called positive, nor is a precision', () => {
    const text = draw('business', 'recall: { min: 0 }', {
      'm.json': '{"confusion_matrix": [[9, 0], [6, 0]]}',
    });
    expect(text).toMatch(/Return on investment.*no row was called positive/);
    expect(text).toMatch(/Precision: — \(no row was called positive/);
  });

  test('of hits that cost more than they save nothing pays', () => {
    const dear = 'problem: { cost: { true_positive: 10, false_positive: 5, false_negative: 8 } }\n';
    const text = draw('business', 'recall: { min: 0 }', { 'm.json': matrix }, dear);
    expect(text).toMatch(/Return on investment[^:]*: −0\./);
    expect(text).toMatch(/Break-even precision: — \(acting on a hit costs no less than the miss/);
  });

  test('of calls that may all be right there is no upper end', () => {
    const text = draw('business', 'recall: { min: 0 }', {
      'm.json': '{"confusion_matrix": [[9, 0], [1, 5]]}',
    });
    expect(text).toMatch(/Return on investment.*nothing was spent on acting/);
  });
});

describe('indicators that are computed from shares of rows', () => {
  const file = '{"recall": 0.8, "positives": 50, "volume": 1000}';
  const of = (expr: string, content = file): string =>
    draw('business', `saved: { expr: "${expr}", min: 700, kind: business }`, { 'm.json': content }, '');

  test('go as far as the share may go', () => {
    const { low, high } = wilson(40, 50);
    const [, from, to] = /\[([\d.,]+) – ([\d.,]+), n 50\]/.exec(of('recall * volume')) ?? [];
    expect(Number(from)).toBeCloseTo(1000 * low, 0);
    expect(Number(to)).toBeCloseTo(1000 * high, 0);
    expect(of('recall * volume')).toMatch(/undecided/);
  });

  test('of two shares hold both at once', () => {
    const two = '{"recall": 0.8, "positives": 50, "specificity": 0.9, "negatives": 100, "volume": 1000}';
    const [, from] = /\[([\d.,]+) – ([\d.,]+), n 50\]/.exec(of('(recall + specificity) * volume', two)) ?? [];
    const least = wilson(40, 50, 0.975).low + wilson(90, 100, 0.975).low;
    expect(Number((from ?? '').replace(',', ''))).toBeCloseTo(1000 * least, -0.5);
  });

  test.each([
    ['volume * 2', file, /none of which gives its counts/],
    ['recall * roc_auc', '{"recall": 0.8, "positives": 50, "roc_auc": 0.9}', /computed from `roc_auc`/],
    ['volume / (recall - 0.75)', file, /may divide by 0|\[/],
  ])('%s says why where there is none', (expr, content, expected) => {
    expect(of(expr, content)).toMatch(expected);
  });
});

describe('running it', () => {
  const rows = Array.from({ length: 120 }, (_, at) => `${at % 2},${at % 2},${10 + ((at * 37) % 120)},0.002`);
  const csv = `y_true,y_pred,latency_ms,cost\n${rows.join('\n')}\n`;

  test('tells quantiles of single predictions, by order statistics', async () => {
    const of = await evaluation({ 'p.csv': csv });
    const text = draw('service', 'recall: { min: 0 }', {}, '', of);
    expect(text).toMatch(/Latency, 50 % quantile \| 69\.5 ms \[[\d.]+ – [\d.]+, n 120\] \| 120/);
    expect(text).toMatch(/Latency, 99 % quantile \| [\d.]+ ms \(there are too few rows for both ends\)/);
    expect(text).toMatch(/Cost of one prediction, mean \| 0\.002/);
  });

  test('holds the cost that follows from price and throughput against its budget', () => {
    const text = draw(
      'service',
      'cost_per_1000: { max: 0.01, kind: operational }',
      { 'm.json': '{"price_per_hour": 3.6, "throughput": 50}' },
      '',
    );
    expect(text).toMatch(/Cost per 1,000 predictions \| 0\.02 .*\| ≤ 0\.01 \| not met/);
  });
});

test('the same few rows are doubted once, and a matrix is not drawn twice', async () => {
  const of = await evaluation({ 'binary.csv': fixture('binary.csv') });
  const content = '{"test": {"confusion_matrix": [[150, 20], [30, 40]]}}';
  const warnings = draw('warnings', 'recall: { min: 0 }', { 'm.json': content }, '', of);
  expect(warnings.match(/positive row|of the positive class/g)).toHaveLength(1);
  const alone = draw('results', 'recall: { min: 0 }', { 'm.json': content }, '');
  const beside = draw('results', 'recall: { min: 0 }', { 'm.json': content }, '', of);
  expect(alone).toContain('[heatmap: Confusion matrix');
  expect(beside).not.toContain('[heatmap');
  expect(beside).toContain('computes the same afresh from the predictions');
});
