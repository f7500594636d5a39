import type { Cancellation } from '../base/ports';
import type { Result } from '../base/result';
import { fail, ok } from '../base/result';
import { feedGit } from './git';

/** Bytes of one content that is read, and of all of them. */
const MOST_EACH = 10 << 20;
const MOST_TOGETHER = 128 << 20;

/**
 * The contents of Git's names for them (`<commit>:./<file>`), in their order; equal contents are the same bytes. The failure of one is a
 * clause. The sizes are asked first, so that nothing large is given out.
 */
export async function blobsOf(
  folder: string,
  names: readonly string[],
  cancellation: Cancellation,
): Promise<Result<readonly Result<Uint8Array, string>[], string>> {
  const checked = await feedGit(folder, ['cat-file', '--batch-check'], {
    input: linesOf(names),
    most: 64 << 20,
    cancellation,
  });
  if (!checked.ok) return checked;
  const heads = new TextDecoder().decode(checked.value).split('\n');
  const objects = names.map((_, at) => judged(heads[at] ?? ''));
  const wanted = withinBudget(objects);
  const given = await feedGit(folder, ['cat-file', '--batch'], {
    input: linesOf([...wanted.keys()]),
    most: MOST_TOGETHER + names.length * HEAD_BYTES,
    cancellation,
  });
  if (!given.ok) return given;
  const contents = contentsIn(given.value);
  return ok(
    objects.map(object => {
      if (!object.ok) return object;
      const content = contents.get(object.value.id);
      return content ? ok(content) : fail('all versions together are too large to be read');
    }),
  );
}

/** `<hash> blob <size>` and a line end, with room to spare for longer hashes. */
const HEAD_BYTES = 128;

const linesOf = (names: readonly string[]): string => names.map(name => `${name}\n`).join('');

interface Blob {
  readonly id: string;
  readonly size: number;
}

/** What Git says of a name: `<hash> blob <size>`, or that it is missing. */
function judged(line: string): Result<Blob, string> {
  const [id = '', kind, size] = line.split(' ');
  if (kind !== 'blob') return fail('the commit removed the file, or made a folder of it');
  const bytes = Number(size);
  if (bytes > MOST_EACH) return fail(`it was ${Math.round(bytes / (1 << 20))} MB, too large for metrics`);
  return ok({ id, size: bytes });
}

/** Contents that are asked for, each once; the latest first, as long as they are not too much together. */
function withinBudget(objects: readonly Result<Blob, string>[]): ReadonlyMap<string, number> {
  const wanted = new Map<string, number>();
  let left = MOST_TOGETHER;
  for (const object of objects) {
    if (!object.ok || wanted.has(object.value.id)) continue;
    left -= object.value.size;
    if (left < 0) break;
    wanted.set(object.value.id, object.value.size);
  }
  return wanted;
}

/** `<hash> blob <size>`, a line end, the content, a line end; one after the other. */
function contentsIn(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const contents = new Map<string, Uint8Array>();
  for (let at = 0; at < bytes.length;) {
    const lineEnd = bytes.indexOf(10, at);
    if (lineEnd < 0) break;
    const [id = '', , size = ''] = new TextDecoder().decode(bytes.subarray(at, lineEnd)).split(' ');
    const end = lineEnd + 1 + Number(size);
    if (!(end <= bytes.length)) break;
    contents.set(id, bytes.subarray(lineEnd + 1, end));
    at = end + 1;
  }
  return contents;
}
