import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/built-sources.ts',
    // Vitest leaves one core idle; many tests wait for a process or a browser of their own, so that all cores are of use.
    maxWorkers: '100%',
    // A generous guard against hanging, not a measure of speed; the long forms run for minutes.
    testTimeout: process.env.REFERENT_LONG === undefined ? 30_000 : 1_800_000,
    hookTimeout: 120_000,
    retry: 0,
  },
});
