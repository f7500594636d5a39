import type { Files } from '../../base/ports';
import { eachLimited } from './limited';
import { textOf } from './meta';

/** One file of a folder whose files are values: its name there, and its text. */
export interface NamedText extends Named {
  /** `undefined` for a file that could not be read; then `failure` says why. */
  readonly text?: string;
}

export interface NamedBytes extends Named {
  /** `undefined` for a file that could not be read; then `failure` says why. */
  readonly bytes?: Uint8Array;
}

interface Named {
  /** With `/` where the name holds folders, as in `val/loss`. */
  readonly name: string;
  readonly file: string;
  readonly failure?: string;
}

/** A name with more folders than this is no name. */
const MAX_DEPTH = 8;

/** The files below a folder such as `params`; none where Git has dropped the empty folder. */
export async function namedTexts(files: Files, folder: string): Promise<readonly NamedText[]> {
  return namedFiles(files, folder, (named, bytes) => (bytes ? { ...named, text: textOf(bytes) } : named));
}

/** The same where a file may be long, as those below `metrics` are. */
export async function namedBytes(files: Files, folder: string): Promise<readonly NamedBytes[]> {
  return namedFiles(files, folder, (named, bytes) => (bytes ? { ...named, bytes } : named));
}

async function namedFiles<T>(
  files: Files,
  folder: string,
  make: (named: Named, bytes?: Uint8Array) => T,
): Promise<readonly T[]> {
  return eachLimited(await namesBelow(files, folder, '', 0), async name => {
    const file = `${folder}/${name}`;
    const read = await files.read(file);
    return read.ok ? make({ name, file }, read.value) : make({ name, file, failure: read.failure.message });
  });
}

async function namesBelow(
  files: Files,
  folder: string,
  prefix: string,
  depth: number,
): Promise<readonly string[]> {
  const names: string[] = [];
  for (const name of await files.list(`${folder}/${prefix}`.replace(/\/$/, ''))) {
    if (!name.endsWith('/')) names.push(`${prefix}${name}`);
    else if (depth < MAX_DEPTH)
      names.push(...(await namesBelow(files, folder, `${prefix}${name}`, depth + 1)));
  }
  return names;
}

/** As a record; what could not be read is left out. */
export function recordOf(texts: readonly NamedText[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    texts.flatMap(({ name, text }) => (text === undefined ? [] : [[name, text.trimEnd()] as const])),
  );
}
