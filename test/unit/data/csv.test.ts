import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/data/table/batch';
import { csvReader } from '../../../src/data/table/csv';
import { jsonlReader } from '../../../src/data/table/jsonl';
import type { BatchReader } from '../../../src/data/table/reader';
import { bytesOf } from './memory';

type Row = Readonly<Record<string, Cell | undefined>>;

interface Table {
  readonly rows: readonly Row[];
  readonly lines: readonly number[];
  readonly short: number;
  readonly problem?: string;
}

/** Reads a table cut into pieces of so many bytes. */
function read(reader: BatchReader, content: string | Uint8Array, piece = 1 << 20): Table {
  const bytes = bytesOf(content);
  const rows: Row[] = [];
  const lines: number[] = [];
  let short = 0;
  for (let at = 0; at <= bytes.length; at += piece) {
    const isEnd = at >= bytes.length;
    for (const step of isEnd ? ['end'] : at + piece >= bytes.length ? ['push', 'end'] : ['push']) {
      const batch = step === 'end' ? reader.end() : reader.push(bytes.subarray(at, at + piece));
      if (!batch.ok)
        return { rows, lines, short, problem: `${batch.failure.code}: ${batch.failure.message}` };
      const { value } = batch;
      for (let row = 0; row < (value?.rows ?? 0); row++) {
        rows.push(
          Object.fromEntries((value?.columns ?? []).map((name, i) => [name, value?.cells[i]?.[row]])),
        );
        lines.push(value?.at[row] ?? 0);
      }
      short += value?.short ?? 0;
      if (step === 'end') return { rows, lines, short };
    }
  }
  return { rows, lines, short };
}

const csv = (text: string | Uint8Array, piece?: number) => read(csvReader(), text, piece);

describe('separated values', () => {
  it.each<[string, string, readonly Row[]]>([
    ['plain', 'a,b\n1,2\n', [{ a: '1', b: '2' }]],
    ['without a last line end', 'a,b\n1,2', [{ a: '1', b: '2' }]],
    ['with a byte order mark', '\uFEFFa,b\n1,2\n', [{ a: '1', b: '2' }]],
    ['of Windows', 'a,b\r\n1,2\r\n', [{ a: '1', b: '2' }]],
    ['of old Macs', 'a,b\r1,2\r', [{ a: '1', b: '2' }]],
    ['quoted', 'a,b\n"x, ""y""\nz",2\n', [{ a: 'x, "y"\nz', b: '2' }]],
    ['with text behind a quote', 'a,b\n"x"y,2\n', [{ a: 'xy', b: '2' }]],
    ['with empty lines', 'a,b\n\n1,2\n  \n', [{ a: '1', b: '2' }]],
    ['with semicolons and decimal commas', 'a;b\n1,5;x\n', [{ a: '1.5', b: 'x' }]],
    ['with tabs', 'a\tb\n1\tx\n', [{ a: '1', b: 'x' }]],
    ['with an empty last cell', 'a,b\n1,', [{ a: '1', b: '' }]],
    ['with a short row', 'a,b\n1\n', [{ a: '1', b: '' }]],
    ['with names twice and none', 'a,a,\n1,2,3\n', [{ a: '1', 'a.1': '2', 'Unnamed: 2': '3' }]],
    ['with a header only', 'a,b\n', []],
  ])('%s', (_, text, rows) => {
    for (const piece of [1, 2, 3, 7, 1000]) expect(csv(text, piece)).toMatchObject({ rows });
  });

  it('tells the line of every row, also behind cells of several lines', () => {
    expect(csv('a,b\n"x\ny",1\n\n2,3\n').lines).toEqual([2, 5]);
  });

  it('counts rows that are too short', () => {
    expect(csv('a,b,c\n1\n1,2\n1,2,3\n').short).toBe(2);
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ['nothing', '', /^empty: it is empty$/],
    ['blank lines alone', '\n\n', /^empty/],
    ['numbers where names belong', '1,2\n3,4\n', /^no-header: its first line holds numbers only/],
    ['a row that is too long', 'a,b\n1,2\n1,2,3\n', /^long-row: line 3 has 3 cells, and the header 2/],
    ['a quote that is never closed', 'a,b\n1,"2\n3,4\n', /^open-quote: the quote in line 2 is never closed$/],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x61, 0]), /^utf-16: it is UTF-16 text; save it as UTF-8$/],
    ['Latin-1', new Uint8Array([0x61, 0x0a, 0x31, 0x0a, 0xe9, 0x0a]), /^not-utf-8: line 3 is not UTF-8/],
    ['bytes that are 0', 'a,b\n\0,1\n', /^not-utf-8: it is not text/],
  ])('refuses %s', (_, content, problem) => {
    for (const piece of [1, 5, 1000]) expect(csv(content, piece).problem).toMatch(problem);
  });

  it('refuses a row that has no end, before it fills the memory', () => {
    const endless = `a,b\n"${'x'.repeat(8_100_000)}`;
    expect(csv(endless).problem).toMatch(/^too-long: the row in line 2 is longer than 8,000,000/);
  });
});

describe('JSON lines', () => {
  const jsonl = (text: string, piece?: number) => read(jsonlReader(), text, piece);

  it('gives fields as columns, nested ones as text', () => {
    const text = '{"a": 1, "b": "x"}\r\n\r\n{"a": null, "c": {"d": [1]}}';
    for (const piece of [1, 3, 1000]) {
      const { rows, lines } = jsonl(text, piece);
      expect(rows[0]).toMatchObject({ a: 1, b: 'x' });
      expect(rows[1]).toMatchObject({ a: null, c: '{"d":[1]}' });
      expect(lines).toEqual([1, 3]);
    }
  });

  it("reads Python's bare numbers, and leaves texts as they are", () => {
    const { rows } = jsonl('{"a": NaN, "b": -Infinity, "c": "NaN, \\"Infinity\\""}\n');
    expect(rows).toEqual([{ a: null, b: -Infinity, c: 'NaN, "Infinity"' }]);
  });

  it.each([
    ['', /^empty/],
    ['{"a": 1}\n{"a": \n', /^not-json: line 2 is not JSON/],
    ['[1, 2]\n', /^not-an-object: line 1 is no object/],
  ])('refuses %j', (text, problem) => {
    expect(jsonl(text).problem).toMatch(problem);
  });
});
