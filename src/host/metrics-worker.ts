import { parentPort } from 'node:worker_threads';
import { NEVER_CANCELLED } from '../base/ports';
import { fail } from '../base/result';
import { confined, confinedLarge } from '../project/confined';
import type { TableRead } from '../project/ports';
import { readOne, STOPPED } from '../project/read-table';
import type { FromMetricsWorker, ToMetricsWorker } from './metrics-messages';
import { nodeLargeFiles } from './node-large-files';
import { syncFiles } from './sync-files';

/** Reads the metrics of files and folders of runs in a thread of its own, one after the other. */
let busy: Promise<unknown> = Promise.resolve();
/** Questions without an answer yet. */
const waiting = new Map<number, { cancelled: boolean }>();

parentPort?.on('message', (message: ToMetricsWorker) => {
  if (message.kind === 'stop') {
    const cancellation = waiting.get(message.id);
    if (cancellation) cancellation.cancelled = true;
    return;
  }
  waiting.set(message.id, { cancelled: false });
  busy = busy.then(() => answer(message));
});

type Question = Extract<ToMetricsWorker, { readonly kind: 'read' }>;

async function answer({ id, request: { path, root }, roots }: Question): Promise<void> {
  const cancellation = waiting.get(id) ?? NEVER_CANCELLED;
  const files = confined(syncFiles({ roots, sizeLimit: MOST_AT_ONCE }), root);
  const large = confinedLarge(nodeLargeFiles({ roots }), root);
  const read = cancellation.cancelled
    ? fail(STOPPED)
    : await readOne({ files, large, cancellation }, path).catch(failed);
  waiting.delete(id);
  const answered: FromMetricsWorker = { id, read };
  parentPort?.postMessage(answered, buffersOf(read));
}

/** Larger files are read in pieces. */
const MOST_AT_ONCE = 48 << 20;

function failed(error: unknown): TableRead {
  return fail({ kind: 'unreadable', message: `it could not be read (${String(error)})` });
}

/** The numbers of series change hands; copying them would take as long as reading. */
function buffersOf(read: TableRead): readonly ArrayBuffer[] {
  const series = read.ok ? (read.value.value.series ?? []) : [];
  const buffers = series.flatMap(({ steps, values }) => [steps.buffer, values.buffer]);
  return buffers.filter((buffer): buffer is ArrayBuffer => buffer instanceof ArrayBuffer);
}
