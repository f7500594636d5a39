import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvStream } from '../../../src/metrics/readers/csv-stream';

const HEADER = 'step,loss,val_acc\n';

/** In pieces of this many bytes. */
function read(text: string, size: number) {
  const stream = csvStream('/p/log.csv');
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size)
    if (stream.push(bytes.subarray(at, at + size)) === 'stop') break;
  const { value, problems } = stream.end();
  const series = value.series?.map(one => ({ ...one, steps: [...one.steps], values: [...one.values] }));
  // Which metric is found first depends on where the file is cut.
  const byName = (a: { readonly name: string }, b: { readonly name: string }) => (a.name < b.name ? 1 : -1);
  return { values: value.values.toSorted(byName), series: series?.toSorted(byName), problems };
}

/** Rows with quotes are never read as plain ones. */
const quoted = (rows: readonly (readonly string[])[], end: string): string =>
  rows.map(row => `${row.map(cell => `"${cell}"`).join(',')}${end}`).join('');

describe('the rows of a log that hold numbers alone', () => {
  const cell = fc.oneof(
    { weight: 6, arbitrary: fc.double({ noNaN: true }).map(String) },
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 99 }).map(String) },
    fc.constantFrom('', 'nan', '-inf', 'n/a', ' 0.5 ', '1e-05', 'é', '0.10'),
  );
  const step = fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: 30 }).map(String) },
    fc.constant(''),
  );
  const rows = fc.array(fc.tuple(step, cell, cell), { minLength: 1, maxLength: 12 });

  it('are read as with care, however the file is cut', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 80 }), fc.constantFrom('\n', '\r\n'), (all, size, end) => {
        const plain = all.map(row => `${row.join(',')}${end}`).join('');
        const careful = read(`${HEADER}${quoted(all, end)}`, 1 << 20);
        // The first piece is read with care always, since it names the columns.
        expect(read(`${HEADER}${plain}`, size)).toEqual(careful);
      }),
      { numRuns: 2_000 },
    );
  });

  it('are read on after rows that need care, and lines are counted through all', () => {
    const many = Array.from({ length: 9_000 }, (_, at) => `${at},${at / 7},`).join('\n');
    const text = `${HEADER}${many}\n9000,"1.5",\n\n9001,2.5,0.25\n9002,,\n${many}\n`;
    const { values, series, problems } = read(text, 5_000);
    expect(problems).toEqual([]);
    expect(values.map(({ name, raw, place }) => [name, raw, place.range.start.line])).toEqual([
      ['loss', '2.5', 9_003],
      ['acc', '0.25', 9_003],
    ]);
    expect(series?.[0]?.values.slice(-3)).toEqual([8_999 / 7, 1.5, 2.5]);
  });

  it.each([
    ['a row that is too long', '1,1,1,1', 'long-row', 9_002],
    ['what is no text', '1,\u0000,1', 'not-utf-8', undefined],
    ['a quote that is never closed', '1,"1,1', 'open-quote', 9_002],
  ])('end at %s, with its line', (_, row, code, line) => {
    const many = Array.from({ length: 9_000 }, (_, at) => `${at},0.5,0.5`).join('\n');
    const { problems } = read(`${HEADER}${many}\n${row}\n`, 5_000);
    expect(problems).toMatchObject([{ code }]);
    if (line !== undefined) expect(problems[0]?.place.range.start.line).toBe(line - 1);
  });
});
