import type { LargeFiles } from '../base/ports';
import type { PredictionsRequest } from './request';

/** How many bytes a request has to read; the beginnings of files, which are looked at first, do not count. */
export async function bytesOf(
  { files, truth, rival }: PredictionsRequest,
  large: LargeFiles,
): Promise<number> {
  const again = rival && !rival.files ? files : [];
  let bytes = 0;
  for (const path of [...files, ...(truth?.files ?? []), ...(rival?.files ?? again)]) {
    const opened = await large.open(path);
    if (!opened.ok) continue;
    bytes += opened.value.size;
    await opened.value.close();
  }
  return bytes;
}
