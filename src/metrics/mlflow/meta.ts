import { isMap, isScalar, parseDocument } from 'yaml';
import type { Files } from '../../base/ports';
import { START_OF_FILE } from '../../base/place';
import { fail, ok } from '../../base/result';
import type { Problem, ReadFailure, Result } from '../../base/result';

/** A `meta.yaml` of MLflow: one flat mapping. */
export type Meta = ReadonlyMap<string, unknown>;

/** Reads a `meta.yaml`; the failure is a sentence for the user, without the path. */
export async function readMeta(files: Files, file: string): Promise<Result<Meta, ReadFailure>> {
  const read = await files.read(file);
  if (!read.ok) return read;
  const meta = parseMeta(textOf(read.value));
  return meta ? ok(meta) : fail({ kind: 'not-text', message: 'it is not a mapping in YAML' });
}

/** `undefined` for what is no mapping, such as a file that is being written. */
export function parseMeta(text: string): Meta | undefined {
  return plainMeta(text) ?? anyMeta(text);
}

/** Words and numbers as MLflow writes them, which mean the same to every reader of YAML. */
const PLAIN = /^([a-z_]+): (?:'([^'\\]*)'|(-?\d{1,15})|(null|'')|([A-Za-z_/][\w./-]*(?: [\w./-]+)*))$/;
/** Plain words that are no texts. */
const NO_TEXT = /^(null|true|false|yes|no|on|off|y|n)$/i;

/** Nearly all files of a store hold `key: value` on each line: a tenth of the time. `undefined` for any other. */
function plainMeta(text: string): Meta | undefined {
  const meta = new Map<string, unknown>();
  for (const line of text.split(/\r?\n/)) {
    if (line === '' || line === 'tags: []') continue;
    const [, key, quoted, number, none, word] = PLAIN.exec(line) ?? [];
    if (key === undefined || meta.has(key) || (word !== undefined && NO_TEXT.test(word))) return undefined;
    if (none !== undefined) meta.set(key, none === 'null' ? null : '');
    else meta.set(key, number === undefined ? (quoted ?? word) : Number(number));
  }
  return meta.size > 0 ? meta : undefined;
}

function anyMeta(text: string): Meta | undefined {
  const document = parseDocument(text, { logLevel: 'silent', uniqueKeys: false, prettyErrors: false });
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  return new Map(
    document.contents.items.flatMap(({ key, value }) =>
      isScalar(key) ? [[String(key.value), isScalar(value) ? value.value : undefined] as const] : [],
    ),
  );
}

/** Deleted runs stay where they are until MLflow's garbage collection. */
export function isDeleted(meta: Meta): boolean {
  return textIn(meta, 'lifecycle_stage') === 'deleted';
}

/** What is said of a run or experiment whose `meta.yaml` cannot be read. */
export function badMeta(folder: string, { message }: ReadFailure): Problem {
  const place = { file: `${folder}/meta.yaml`, range: START_OF_FILE };
  return {
    code: 'bad-meta',
    severity: 'warning',
    message: `This run or experiment of MLflow is left out: ${message}.`,
    place,
  };
}

/** A text, or a number where it was written without quotes, as ids of very old stores are. */
export function textIn(meta: Meta, key: string): string | undefined {
  const value = meta.get(key);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Milliseconds since 1970 as a time in ISO 8601; `undefined` for `null`, and for what is no time. */
export function timeIn(meta: Meta, key: string): string | undefined {
  const value = meta.get(key);
  if (typeof value !== 'number' || !(value > 0) || value > 8.64e15) return undefined;
  return new Date(value).toISOString();
}

/** UTF-8 without a byte order mark; MLflow writes nothing else. */
export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
