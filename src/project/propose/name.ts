import type { Files } from '../../base/ports';
import { sectionsOf } from '../../evidence/file/sections';
import type { Proposed } from '../../manifest/propose/proposal';
import { nameOf } from '../paths';
import { readText } from '../text';
import type { Survey } from './survey';

const MOST_LENGTH = 80;

/** The title of the README, else the name in `pyproject.toml`, else that of the folder. */
export async function findName(files: Files, { root, files: all }: Survey): Promise<Proposed> {
  for (const [pattern, read, why] of SOURCES) {
    const path = all.find(file => pattern.test(file));
    const text = path === undefined ? undefined : await readText(files, `${root}/${path}`);
    const value = text?.ok ? read(text.value.text) : undefined;
    if (path !== undefined && value !== undefined) return { value, why: `${why} of ${path}` };
  }
  return { value: nameOf(root) || 'My project', why: 'the name of the folder' };
}

const SOURCES: readonly (readonly [RegExp, (text: string) => string | undefined, string])[] = [
  [/^readme(\.md|\.markdown)?$/i, titleOf, 'the title'],
  [/^pyproject\.toml$/, projectName, 'the name'],
];

/** The first heading, as text: without badges, links and emphasis. */
function titleOf(text: string): string | undefined {
  const title = sectionsOf(text)[0]
    ?.title.replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]*>|[*`]/g, '')
    .trim();
  return title === undefined || title === '' || title.length > MOST_LENGTH || /^read ?me$/i.test(title)
    ? undefined
    : title;
}

/** Of the table `project`, or Poetry's. */
function projectName(text: string): string | undefined {
  let table = '';
  for (const line of text.split(/\r\n|\r|\n/)) {
    table = /^\s*\[([^[\]]+)\]/.exec(line)?.[1]?.trim() ?? table;
    const name = /^\s*name\s*=\s*["']([^"']+)["']/.exec(line)?.[1];
    if (name !== undefined && (table === 'project' || table === 'tool.poetry')) return name;
  }
  return undefined;
}
