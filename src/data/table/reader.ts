import type { Cancellation } from '../../base/ports';
import type { ReadFailure, Result } from '../../base/result';
import type { Batch, TableProblem } from './batch';

/** Reads a table from bytes that come in pieces, however they are cut. After a failure nothing more is asked. */
export interface BatchReader {
  /** Rows that are whole by now, if there are any. */
  push(bytes: Uint8Array): Result<Batch | undefined, TableProblem>;
  end(): Result<Batch | undefined, TableProblem>;
}

/** Who takes what is read. */
export interface Reading {
  /** Takes rows in the order of the file; `stop` ends the reading early. */
  readonly onBatch: (batch: Batch) => 'go on' | 'stop';
  /** Bytes read since the last call. */
  readonly onBytes?: (bytes: number) => void;
  readonly cancellation: Cancellation;
}

export const CANCELLED: TableProblem = { code: 'cancelled', message: 'its reading was stopped' };

export function notRead({ message }: ReadFailure): TableProblem {
  return { code: 'not-read', message };
}
