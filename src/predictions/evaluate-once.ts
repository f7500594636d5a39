import type { LargeFiles } from '../base/ports';
import type { PredictionsAnswer } from './facts';
import type { Evaluating } from './evaluate';
import { evaluate } from './evaluate';
import type { PredictionsRequest } from './request';

/** Evaluations by what was asked, as long as no file of theirs changes. */
export type EvaluationCache = Map<string, { readonly stamps: string; readonly answer: PredictionsAnswer }>;

/** So many are kept: those that were asked last. */
const MOST_KEPT = 8;

/** Files whose stamps did not change are not evaluated again. */
export async function evaluateOnce(
  cache: EvaluationCache,
  request: PredictionsRequest,
  evaluating: Evaluating,
): Promise<PredictionsAnswer> {
  const key = JSON.stringify(request);
  const stamps = await stampsOf(request, evaluating.files);
  const before = cache.get(key);
  cache.delete(key);
  if (before && before.stamps === stamps) {
    cache.set(key, before);
    return before.answer;
  }
  const answer = await evaluate(request, evaluating);
  // What was stopped, or changed while it was read, is read anew.
  if (answer.ok && stamps === (await stampsOf(request, evaluating.files))) cache.set(key, { stamps, answer });
  for (const old of [...cache.keys()].slice(0, -MOST_KEPT)) cache.delete(old);
  return answer;
}

async function stampsOf({ files, truth, rival }: PredictionsRequest, large: LargeFiles): Promise<string> {
  const stamps: string[] = [];
  for (const path of [...files, ...(truth?.files ?? []), ...(rival?.files ?? [])]) {
    const opened = await large.open(path);
    stamps.push(opened.ok ? opened.value.stamp : opened.failure.message);
    if (opened.ok) await opened.value.close();
  }
  return JSON.stringify(stamps);
}
