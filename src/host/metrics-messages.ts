import type { MetricsRequest, TableRead } from '../project/ports';

/** What is said to a thread that reads metrics; it answers in any order. */
export type ToMetricsWorker =
  | {
      readonly kind: 'read';
      readonly id: number;
      readonly request: MetricsRequest;
      /** The workspace's folders. */
      readonly roots: readonly string[];
    }
  /** Nobody waits for the answer any more: it may be that it was stopped. */
  | { readonly kind: 'stop'; readonly id: number };

export interface FromMetricsWorker {
  readonly id: number;
  readonly read: TableRead;
}
