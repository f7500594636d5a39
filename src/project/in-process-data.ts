import type { Files, LargeFiles } from '../base/ports';
import type { Result } from '../base/result';
import type { FileCache } from '../data/file-cache';
import type { AnswerCache } from '../predictions/answer-once';
import { answerOnce } from '../predictions/answer-once';
import { bytesOf, pairPathsOf, pathsOf } from '../predictions/bytes';
import type { Evaluating } from '../predictions/evaluate';
import type { DataPort, DataTask, PairsAnswer, PredictionsAnswer } from './ports';

/**
 * Reads data where it is called: for a thread that has nothing else to do, and for tests.
 *
 * @param pause lets a wish to stop be heard while much is computed
 */
export function inProcessData(
  files: Files,
  large: LargeFiles,
  pause: () => Promise<void> = () => Promise.resolve(),
): DataPort {
  const cache: FileCache = new Map();
  const evaluations: AnswerCache<PredictionsAnswer> = new Map();
  const pairs: AnswerCache<PairsAnswer> = new Map();
  const answer = answering(large, pause);
  return {
    files,
    // What takes tables apart is large, and most commands never ask for it.
    profile: async (request, task) => {
      const { profileTables } = await import('../data/profile-tables');
      return profileTables(request, { files: large, cache, ...task });
    },
    predictions: (request, task) =>
      answer({ request, paths: pathsOf(request), cache: evaluations }, task, async evaluating => {
        const { evaluate } = await import('../predictions/evaluate');
        return evaluate(request, evaluating);
      }),
    pairs: (request, task) =>
      answer({ request, paths: pairPathsOf(request), cache: pairs }, task, async evaluating => {
        const { comparePairs } = await import('../predictions/pairs');
        return comparePairs(request, evaluating);
      }),
  };
}

interface Asked<Answer> {
  readonly request: object;
  readonly paths: readonly string[];
  readonly cache: AnswerCache<Answer>;
}

function answering(large: LargeFiles, pause: () => Promise<void>) {
  return async <Answer extends Result<unknown, unknown>>(
    { cache, ...asked }: Asked<Answer>,
    { cancellation, onProgress }: DataTask,
    compute: (evaluating: Evaluating) => Promise<Answer>,
  ): Promise<Answer> => {
    const total = await bytesOf(asked.paths, large);
    let done = 0;
    const onBytes = (bytes: number): void => {
      onProgress(Math.min((done += bytes), total), total);
    };
    return answerOnce(cache, asked, large, () => compute({ files: large, cancellation, onBytes, pause }));
  };
}
