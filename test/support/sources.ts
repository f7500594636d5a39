import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root, as the tests see it. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A file's text by its path relative to the root. */
export function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Paths relative to the root, with `/`, sorted, of all files under `folder` whose name ends in one of `endings`. */
export function filesUnder(folder: string, ...endings: readonly string[]): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && endings.some(ending => entry.name.endsWith(ending)))
    .map(entry => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter(path => !path.includes('node_modules/'))
    .sort();
}
