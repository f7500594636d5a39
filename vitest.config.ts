import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts'],
    testTimeout: 20_000,
    // Files share the modules they import: loading these anew for each took most of the time. Nothing may rest on that.
    isolate: false,
  },
});
