import type { Files } from '../base/ports';
import type { Result } from '../base/result';
import { fail, ok } from '../base/result';
import { formatOf, READABLE } from '../data/table/format';
import { expand, isGlob } from '../evidence/file/expand';
import { resolve } from './paths';

/** The files of one logical table, or a sentence why there are none. */
export type TableFiles = Result<readonly string[], string>;

/** More parts than a table is written in. */
const MAX_FILES = 10_000;
/** Beside each part there may be a checksum. */
const MAX_ENTRIES = 25_000;

/** The files that a path means: itself, those that a glob matches, or those in a folder that are tables of one format. */
export async function tableFiles(files: Files, root: string, path: string): Promise<TableFiles> {
  if (isGlob(path)) return globbed(files, root, path);
  const whole = resolve(root, path);
  const stat = await files.stat(whole);
  // Why it is not there, or must not be read, is said when it is opened.
  if (stat?.kind !== 'directory') return ok([whole]);
  const inside = await expand(files, whole, '**/*', MAX_ENTRIES);
  return inside.whole ? oneFormat(tablesIn(whole, inside.found)) : fail(NOT_WHOLE);
}

/** A pattern may begin outside of the project: its folder is looked for first. */
async function globbed(files: Files, root: string, path: string): Promise<TableFiles> {
  const parts = path.split('/');
  const first = parts.findIndex(isGlob);
  const base = resolve(root, parts.slice(0, first).join('/') || '.');
  const expanded = await expand(files, base, parts.slice(first).join('/'), MAX_ENTRIES);
  // A part of a table is not that table.
  if (!expanded.whole) return fail(NOT_WHOLE);
  const found = [...expanded.found].sort();
  if (found.length === 0) return fail('no file matches it');
  return found.length > MAX_FILES ? fail(TOO_MANY) : ok(found);
}

function tablesIn(folder: string, found: readonly string[]): readonly string[] {
  return found.filter(file => formatOf(file) !== undefined && !isHidden(folder, file)).sort();
}

/** Spark writes `_SUCCESS` and `.part.crc` beside the parts of a table. */
function isHidden(folder: string, file: string): boolean {
  return file
    .slice(folder.length + 1)
    .split('/')
    .some(part => /^[._]/.test(part));
}

function oneFormat(found: readonly string[]): Result<readonly string[], string> {
  const [first] = found;
  if (first === undefined) {
    return fail(
      `the folder holds no ${READABLE}; for images or texts name a table of them in \`data.index\``,
    );
  }
  if (found.length > MAX_FILES) return fail(TOO_MANY);
  const other = found.find(file => formatOf(file) !== formatOf(first));
  return other === undefined
    ? ok(found)
    : fail(
        `the folder holds tables of several formats; name those of one by a glob such as *${extension(first)}`,
      );
}

const NOT_WHOLE = 'more lies there, or deeper, than is looked through; name its files by a narrower path';
const TOO_MANY = `it means more than ${MAX_FILES.toLocaleString('en-US')} files`;

const extension = (file: string): string => file.slice(file.lastIndexOf('.'));
