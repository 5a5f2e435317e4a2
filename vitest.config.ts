/** Kinds of tests: what needs only code, what builds a small site, what reads the built site, and what drives a browser over it. */
import { defineConfig } from 'vitest/config';
import { patience } from './tests/support/patience.ts';

/** `npm test` runs several projects side by side and gives each its share of the machine. */
const SHARE = Number(process.env['TEST_WORKERS']) || undefined;

/** A build takes a core by itself, and so does a browser: more than two at a time only makes each of them slow. */
const FEW = SHARE ?? 2;

/**
 * What keeps the processor busy takes as long as the machine's other work lets it: thirty times as long was seen at a load of 25 to 47. So these end only
 * what hangs; what has to be quick is measured in seconds of the processor, as in `tests/content/hostile.test.ts`. Hooks do the same work as tests.
 */
const PATIENT = { testTimeout: 180_000, hookTimeout: 180_000 };
/** A build before the tests takes ten seconds of the processor. */
const A_BUILD = 600_000;

export default defineConfig({
  test: {
    globalSetup: 'tests/support/temporary-folder.ts',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts', 'tests/content/**/*.test.ts'],
          ...PATIENT,
          // The modules are read once for all files, which halves the time: what a test stubs, it gives back.
          isolate: false,
          ...(SHARE && { maxWorkers: SHARE }),
        },
      },
      // Each builds the small site of the fixtures, once or a few times.
      { test: { name: 'builds', include: ['tests/builds/**/*.test.ts'], testTimeout: A_BUILD, hookTimeout: A_BUILD, maxWorkers: FEW } },
      // Without isolation: the thousands of pages are parsed once.
      {
        test: {
          name: 'dist',
          include: ['tests/dist/**/*.test.ts'],
          ...PATIENT,
          isolate: false,
          maxWorkers: FEW,
        },
      },
      // Other servers than the project's own, and the small site built for a sub-path.
      {
        test: {
          name: 'hosting',
          include: ['tests/hosting/**/*.test.ts'],
          exclude: process.env['ALL_KINDS'] ? [] : ['tests/hosting/caddy-apache.test.ts'],
          testTimeout: 120_000,
          hookTimeout: A_BUILD,
          isolate: false,
          maxWorkers: FEW,
        },
      },
      // What a change hardly ever breaks and what takes long: `npm run test:nightly`.
      { test: { name: 'nightly', include: ['tests/nightly/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 900_000 } },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 60_000 * patience(),
          hookTimeout: 60_000 * patience(),
          // One browser for all files, and the modules read once.
          isolate: false,
          expect: { poll: { timeout: 15_000 * patience() } },
          maxWorkers: FEW,
        },
      },
    ],
  },
});
