import { parquetWriteBuffer } from 'hyparquet-writer';

/** Truth as INT64, and scores. */
export function parquetFile(rows: readonly (readonly [number, number])[]): Uint8Array {
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: 'y_true', data: rows.map(([y]) => BigInt(y)), type: 'INT64' },
        { name: 'y_score', data: rows.map(([, score]) => score), type: 'DOUBLE' },
      ],
    }),
  );
}
