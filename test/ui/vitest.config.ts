import { defineConfig } from 'vitest/config';

/**
 * Clicks through VS Code: one browser and one server at a time, and time enough for a workbench to load. Three programs
 * that we did not write take part, so a test that fails is tried twice more; vitest says so, and a picture is kept.
 */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.test.ts'],
    fileParallelism: false,
    testTimeout: 90_000,
    retry: 2,
    hookTimeout: 120_000,
  },
});
