import type { LargeFiles } from '../base/ports';
import type { PairsRequest, PredictionsRequest } from './request';

/** The files that a request reads, each as often as it does. */
export function pathsOf({ files, truth, rival }: PredictionsRequest): readonly string[] {
  const again = rival && !rival.files ? files : [];
  return [...files, ...(truth?.files ?? []), ...(rival?.files ?? again)];
}

export function pairPathsOf({ first, others }: PairsRequest): readonly string[] {
  return [first, ...others].flatMap(pathsOf);
}

/** How many bytes are to be read; the beginnings of files, which are looked at first, do not count. */
export async function bytesOf(paths: readonly string[], large: LargeFiles): Promise<number> {
  let bytes = 0;
  for (const path of paths) {
    const opened = await large.open(path);
    if (!opened.ok) continue;
    bytes += opened.value.size;
    await opened.value.close();
  }
  return bytes;
}
