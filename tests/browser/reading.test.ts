import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openAnother, openPage, openSite } from '../support/browser.ts';
import type { ServedSite, WatchedPage } from '../support/browser.ts';
import { readExportedEntries } from '../support/built-site.ts';

const entry = readExportedEntries().find(({ id }) => id === 'SJ-008');

let site: ServedSite;
let visit: WatchedPage;

beforeAll(async () => {
  site = await openSite();
  visit = await openPage(site);
});

beforeEach(async () => {
  visit = await openAnother(site, visit);
});

afterAll(() => site.close());

describe('a permanent number', () => {
  test('leads to its entry', async () => {
    await visit.page.goto(site.at('/id/SJ-008/'));
    await visit.page.waitForURL(site.at(entry?.url ?? 'no SJ-008'));
    expect(await visit.page.locator('[data-entry]').getAttribute('data-entry')).toBe('SJ-008');
  });

  test('leads to its entry with scripts off', async () => {
    const { page, context } = await openPage(site, { javaScriptEnabled: false });
    await page.goto(site.at('/id/SJ-008/'));
    await page.waitForURL(site.at(entry?.url ?? 'no SJ-008'));
    await context.close();
  });
});

describe('by keyboard', () => {
  test('the first stop is the skip link, and it leads to the main part', async () => {
    const { page } = visit;
    await page.goto(site.at('/practices/'));
    await page.keyboard.press('Tab');
    const link = page.getByRole('link', { name: '跳到正文' });
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    expect((await link.boundingBox())?.y ?? -1).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  });

  test('Ctrl+K goes to the search field', async () => {
    const { page } = visit;
    await page.goto(site.at('/practices/'));
    await page.keyboard.press('Control+k');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q');
  });

  test('no single letter or sign does anything', async () => {
    const { page } = visit;
    await page.goto(site.at('/practices/'));
    await page.keyboard.type('/?kjq1');
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  });

  test('a table wider than the page can be scrolled', async () => {
    const { page } = visit;
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(site.at('/figures/'));
    const table = page.locator('.table-scroll').first();
    await table.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => table.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  });
});

describe('the size of the text', () => {
  test('is kept when the page is opened again', async () => {
    const { page } = visit;
    await page.goto(site.at('/practices/'));
    const sizeOf = () => page.getByRole('main').evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    const medium = await sizeOf();
    await page.getByRole('button', { name: '大', exact: true }).click();
    const large = await sizeOf();
    expect(large).toBeGreaterThan(medium);
    await page.reload();
    expect(await sizeOf()).toBe(large);
    expect(await page.getByRole('button', { name: '大', exact: true }).getAttribute('aria-pressed')).toBe('true');
  });

  test('is medium when what was kept is not a size', async () => {
    const { page } = visit;
    await page.goto(site.at('/practices/'));
    await page.evaluate(() => {
      localStorage.setItem('text-size', 'enormous');
    });
    await page.reload();
    expect(await page.getByRole('button', { name: '中', exact: true }).getAttribute('aria-pressed')).toBe('true');
  });

  test('is not offered where scripts are off', async () => {
    const { page, context } = await openPage(site, { javaScriptEnabled: false });
    await page.goto(site.at('/practices/'));
    expect(await page.getByRole('button', { name: '大', exact: true }).count()).toBe(0);
    await context.close();
  });
});

describe('a walk from a problem to its source', () => {
  test('goes by links alone: 不敢 → 原因 → 举措 → 实践 → 出处', async () => {
    const { page, context } = await openPage(site, { javaScriptEnabled: false });
    await page.goto(site.at('/problems/bugan/'));
    for (const part of ['/causes/', '/measures/', '/practices/', '/sources/']) {
      await page.locator(`main a[href*="${part}"]:visible`).first().click();
      expect(new URL(page.url()).pathname).toContain(part);
    }
    expect(new URL(page.url()).hash).toMatch(/^#p\d\d$/u);
    await context.close();
  });
});

describe('printed', () => {
  test('the frame of the site stays off the sheet, the article stays on it', async () => {
    const { page } = visit;
    await page.goto(site.at(entry?.url ?? '/'));
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation', { name: '栏目' }).isVisible()).toBe(false);
    expect(await page.getByRole('search').first().isVisible()).toBe(false);
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
  });
});
