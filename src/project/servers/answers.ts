import type { Cancellation, Clock, Network } from '../../base/ports';
import type { Result } from '../../base/result';
import { fail } from '../../base/result';
import { shared } from '../../base/shared';

/** Something that is asked of a server. */
export interface Question {
  readonly server: string;
}

export interface ServerTask {
  readonly cancellation: Cancellation;
  /** How many runs a server has named so far. */
  readonly onProgress: (server: string, runs: number) => void;
}

/** What servers answered to questions of one kind. */
export interface Answers<Q extends Question, T> {
  /** What is known, or why nothing is: a clause. The same object as long as nothing else is known. */
  known(question: Q): Result<T, string>;
  /** When what is known was asked for, where asking anew was cancelled: milliseconds since 1970-01-01 UTC. */
  keptSince(question: Q): number | undefined;
  /** Asks, unless somebody did lately, or nobody may. True when something else is known now. */
  read(question: Q, task: ServerTask): Promise<boolean>;
  /** What was answered is asked for again. Until then it is known. */
  forget(): void;
}

export interface AnswersOptions<Q extends Question, T> {
  readonly network: Network;
  readonly clock: Clock;
  readonly keyOf: (question: Q) => string;
  /** Never throws what is not a bug. */
  readonly ask: (question: Q, task: ServerTask) => Promise<Result<T, string>>;
  /** The answer will never be another. */
  readonly isFinal?: (question: Q) => boolean;
}

/** An answer counts for so long; then whoever asks next has it asked for again. */
const STANDS_MS = 10 * 60 * 1000;

interface Answer<T> {
  /** When it was asked for. */
  readonly at: number;
  /** From when on it counts its minutes; those of a forgotten one are over. */
  readonly from: number;
  readonly value: Result<T, string>;
  /** Asking anew was cancelled since. */
  readonly kept: boolean;
}

const WAITING = fail('it is being asked');
const CANCELLED = fail('asking it was cancelled; refresh to ask again');

export function createAnswers<Q extends Question, T>(options: AnswersOptions<Q, T>): Answers<Q, T> {
  const { network, clock, keyOf, ask, isFinal = () => false } = options;
  const answers = new Map<string, Answer<T>>();
  const refusals = new Map<string, Result<T, string>>();
  const refused = (reason: string): Result<T, string> => {
    const one = refusals.get(reason) ?? fail(reason);
    refusals.set(reason, one);
    return one;
  };
  const isDue = (question: Q): boolean => {
    const before = answers.get(keyOf(question));
    if (!before) return true;
    return !(isFinal(question) && before.value.ok) && clock.now() - before.from >= STANDS_MS;
  };
  const pending = new Map<string, Promise<boolean>>();
  let forgotten = 0;
  const askNow = async (question: Q, task: ServerTask): Promise<boolean> => {
    const [begun, times] = [clock.now(), forgotten];
    const before = answers.get(keyOf(question));
    const answer = task.cancellation.cancelled ? CANCELLED : await ask(question, task);
    // What was forgotten while it was asked may have been asked in another way.
    const from = times === forgotten ? begun : -Infinity;
    if (task.cancellation.cancelled && before?.value.ok) {
      answers.set(keyOf(question), { ...before, from, kept: true });
      return !before.kept;
    }
    const value = shared<Result<T, string>>(before?.value, task.cancellation.cancelled ? CANCELLED : answer);
    answers.set(keyOf(question), { at: begun, from, value, kept: false });
    return value !== before?.value || before.kept;
  };
  return {
    known: question => {
      const refusal = network.refusal(question.server);
      return refusal ? refused(refusal.reason) : (answers.get(keyOf(question))?.value ?? WAITING);
    },
    keptSince: question => {
      const answer = network.refusal(question.server) ? undefined : answers.get(keyOf(question));
      return answer?.kept === true ? answer.at : undefined;
    },
    read: (question, task) => {
      if (network.refusal(question.server) || !isDue(question)) return Promise.resolve(false);
      const key = keyOf(question);
      const one = pending.get(key) ?? askNow(question, task).finally(() => pending.delete(key));
      pending.set(key, one);
      return one;
    },
    forget: () => {
      forgotten++;
      for (const [key, answer] of answers) answers.set(key, { ...answer, from: -Infinity });
    },
  };
}
