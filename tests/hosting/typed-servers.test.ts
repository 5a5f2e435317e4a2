/** Servers that send only the kinds of files that they know: with the site's own `web.config` all of it, without it the other search engine. */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { POLICY_HEADER } from '../../src/hosting/headers.ts';
import { openPage, openServed } from '../support/browser.ts';
import type { ServedSite, WatchedPage } from '../support/browser.ts';
import { distFolder } from '../support/built-site.ts';
import { IIS_TYPES, readWebConfig, startTyped } from '../support/typed-server.ts';

const SEARCH = '/search/?q=%E5%AE%B9%E9%94%99%E7%BA%A0%E9%94%99';
let count = '';

describe('with the types of web.config', () => {
  let site: ServedSite;
  let visit: WatchedPage;
  let refused: string[];

  beforeAll(async () => {
    const { types, headers } = readWebConfig(await readFile(join(distFolder, 'web.config'), 'utf8'));
    const server = await startTyped(distFolder, types, headers);
    ({ refused } = server);
    site = await openServed(server.url, server.close);
    visit = await openPage(site);
  });

  afterAll(() => site.close());

  test('every kind of file of the site has a type', async () => {
    const { types } = readWebConfig(await readFile(join(distFolder, 'web.config'), 'utf8'));
    const endings = new Set(
      readdirSync(distFolder, { recursive: true, withFileTypes: true }).flatMap((item) => (item.isFile() ? extname(item.name) : [])),
    );
    expect([...endings].filter((ending) => !types.has(ending))).toEqual(['.config']);
  });

  test('the parts of the index that are named after their content are kept, as scripts are', async () => {
    const places = [...(await readFile(join(distFolder, 'web.config'), 'utf8')).matchAll(/<location path="([^"]+)">/gu)].map(
      ([, place]) => place,
    );
    const indexes = ['pagefind', 'search-index'].flatMap((folder) =>
      readdirSync(join(distFolder, folder)).flatMap((name) => (/^[0-9a-f]{12}$/u.test(name) ? [`${folder}/${name}`] : [])),
    );
    expect(indexes.length).toBeGreaterThan(0);
    expect(places).toEqual(['_astro', ...indexes]);
  });

  test('search runs on the index, and nothing is refused or complained of', async () => {
    const { page, complaints } = visit;
    await page.goto(site.at(SEARCH));
    await page.locator('[data-search-state="done"]').waitFor();
    count = (await page.locator('[data-search-count]').textContent()) ?? '';
    expect(count).toMatch(/[1-9]/u);
    expect(complaints).toEqual([]);
    expect(refused).toEqual([]);
  });

  test('every answer carries the policy', async () => {
    expect((await fetch(site.at('/'))).headers.get('content-security-policy')).toBe(POLICY_HEADER);
  });
});

describe('without them', () => {
  let site: ServedSite;
  let visit: WatchedPage;
  let refused: string[];

  beforeAll(async () => {
    const server = await startTyped(distFolder, IIS_TYPES);
    ({ refused } = server);
    site = await openServed(server.url, server.close);
    visit = await openPage(site);
  });

  afterAll(() => site.close());

  test('search changes to the other engine by itself, and counts the same', async () => {
    const { page } = visit;
    await page.goto(site.at(SEARCH));
    await page.locator('[data-search-state="done"]').waitFor();
    expect(await page.locator('[data-search-count]').textContent()).toBe(count);
    expect(refused.some((path) => path.endsWith('.pf_cards'))).toBe(true);
    expect(refused.filter((path) => !path.startsWith('/pagefind/'))).toEqual([]);
  });

  test('the next question is answered without asking for what was refused', async () => {
    const { page } = visit;
    const before = refused.length;
    await page.locator('main input[name="q"]').first().fill('澄清');
    await page.keyboard.press('Enter');
    await page.waitForURL(/%E6%BE%84%E6%B8%85/u);
    await page.locator('[data-search-state="done"]').waitFor();
    expect(refused.slice(before)).toEqual([]);
  });

  test('a list looks through the texts of its entries', async () => {
    const { page } = visit;
    await page.goto(site.at('/tolerance/?q=%E5%85%8D%E8%B4%A3'));
    await page.locator('.entry-card-found').first().waitFor();
  });

  test('the search field suggests names', async () => {
    const { page } = visit;
    await page.goto(site.at('/about/'));
    await page.getByRole('searchbox', { name: '检索全站' }).pressSequentially('容错', { delay: 30 });
    await page.locator('.site-search [role="option"]').first().waitFor();
  });

  test('a Word file of an entry is made', async () => {
    const { page } = visit;
    await page.goto(site.at('/id/SJ-008/'));
    await page.locator('[data-record]').waitFor();
    const download = page.waitForEvent('download');
    await page.locator('[data-record] [data-action="docx"]').click();
    expect((await download).suggestedFilename()).toMatch(/\.docx$/u);
  });
});
