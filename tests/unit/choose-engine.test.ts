/** Which engine answers, where this server turns out to refuse Pagefind's files. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const MOCKED = ['current-index', 'stored-index', 'pagefind-engine', 'positional-engine'].map(
  (name) => `../../src/search/engine/${name}.ts`,
);

/** Files of tests share their modules: what is exchanged here is as it was for the next. */
beforeEach(() => {
  vi.resetModules();
  const [current = '', stored = '', pagefind = '', positional = ''] = MOCKED;
  vi.doMock(current, () => ({ runsPagefind: () => true }));
  vi.doMock(stored, () => ({ hasIndex: () => Promise.resolve(true) }));
  vi.doMock(pagefind, () => ({
    createPagefindEngine: () => ({
      open: () => Promise.reject(new Error('refused')),
      search: async (phrase: string) => {
        await new Promise((resume) => setTimeout(resume, phrase.length));
        throw new Error('refused');
      },
    }),
  }));
  vi.doMock(positional, () => ({
    createPositionalEngine: () => ({ search: (phrase: string) => Promise.resolve([{ key: phrase }]) }),
  }));
  vi.stubGlobal('location', { protocol: 'http:' });
});

afterEach(() => {
  for (const path of MOCKED) vi.doUnmock(path);
  vi.resetModules();
  vi.unstubAllGlobals();
});

test('questions that are asked at once are all answered by our own index, also those that fail after it was turned to', async () => {
  const { createSearchEngine } = await import('../../src/search/engine/choose-engine.ts');
  const engine = createSearchEngine('/');
  const answers = await Promise.allSettled(['a', 'b'.repeat(80)].map((phrase) => engine.search(phrase)));
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  await expect(engine.search('c')).resolves.toEqual([{ key: 'c' }]);
});
