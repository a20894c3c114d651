import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // A generous guard against hanging, not a measure of speed.
    testTimeout: 30_000,
    hookTimeout: 120_000,
    retry: 0,
  },
});
