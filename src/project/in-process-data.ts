import type { Files, LargeFiles } from '../base/ports';
import type { FileCache } from '../data/file-cache';
import type { EvaluationCache } from '../predictions/evaluate-once';
import type { DataPort } from './ports';

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
  const evaluations: EvaluationCache = new Map();
  return {
    files,
    // What takes tables apart is large, and most commands never ask for it.
    profile: async (request, task) => {
      const { profileTables } = await import('../data/profile-tables');
      return profileTables(request, { files: large, cache, ...task });
    },
    predictions: async (request, { cancellation, onProgress }) => {
      const { evaluateOnce } = await import('../predictions/evaluate-once');
      const { bytesOf } = await import('../predictions/bytes');
      const total = await bytesOf(request, large);
      let done = 0;
      const onBytes = (bytes: number): void => {
        onProgress(Math.min((done += bytes), total), total);
      };
      return evaluateOnce(evaluations, request, { files: large, cancellation, onBytes, pause });
    },
  };
}
