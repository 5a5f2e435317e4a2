import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findAxeFaults, findSmallTargets } from '../support/axe.ts';
import { openPage, openSite } from '../support/browser.ts';
import type { ServedSite, WatchedPage } from '../support/browser.ts';
import { pageKinds } from '../support/page-kinds.ts';
import type { PageKind } from '../support/page-kinds.ts';

const WIDTHS = [320, 360, 390, 480, 600, 768, 900, 1024, 1280, 1440];

let site: ServedSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

describe.each(pageKinds())('$name ($path)', (kind) => {
  let visit: WatchedPage;

  beforeAll(async () => {
    visit = await openPage(site);
    await open(visit, kind);
  });

  afterAll(() => visit.context.close());

  test('axe finds nothing', async () => {
    expect(await findAxeFaults(visit.page)).toEqual([]);
  });

  test('on a phone no control is too small for a finger', async () => {
    await visit.page.setViewportSize({ width: 390, height: 800 });
    expect(await findSmallTargets(visit.page)).toEqual([]);
  });

  test('no width from 320 to 1440 px scrolls the page sideways', async () => {
    const tooWide: string[] = [];
    for (const width of WIDTHS) {
      await visit.page.setViewportSize({ width, height: 800 });
      const { scrollWidth, widest } = await visit.page.evaluate(measureWidth);
      if (scrollWidth > width) tooWide.push(`${width}: ${scrollWidth} because of ${widest}`);
    }
    expect(tooWide).toEqual([]);
  });

  test('the console stays silent, no request leaves the site, no cookie is set', async () => {
    expect(visit.complaints.filter((line) => !(kind.status && line.includes(`${kind.status}`)))).toEqual([]);
    expect(visit.strayRequests).toEqual([]);
    expect(await visit.context.cookies()).toEqual([]);
  });

  test('it reads with scripts off', async () => {
    const { page, context, complaints } = await openPage(site, { javaScriptEnabled: false });
    await page.goto(site.at(kind.path));
    expect((await page.getByRole('heading', { level: 1 }).textContent())?.trim()).not.toBe('');
    expect((await page.getByRole('main').innerText()).length).toBeGreaterThan(30);
    await expectLandmarks(page);
    expect(complaints.filter((line) => !(kind.status && line.includes(`${kind.status}`)))).toEqual([]);
    await context.close();
  });
});

async function open({ page }: WatchedPage, { path, ready, status = 200 }: PageKind): Promise<void> {
  const response = await page.goto(site.at(path));
  expect(response?.status()).toBe(status);
  if (ready) await page.locator(ready).waitFor();
}

async function expectLandmarks(page: WatchedPage['page']): Promise<void> {
  for (const role of ['banner', 'main', 'contentinfo', 'search'] as const)
    expect(await page.getByRole(role).count(), role).toBeGreaterThan(0);
  expect(await page.getByRole('navigation', { name: '栏目' }).count()).toBe(1);
}

/** Runs in the page: how wide the document is, and the element that reaches furthest. */
function measureWidth() {
  const width = document.documentElement.clientWidth;
  const beyond = [...document.querySelectorAll('main *, header *, footer *, nav *')].filter(
    (element) => element.getBoundingClientRect().right > width + 1,
  );
  const last = beyond.at(-1);
  return { scrollWidth: document.documentElement.scrollWidth, widest: last ? `${last.tagName.toLowerCase()}.${last.className}` : '' };
}
