/** Pages with a limit, on the content as it is; `tests/nightly/grown-limits.test.ts` holds the same on grown content. */
import { expect, test } from 'vitest';
import { PAGE_SIZE } from '../../src/domain/list/paging.ts';
import { settings } from '../../src/site.ts';
import { readBuiltPages, readExportedEntries } from '../support/built-site.ts';
import { HEAVIEST, heavyFiles, LEAD_ON } from '../support/site-limits.ts';

const pages = new Map(readBuiltPages().map((page) => [page.path, page]));

test('no page and no file that a page loads is heavier than its kind may be', () => {
  expect(heavyFiles()).toEqual([]);
  expect(HEAVIEST.page).toBe(120 * 1024);
});

test('pages that only lead on are half a kilobyte', () => {
  const leading = [...pages.values()].filter(({ isRedirect, path }) => isRedirect && !path.startsWith('/id/'));
  expect(leading.length).toBeGreaterThan(100);
  expect(leading.filter(({ html }) => Buffer.byteLength(html) > LEAD_ON).map(({ path }) => path)).toEqual([]);
});

test.for(['policies', 'tolerance', 'practices', 'terms', 'mechanisms', 'situations'])(
  'the pages of %s lead from one to the next, hold every entry once, and have titles of their own',
  (collection) => {
    const entries = readExportedEntries().filter((entry) => entry.collection === collection);
    const seen: string[] = [];
    const titles = new Set<string>();
    let count = 0;
    for (let path: string | undefined = `/${collection}/`; path !== undefined; count += 1) {
      const html: string = pages.get(path)?.html ?? '';
      titles.add(/<title>([^<]*)/u.exec(html)?.[1] ?? '');
      const list = html.slice(html.indexOf('class="entry-cards'), html.indexOf('</ul>', html.indexOf('class="entry-cards')));
      seen.push(...[...list.matchAll(/<a href="([^"]+)"/gu)].map(([, address = '']) => address));
      const next: string | undefined = /rel="next" href="([^"]+)"/u.exec(html)?.[1]?.slice(settings.base.length - 1);
      expect(next === undefined || html.includes(`href="${settings.base}${collection}/`)).toBe(true);
      path = next;
    }
    expect(seen.toSorted()).toEqual(entries.map(({ url }) => settings.base.slice(0, -1) + url).toSorted());
    expect([count, titles.size]).toEqual([Math.ceil(entries.length / PAGE_SIZE), count]);
  },
);
