import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../src/project/editing/columns';
import { largeFiles } from '../data/memory';
import { memoryFiles } from '../project/memory-files';

const CONTENTS = {
  '/w/big.csv': `a,"b, c",d\n${'1,2,3\n'.repeat(100_000)}`,
  '/w/rows.jsonl': '{"x": 1, "y": {"z": 2}}\n{"x": 2}\n',
  '/w/broken.jsonl': '{"x": \n',
  '/w/broken.parquet': 'PAR1 and no footer',
  '/w/empty.csv': '',
  '/w/notes.txt': 'a,b\n',
  '/w/parts/1.csv': 'p\n1\n',
  '/w/parts/2.csv': 'p,q\n1,2\n',
};

describe('the columns of tables', () => {
  const files = memoryFiles(CONTENTS);
  const large = largeFiles(new Map(Object.entries(CONTENTS)));

  it.each([
    ['big.csv', ['a', 'b, c', 'd']],
    ['rows.jsonl', ['x', 'y']],
    ['broken.jsonl', []],
    ['broken.parquet', []],
    ['empty.csv', []],
    ['notes.txt', []],
    ['none.csv', []],
    ['parts/*.csv', ['p', 'p', 'q']],
  ])('of %s are %j', async (path, expected) => {
    for (const port of [large, undefined]) {
      const columns = await columnsOf({ files, large: port }, '/w', [path]);
      expect(columns.map(({ name }) => name)).toEqual(expected);
    }
  });

  it('of a large file are read without reading it whole', async () => {
    files.reads.clear();
    const [column] = await columnsOf({ files, large }, '/w', ['big.csv']);
    expect(column?.place?.range).toEqual({ start: { line: 0, column: 0 }, end: { line: 0, column: 1 } });
    expect(files.reads.size).toBe(0);
  });
});
