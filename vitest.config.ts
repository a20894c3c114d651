import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // A generous guard against hanging, not a measure of speed; the long forms run for minutes.
    testTimeout: process.env.REFERENT_LONG === undefined ? 30_000 : 1_800_000,
    hookTimeout: 120_000,
    retry: 0,
  },
});
