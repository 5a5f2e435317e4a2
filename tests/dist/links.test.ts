import { LinkChecker, LinkState } from 'linkinator';
import { beforeAll, expect, test } from 'vitest';
import { serve } from '../../src/commands/serve.ts';
import { site } from '../../src/site.ts';
import { distFolder, readBuiltFile } from '../support/built-site.ts';

let broken: string[] = [];
let reached = new Set<string>();

beforeAll(async () => {
  const { server, url } = await serve(distFolder, 0);
  const { links } = await new LinkChecker().check({
    path: [url],
    recurse: true,
    checkFragments: true,
    concurrency: 20,
    // On a busy machine a connection may be refused once; a page that is not there stays away.
    retryErrors: true,
    // Other hosts are not asked for anything, not even by a test.
    linksToSkip: (link) => Promise.resolve(!link.startsWith(url)),
  });
  server.closeAllConnections();
  server.close();
  broken = links.filter(({ state }) => state === LinkState.BROKEN).map(({ url: to, parent, status }) => `${parent ?? ''} → ${to} (${status ?? 'no answer'})`);
  reached = new Set(links.map(({ url: to }) => site.base + to.slice(url.length).replace(/[?#].*$/u, '')));
});

test('every link within the site, from home on, leads to a page and to a place in it', () => {
  expect(broken.map((line) => line.replaceAll(/http:\/\/127\.0\.0\.1:\d+/gu, ''))).toEqual([]);
});

test('every page of the site map can be reached by links alone', () => {
  const paths = [...readBuiltFile('sitemap.xml').matchAll(/<loc>([^<]+)<\/loc>/gu)].map(([, address = '']) => new URL(address).pathname);
  expect(paths.length).toBeGreaterThan(0);
  expect(paths.filter((path) => !reached.has(path))).toEqual([]);
});
