import type { Result } from '../../base/result';
import type { Batch, TableProblem } from './batch';

/** Reads a table from bytes that come in pieces, however they are cut. After a failure nothing more is asked. */
export interface BatchReader {
  /** Rows that are whole by now, if there are any. */
  push(bytes: Uint8Array): Result<Batch | undefined, TableProblem>;
  end(): Result<Batch | undefined, TableProblem>;
}
