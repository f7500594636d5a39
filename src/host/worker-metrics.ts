import { Worker } from 'node:worker_threads';
import { fail } from '../base/result';
import type { MetricsPort, TableRead } from '../project/ports';
import type { FromMetricsWorker, ToMetricsWorker } from './metrics-messages';

export interface WorkerMetricsOptions {
  /** Absolute folders; nothing outside of them is read. May change while it is used. */
  readonly roots: readonly string[];
  /** The worker's bundle. */
  readonly script: string;
}

interface Thread {
  readonly worker: Worker;
  /** Questions without an answer yet. */
  readonly waiting: Map<number, (read: TableRead) => void>;
}

/** Reads metrics in a thread of its own. It is started when first asked, and ends with us. */
export function workerMetrics({ roots, script }: WorkerMetricsOptions): MetricsPort {
  let thread: Thread | undefined;
  let last = 0;
  const start = (): Thread => {
    const started = { worker: new Worker(script), waiting: new Map<number, (read: TableRead) => void>() };
    const { worker, waiting } = started;
    // Nobody waits for it when the process could end.
    worker.unref();
    const end = (reason: string): void => {
      if (thread === started) thread = undefined;
      for (const answer of waiting.values()) answer(fail({ kind: 'unreadable', message: reason }));
      waiting.clear();
    };
    worker.on('message', ({ id, read }: FromMetricsWorker) => {
      waiting.get(id)?.(read);
      waiting.delete(id);
    });
    worker.on('error', error => {
      end(`the thread that reads it failed (${error.message})`);
    });
    worker.on('exit', () => {
      end('the thread that reads it ended');
    });
    return started;
  };
  return {
    read: request =>
      new Promise(resolve => {
        const { worker, waiting } = (thread ??= start());
        const id = ++last;
        waiting.set(id, resolve);
        const message: ToMetricsWorker = { id, request, roots: [...roots] };
        worker.postMessage(message);
      }),
  };
}
