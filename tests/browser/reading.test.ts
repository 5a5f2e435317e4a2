import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rowsByDay, testByNight } from '../support/by-day.ts';
import { openAgain, openPage, openSite } from '../support/browser.ts';
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
  visit = await openAgain(site, visit);
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

describe('the home page on a phone', () => {
  const PHONE = { width: 390, height: 844 };
  const others = '.asker-others a';

  test('has on its first two screens what each asker may take, its lists folded, and a way to every part on the first', async () => {
    const { page, context } = await openPage(site, { viewport: PHONE });
    await page.goto(site.at('/'));
    await page.locator('.asker-more:not([open])').first().waitFor();
    const bottomOf = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => element.getBoundingClientRect().bottom);
    expect(await bottomOf('.home-parts')).toBeLessThan(PHONE.height);
    expect(await bottomOf('#organisers')).toBeLessThan(2 * PHONE.height);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(5000);
    for (const name of ['工具', '新近', '教员']) {
      await page.locator('.home-parts').getByRole('link', { name }).click();
      expect(await page.evaluate(() => document.querySelector(location.hash)?.getBoundingClientRect().top)).toBeLessThan(PHONE.height);
      await page.evaluate(() => scrollTo(0, 0));
    }
    await page.getByText('干部遇到的其他情形').click();
    await page.locator(others).first().click({ trial: true });
    // On paper nobody can open a list.
    const hidden = () => page.locator('.asker-more:not([open])').count();
    await page.evaluate(() => {
      const shared = window as unknown as { printed: number };
      window.addEventListener('beforeprint', () => (shared.printed = document.querySelectorAll('.asker-more:not([open])').length));
    });
    await page.pdf();
    expect(await page.evaluate(() => (window as unknown as { printed: number }).printed)).toBe(0);
    expect(await hidden()).toBeGreaterThan(1);
    // Turned on its side the page has room for all.
    await page.setViewportSize({ width: 844, height: 390 });
    await expect.poll(() => page.locator(`${others}:visible`).count()).toBe(await page.locator(others).count());
    await context.close();
  });

  testByNight('has all its links before a reader without scripts', async () => {
    const { page, context } = await openPage(site, { viewport: PHONE, javaScriptEnabled: false });
    await page.goto(site.at('/'));
    expect(await page.locator(others).count()).toBeGreaterThan(40);
    expect(await page.locator(`${others}:visible`).count()).toBe(await page.locator(others).count());
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

  testByNight('no single letter or sign does anything', async () => {
    const { page } = visit;
    await page.goto(site.at('/practices/'));
    await page.keyboard.type('/?kjq1');
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  });

  test('a table wider than the page can be scrolled', async () => {
    const { page } = visit;
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(site.at('/matrix/rules/'));
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

  testByNight('is medium when what was kept is not a size', async () => {
    const { page } = visit;
    await page.goto(site.at('/practices/'));
    await page.evaluate(() => {
      localStorage.setItem('text-size', 'enormous');
    });
    await page.reload();
    expect(await page.getByRole('button', { name: '中', exact: true }).getAttribute('aria-pressed')).toBe('true');
  });

  testByNight('is not offered where scripts are off', async () => {
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
      // To the paragraph itself, not only to the document, in the list of what the page cites.
      const place = part === '/sources/' ? `.notes a[href*="${part}"][href*="#p"]` : `main a[href*="${part}"]:visible`;
      await page.locator(place).first().click();
      expect(new URL(page.url()).pathname).toContain(part);
    }
    expect(new URL(page.url()).hash).toMatch(/^#p\d\d$/u);
    await context.close();
  });
});

describe('the groups of the site', () => {
  const groups = ['情形与问题', '依据', '案例', '备课与工具'];
  const tools = ['地方规则对照', '六因素研判单', '教学选编', '案例比对', '类案检索报告', '数字一览', '地区', '更新记录'];

  test('open by keyboard, close by Escape, and close when the reader is elsewhere', async () => {
    const { page } = visit;
    await page.goto(site.at('/practices/'));
    const rules = page.getByRole('link', { name: '地方规则对照', exact: true });
    await page.locator('summary', { hasText: '依据' }).focus();
    await page.keyboard.press('Enter');
    await rules.waitFor();
    // What closes the groups is fetched when the first is opened.
    const closes = async () => {
      await page.keyboard.press('Escape');
      return rules.isVisible();
    };
    await expect.poll(closes).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('依据');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1 }).click();
    await expect.poll(() => rules.isVisible()).toBe(false);
  });

  test('are four on a desk and one menu on a phone, each with the tools in it, without scripts too', async () => {
    for (const width of [1280, 390]) {
      const { page, context } = await openPage(site, { javaScriptEnabled: false, viewport: { width, height: 844 } });
      await page.goto(site.at('/'));
      const names = page.locator('.site-header summary:visible');
      expect((await names.allTextContents()).map((name) => name.trim())).toEqual(width === 1280 ? groups : ['菜单']);
      const found: string[] = [];
      for (const name of await names.all()) {
        await name.press('Enter');
        found.push(...(await page.locator('.site-header li a:visible').allTextContents()).map((text) => text.trim()));
      }
      for (const tool of tools) expect(found).toContain(tool);
      await context.close();
    }
  });

  testByNight('take no more than 96 px of a phone', async () => {
    const { page } = visit;
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(site.at('/'));
    expect((await page.locator('.site-header').boundingBox())?.height).toBeLessThanOrEqual(96);
  });
});

describe('the contents of an entry', () => {
  test('stay in view beside the article on a desk', async () => {
    const { page } = visit;
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(site.at('/problems/bugan/'));
    await page.evaluate(() => {
      scrollTo(0, 1500);
    });
    const box = await page.getByRole('navigation', { name: '本页内容' }).boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(800);
  });

  test('are a folded bar under the title on a phone, which needs no script', async () => {
    const { page } = visit;
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(site.at('/problems/bugan/'));
    expect(await page.getByRole('navigation', { name: '本页内容' }).count()).toBe(0);
    await page.getByText('本页内容').locator('visible=true').click();
    await page.getByRole('navigation', { name: '本页各节' }).getByRole('link', { name: '出处' }).click();
    expect(new URL(page.url()).hash).toBe('#notes');
  });
});

describe('printed', () => {
  test.for(rowsByDay(['/situations/shenpi-quejian/', '/situations/bugan-qianzi/', '/situations/suanbusuan-rongcuo/']))(
    'the situation %s is one sheet of A4',
    async (path) => {
      const { page } = visit;
      await page.goto(site.at(path));
      const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/gu) ?? [];
      expect(sheets).toHaveLength(1);
    },
  );

  test('what is folded on the screen is on paper, and no button is', async () => {
    const { page } = visit;
    await page.goto(site.at('/problems/bugan/'));
    const rest = page.locator('.fold li').last();
    expect(await rest.isVisible()).toBe(false);
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    await rest.waitFor();
    expect(await page.locator('button:visible, summary:visible').count()).toBe(0);
    expect(await page.locator('.record-dates a').textContent()).toMatch(/^http:.*\/id\/WT-03\/$/u);
  });

  test('what was opened for paper is closed on the screen again, and what the reader opened stays open', async () => {
    const { page } = visit;
    await page.goto(site.at('/tolerance/songming-2025/'));
    const folded = page.locator('details[data-part-b], .fold');
    const open = () => folded.evaluateAll((parts) => parts.map((part) => part.hasAttribute('open')));
    await page.evaluate(() => {
      const shared = window as unknown as { printed: number };
      window.addEventListener('beforeprint', () => (shared.printed = document.querySelectorAll('[data-part-b][open]').length));
    });
    const before = await open();
    expect(before).toContain(false);
    await page.pdf();
    expect(await page.evaluate(() => (window as unknown as { printed: number }).printed)).toBe(1);
    expect(await open()).toEqual(before);
    await page.getByText('乙部：结果与后续').click();
    await page.pdf();
    expect(await page.locator('details[data-part-b]').getAttribute('open')).toBe('');
  });

  test.for(rowsByDay(['/pack/', '/sources/s3/', '/courses/young-cadres/', '/tolerance/songming-2025/?view=class'], 3))(
    'what only a screen can do stays off the sheet: %s',
    async (path) => {
      const { page } = visit;
      await page.goto(site.at(path));
      await page.locator('input[type="file"], .class-bar, .citers, .course-files').first().waitFor();
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      await page.emulateMedia({ media: 'print' });
      const controls = 'button, input[type="file"], select, details:not([open]) > summary, a[download]';
      expect(await page.locator(controls).evaluateAll((all) => all.filter((one) => one.getClientRects().length > 0).length)).toBe(0);
    },
  );

  test('the frame of the site stays off the sheet, the article stays on it', async () => {
    const { page } = visit;
    await page.goto(site.at(entry?.url ?? '/'));
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation', { name: '栏目' }).isVisible()).toBe(false);
    expect(await page.getByRole('search').first().isVisible()).toBe(false);
    await page.getByRole('heading', { level: 1 }).waitFor();
  });
});

test.for([
  [390, false],
  [1280, true],
] as const)('%i pixels wide what the timeline’s drawing leaves out is told only where the drawing is', async ([width, isDrawn]) => {
  const { page, context } = await openPage(site, { viewport: { width, height: 844 } });
  await page.goto(site.at('/timeline/'));
  expect(await page.locator('.timeline-drawing').isVisible()).toBe(isDrawn);
  expect(await page.getByText('图上最多画').isVisible()).toBe(isDrawn);
  await context.close();
});
