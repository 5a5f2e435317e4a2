/** Kinds of tests: what needs only code, what builds a small site, what reads the built site, and what drives a browser over it. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      // A busy machine is no failure: reading all the content takes a second alone and many when others work beside it.
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts', 'tests/content/**/*.test.ts'], testTimeout: 30_000 } },
      // Each builds the small site of the fixtures, once or a few times.
      { test: { name: 'builds', include: ['tests/builds/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000, maxWorkers: 2 } },
      { test: { name: 'dist', include: ['tests/dist/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 } },
      // Other servers than the project's own, and the site built a second time for a sub-path.
      { test: { name: 'hosting', include: ['tests/hosting/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 300_000 } },
      // What a change hardly ever breaks and what takes long: `npm run test:nightly`.
      { test: { name: 'nightly', include: ['tests/nightly/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 900_000 } },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 15_000 } },
          // A browser takes a core by itself: more than two at a time only makes each of them slow.
          maxWorkers: 2,
        },
      },
    ],
  },
});
