import { parentPort } from 'node:worker_threads';
import type { Files } from '../base/ports';
import { inProcessData } from '../project/in-process-data';
import type { DataTask } from '../project/ports';
import type { FromDataWorker, ToDataWorker } from './data-messages';
import { nodeLargeFiles } from './node-large-files';

/**
 * Reads data files in a thread of its own. What it knows of files is kept between questions. One question at a time is
 * asked; reading waits for the disk often enough that a message to stop is heard.
 */
const roots: string[] = [];
const NO_FILES: Files = {
  read: () => Promise.resolve({ ok: false, failure: { kind: 'unreadable', message: 'it is not read here' } }),
  stat: () => Promise.resolve(undefined),
  list: () => Promise.resolve([]),
};
const data = inProcessData(
  NO_FILES,
  nodeLargeFiles({ roots }),
  () => new Promise(resolve => setImmediate(resolve)),
);
let cancellation = { cancelled: false };

function say(message: FromDataWorker): void {
  parentPort?.postMessage(message);
}

parentPort?.on('message', (message: ToDataWorker) => {
  if (message.kind === 'stop') {
    cancellation.cancelled = true;
    return;
  }
  roots.splice(0, roots.length, ...message.roots);
  cancellation = { cancelled: false };
  const onProgress = (done: number, of: number): void => say({ kind: 'progress', done, of });
  answer(message, { cancellation, onProgress }).then(say, (error: unknown) =>
    say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
  );
});

type Question = Exclude<ToDataWorker, { readonly kind: 'stop' }>;

async function answer(question: Question, task: DataTask): Promise<FromDataWorker> {
  switch (question.kind) {
    case 'read':
      return { kind: 'profile', profile: await data.profile(question.request, task) };
    case 'evaluate':
      return { kind: 'evaluation', answer: await data.predictions(question.request, task) };
    case 'compare':
      return { kind: 'pairs', answer: await data.pairs(question.request, task) };
  }
}
