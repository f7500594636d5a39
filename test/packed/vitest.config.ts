import { defineConfig } from 'vitest/config';

/** What users install, from the tarball. */
export default defineConfig({
  test: { root: import.meta.dirname, include: ['*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});
