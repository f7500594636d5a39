import type { OpenFile } from '../base/ports';
import type { Result } from '../base/result';
import { ok } from '../base/result';
import type { FileSummary, Summarising } from './summarise-file';
import { summariseFile } from './summarise-file';
import { planKey } from './summary/plan';
import type { TableProblem } from './table/batch';

/**
 * Summaries of files by their path, as long as the content is the same and the same is looked for: a file whose stamp did
 * not change is not read again, one whose content did not change is not taken apart again.
 */
export type FileCache = Map<string, CachedFile>;

interface CachedFile {
  readonly stamp: string;
  readonly fingerprint: string;
  readonly key: string;
  readonly summary: FileSummary;
}

export async function summariseOnce(
  cache: FileCache,
  file: OpenFile,
  path: string,
  summarising: Summarising,
): Promise<Result<FileSummary, TableProblem>> {
  const key = JSON.stringify([planKey(summarising.plan), summarising.division ?? null, summarising.own]);
  const before = cache.get(path);
  if (before?.key === key && (await stands(before, file))) {
    cache.set(path, { ...before, stamp: file.stamp });
    summarising.onBytes(file.size);
    return ok(before.summary);
  }
  cache.delete(path);
  const summary = await summariseFile(file, path, summarising);
  const fingerprint = summary.ok ? await file.fingerprint() : undefined;
  if (summary.ok && fingerprint?.ok) {
    cache.set(path, { stamp: file.stamp, fingerprint: fingerprint.value, key, summary: summary.value });
  }
  return summary;
}

async function stands({ stamp, fingerprint }: CachedFile, file: OpenFile): Promise<boolean> {
  if (stamp === file.stamp) return true;
  const now = await file.fingerprint();
  return now.ok && now.value === fingerprint;
}
