/** Links that make no sense, each opened in one and the same page: nothing of them runs, and the page stays usable. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPage, openSite } from '../support/browser.ts';
import type { ServedSite, WatchedPage } from '../support/browser.ts';

/** What someone may put into a link, by mistake or not. */
const HOSTILE = [
  `ids=${Array.from({ length: 5000 }, (_, index) => `RC-${String(index).padStart(4, '0')}`).join(',')}`,
  `ids=${Array.from({ length: 5000 }, (_, index) => `SJ-${index}`).join(',')}`,
  'ids=%3Cscript%3Ealert(1)%3C%2Fscript%3E,RC-001,RC-002',
  'ids=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E',
  'q=%22%3E%3Csvg%20onload%3Dalert(1)%3E&type=javascript:alert(1)',
  'q=%E5%AE%B9%E9%94&ids=%E5%AE,RC-001%',
  'ids=%&q=%&type=%&%=%',
  'in=../../secrets&ids=../../x,RC-001',
  'in=__proto__&constructor=1&__proto__=2&toString=3',
  'unknown=1&another=%00%01%02&sort=__proto__&all=__proto__,type',
  'type=%F0%9F%98&year=99999999999999999999&region=%2e%2e%2f',
  `q=${'%E9%95%BF'.repeat(2000)}`,
  `${'a=1&'.repeat(2000)}ids=RC-001,RC-006`,
  'ids=RC-001,RC-001,RC-001,rc-001&ids=RC-006&ids[]=RC-002',
];

/** What each page shows when it has dealt with its address. */
const PAGES = [
  { path: '/tolerance/', ready: '[data-filter-form]:not([hidden])' },
  { path: '/compare/', ready: '[data-state="done"], [data-state="choose"]' },
  { path: '/report/', ready: '[data-state="done"], [data-state="choose"]' },
];

let site: ServedSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

describe.each(PAGES)('$path with a link that makes no sense', ({ path, ready }) => {
  const dialogs: string[] = [];
  let visit: WatchedPage;

  beforeAll(async () => {
    visit = await openPage(site);
    visit.page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    // Servers refuse an address of many thousand characters before the page has a say; not every server draws that line in the same place.
    await visit.page.route(
      (url) => url.pathname === path && url.search !== '',
      async (route) => {
        await route.fulfill({ response: await route.fetch({ url: site.at(path) }) });
      },
    );
  });

  afterAll(() => visit.context.close());

  test.each(HOSTILE.map((query) => [query.slice(0, 40), query]))('?%s', async (_, query) => {
    const { page, complaints } = visit;
    complaints.length = 0;
    await page.goto(`${site.at(path)}?${query}`);
    await page.locator(ready).waitFor();
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    expect(await page.locator('main img, main svg[onload], main script:not([type="module"])').count()).toBe(0);
    expect(dialogs).toEqual([]);
    expect(complaints).toEqual([]);
    await page.setViewportSize({ width: 360, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});
