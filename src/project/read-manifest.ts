import type { Files } from '../base/ports';
import type { LoadedManifest } from './loaded-manifest';
import { readText } from './text';

/** Reads a manifest with the lifecycle it names; `undefined` when it is not there. */
export async function readManifest(files: Files, file: string): Promise<LoadedManifest | undefined> {
  const read = await readText(files, file);
  if (!read.ok && read.failure.kind === 'missing') return undefined;
  if (!read.ok) return { file, bytes: 0, content: { ok: false, reason: read.failure.message } };
  const { text, bytes } = read.value;
  // A folder without a manifest does not need to know how to read one.
  const { understand } = await import('./understand');
  return { file, bytes, content: { ok: true, ...(await understand(files, file, text)) } };
}
