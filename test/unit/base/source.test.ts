import { describe, expect, it } from 'vitest';
import type { ModuleSource } from '../../../src/base/source';
import { placer, scriptSource } from '../../../src/base/source';

const FILE = '/p/n.ipynb';

/** Cells 0, 2 (empty), 3 and 5 of a notebook. */
const NOTEBOOK: ModuleSource = {
  file: FILE,
  kind: 'notebook',
  text: 'a = 1\nb\n\nc\nd = 2',
  segments: [
    { start: 0, end: 7, cell: 0, executionCount: 1 },
    { start: 8, end: 8, cell: 2, executionCount: null },
    { start: 9, end: 10, cell: 3, executionCount: 2 },
    { start: 11, end: 16, cell: 5, executionCount: null },
  ],
};

describe('a place', () => {
  it('in a script has no cell', () => {
    const place = placer(scriptSource('/p/a.py', 'x\ny = 1\n'))({ start: 2, end: 7 });
    expect(place).toEqual({
      file: '/p/a.py',
      range: { start: { line: 1, column: 0 }, end: { line: 1, column: 5 } },
    });
  });

  it.each([
    ['the first character', 0, 0, 0, 0],
    ['a line of its own', 6, 0, 1, 0],
    ['the line feed between two cells, which ends the first', 7, 0, 1, 1],
    ['an empty cell', 8, 2, 0, 0],
    ['the first character behind it', 9, 3, 0, 0],
    ['the end of a cell', 10, 3, 0, 1],
    ['the last cell', 15, 5, 0, 4],
    ['the end of the text', 16, 5, 0, 5],
  ])('at %s', (_, offset, cell, line, column) => {
    const position = { line, column };
    expect(placer(NOTEBOOK)({ start: offset, end: offset })).toEqual({
      file: FILE,
      cell,
      range: { start: position, end: position },
    });
  });

  it('never leaves its cell', () => {
    expect(placer(NOTEBOOK)({ start: 6, end: 14 })).toMatchObject({
      cell: 0,
      range: { start: { line: 1, column: 0 }, end: { line: 1, column: 1 } },
    });
  });

  it('in a notebook without code is its beginning', () => {
    const empty: ModuleSource = { file: FILE, kind: 'notebook', text: '', segments: [] };
    expect(placer(empty)({ start: 0, end: 0 }).range.start).toEqual({ line: 0, column: 0 });
  });
});
