import { join, resolve } from 'node:path';

/** The project's root. */
export const ROOT = resolve(import.meta.dirname, '../..');

/** What tests and demos leave behind: pictures of failures, logs, results. Ignored by git. */
export const CACHE = join(ROOT, '.cache');
