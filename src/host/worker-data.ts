import { Worker } from 'node:worker_threads';
import type { Files } from '../base/ports';
import type {
  DataPort,
  DataProfile,
  DataRequest,
  DataTask,
  PairsAnswer,
  PredictionsAnswer,
} from '../project/ports';
import type { FromDataWorker, ToDataWorker } from './data-messages';

export interface WorkerDataOptions {
  readonly files: Files;
  /** Absolute folders among which data may be. May change while it is used. */
  readonly roots: () => readonly string[];
  /** The worker's bundle. */
  readonly script: string;
}

/** How often it is asked whether to stop, in milliseconds. */
const ASK_MS = 100;

/** Reads data in a thread of its own, one request after the other. It is started when first asked, and ends with us. */
export function workerData({ files, roots, script }: WorkerDataOptions): DataPort {
  let worker: Worker | undefined;
  let busy: Promise<unknown> = Promise.resolve();
  const start = (): Worker => {
    const started = new Worker(script);
    // Nobody waits for it when the process could end.
    started.unref();
    const forget = (): void => {
      if (worker === started) worker = undefined;
    };
    // Also while nobody asks: an error that nobody listens to would end the whole process.
    started.on('error', forget).on('exit', forget);
    return started;
  };
  const next = <Answer>(question: () => Question<Answer>, task: DataTask): Promise<Answer> => {
    const answer = busy.then(() => ask((worker ??= start()), question(), task));
    busy = answer.catch(() => undefined);
    return answer;
  };
  return {
    files,
    profile: (request, task) =>
      next(
        () => ({
          message: { kind: 'read', request, roots: roots() },
          take: message => (message.kind === 'profile' ? message.profile : undefined),
          failed: reason => nothingRead(request, reason),
        }),
        task,
      ),
    predictions: (request, task) =>
      next<PredictionsAnswer>(
        () => ({
          message: { kind: 'evaluate', request, roots: roots() },
          take: message => (message.kind === 'evaluation' ? message.answer : undefined),
          failed: reason => ({ ok: false, failure: { file: request.files[0] ?? '', reason } }),
        }),
        task,
      ),
    pairs: (request, task) =>
      next<PairsAnswer>(
        () => ({
          message: { kind: 'compare', request, roots: roots() },
          take: message => (message.kind === 'pairs' ? message.answer : undefined),
          failed: reason => ({ ok: false, failure: { file: request.first.files[0] ?? '', reason } }),
        }),
        task,
      ),
  };
}

/** What the thread is asked, and what becomes of its answer. */
interface Question<Answer> {
  readonly message: ToDataWorker;
  readonly take: (message: FromDataWorker) => Answer | undefined;
  /** The answer when something went wrong beyond what reading files foresees. */
  readonly failed: (reason: string) => Answer;
}

function ask<Answer>(
  worker: Worker,
  { message: question, take, failed }: Question<Answer>,
  { cancellation, onProgress }: DataTask,
): Promise<Answer> {
  return new Promise(resolve => {
    const timer = setInterval(() => {
      if (cancellation.cancelled) tell(worker, { kind: 'stop' });
    }, ASK_MS);
    const end = (answer: Answer): void => {
      clearInterval(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve(answer);
    };
    const onMessage = (message: FromDataWorker): void => {
      if (message.kind === 'progress') onProgress(message.done, message.of);
      else
        end(take(message) ?? failed(message.kind === 'failed' ? message.message : 'it was answered wrongly'));
    };
    const onError = (error: Error): void => end(failed(error.message));
    const onExit = (): void => end(failed('the thread that reads it ended'));
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    tell(worker, question);
  });
}

function tell(worker: Worker, message: ToDataWorker): void {
  worker.postMessage(message);
}

/** Something went wrong beyond what reading files foresees: every table says so. */
function nothingRead({ tables }: DataRequest, reason: string): DataProfile {
  const unread = tables.map(({ name, role, files: [file = ''] }) => ({ split: name, role, file, reason }));
  return { splits: [], unread, pairs: [], compared: { columns: [], ids: [], notEverywhere: [] }, drift: [] };
}
