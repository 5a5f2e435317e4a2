/** Which engine answers, where this server turns out to refuse Pagefind's files. */
import { beforeAll, expect, test, vi } from 'vitest';
import { createSearchEngine } from '../../src/search/engine/choose-engine.ts';

vi.mock('../../src/search/engine/current-index.ts', () => ({ runsPagefind: () => true }));
vi.mock('../../src/search/engine/stored-index.ts', () => ({ hasIndex: () => Promise.resolve(true) }));
vi.mock('../../src/search/engine/pagefind-engine.ts', () => ({
  createPagefindEngine: () => ({
    open: () => Promise.reject(new Error('refused')),
    search: async (phrase: string) => {
      await new Promise((resume) => setTimeout(resume, phrase.length));
      throw new Error('refused');
    },
  }),
}));
vi.mock('../../src/search/engine/positional-engine.ts', () => ({
  createPositionalEngine: () => ({ search: (phrase: string) => Promise.resolve([{ key: phrase }]) }),
}));

beforeAll(() => {
  vi.stubGlobal('location', { protocol: 'http:' });
  return () => vi.unstubAllGlobals();
});

test('questions that are asked at once are all answered by our own index, also those that fail after it was turned to', async () => {
  const engine = createSearchEngine('/');
  const answers = await Promise.allSettled(['a', 'b'.repeat(80)].map((phrase) => engine.search(phrase)));
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  await expect(engine.search('c')).resolves.toEqual([{ key: 'c' }]);
});
