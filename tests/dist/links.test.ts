import { LinkChecker, LinkState } from 'linkinator';
import { beforeAll, expect, test } from 'vitest';
import { serve } from '../../src/commands/serve.ts';
import { distFolder, readBuiltPages } from '../support/built-site.ts';

/** A minute alone, several on a busy machine. */
const CRAWL_TIMEOUT = 600_000;

let broken: string[] = [];
let reached = new Set<string>();

beforeAll(async () => {
  const { server, url } = await serve(distFolder, 0);
  const check = async (path: string[], recurse: boolean) => {
    const { links } = await new LinkChecker().check({
      path,
      recurse,
      checkFragments: true,
      concurrency: 20,
      // A busy machine drops a connection now and then; a link is broken when it stays so.
      retryErrors: true,
      retryErrorsCount: 5,
      retryErrorsJitter: 500,
      // Other hosts are not asked for anything, not even by a test.
      linksToSkip: (link) => Promise.resolve(!link.startsWith(url)),
    });
    return links;
  };
  const fromHome = await check([url], true);
  reached = new Set(fromHome.map(({ url: to }) => to.slice(url.length - 1).replace(/[?#].*$/u, '')));
  const rest = readBuiltPages().filter(({ path }) => !reached.has(path));
  const unlinked = await check(
    rest.map(({ path }) => url.slice(0, -1) + path),
    false,
  );
  server.closeAllConnections();
  server.close();
  broken = [...fromHome, ...unlinked]
    .filter(({ state }) => state === LinkState.BROKEN)
    .map(({ url: to, parent, status }) => `${parent ?? ''} → ${to} (${status ?? 'no answer'})`);
}, CRAWL_TIMEOUT);

test('every link on every page, linked or not, leads to a page and to a place in it', () => {
  expect(broken.map((line) => line.replaceAll(/http:\/\/127\.0\.0\.1:\d+/gu, ''))).toEqual([]);
});

test('every page to read can be reached from home by links alone', () => {
  const pages = readBuiltPages().filter(({ isRedirect, path }) => !isRedirect && path !== '/404.html');
  expect(pages.length).toBeGreaterThan(0);
  expect(pages.filter(({ path }) => !reached.has(path)).map(({ path }) => path)).toEqual([]);
});
