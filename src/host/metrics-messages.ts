import type { MetricsRequest, TableRead } from '../project/ports';

/** What is asked of the thread that reads metrics; it answers in any order. */
export interface ToMetricsWorker {
  readonly id: number;
  readonly request: MetricsRequest;
  /** The workspace's folders. */
  readonly roots: readonly string[];
}

export interface FromMetricsWorker {
  readonly id: number;
  readonly read: TableRead;
}
