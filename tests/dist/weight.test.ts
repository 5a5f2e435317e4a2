import { describe, expect, test } from 'vitest';
import { readBuiltPages, readExportedEntries } from '../support/built-site.ts';
import { BOOK_LIMIT, createScale, limitOf, SHARED_LIMIT, weighRows } from '../support/page-weight.ts';

const weigh = createScale();
const pages = readBuiltPages().filter(({ isRedirect }) => !isRedirect);
const weights = readExportedEntries().map(({ id, collection, url }) => ({ id, collection, ...weigh(url) }));
const regions = pages.filter(({ path }) => /^\/regions\/(?:[^/]+\/)?$/u.test(path)).map(({ path }) => ({ id: path, ...weigh(path) }));
const home = { id: '/', ...weigh('/') };

test('no entry page weighs more than 12 KB, a statute, a course or a source no more than 15 KB', () => {
  const heavy = weights.filter(({ collection, html }) => html > limitOf(collection));
  expect(heavy.map(({ id, html }) => `${id}: ${html}`)).toEqual([]);
});

test('the home page and the pages of regions weigh no more than 15 KB with their styles and scripts', () => {
  expect(regions.length).toBeGreaterThan(100);
  const heavy = [home, ...regions].filter(({ total }) => total > BOOK_LIMIT);
  expect(heavy.map(({ id, total }) => `${id}: ${total}`)).toEqual([]);
});

test('no more than one entry in fifteen weighs more than 15 KB with its styles and scripts', () => {
  const heavy = weights.filter(({ total }) => total > BOOK_LIMIT);
  expect(heavy.length).toBeLessThanOrEqual(weights.length / 15);
});

test('what pages share, styles and scripts, weighs no more than 8 KB on any of them', () => {
  const heavy = weights.filter(({ css, js }) => css + js > SHARED_LIMIT);
  expect(heavy.map(({ id, css, js }) => `${id}: ${css} + ${js}`)).toEqual([]);
});

/**
 * Of the 200 KB that a first search may cost at a thousand entries (`npm run bench:scale`) these are what every one of them needs: with 3 KB more the
 * longest questions are beyond it.
 */
const SEARCH_LIMIT = { html: 7.5 * 1024, css: 7 * 1024, js: 43.5 * 1024 };

test('the search page leaves the index its share of what a first search may cost', () => {
  const { html, css, js } = weigh('/search/');
  expect({ html: html <= SEARCH_LIMIT.html, css: css <= SEARCH_LIMIT.css, js: js <= SEARCH_LIMIT.js }, `${html} + ${css} + ${js}`).toEqual({
    html: true,
    css: true,
    js: true,
  });
});

test('a page with all its parts is counted: each has a page, styles and scripts', () => {
  for (const { id, html, css, js } of weights) expect([id, html > 1000, css > 1000, js > 500]).toEqual([id, true, true, true]);
});

/**
 * Bytes of a row by itself, and with its share of what stands on the pages beside the rows: what the site has, and a little more. Nine tenths of a row
 * are its words; more than this shows that something has come to be repeated.
 */
const ROWS = [
  { path: '/problems/', row: 126, page: 236 },
  { path: '/causes/', row: 135, page: 376 },
  { path: '/measures/', row: 118, page: 176 },
  { path: '/mechanisms/', row: 145, page: 270 },
  { path: '/practices/', row: 154, page: 282 },
  { path: '/tolerance/', row: 176, page: 301 },
  { path: '/policies/', row: 156, page: 221 },
  { path: '/situations/', row: 137, page: 211 },
  { path: '/terms/', row: 106, page: 176 },
  { path: '/tensions/', row: 135, page: 362 },
  { path: '/courses/', row: 137, page: 370 },
  { path: '/figures/', row: 78, page: 152 },
  { path: '/matrix/rules/', row: 200, page: 298 },
  { path: '/matrix/fields/', row: 221, page: 290 },
  { path: '/about/public-sources/', row: 81, page: 90 },
  { path: '/changes/2026-11/', row: 42, page: 50 },
] as const;

describe('a row of a list', () => {
  test.each(ROWS)('of $path adds no more than $row bytes, and $page with its share of the page', ({ path, row, page }) => {
    const list = pages.filter((one) => one.path === path || one.path.startsWith(`${path}page/`));
    const weight = weighRows(list.map(({ html }) => html));
    expect(weight.rows).toBeGreaterThan(4);
    expect({ row: weight.row > row ? weight.row : 'kept', page: weight.page > page ? weight.page : 'kept' }).toEqual({
      row: 'kept',
      page: 'kept',
    });
  });
});
