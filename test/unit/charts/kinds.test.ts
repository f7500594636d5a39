import { describe, expect, test } from 'vitest';
import type { Chart, IntervalChart, Tone } from '../../../src/base/chart';
import { CHARTS } from '../../support/charts';
import { all, draw, svgText, words, type Element } from './svg';

const TONES: readonly Tone[] = ['good', 'bad', 'undecided', 'quiet'];
const number = (element: Element | null | undefined, name: string): number =>
  Number(element?.getAttribute(name));
const shift = (element: Element): [number, number] => {
  const found = /translate\(([-\d.]+),([-\d.]+)\)/.exec(element.getAttribute('transform') ?? '');
  return [Number(found?.[1]), Number(found?.[2])];
};

describe('intervals', () => {
  const chart = (rows: IntervalChart['rows']): Chart => ({
    kind: 'intervals',
    axis: { title: 'share' },
    rows,
  });
  const recall = { name: 'recall', value: 0.93, low: 0.81, high: 0.98, target: 0.9, baseline: 0.6 };

  test('puts numbers in their order on the axis', () => {
    const svg = draw(chart([recall]));
    const [line, low, high, baseline, target] = all(svg, '[aria-label="link"] path').map(
      path =>
        path
          .getAttribute('d')
          ?.match(/[\d.]+/g)
          ?.map(Number) ?? [],
    );
    const [dot] = all(svg, '[aria-label="dot"] path');
    const x = [baseline?.[0], low?.[0], target?.[0], dot && shift(dot)[0], high?.[0]];
    expect(x).toEqual([...x].sort((a, b) => Number(a) - Number(b)));
    expect(new Set(x).size).toBe(5);
    expect([line?.[0], line?.[2]]).toEqual([low?.[0], high?.[0]]);
  });

  test('tells tones apart by shape and colour, and by a word where there is room', () => {
    const rows = TONES.map(tone => ({ ...recall, name: tone, tone }));
    const dots = all(draw(chart(rows)), '[aria-label="dot"] path');
    expect(new Set(dots.map(dot => dot.getAttribute('d'))).size).toBe(4);
    expect(new Set(dots.map(dot => dot.getAttribute('fill'))).size).toBe(4);
    expect(words(draw(chart(rows))).join('|')).toMatch(
      /0\.93 +met\|0\.93 +not met\|0\.93 +undecided\|0\.93\|value/,
    );
    expect(words(draw(chart(rows), 320)).join('|')).not.toContain('0.93');
  });

  test('keeps rows of the same name apart', () => {
    const svg = draw(chart([recall, recall]));
    const ys = all(svg, '[aria-label="dot"] path').map(dot => shift(dot)[1]);
    expect(new Set(ys).size).toBe(2);
  });

  test('says each row in its description, also what is not drawn', () => {
    const svg = draw(chart([{ ...recall, tone: 'undecided' }, ...Array<typeof recall>(150).fill(recall)]));
    const said = svg.querySelector('desc')?.textContent;
    expect(said).toContain('recall: 0.93, interval 0.81 to 0.98, target 0.9, baseline 0.6, undecided.');
    expect(said).toMatch(/The table has 31 more\.$/);
  });

  test('explains only the marks that it has', () => {
    expect(words(draw(chart([recall]))).slice(-3)).toEqual(['value with its interval', 'target', 'baseline']);
    expect(words(draw(chart([{ name: 'a', value: 1 }]))).join()).not.toMatch(/target|baseline|interval/);
  });
});

describe('lines', () => {
  test('differ in dashes, not in colour alone, also beyond the seventh', () => {
    const lines = Array.from({ length: 12 }, (_, i) => ({ name: `run ${i}`, x: [0, 1], y: [0, i] }));
    const svg = draw({ kind: 'lines', x: { title: 'step' }, y: { title: 'loss' }, lines });
    const looks = all(svg, '[aria-label="line"]').map(
      group => `${group.getAttribute('stroke') ?? ''} ${group.getAttribute('stroke-dasharray') ?? ''}`,
    );
    expect(new Set(looks).size).toBe(12);
    expect(words(svg)).toEqual(expect.arrayContaining(lines.map(({ name }) => name)));
  });

  test('a single point is a dot', () => {
    const svg = draw({
      kind: 'lines',
      x: { title: 'step' },
      y: { title: 'loss' },
      lines: [{ name: 'a', x: [3], y: [4] }],
    });
    expect(all(svg, '[aria-label="dot"] circle')).toHaveLength(1);
  });

  test('steps jump, references are quiet, intervals are bands or bars', () => {
    const steps = all(draw(CHARTS.roc), '[aria-label="line"] path')[0]?.getAttribute('d') ?? '';
    expect(steps).toMatch(/H|L[\d.]+,([\d.]+)L[\d.]+,\1|V/);
    expect(all(draw(CHARTS.cost), '[aria-label="area"] path')).toHaveLength(1);
    expect(all(draw(CHARTS.calibration), '[aria-label="area"]')).toEqual([]);
    expect(all(draw(CHARTS.calibration), '[aria-label="link"] path')).toHaveLength(8);
  });

  test('two axes from 0 to 1 make a square', () => {
    const [chance] = all(draw(CHARTS.roc), '[aria-label="line"] path').slice(-1);
    const [x1, y1, x2, y2] =
      chance
        ?.getAttribute('d')
        ?.match(/[\d.]+/g)
        ?.map(Number) ?? [];
    expect(Number(x2) - Number(x1)).toBeCloseTo(Number(y1) - Number(y2), 6);
  });

  test('moments are days, also in the description', () => {
    const svg = draw(CHARTS.history);
    expect(words(svg).join(' ')).toMatch(/Apr|May/);
    expect(svg.querySelector('desc')?.textContent).toContain('at 2026-04-01');
  });

  test('what is counted has marks at whole numbers alone', () => {
    const ticks = (count: number): readonly string[] => {
      const x = Array.from({ length: count }, (_, at) => at + 1);
      const chart: Chart = {
        kind: 'lines',
        x: { title: 'Runs', isWhole: true },
        y: { title: 'loss' },
        lines: [{ name: 'a', x, y: x }],
      };
      return all(draw(chart), '[aria-label="x-axis tick label"] text').map(
        ({ textContent }) => textContent ?? '',
      );
    };
    expect(ticks(2)).toEqual(['1', '2']);
    expect(ticks(3)).toEqual(['1', '2', '3']);
    expect(ticks(200).every(tick => /^\d+$/.test(tick))).toBe(true);
    expect(ticks(200).length).toBeLessThanOrEqual(8);
  });

  test('a logarithmic axis leaves out what it cannot place', () => {
    const svg = draw({
      kind: 'lines',
      x: { title: 'n', scale: 'log' },
      y: { title: 'loss', scale: 'log' },
      lines: [{ name: 'a', x: [0, 1, 10, 100], y: [1, -1, 10, 100], shape: 'dots' }],
    });
    expect(all(svg, '[aria-label="dot"] circle')).toHaveLength(2);
  });
});

