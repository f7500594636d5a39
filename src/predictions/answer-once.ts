import type { LargeFiles } from '../base/ports';
import type { Result } from '../base/result';

/** Answers by what was asked, as long as no file of theirs changes. */
export type AnswerCache<Answer> = Map<string, { readonly stamps: string; readonly answer: Answer }>;

/** So many are kept: those that were asked last. */
const MOST_KEPT = 8;

/** What files answer to a request: those whose stamps did not change are not read again. */
export async function answerOnce<Answer extends Result<unknown, unknown>>(
  cache: AnswerCache<Answer>,
  { request, paths }: { readonly request: object; readonly paths: readonly string[] },
  large: LargeFiles,
  answerTo: () => Promise<Answer>,
): Promise<Answer> {
  const key = JSON.stringify(request);
  const stamps = await stampsOf(paths, large);
  const before = cache.get(key);
  cache.delete(key);
  if (before && before.stamps === stamps) {
    cache.set(key, before);
    return before.answer;
  }
  const answer = await answerTo();
  // What was stopped, or changed while it was read, is read anew.
  if (answer.ok && stamps === (await stampsOf(paths, large))) cache.set(key, { stamps, answer });
  for (const old of [...cache.keys()].slice(0, -MOST_KEPT)) cache.delete(old);
  return answer;
}

async function stampsOf(paths: readonly string[], large: LargeFiles): Promise<string> {
  const stamps: string[] = [];
  for (const path of paths) {
    const opened = await large.open(path);
    stamps.push(opened.ok ? opened.value.stamp : opened.failure.message);
    if (opened.ok) await opened.value.close();
  }
  return JSON.stringify(stamps);
}
