/**
 * The two engines behind the search page agree on what matches: old browsers and the folder edition find what everyone finds. By day
 * phrases are asked in Node (`tests/dist/search-agreement.test.ts`); here some 30 queries, and by night more than 200 (`ALL_NAMES=1`).
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPage, openSite } from '../support/browser.ts';
import type { ServedSite, WatchedPage } from '../support/browser.ts';
import { readExportedEntries } from '../support/built-site.ts';
import { askInPage } from '../support/search-code.ts';

const entries = readExportedEntries();

const IS_WHOLE = process.env['ALL_NAMES'] !== undefined;
/** One of so many is asked for. */
const EVERY = IS_WHOLE ? 1 : 20;

/** Phrases of 1 to 12 characters from all over the texts, punctuation included, by a fixed recipe. */
const samples = Array.from({ length: IS_WHOLE ? 160 : 8 }, (_, index) => {
  const text = entries[(index * 61) % entries.length]?.text ?? '';
  const from = (index * 977) % Math.max(1, text.length - 12);
  return text.slice(from, from + 1 + (index % 12)).replace(/[“”"「」『』\n]+/gu, '');
});
const titles = entries.filter((_, index) => index % (8 * EVERY) === 0).map(({ title }) => title);
const ways = [
  ...[
    '干部不敢担当怎么办',
    '基层怎样减轻负担',
    '容错的影响期是多久',
    '新官理旧账',
    '摆烂',
    '躺平',
    'rcjc',
    'rongcuo',
    '容錯糾錯',
    '３．５万',
  ],
  ...['浙江 澄清', '容错 纠错 2018', '“不作为”', '20%', '1600', 'RC-001', '量子纠缠', '龘靐齉', '三个区分开来 案例', '街道办事处副主任'],
];
const asked = entries.flatMap((entry, index) => (index % (12 * EVERY) === 0 ? entry.asked.slice(0, 1) : []));
const queries = [...new Set([...samples, ...titles, ...asked, ...ways])].filter((query) => query.trim() !== '');

let site: ServedSite;
let visit: WatchedPage;

beforeAll(async () => {
  site = await openSite();
  visit = await openPage(site);
});

afterAll(async () => {
  await visit.context.close();
  await site.close();
});

test('Pagefind and our own index find the same entries in the same way', { timeout: 600_000 }, async () => {
  expect(queries.length).toBeGreaterThan(IS_WHOLE ? 200 : 25);
  const one = await askInPage(visit.page, site, queries, 'pagefind');
  const other = await askInPage(visit.page, site, queries, 'own');
  const found = (list: typeof one, index: number) => {
    const { mode, entries: numbers = [], also = [], leading = [] } = list[index] ?? {};
    return { mode, entries: [...numbers].sort(), also: [...also].sort(), leading };
  };
  const different = queries.filter((_, index) => JSON.stringify(found(one, index)) !== JSON.stringify(found(other, index)));
  expect(different).toEqual([]);
  expect(one.filter(({ mode }) => mode === 'exact').length).toBeGreaterThan(IS_WHOLE ? 150 : 8);
});
