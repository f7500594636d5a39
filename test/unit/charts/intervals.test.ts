import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import {
  intervalChart,
  onSharedAxis,
  type ChartDocument,
  type IntervalRow,
} from '../../../src/charts/intervals';

const recall: IntervalRow = {
  name: 'recall',
  split: 'test',
  value: 0.93,
  text: '0.93',
  target: { value: 0.9, text: '≥ 0.9' },
  baseline: { value: 0.6, text: '0.6' },
  interval: { low: 0.81, high: 0.98, text: '0.810 – 0.980' },
  verdict: 'undecided',
};
const bare: IntervalRow = {
  name: 'f1 <b>',
  value: 0.7,
  proportion: true,
  text: '0.7',
  verdict: 'met',
};
const latency: IntervalRow = { name: 'latency', unit: 'ms', value: 0.5, text: '0.5 ms', verdict: 'met' };

/** The part of a document's elements that these tests look at; linkedom's own types need the browser's. */
interface Element {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
}

interface Document extends Element, ChartDocument {}

function documentOf(html = ''): Document {
  return (parseHTML(`<!DOCTYPE html><html><body>${html}</body></html>`) as unknown as { document: Document })
    .document;
}

/** The chart as an element of a document, as the command line and exports have it. */
function draw(rows: readonly IntervalRow[], width = 720): Element {
  const chart = intervalChart(rows, { document: documentOf(), width });
  const svg = chart && documentOf(chart.outerHTML).querySelector('svg');
  if (!svg) throw new Error('There is a chart of these rows.');
  return svg;
}

describe('which metrics share the axis', () => {
  test.each([
    [recall, true],
    [latency, false],
    [{ ...bare, value: 3 }, false],
    [bare, true],
    [{ name: 'missed_per_week', value: 1, text: '1', verdict: 'met' } as const, false],
    [{ ...bare, target: { value: 95, text: '' } }, false],
    [{ name: 'x', text: '—', verdict: 'unknown' } as const, false],
  ])('%j: %s', (row, expected) => expect(onSharedAxis(row)).toBe(expected));

  test('without any there is no chart', () => {
    expect(intervalChart([latency], { document: documentOf(), width: 720 })).toBeUndefined();
  });
});

describe('the drawing', () => {
  test('needs no style: the page’s policy forbids it inline', () => {
    const svg = draw([recall, bare]);
    expect([...svg.querySelectorAll('style, [style], script')]).toEqual([]);
  });

  test('says everything in words', () => {
    const svg = draw([recall, bare]);
    expect(svg.getAttribute('role')).toBe('img');
    expect(svg.querySelector('title')?.textContent).toBe(
      'Metrics with their intervals, targets and baselines',
    );
    expect(svg.querySelector('desc')?.textContent).toBe(
      'recall (test): 0.93, interval 0.810 – 0.980, target ≥ 0.9, baseline 0.6, undecided. f1 <b>: 0.7, met.',
    );
  });

  test('puts numbers in their order on the axis', () => {
    const at = positions(draw([recall]));
    const order = [at.baseline, at.low, at.target, at.value, at.high];
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(new Set(order).size).toBe(5);
  });

  test('tells verdicts apart by shape and colour', () => {
    const verdicts = ['met', 'not met', 'undecided', 'unknown'] as const;
    const svg = draw(verdicts.map(verdict => ({ ...bare, name: verdict, verdict })));
    const dots = [...svg.querySelectorAll('[aria-label="dot"] path')];
    expect(new Set(dots.map(dot => dot.getAttribute('d'))).size).toBe(4);
    expect(new Set(dots.map(dot => dot.getAttribute('fill'))).size).toBe(4);
    expect(dots.every(dot => dot.getAttribute('fill')?.startsWith('var(--vscode-'))).toBe(true);
  });

  test('leaves the verdict’s word out where there is no room', () => {
    expect(draw([recall]).textContent).toMatch(/undecided$/);
    expect(draw([recall], 320).textContent).not.toMatch(/undecided$/);
  });

  test('grows with its rows', () => {
    const height = (rows: readonly IntervalRow[]): number => Number(draw(rows).getAttribute('height'));
    expect(height([recall, bare])).toBeGreaterThan(height([recall]));
  });
});

interface Positions {
  readonly low: number;
  readonly high: number;
  readonly target: number;
  readonly baseline: number;
  readonly value: number;
}

/** Where the marks of a chart with one row stand, from left to right. */
function positions(svg: Element): Positions {
  const ticks = [...svg.querySelectorAll('[aria-label="tick"]')];
  const x = (element: Element | null | undefined, name = 'x1'): number => Number(element?.getAttribute(name));
  const line = svg.querySelector('[aria-label="rule"] line');
  const dashed = ticks.find(tick => tick.hasAttribute('stroke-dasharray'));
  const target = ticks.at(-1);
  const dot = svg.querySelector('[aria-label="dot"] path')?.getAttribute('transform') ?? '';
  return {
    low: x(line),
    high: x(line, 'x2'),
    baseline: x(dashed?.querySelector('line')),
    target: x(target?.querySelector('line')),
    value: Number(/translate\(([\d.]+)/.exec(dot)?.[1]),
  };
}
