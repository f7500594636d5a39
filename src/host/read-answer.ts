import type { NetworkFailure } from '../base/ports';
import type { Result } from '../base/result';
import { fail, ok } from '../base/result';

/** The whole text of an answer, as long as it stays below so many bytes. Throws where the connection breaks off. */
export async function readWhole(response: Response, most: number): Promise<Result<string, NetworkFailure>> {
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let size = 0;
  for await (const part of piecesOf(response)) {
    size += part.length;
    if (size > most) return fail(tooLarge(most));
    parts.push(decoder.decode(part, { stream: true }));
  }
  parts.push(decoder.decode());
  return ok(parts.join(''));
}

async function* piecesOf({ body }: Response): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  if (!reader) return;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      if (value instanceof Uint8Array) yield value;
    }
  } finally {
    // Whoever stops here wants no more of it.
    await reader.cancel().catch(() => undefined);
  }
}

function tooLarge(most: number): NetworkFailure {
  const megabytes = Math.round(most / 1024 / 1024);
  return { kind: 'too-large', message: `one of its answers is larger than ${megabytes} MB` };
}
