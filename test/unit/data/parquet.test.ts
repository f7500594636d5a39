import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { verdictOnData } from './project';

const parquet = new Uint8Array(
  parquetWriteBuffer({
    columnData: [
      { name: 'id', data: [1n, 2n, 3n], type: 'INT64' },
      { name: 'a', data: [1.5, 2, 3], type: 'DOUBLE' },
      { name: 'b', data: ['x', 'y', 'z'], type: 'STRING' },
    ],
  }),
);
const SPLITS = 'data: { splits: { train: train.parquet, test: test.csv } }';

describe('Parquet', () => {
  it('is compared with other formats, value by value', async () => {
    const files = { 'train.parquet': parquet, 'test.csv': 'b,a,id\ny,2.0,8\nw,2,9\n' };
    const { outcome, reason } = await verdictOnData('{ data: { rows: 5, shared_rows: 0 } }', SPLITS, files);
    expect(outcome).toBe('unmet');
    expect(reason).toMatch(/line 2 of test\.csv is row 2 of train\.parquet/);
  });

  it.each([0, 4, 40, parquet.length - 5])('is refused when it ends after %i bytes', async length => {
    const files = { 'train.parquet': parquet.subarray(0, length), 'test.csv': 'a\n1\n' };
    const { outcome, reason } = await verdictOnData('{ data: { rows: 1 } }', SPLITS, files);
    expect(outcome).toBe('unknown');
    expect(reason).toMatch(/^train\.parquet was not read: it is (empty|not Parquet that can be read)/);
  });
});
