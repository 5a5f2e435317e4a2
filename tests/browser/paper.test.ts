/** What is printed says what was asked and where it is from: paper has no boxes to look at and no links to follow. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rowsByDay, testByNight } from '../support/by-day.ts';
import { openAgain, openPage, openSite } from '../support/browser.ts';
import type { ServedSite, WatchedPage } from '../support/browser.ts';

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

/** Opens a page and takes it as it will be printed. */
async function print(path: string, isReady: string): Promise<void> {
  await visit.page.goto(site.at(path));
  await visit.page.locator(isReady).first().waitFor({ state: 'attached' });
  await visit.page.emulateMedia({ media: 'print' });
}

/** The words that styles put before or after an element on paper. */
const said = (selector: string, where: '::before' | '::after') =>
  visit.page
    .locator(selector)
    .first()
    .evaluate((element, part) => getComputedStyle(element, part).content, where);

/** How an element is set on paper, and what stands at its head: that of a table is repeated on every sheet. */
const headOf = (selector: string) =>
  visit.page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const head = getComputedStyle(element, '::before');
      return [getComputedStyle(element).display, head.display, head.content];
    });

describe('on paper', () => {
  test('a filtered list says by what it was filtered', async () => {
    await print('/tolerance/?type=容错', '.desk-chip');
    expect(await visit.page.locator('.desk-chips').innerText()).toContain('案例类型：容错');
    expect(await visit.page.locator('.desk-chip > [aria-hidden]').first().isVisible()).toBe(false);
    expect(await said('.desk-chips', '::before')).toContain('条件');
  });

  testByNight('a page of results says how many there are beside it, and which filters stand', async () => {
    await print('/search/?q=澄清&collection=tolerance', '.search-results[data-filters*="栏目"]');
    // The first page is whole when the reader has come to its end.
    await visit.page.locator('[data-search-hits] > li').last().scrollIntoViewIfNeeded();
    await visit.page.locator('[data-search-hits][data-printed="10"]').waitFor();
    const hits = await visit.page.locator('[data-search-hits] > li').count();
    expect(await said('[data-search-hits]', '::after')).toMatch(/只印出前/u);
    expect(await visit.page.locator('[data-search-hits]').getAttribute('data-printed')).toBe(String(hits));
    expect(Number(await visit.page.locator('[data-search-hits]').getAttribute('data-of'))).toBeGreaterThan(hits);
    expect(await said('.search-results', '::before')).toContain('筛选条件');
  });

  testByNight('of a list that nobody came down to says that none of it is there', async () => {
    await visit.page.goto(site.at('/search/?q=减负规定'));
    await visit.page.locator('[data-search-hits][data-printed="0"]').waitFor({ state: 'attached' });
    await visit.page.emulateMedia({ media: 'print' });
    expect(await said('[data-search-hits]', '::after')).toMatch(/没有印出/u);
  });

  test('figures that were narrowed come with their condition, each names its source, and the lists beside them stay away', async () => {
    await print('/figures/?q=澄清', 'table[data-keys]:not([data-keys=""])');
    expect(await said('.table-scroll[data-conditions]', '::before')).toContain('条件');
    expect(await visit.page.locator('#look-alikes').isVisible()).toBe(false);
    expect(await visit.page.locator('.notes').isVisible()).toBe(false);
    const rows = await visit.page.locator('table.figures tbody tr').count();
    expect(rows).toBeGreaterThan(0);
    expect(await visit.page.locator('table.figures tbody .cites:visible').count()).toBe(rows);
    expect(await visit.page.locator('[data-shown]').innerText()).toMatch(new RegExp(`找到 (?:${rows} 个|\\d+ 个，列出 ${rows} 个)$`, 'u'));
    expect(await visit.page.locator('[data-more]').isVisible()).toBe(false);
  });

  testByNight('the matrix of rules has the sources of the rows that are shown, each of them', async () => {
    await print('/matrix/rules/?has=stated', '[data-unprinted]');
    const cited = await visit.page
      .locator('tbody tr:not([hidden]) td:not([hidden]) sup.cites a')
      .evaluateAll((links) => links.map((link) => link.textContent));
    const numbers = new Set(cited.map((text) => text.replace(/\D/gu, '')));
    const printed = await visit.page
      .locator('.notes > ol > li:not([data-unprinted])')
      .evaluateAll((items) => items.map((item) => item.getAttribute('value')));
    expect(numbers.size).toBeGreaterThan(0);
    expect(new Set(printed)).toEqual(numbers);
  });

  test('a report has room for reasons to be written by hand, and keeps a lead-in with its table', async () => {
    await print('/report/?ids=RC-001,RC-003', 'case-report[data-state="done"]');
    const share = await visit.page
      .getByRole('columnheader', { name: '理由' })
      .evaluate((head) => head.getBoundingClientRect().width / (head.closest('table')?.getBoundingClientRect().width ?? 1));
    expect(share).toBeGreaterThan(0.35);
    const lead = visit.page.getByText('引用时以级别高、看到原文的为先');
    expect(await lead.evaluate((element) => getComputedStyle(element).breakAfter)).toBe('avoid');
  });

  testByNight('that a file was saved is said on the screen alone', async () => {
    await visit.page.goto(site.at('/report/?ids=RC-001'));
    await visit.page.locator('case-report[data-state="done"]').waitFor();
    await visit.page.locator('case-report').getByRole('button', { name: '存为 Word' }).first().click();
    const status = visit.page.locator('case-report [data-export-status]');
    await expect.poll(() => status.innerText()).toContain('已经生成');
    await visit.page.emulateMedia({ media: 'print' });
    expect(await status.isVisible()).toBe(false);
  });

  test('the heading of a group of rows is not parted from them, nor the label of a box from the box', async () => {
    const after = (selector: string) =>
      visit.page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).breakAfter);
    await print('/compare/?ids=RC-001,RC-003', '[data-state="done"]');
    expect(await after('.compared-lead')).toBe('avoid');
    await print('/matrix/rules/?group=decider', '.matrix-group');
    expect(await after('.matrix-group')).toBe('avoid');
    await print('/worksheet/', '.worksheet-step');
    expect(await after('.worksheet-step > label')).toBe('avoid');
    await print('/id/SY-002/', '.note-label');
    expect(await after('.note-label')).toBe('avoid');
  });

  test('a booklet has the pages that it was made for, and what is made up says so on each of its own', async () => {
    const { page } = visit;
    const scenarios = Array.from({ length: 23 }, (_, index) => `RC-${101 + index}`).filter((id) => id !== 'RC-109');
    await page.goto(site.at(`/pack/?items=RC-109,QX-019,RC-202,SY-002,${scenarios.join(',')}`));
    await page.getByRole('button', { name: '学员册', exact: true }).click();
    await page.locator('.pack-paper .paper > *').first().waitFor();
    const starts = await page.locator('.paper .paper-page').count();
    const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/gu) ?? [];
    expect(starts).toBeGreaterThan(3);
    expect(sheets.length).toBe(starts + 1);
    await page.emulateMedia({ media: 'print' });
    const marked = await page.locator('.paper-marked').allInnerTexts();
    expect(marked.length).toBeGreaterThan(scenarios.length);
    expect(marked.slice(0, 2).map((text) => text.includes('老小区') || text.includes('特事特办'))).toEqual([true, true]);
    expect(await headOf('.paper-marked')).toEqual(['table', 'table-header-group', '"教学情景（虚构）"']);
  });

  testByNight('a form of one row that is to be filled in has the height of its page', async () => {
    await print('/courses/tolerance-half-day/kit/', '.paper-form[data-rows="1"]');
    const heights = await visit.page
      .locator('.paper-form[data-rows="1"] tbody td')
      .evaluateAll((cells) => cells.map((cell) => Math.round((cell.getBoundingClientRect().height * 25.4) / 96)));
    expect(heights.length).toBeGreaterThan(3);
    expect(heights.filter((height) => height < 120)).toEqual([]);
  });

  test.each(rowsByDay(['/id/RC-109/', '/id/RC-109/a/']))('what is made up says so at the head of every sheet of %s', async (path) => {
    await print(path, '[data-made-up]');
    expect(await headOf('[data-made-up]')).toEqual(['table', 'table-header-group', '"教学情景（虚构）"']);
    expect(await visit.page.locator('[data-made-up] h1').count()).toBe(1);
  });

  test('an entry has its permanent address whole, whoever built the site', async () => {
    await print('/id/RC-001/', '[data-own-address]');
    await expect.poll(() => visit.page.locator('[data-own-address]').innerText()).toBe(site.at('/id/RC-001/'));
    expect(await visit.page.locator('button:visible').count()).toBe(0);
  });
});

test('on a later day a rule is in force as of the last check, never as of that day', async () => {
  const { page } = visit;
  visit.isSpoiled = true;
  await page.clock.setFixedTime(new Date('2031-05-01T08:00:00Z'));
  await page.goto(site.at('/policies/js-jintan/'));
  const line = page.locator('validity-line').first();
  await line.getByText('没有核对').waitFor();
  expect(await line.innerText()).toMatch(/截至\s*2026-\d\d-\d\d/u);
  expect(await page.locator('main').innerText()).not.toContain('2031');
});
