import { describe, expect, test } from 'vitest';
import type { Chart } from '../../../src/base/chart';
import { chartHeight } from '../../../src/charts/draw';
import { standalone } from '../../../src/charts/standalone';
import { CHARTS } from '../../support/charts';
import { all, draw, svgText, words } from './svg';

const EACH = Object.entries(CHARTS) as [string, Chart][];

describe.each(EACH)('%s', (_, chart) => {
  test('needs no style: the page’s policy forbids it inline', () => {
    expect(all(draw(chart), 'style, [style], script, foreignObject')).toEqual([]);
  });

  test('is one picture with a title and a description', () => {
    const svg = draw(chart);
    expect(svg.getAttribute('role')).toBe('img');
    expect(svg.getAttribute('aria-label')).toBe('A title');
    expect(svg.querySelector('title')?.textContent).toBe('A title');
    expect(svg.querySelector('desc')?.textContent).toMatch(/^What it shows\. .+\.$/s);
    expect(all(svg, 'g:not([aria-hidden])')).toEqual([]);
  });

  test.each([320, 720])('is as large as was said before it was drawn, at %i pixels', width => {
    const svg = draw(chart, width);
    expect(svg.getAttribute('width')).toBe(String(width));
    expect(Number(svg.getAttribute('height'))).toBe(chartHeight(chart, width));
  });

  test('has its axes’ titles', () => {
    const titles = titlesOf(chart);
    const text = words(draw(chart)).join('\n');
    for (const title of titles) expect(text).toContain(title);
  });

  test('takes every colour from the theme, with a fallback for where there is none', () => {
    const svg = svgText(chart) ?? '';
    const colours = [...svg.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(([, colour = '']) => colour);
    const ours = /^(none|currentColor|url\(#picture-|var\(--vscode-[\w-]+, #[0-9a-f]{6}\)$)/;
    expect(colours.filter(colour => !ours.test(colour))).toEqual([]);
  });

  test('stands alone in a file', () => {
    const file = standalone(svgText(chart) ?? '');
    expect(file).not.toContain('var(');
    expect(file).toMatch(/^<svg[^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"[^>]*><rect [^>]*fill="#ffffff"/);
  });
});

function titlesOf(chart: Chart): string[] {
  switch (chart.kind) {
    case 'heatmap':
      return [chart.rows.title, chart.columns.title];
    case 'lines':
    case 'scatter':
      return [chart.x.title, chart.y.title];
    case 'bars':
    case 'intervals':
      return [chart.axis.title];
  }
}

test('names are text, whatever they say', () => {
  const name = '<script>alert(1)</script>"&';
  const axis = { title: name };
  const bars = [{ name, value: 1, group: name }];
  const charts: Chart[] = [
    { kind: 'intervals', axis, rows: [{ name, value: 1 }], rules: [{ at: 1, name }] },
    { kind: 'bars', axis, bars, groups: [name, 'b'] },
    {
      kind: 'heatmap',
      rows: { title: name, names: [name] },
      columns: { title: name, names: [name] },
      cells: [[1]],
    },
    { kind: 'lines', x: axis, y: axis, lines: ['a', name].map(one => ({ name: one, x: [1, 2], y: [1, 2] })) },
    { kind: 'scatter', x: axis, y: axis, points: [{ x: 1, y: 1, name }] },
  ];
  for (const chart of charts) {
    const svg = draw(chart);
    expect(all(svg, 'script')).toEqual([]);
    expect(words(svg).join('')).toContain('<script>');
  }
});
