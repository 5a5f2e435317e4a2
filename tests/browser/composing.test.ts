/** While pinyin is composed, no list and no table narrows, and no address is written. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsByDay } from '../support/by-day.ts';
import { openPage, openSite } from '../support/browser.ts';
import type { ServedSite } from '../support/browser.ts';

let site: ServedSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

test.for(
  rowsByDay([
    ['/tolerance/', 'input[name="q"]:not([maxlength="1000"])', '[data-filter-list] > li:not([hidden])', '容缺'],
    ['/figures/', 'table-filter input', 'table-filter tbody tr', '诬告'],
  ]),
)('%s waits', async ([path = '', field = '', items = '', word = '']) => {
  const { page, context } = await openPage(site);
  await page.goto(site.at(path));
  const input = page.locator(field).locator('visible=true').first();
  await input.focus();
  const before = await page.locator(items).count();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Input.imeSetComposition', { text: "rong'", selectionStart: 5, selectionEnd: 5 });
  await page.waitForTimeout(500);
  expect([await page.locator(items).count(), new URL(page.url()).search]).toEqual([before, '']);
  await devtools.send('Input.insertText', { text: word });
  await expect.poll(() => page.locator(items).count()).toBeLessThan(before);
  expect(await page.locator(items).count()).toBeGreaterThan(0);
  await context.close();
});
