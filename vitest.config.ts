import { defineConfig } from 'vitest/config';

const isLong = process.env.REFERENT_LONG !== undefined;

/** The tests of files that match, run after all those of a lower `order`. */
const group = (name: string, order: number, include: string[], exclude: string[], maxWorkers: number | string) => ({
  extends: true as const,
  test: { name, include, exclude, maxWorkers, sequence: { groupOrder: order } },
});

export default defineConfig({
  test: {
    globalSetup: 'test/support/built-sources.ts',
    setupFiles: isLong ? ['test/support/more-examples.ts'] : [],
    // Generous guards against hanging, not measures of speed: a small machine at full load takes five times as long. The long
    // forms run for minutes.
    testTimeout: isLong ? 1_800_000 : 300_000,
    hookTimeout: 300_000,
    retry: 0,
    projects: [
      // Vitest leaves one core idle; many tests wait for a process of their own, so that all cores are of use.
      group('parts', 0, ['test/**/*.test.ts'], ['test/e2e/**'], '100%'),
      // A bot, a chat client and a browser each: they are a machine's work by themselves.
      group('e2e', 1, ['test/e2e/**/*.test.ts'], [], 1),
    ],
  },
});
