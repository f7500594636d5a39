import { Worker } from 'node:worker_threads';
import type { Cancellation } from '../base/ports';
import { fail } from '../base/result';
import type { MetricsPort, TableRead } from '../project/ports';
import type { FromMetricsWorker, ToMetricsWorker } from './metrics-messages';

export interface WorkerMetricsOptions {
  /** Absolute folders; nothing outside of them is read. May change while it is used. */
  readonly roots: readonly string[];
  /** The worker's bundle. */
  readonly script: string;
}

interface Waiting {
  readonly answer: (read: TableRead) => void;
  readonly cancellation: Cancellation | undefined;
}

interface Thread {
  readonly tell: (message: ToMetricsWorker) => void;
  /** Questions without an answer yet. */
  readonly waiting: Map<number, Waiting>;
}

/** More threads than this would take the processor from whoever trains a model on it. */
const MOST_THREADS = 2;
/** Another thread is worth its memory from so many questions on that wait for one. */
const MANY = 8;
/** How often it is asked whether to stop, in milliseconds. */
const ASK_MS = 100;

/** Reads metrics in threads of its own. One is started when first asked, another when much is asked; they end with us. */
export function workerMetrics({ roots, script }: WorkerMetricsOptions): MetricsPort {
  const threads = new Set<Thread>();
  let last = 0;
  const free = (): Thread => {
    const [first] = [...threads].sort((a, b) => a.waiting.size - b.waiting.size);
    if (first && (first.waiting.size < MANY || threads.size >= MOST_THREADS)) return first;
    const started = startThread(script, () => threads.delete(started));
    threads.add(started);
    return started;
  };
  const asking = stopping(threads);
  return {
    read: (request, cancellation) =>
      new Promise(resolve => {
        const { tell, waiting } = free();
        const id = ++last;
        waiting.set(id, { answer: resolve, cancellation });
        if (cancellation) asking.begin();
        tell({ kind: 'read', id, request, roots: [...roots] });
      }),
  };
}

function startThread(script: string, onEnd: () => void): Thread {
  const worker = new Worker(script);
  const waiting = new Map<number, Waiting>();
  // Nobody waits for it when the process could end.
  worker.unref();
  const end = (message: string): void => {
    onEnd();
    for (const { answer } of waiting.values()) answer(fail({ kind: 'unreadable', message }));
    waiting.clear();
  };
  worker.on('message', ({ id, read }: FromMetricsWorker) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    asked?.answer(read);
  });
  worker.on('error', error => {
    end(`the thread that reads it failed (${error.message})`);
  });
  worker.on('exit', () => {
    end('the thread that reads it ended');
  });
  return { waiting, tell: message => worker.postMessage(message) };
}

/** Tells threads of what nobody wants any more, as long as there is something that may be stopped. */
function stopping(threads: ReadonlySet<Thread>): { readonly begin: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const ask = (): void => {
    let anything = false;
    for (const { waiting, tell } of threads) {
      for (const [id, { cancellation }] of waiting) {
        if (!cancellation) continue;
        anything = true;
        if (cancellation.cancelled) tell({ kind: 'stop', id });
      }
    }
    if (anything) return;
    clearInterval(timer);
    timer = undefined;
  };
  return { begin: () => void (timer ??= setInterval(ask, ASK_MS).unref()) };
}
