import { defineConfig } from 'vitest/config';

/** Report pages in a real browser, under the policy that they have in VS Code. */
export default defineConfig({
  test: {
    include: ['test/page/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
