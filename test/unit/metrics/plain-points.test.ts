import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMetricFile } from '../../../src/metrics/mlflow/metric-file';
import { plainPoints } from '../../../src/metrics/mlflow/plain-points';

const plain = (text: string) => plainPoints(new TextEncoder().encode(text));

describe('a metric of which every line is plain', () => {
  const value = fc.oneof(
    fc.double().map(String),
    fc.constantFrom('nan', 'inf', '-inf', '1e-05', '0.30000000000000004', 'NaN', '1.'),
  );
  const line = fc.tuple(fc.integer({ min: 0, max: 3 }), value, fc.integer({ min: -1, max: 4 }));
  const ending = fc.constantFrom('\n', '\n', '\n', '\n', '\n', '\r\n', ' \n', '\n\n', ' test x\n');

  it('is read as line by line, or left to that', () => {
    const file = fc.array(fc.tuple(line, ending), { maxLength: 6 });
    let plains = 0;
    fc.assert(
      fc.property(file, lines => {
        const text = lines.map(([fields, end]) => `${fields.join(' ')}${end}`).join('');
        const read = plain(text);
        if (!read) return;
        plains++;
        const { points, fault } = parseMetricFile(text);
        const last = points[points.length - 1];
        expect(fault).toBeUndefined();
        expect([...read.steps]).toEqual(points.map(({ step }) => step));
        expect([...read.values]).toEqual(points.map(point => point.value));
        expect([read.raw, read.line]).toEqual([last?.raw, last?.line]);
      }),
      { numRuns: 5_000 },
    );
    expect(plains).toBeGreaterThan(200);
  });

  it('has its last value as written, and the line of it', () => {
    expect(plain('1 0.50 0\n2 0.70 1\n3 0.60 1\n1 0.9 1')).toEqual({
      steps: Float64Array.of(0, 1),
      values: Float64Array.of(0.5, 0.6),
      raw: '0.60',
      line: 2,
    });
  });

  it.each([
    '',
    '1 0.5',
    '1 0.5 2\n1 0.4 1',
    '1 half 0',
    '1 0.5 0 test x',
    '1  0.5 0',
    '-1 0.5 0',
    '1 0.5 0\r2 1 1',
  ])('%j is left to a reader of lines', text => {
    expect(plain(text)).toBeUndefined();
  });
});
