import type { Parsed } from '../base/result';
import type { MetricTable } from './table';

/** Reads metrics from bytes that come in pieces, however they are cut, in memory that does not grow with the file. */
export interface MetricStream {
  /** `stop`: nothing that follows would be read. */
  push(piece: Uint8Array): 'go on' | 'stop';
  end(): Parsed<MetricTable>;
}

/** Reads bytes that are all there. */
export function readAtOnce(stream: MetricStream, bytes: Uint8Array): Parsed<MetricTable> {
  stream.push(bytes);
  return stream.end();
}