describe('bars', () => {
  test('groups differ in hatching, with names that are the picture’s own', () => {
    const svg = draw(CHARTS.bins);
    const fills = new Set(all(svg, '[aria-label="rect"] rect').map(bar => bar.getAttribute('fill')));
    expect(fills).toEqual(
      new Set(['var(--vscode-charts-blue, #1a6fd4)', 'url(#picture-hatching-1)', 'url(#picture-hatching-2)']),
    );
    expect(all(svg, 'pattern').map(pattern => pattern.getAttribute('id'))).toEqual([
      'picture-hatching-1',
      'picture-hatching-2',
    ]);
    expect(new Set(all(svg, 'pattern path').map(path => path.getAttribute('d'))).size).toBe(2);
  });

  test('begin at 0, to both sides', () => {
    const [left, right] = all(draw(CHARTS.gains), '[aria-label="rect"] rect');
    expect(number(left, 'x') + number(left, 'width')).toBeCloseTo(number(right, 'x'), 6);
  });

  test('say their value and a sign for their tone', () => {
    expect(words(draw(CHARTS.drift))).toEqual(expect.arrayContaining(['0.31 ✗', '0.12 ?', '0.02 ✓']));
  });

  test('name the lines across them', () => {
    expect(words(draw(CHARTS.drift))).toEqual(expect.arrayContaining(['moderate', 'large']));
  });
});

describe('a heatmap', () => {
  const boxes = (svg: Element): Element[] => all(svg, '[aria-label="rect"] rect');

  test('is darker where the share of the row is greater, and says count and share', () => {
    const svg = draw(CHARTS.confusion);
    const dark = boxes(svg).map(box => number(box, 'fill-opacity'));
    expect(dark).toHaveLength(16);
    expect(dark[0]).toBeGreaterThan(dark[1] ?? 1);
    expect(Math.max(...dark)).toBeLessThanOrEqual(0.5);
    expect(words(svg)).toEqual(expect.arrayContaining(['120', '91 %', '1,412']));
  });

  test('gives hits an edge where rows and columns agree', () => {
    const edges = boxes(draw(CHARTS.confusion)).map(box => number(box, 'stroke-opacity'));
    expect(edges.flatMap((edge, i) => (edge > 0.5 ? [i] : []))).toEqual([0, 5, 10, 15]);
    const other = { ...CHARTS.confusion, columns: { title: 'group', names: ['a', 'b', 'c', 'd'] } };
    expect(boxes(draw(other)).filter(box => number(box, 'stroke-opacity') > 0.5)).toEqual([]);
  });

  test('of a thousand classes shows some, and says so', () => {
    const names = Array.from({ length: 1000 }, (_, i) => `class ${i}`);
    const svg = draw({
      kind: 'heatmap',
      rows: { title: 'actual', names },
      columns: { title: 'predicted', names },
      cells: names.map(() => names.map(() => 1)),
    });
    expect(boxes(svg)).toHaveLength(1600);
    expect(svg.querySelector('desc')?.textContent).toContain('The first 40 of each are drawn');
  });
});

describe('a scatter', () => {
  test('has its diagonal where both axes agree, and few names', () => {
    expect(all(draw(CHARTS.residuals), '[aria-label="line"] path')).toHaveLength(1);
    const axis = { title: 'x' };
    const points = [{ x: 1, y: 2, name: 'row 7' }];
    expect(words(draw({ kind: 'scatter', x: axis, y: axis, points }))).toContain('row 7');
  });

  test('of very many points draws some, and says so', () => {
    const points = Array.from({ length: 200_000 }, (_, i) => ({ x: i, y: i % 100 }));
    const text = svgText({ kind: 'scatter', x: { title: 'x' }, y: { title: 'y' }, points }) ?? '';
    expect(text.length).toBeLessThan(1_000_000);
    expect(text).toContain('200000 points');
    expect(text).toContain('Not all of them are drawn.');
  });
});
