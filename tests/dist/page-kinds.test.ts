import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pageKinds } from '../support/page-kinds.ts';
import { readBuiltPages } from '../support/built-site.ts';

const ROUTES = globSync('**/*.astro', { cwd: join(import.meta.dirname, '../../src/pages') })
  .map((file) => file.replaceAll('\\', '/'))
  // The error page answers for every address that has no other; a number and an old address only lead on. Other units' libraries are listed where
  // some are gathered: tests/hosting/units.test.ts opens those pages.
  .filter((file) => file !== '404.astro' && file !== '[...moved].astro' && !/^(?:id|units)\//u.test(file));

test.for(ROUTES)('the page kinds that the browser tests walk through include one of %s', (route) => {
  expect(pageKinds().some(({ path }) => patternOf(route).test(path))).toBe(true);
});

test('every page kind with an address of its own is a page of the site', () => {
  const built = new Set(readBuiltPages().map(({ path }) => path));
  const paths = pageKinds().flatMap(({ path, status }) => (status ? [] : [path.replace(/\?.*$/u, '')]));
  expect(paths.filter((path) => !built.has(path))).toEqual([]);
});

/** The addresses of a route: `[collection]/index.astro` stands for `/practices/`. */
function patternOf(route: string): RegExp {
  const path = `/${route.replace(/(?:index)?\.astro$/u, '')}`.replace(/(?<!\/)$/u, '/');
  const pattern = path.replaceAll(/\[(\.{3})?[^\]]+\](\/?)/gu, (_, rest: string | undefined, slash: string) =>
    rest ? '(?:[^/]+/)*' : `[^/]+${slash}`,
  );
  return new RegExp(`^${pattern}(?:\\?.*)?$`, 'u');
}
