import { defineConfig } from 'vitest/config';

/** What takes minutes: large corpora. */
export default defineConfig({ test: { root: import.meta.dirname, include: ['*.test.ts'] } });
