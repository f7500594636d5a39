import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Axis, Chart, Tone } from '../../../src/base/chart';
import { chartHeight } from '../../../src/charts/draw';
import { svgText } from './svg';

/** Any finite number, the awkward ones more often. */
const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 1, 0.5, -1, 5e-324, 1e308, -1e308, 1e-300, 8.64e15, 8.65e15),
);
const name = fc.oneof(fc.string(), fc.constantFrom('', 'a', '__proto__', 'نص', '<b>', 'x'.repeat(300)));
const few = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, { maxLength: 6 });
const axis: fc.Arbitrary<Axis> = fc.record(
  {
    title: name,
    scale: fc.constantFrom('log' as const, 'time' as const),
    domain: fc.tuple(number, number),
  },
  { requiredKeys: ['title'] },
);
const tone = fc.constantFrom<Tone>('good', 'bad', 'undecided', 'quiet');
const rules = few(fc.record({ at: number, name }));
const sidedRules = few(fc.record({ at: number, name, of: fc.constantFrom('x' as const, 'y' as const) }));
const numbers = few(number);
const side = fc.record({ title: name, names: few(name) });

const charts: readonly (readonly [string, fc.Arbitrary<Chart>])[] = [
  [
    'intervals',
    fc.record({
      kind: fc.constant('intervals' as const),
      axis,
      rows: few(
        fc.record(
          { name, value: number, low: number, high: number, target: number, baseline: number, tone },
          { requiredKeys: ['name', 'value'] },
        ),
      ),
      rules,
    }),
  ],
  [
    'lines',
    fc.record({
      kind: fc.constant('lines' as const),
      x: axis,
      y: axis,
      lines: few(
        fc.record(
          {
            name,
            x: numbers,
            y: numbers,
            low: numbers,
            high: numbers,
            isReference: fc.constant(true as const),
            shape: fc.constantFrom('dots' as const, 'dots-and-line' as const, 'steps' as const),
          },
          { requiredKeys: ['name', 'x', 'y'] },
        ),
      ),
      rules: sidedRules,
    }),
  ],
  [
    'bars',
    fc.record({
      kind: fc.constant('bars' as const),
      axis,
      bars: few(
        fc.record(
          { name, value: number, low: number, high: number, group: name, tone },
          { requiredKeys: ['name', 'value'] },
        ),
      ),
      groups: few(name),
      rules,
    }),
  ],
  [
    'heatmap',
    fc.record({
      kind: fc.constant('heatmap' as const),
      rows: side,
      columns: side,
      cells: few(numbers),
      shares: few(numbers),
    }),
  ],
  [
    'scatter',
    fc.record({
      kind: fc.constant('scatter' as const),
      x: axis,
      y: axis,
      points: few(fc.record({ x: number, y: number, name }, { requiredKeys: ['x', 'y'] })),
      diagonal: fc.constant(true as const),
      rules: sidedRules,
    }),
  ],
];

/** Words may say anything: only numbers in attributes are looked at. */
function attributes(svg: string): string {
  return svg.replace(/>[^<]*</g, '><').replace(/aria-label="[^"]*"/g, '');
}

describe.each(charts)('any chart of %s', (_, arbitrary) => {
  test('is drawn without a number that is none, or not at all', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(arbitrary, fc.constantFrom(200, 400, 900), (chart, width) => {
        const svg = svgText(chart, width);
        expect(svg === undefined).toBe(chartHeight(chart, width) === 0);
        expect(attributes(svg ?? '')).not.toMatch(/NaN|Infinity|undefined|="null"/);
      }),
      { numRuns: 60 },
    );
  });
});

test('a chart of nothing is not drawn', () => {
  const axis = { title: '' };
  const nothing: Chart[] = [
    { kind: 'intervals', axis, rows: [] },
    { kind: 'lines', x: axis, y: axis, lines: [] },
    { kind: 'bars', axis, bars: [] },
    { kind: 'heatmap', rows: { title: '', names: [] }, columns: { title: '', names: [] }, cells: [] },
    { kind: 'scatter', x: axis, y: axis, points: [] },
  ];
  expect(nothing.map(chart => svgText(chart))).toEqual(nothing.map(() => undefined));
});

test('a hundred thousand points are drawn', () => {
  const x = Array.from({ length: 100_000 }, (_, i) => i);
  const line = { name: 'loss', x, y: x.map(Math.sin), low: x.map(() => -2), high: x.map(() => 2) };
  expect(svgText({ kind: 'lines', x: { title: 'x' }, y: { title: 'y' }, lines: [line] })).toBeDefined();
});
