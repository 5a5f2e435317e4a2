import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readPackLink, writePackLink } from '../../src/domain/kept/pack-link.ts';
import { rowsByDay, testByNight } from '../support/by-day.ts';
import { openAgain, openPage, openSite } from '../support/browser.ts';
import type { ServedSite, WatchedPage } from '../support/browser.ts';
import { readBuiltFile, readExportedEntries } from '../support/built-site.ts';

const PLAIN = '/pack/?items=RC-007,SJ-008,SY-001';
const entry = readExportedEntries().find(({ id }) => id === 'RC-007');

let site: ServedSite;
let visit: WatchedPage;

beforeAll(async () => {
  site = await openSite();
  visit = await openPage(site, { acceptDownloads: true });
});

beforeEach(async () => {
  visit = await openAgain(site, visit);
});

afterEach(() => {
  const { complaints, strayRequests } = visit;
  expect([...complaints, ...strayRequests]).toEqual([]);
});
afterAll(() => site.close());

async function openPack(path = PLAIN): Promise<WatchedPage['page']> {
  await visit.page.goto(site.at(path));
  await visit.page.locator('pack-builder[data-state="done"]').waitFor();
  return visit.page;
}

function numbersOf(page: WatchedPage['page']): Promise<string[]> {
  return page.locator('.pack-item').evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['id'] ?? ''));
}

describe('an entry', () => {
  test('goes into the pack and out of it again', async () => {
    const { page } = visit;
    await page.goto(site.at(entry?.url ?? '/'));
    const button = page.getByRole('button', { name: '加入选编' });
    await button.click();
    await page.getByText('打开选编（1）').waitFor();
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('link', { name: '打开选编' }).click();
    await page.locator('pack-builder[data-state="done"]').waitFor();
    expect(await numbersOf(page)).toEqual(['RC-007']);
  });

  test('goes into the pack from a list too, where the way to an empty pack is not offered', async () => {
    const { page } = visit;
    await page.goto(site.at('/mechanisms/'));
    const way = page.getByRole('link', { name: '打开选编' });
    const buttons = page.getByRole('button', { name: '加入选编' });
    await buttons.first().waitFor();
    expect(await way.isVisible()).toBe(false);
    await buttons.nth(0).click();
    await buttons.nth(2).press('Enter');
    await page.getByText('打开选编（2）').waitFor();
    expect(await buttons.nth(2).getAttribute('aria-pressed')).toBe('true');
    await way.click();
    await page.locator('pack-builder[data-state="done"]').waitFor();
    expect(await numbersOf(page)).toEqual(['JZ-001', 'JZ-003']);
  });

  testByNight('gives its source with what is copied', async () => {
    const { page, context } = visit;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(site.at(entry?.url ?? '/'));
    await page
      .locator('.story')
      .first()
      .evaluate((list) => document.getSelection()?.selectAllChildren(list));
    // What adds the source is fetched when something is first selected: a hand is slower than this test.
    const copied = async () => {
      await page.keyboard.press('Control+C');
      return page.evaluate(() => navigator.clipboard.readText());
    };
    await expect.poll(copied).toContain(`RC-007《${entry?.title ?? ''}》，${site.at('/id/RC-007/')}#`);
    // The address leads to the place on the page, by way of the permanent number.
    const address = /http\S+$/u.exec(await copied())?.[0] ?? '';
    await page.goto(address);
    await page.waitForURL(({ pathname }) => pathname === entry?.url);
    expect(await page.locator(':target').evaluate((heading) => `#${heading.id}`)).toBe(new URL(address).hash);
  });
});

describe('a pack', () => {
  test('is put in order by keyboard alone, and the link follows', async () => {
    const page = await openPack();
    const up = page.getByRole('button', { name: /^上移：SJ-008/u });
    await up.focus();
    await page.keyboard.press('Enter');
    expect(await numbersOf(page)).toEqual(['SJ-008', 'RC-007', 'SY-001']);
    // At the top there is no further way up: the focus stays on the same item.
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^下移：SJ-008/u);
    await page.waitForURL(/items=v1\./u);
    expect(readPackLink(new URL(page.url()).search)?.pack.items.map(({ id }) => id)).toEqual(['SJ-008', 'RC-007', 'SY-001']);
  });

  testByNight('is put in order by dragging', async () => {
    const page = await openPack();
    const items = page.locator('.pack-item');
    // A drag begins only where the page need not be scrolled, and what is said of the items comes after them and moves them.
    await page.setViewportSize({ width: 1280, height: 1500 });
    await page.locator('[data-pack-check]:not([hidden])').waitFor();
    await items.nth(2).dragTo(items.nth(0), { sourcePosition: { x: 6, y: 6 }, targetPosition: { x: 6, y: 6 } });
    await expect.poll(() => numbersOf(page)).toEqual(['SY-001', 'RC-007', 'SJ-008']);
  });

  testByNight('adds up its minutes and is there again after a reload and in another browser', async () => {
    const page = await openPack();
    await page.getByLabel('分钟：RC-007').fill('45');
    await page.getByLabel('分钟：SJ-008').fill('30');
    await page.getByLabel('课题').fill('半天课');
    expect(await page.locator('.pack-total').textContent()).toContain('75 分钟');
    const link = await page.getByLabel('选编的链接').inputValue();
    await page.goto(site.at('/pack/'));
    await expect.poll(() => page.getByLabel('课题').inputValue()).toBe('半天课');
    const other = await openPage(site);
    await other.page.goto(link);
    await expect.poll(() => other.page.getByLabel('课题').inputValue()).toBe('半天课');
    expect(await other.page.locator('.pack-total').textContent()).toContain('75 分钟');
    await other.context.close();
  });

  testByNight('that stands open takes what another window puts in and takes out, and keeps what was changed here', async () => {
    const { page, context } = visit;
    await page.goto(site.at(entry?.url ?? '/'));
    await page.getByRole('button', { name: '加入选编' }).click();
    await page.getByText('打开选编（1）').waitFor();
    await page.getByRole('link', { name: '打开选编' }).click();
    await page.locator('pack-builder[data-state="done"]').waitFor();
    const other = await context.newPage();
    await other.goto(site.at('/mechanisms/'));
    const button = other.getByRole('button', { name: '加入选编' }).first();
    await button.click();
    await expect.poll(() => numbersOf(page)).toEqual(['RC-007', 'JZ-001']);
    await page.getByLabel('课题').fill('半天课');
    await other.reload();
    await other.getByText('打开选编（2）').waitFor();
    await button.click();
    await expect.poll(() => numbersOf(page)).toEqual(['RC-007']);
    expect(await page.getByLabel('课题').inputValue()).toBe('半天课');
    await other.close();
  });

  testByNight('loses nothing of it where another window puts something in before it has been read', async () => {
    const { page, context } = visit;
    await openPack();
    await page.getByLabel('课题').fill('半天课');
    const other = await context.newPage();
    await other.goto(site.at('/mechanisms/'));
    const button = other.getByRole('button', { name: '加入选编' }).first();
    await button.waitFor();
    let goOn: (() => void) | undefined;
    const isHeld = new Promise<void>((resume) => (goOn = resume));
    await page.route('**/data/register*', async (route) => {
      await isHeld;
      await route.continue();
    });
    await page.goto(site.at('/pack/'));
    await page.locator('pack-builder[data-state="loading"]').waitFor({ state: 'attached' });
    await button.click();
    await other.getByText('打开选编（4）').waitFor();
    goOn?.();
    await expect.poll(() => numbersOf(page)).toEqual(['RC-007', 'SJ-008', 'SY-001', 'JZ-001']);
    expect(await page.evaluate(() => localStorage.getItem('pack'))).toContain('半天课');
    await other.close();
  });

  test('names unknown numbers and what is no number, and keeps the rest', async () => {
    const page = await openPack('/pack/?items=RC-007,RC-999,hello,KC-01');
    expect(await numbersOf(page)).toEqual(['RC-007']);
    const messages = await page.locator('.pack-messages').innerText();
    for (const text of ['RC-999', 'HELLO', '不敢担当与容错纠错']) expect(messages).toContain(text);
  });

  testByNight('names a retired entry with what replaces it, and keeps the rest', async () => {
    const retired = { id: 'RC-199', title: '旧案例', collection: 'tolerance', href: '/tolerance/old/', places: [] };
    await visit.page.route('**/data/register/RC-1.json', async (route) => {
      const register = (await (await route.fetch()).json()) as object[];
      await route.fulfill({ json: [...register, { ...retired, retired: { date: '2026-11-22', replacedBy: 'RC-001' } }] });
    });
    const page = await openPack('/pack/?items=RC-199,RC-007');
    expect(await numbersOf(page)).toEqual(['RC-007']);
    expect(await page.locator('[data-ids="retired"]').innerText()).toMatch(/已经退出.*旧案例 → 昆明嵩明/u);
  });

  testByNight('is given the minutes of its questions where none are set', async () => {
    const page = await openPack('/pack/?items=RC-007,SY-001');
    await page.getByRole('button', { name: '没填的按讨论题填上建议时间' }).click();
    const { pack } = JSON.parse(readBuiltFile('data/entry/RC-007.json')) as { pack: { minutes: number } };
    expect(pack.minutes).toBeGreaterThan(0);
    await expect.poll(() => page.getByLabel('分钟：RC-007').inputValue()).toBe(String(pack.minutes));
    expect(await page.locator('.pack-total').textContent()).toContain(`${pack.minutes} 分钟`);
  });

  testByNight(
    'has the minutes of its questions for what was put in on another page, and keeps them cleared where they were cleared',
    async () => {
      const { page } = visit;
      await page.goto(site.at(entry?.url ?? '/'));
      await page.getByRole('button', { name: '加入选编' }).click();
      await page.getByText('打开选编（1）').waitFor();
      await page.getByRole('link', { name: '打开选编' }).click();
      const { pack } = JSON.parse(readBuiltFile('data/entry/RC-007.json')) as { pack: { minutes: number } };
      const minutes = page.getByLabel('分钟：RC-007');
      await expect.poll(() => minutes.inputValue()).toBe(String(pack.minutes));
      await minutes.fill('');
      await minutes.blur();
      await page.reload();
      await page.locator('pack-builder[data-state="done"]').waitFor();
      expect(await minutes.inputValue()).toBe('');
    },
  );

  testByNight('takes entries found by words and sessions without an entry, and comes back from its link', async () => {
    const page = await openPack();
    await page.getByRole('textbox', { name: '条目的编号，或者要找的词' }).fill('嵩明 报备');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^加入：昆明嵩明/u }).click();
    await expect.poll(() => numbersOf(page)).toContain('RC-001');
    await page.getByRole('button', { name: /^已加入：昆明嵩明/u }).waitFor();
    await page.getByLabel('分钟：RC-001').fill('90');
    await page.keyboard.press('Tab');
    await page
      .locator('[data-pack-check]')
      .getByText(/RC-001 的材料大约撑 \d+ 分钟，排了 90 分钟/u)
      .waitFor();
    await page.getByRole('button', { name: /^加一个环节/u }).click();
    const before = page.url();
    await page.keyboard.type('课间休息');
    await page.keyboard.press('Tab');
    // A reload goes by the address that the browser has heard of, and on a busy machine it hears of it later than the page.
    await expect.poll(() => page.url()).not.toBe(before);
    await page.reload();
    await page.locator('pack-builder[data-state="done"]').waitFor();
    expect(await page.getByLabel('说明：第5项').inputValue()).toBe('课间休息');
    await page.getByRole('button', { name: '学员册', exact: true }).click();
    await page.locator('[data-pack-paper]').getByText('课间休息').waitFor();
  });

  testByNight('keeps an entry of another unit when words are looked for, and takes an entry once that is asked for twice', async () => {
    const units = { own: '', units: [{ name: '青川', code: 'QC', address: '/qc/', folder: '', isLive: false }] };
    await visit.page.route('**/data/units.json', (route) => route.fulfill({ json: units }));
    await visit.page.route('**/qc/data/**', async (route) => {
      const response = await route.fetch({ url: route.request().url().replace('/qc/', '/') });
      if (!route.request().url().endsWith('/build.json')) return route.fulfill({ response });
      return route.fulfill({ json: { ...((await response.json()) as object), unit: 'QC' } });
    });
    const page = await openPack(`/pack/?items=${encodeURIComponent('青川:RC-014')},RC-007`);
    expect(await numbersOf(page)).toEqual(['青川:RC-014', 'RC-007']);
    const typed = page.getByLabel('条目的编号');
    await typed.fill('报备');
    await page.getByRole('button', { name: '查找条目' }).click();
    const add = page.locator('[data-pack-finds] li button').first();
    await add.waitFor();
    const found = await add.evaluate((button) => {
      for (let press = 0; press < 2; press += 1) button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      return (button as HTMLElement).dataset['find'] ?? '';
    });
    await expect.poll(() => numbersOf(page)).toEqual(['青川:RC-014', 'RC-007', found]);
    await expect.poll(() => new URL(page.url()).searchParams.get('items') ?? '').toContain('青川:RC-014');
  });

  testByNight('keeps an entry of another unit whose site is not there just now, and takes no such entry in', async () => {
    const units = { own: '', units: [{ name: '青川', code: 'QC', address: '/qc/', folder: '', isLive: false }] };
    await visit.page.route('**/data/units.json', (route) => route.fulfill({ json: units }));
    await visit.page.route('**/qc/data/**', (route) => route.abort());
    const page = await openPack(`/pack/?items=${encodeURIComponent('青川:RC-014')},RC-007`);
    await page.getByText('没有读到别的单位的这些条目：青川:RC-014').waitFor();
    expect(await numbersOf(page)).toEqual(['青川:RC-014', 'RC-007']);
    await page.getByLabel('课题').fill('半天课');
    await page.getByLabel('条目的编号').fill('SY-001 青川:RC-015');
    await page.getByRole('button', { name: '加入这些编号' }).click();
    await expect.poll(() => numbersOf(page)).toEqual(['青川:RC-014', 'RC-007', 'SY-001']);
    await page.getByRole('button', { name: '学员册' }).first().click();
    await expect.poll(() => page.locator('[data-part="paper"]').textContent()).toContain('RC-007');
    await page.goto(site.at('/pack/'));
    await expect.poll(() => numbersOf(page)).toEqual(['青川:RC-014', 'RC-007', 'SY-001']);
    await page.getByRole('button', { name: /^移除：青川:RC-014/u }).click();
    expect(await numbersOf(page)).toEqual(['RC-007', 'SY-001']);
    visit.complaints.length = 0;
  });

  testByNight('says whether what is typed is added or looked for, and lists the rest of what was found', async () => {
    const page = await openPack();
    const typed = page.getByRole('textbox', { name: '条目的编号，或者要找的词' });
    await typed.fill('RC-001');
    await page.getByRole('button', { name: '加入这些编号' }).click();
    await expect.poll(() => numbersOf(page)).toContain('RC-001');
    await typed.fill('容错');
    await page.getByRole('button', { name: '查找条目' }).click();
    const finds = page.locator('[data-pack-finds] li');
    await expect.poll(() => finds.count()).toBe(12);
    await page.getByText('先列出 12 条').waitFor();
    await page.getByRole('button', { name: /^再列出 \d+ 条$/u }).click();
    await expect.poll(() => finds.count()).toBeGreaterThan(12);
    expect(
      await finds
        .nth(12)
        .locator('button')
        .evaluate((button) => button === document.activeElement),
    ).toBe(true);
    await finds.nth(12).locator('button').click();
    await expect.poll(() => page.locator('.pack-item').count()).toBe(5);
  });

  test('says what is missing to the next usual length and spreads what the material carries', async () => {
    const page = await openPack('/pack/?items=RC-107,RC-110');
    await page.getByRole('button', { name: '没填的按讨论题填上建议时间' }).click();
    const missing = page.locator('[data-pack-missing]');
    await missing.getByText(/^离(?:两节课（90|半天（180) 分钟）还差 \d+ 分钟。/u).waitFor();
    const before = await page.locator('.pack-total').innerText();
    await page.getByRole('button', { name: '把还差的时间摊到撑得住的条目上' }).click();
    await expect.poll(() => page.locator('.pack-total').innerText()).not.toBe(before);
    expect(await page.locator('[data-pack-check]').innerText()).not.toContain('请减时间');
  });

  test('from a damaged link says so and keeps what it could read', async () => {
    const items = ['RC-007', 'SJ-008', 'SY-001', 'RC-001'].map((id) => ({ id, minutes: 20, note: '' }));
    const link = writePackLink({ title: '课', note: '很长的说明，讲课前看'.repeat(4), items });
    const page = await openPack(`/pack/${link.slice(0, Math.round(link.length * 0.7))}`);
    await page.getByText('这个链接不完整或被改动过').waitFor();
    expect((await numbersOf(page))[0]).toBe('RC-007');
  });

  testByNight('takes what is added where one wants it: after an item, first, or last', async () => {
    const page = await openPack('/pack/?items=RC-007,SJ-008,SY-001');
    const place = page.getByLabel('加在');
    expect(await place.locator('option').allTextContents()).toHaveLength(4);
    await place.selectOption('1');
    await page.locator('#pack-ids').fill('RC-101，RC-102');
    await page.getByRole('button', { name: '加入这些编号' }).click();
    await expect.poll(() => numbersOf(page)).toEqual(['RC-007', 'RC-101', 'RC-102', 'SJ-008', 'SY-001']);
    // What is added next follows what was just added.
    await page.locator('#pack-ids').fill('RC-103');
    await page.getByRole('button', { name: '加入这些编号' }).click();
    await expect.poll(() => numbersOf(page)).toEqual(['RC-007', 'RC-101', 'RC-102', 'RC-103', 'SJ-008', 'SY-001']);
    await place.selectOption('0');
    await page.getByRole('button', { name: '加一个环节' }).click();
    await expect.poll(() => numbersOf(page)).toEqual(['', 'RC-007', 'RC-101', 'RC-102', 'RC-103', 'SJ-008', 'SY-001']);
    expect(
      await page
        .locator('.pack-item')
        .first()
        .locator('[name="item-note"]')
        .evaluate((field) => field === document.activeElement),
    ).toBe(true);
    // Once the order is changed by hand, what is added goes to the end again.
    await page.locator('.pack-item').nth(1).getByRole('button', { name: '移除' }).click();
    expect(await place.inputValue()).toBe('');
    await page.locator('#pack-ids').fill('RC-104');
    await page.getByRole('button', { name: '加入这些编号' }).click();
    await expect.poll(() => numbersOf(page)).toEqual(['', 'RC-101', 'RC-102', 'RC-103', 'SJ-008', 'SY-001', 'RC-104']);
  });

  test('from a link leaves the pack of this browser alone until it is changed', async () => {
    const { page } = visit;
    await openPack('/pack/?items=SY-001');
    await page.getByLabel('分钟：SY-001').fill('5');
    await page.keyboard.press('Tab');
    await openPack('/pack/?items=RC-007');
    await page.getByRole('button', { name: '打开自己的那一份' }).click();
    await expect.poll(() => numbersOf(page)).toEqual(['SY-001']);
  });

  test('shows the learner’s booklet without the outcome, the teacher’s with it', async () => {
    const page = await openPack();
    await page.getByRole('button', { name: '学员册', exact: true }).click();
    const paper = page.locator('[data-pack-paper]');
    await paper.getByText('要作的决定').first().waitFor();
    expect(await paper.innerText()).not.toMatch(/批评教育|成为违建/u);
    await page.getByRole('button', { name: '教师册', exact: true }).click();
    await paper.getByText('乙部：结果与后续').first().waitFor();
    expect(await paper.innerText()).toContain('批评教育');
  });

  test('keeps to the width of a telephone, and prints the paper alone', async () => {
    const page = await openPack();
    await page.setViewportSize({ width: 390, height: 800 });
    await page.getByRole('textbox', { name: '条目的编号，或者要找的词' }).fill('容错');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '教师册', exact: true }).click();
    await page.locator('[data-pack-paper]').getByText('参考文献').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('[data-pack-finds]').isVisible()).toBe(false);
    expect(await page.locator('[data-pack-form]').isVisible()).toBe(false);
  });

  test('prints as a plan with the whole of its link and its notes, without what only a screen can do', async () => {
    const page = await openPack();
    const note = '先读甲部，停在决定以前；'.repeat(12);
    await page.getByRole('textbox', { name: '说明（教师册里用）' }).fill(note);
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    const printed = (name: string) =>
      page.locator(name).evaluate(({ parentElement: box }) => (box ? getComputedStyle(box, '::after').content : ''));
    expect(await printed('#pack-note')).toContain(note);
    expect(await printed('#pack-link')).toContain(page.url());
    expect(await page.locator('#pack-note:visible, #pack-link:visible, summary:visible, button:visible').count()).toBe(0);
    await page.emulateMedia({ media: null });
  });

  testByNight('draws a QR code of the link here', async () => {
    const page = await openPack();
    await page.getByRole('button', { name: '显示二维码' }).click();
    await page.getByRole('img', { name: '选编链接的二维码' }).waitFor();
  });

  test.each(
    rowsByDay([
      { button: '学员册（Word）', part: 'word/document.xml', has: '要作的决定', lacks: '批评教育' },
      { button: '教师册（Word）', part: 'word/document.xml', has: '批评教育', lacks: '<w:txbxContent' },
      { button: '幻灯片（16∶9）', part: 'ppt/slides/slide3.xml', has: 'RC-007', lacks: '批评教育' },
    ]),
  )('is saved as $button', async ({ button, part, has, lacks }) => {
    const page = await openPack();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    const text = strFromU8(unzipSync(readFileSync(await (await download).path()))[part] ?? new Uint8Array());
    expect(text).toContain(has);
    expect(text).not.toContain(lacks);
  });
});

describe('part A of a case', () => {
  test('is all that the page shows and prints', async () => {
    const { page } = visit;
    await page.goto(site.at(`${entry?.url ?? '/'}?part=a`));
    await page.getByRole('heading', { level: 1, name: '案例 RC-007：常州金坛' }).waitFor();
    const shown = await page.locator('body').innerText();
    expect(shown).toContain('要作的决定');
    expect(shown).not.toMatch(/批评教育|违建|拆除/u);
    expect(await page.title()).not.toContain('批评教育');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('main').innerText()).not.toMatch(/批评教育|违建|拆除/u);
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('link', { name: '看全文' }).click();
    expect(await page.locator('body').innerText()).toContain('批评教育');
  });

  testByNight('cannot be had with scripts off, and the page says what stands in it', async () => {
    const { page, context } = await openPage(site, { javaScriptEnabled: false });
    await page.goto(site.at(`${entry?.url ?? '/'}?part=a`));
    await page.getByText('只是藏起乙部').waitFor();
    await page.getByText('乙部：结果与后续').click();
    await page.getByText('镇纪委认为没有谋取私利').waitFor();
    await context.close();
  });
});

describe('a pack made from a course', () => {
  test('keeps its sessions, takes another case with what no longer fits marked, and gives the whole kit', async () => {
    const { page } = visit;
    await page.goto(site.at('/courses/tolerance-half-day/'));
    await page.getByRole('link', { name: '以本课程为底稿另编一份' }).click();
    await page.locator('pack-builder[data-state="done"]').waitFor();
    const row = page.locator('.pack-item').nth(3);
    await row.getByText('环节：情景：工地板房里的现场会').waitFor();
    await row.getByText('换一个案例').click();
    await row.getByRole('button', { name: /^换成 RC-121 / }).click();
    await page.locator('.pack-item').nth(3).getByText('环节名“情景：工地板房里的现场会”是为').waitFor();
    expect(await numbersOf(page)).toContain('RC-121');
    await page.locator('[data-pack-check]').getByText('会做成：').waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '整套材料（zip）' }).click()]);
    const files = unzipSync(readFileSync(await download.path()));
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['1 学员册.docx', '4 乙部（装信封）.docx', '9 检验单.docx', '3 幻灯片（4比3）.pptx']),
    );
    const learner = strFromU8(unzipSync(files['1 学员册.docx'] ?? new Uint8Array())['word/document.xml'] ?? new Uint8Array());
    expect(learner).toContain('临时用地');
    expect(learner).not.toContain('工地板房');
  });

  testByNight('says by how much it is longer than its course, and no more once it is shorter', async () => {
    const { page } = visit;
    await page.goto(site.at('/courses/tolerance-half-day/'));
    await page.getByRole('link', { name: '以本课程为底稿另编一份' }).click();
    await page.locator('pack-builder[data-state="done"]').waitFor();
    const told = page.locator('[data-pack-check]').getByText('课程排的是 180 分钟');
    expect(await told.count()).toBe(0);
    const isWarned = () => page.locator('[data-pack-check]').evaluate((list) => list.classList.contains('has-warnings'));
    expect(await isWarned()).toBe(false);
    const minutes = page.locator('.pack-item input[name="minutes"]').first();
    const planned = Number(await minutes.inputValue());
    await minutes.fill(String(planned + 28));
    await minutes.press('Tab');
    await told.getByText('多 28 分钟').waitFor();
    expect(await isWarned()).toBe(true);
    await minutes.fill(String(planned));
    await minutes.press('Tab');
    await expect.poll(() => told.count()).toBe(0);
  });

  test('is a file that opens again', async () => {
    const page = await openPack('/pack/?items=RC-007,SY-001');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '存为选编文件' }).click()]);
    const path = await download.path();
    await page.goto(site.at('/pack/?items=SJ-008'));
    await page.locator('pack-builder[data-state="done"]').waitFor();
    await page.locator('input[type="file"]').setInputFiles(path);
    await expect.poll(() => numbersOf(page)).toEqual(['RC-007', 'SY-001']);
  });

  testByNight('of another library takes the place of nothing', async () => {
    const page = await openPack('/pack/?items=SJ-008');
    const pack = { v: 1, title: '别处的课', note: '', items: [{ id: 'RC-9001', minutes: 45, note: '' }] };
    const buffer = Buffer.from(JSON.stringify(pack));
    await page.locator('input[type="file"]').setInputFiles({ name: '选编.json', mimeType: 'application/json', buffer });
    await page.getByText('本库没有这些编号：RC-9001').waitFor();
    expect(await numbersOf(page)).toEqual(['SJ-008']);
    expect(await page.getByLabel('课题').inputValue()).toBe('');
  });
});

describe('what takes the place of a pack', () => {
  test('leaves it to be brought back: after it was emptied, and after a link was changed', async () => {
    const page = await openPack();
    const own = await numbersOf(page);
    await page.getByLabel('课题').fill('自己的一份');
    await page.getByRole('button', { name: '清空选编' }).click();
    await page.locator('pack-builder[data-state="choose"]').waitFor();
    await page.getByRole('button', { name: '换回它' }).click();
    await expect.poll(() => numbersOf(page)).toEqual(own);
    expect(await page.getByLabel('课题').inputValue()).toBe('自己的一份');
    expect(await page.getByRole('button', { name: '换回它' }).isVisible()).toBe(false);

    await page.goto(site.at('/pack/?items=RC-008'));
    await page.getByLabel('课题').fill('别人的一份');
    await page.getByText('换下、清空的一份还在（3 条）').waitFor();
    await page.getByRole('button', { name: '换回它' }).click();
    await expect.poll(() => numbersOf(page)).toEqual(own);
    await page.getByText('换下、清空的一份还在（1 条）').waitFor();
    await page.reload();
    await page.locator('pack-builder[data-state="done"]').waitFor();
    expect(await numbersOf(page)).toEqual(own);
  });

  test('is refused where everybody sees it, and nothing changes', async () => {
    const page = await openPack();
    const own = await numbersOf(page);
    await page
      .getByLabel('打开存下的选编文件')
      .setInputFiles({ name: '名单.json', mimeType: 'application/json', buffer: Buffer.from('[]') });
    await page.getByText('这个文件不是选编文件，没有打开').waitFor();
    expect(await page.getByRole('alert').isVisible()).toBe(true);
    expect(await numbersOf(page)).toEqual(own);
    await page.getByRole('button', { name: '下移' }).first().click();
    expect(await page.getByRole('alert').isVisible()).toBe(false);
  });

  testByNight('says so when its entries cannot be read', async () => {
    const { page, complaints } = visit;
    await openPack('/pack/?items=RC-007');
    await page.route('**/data/register/**', (route) => route.abort());
    await page.getByLabel('条目的编号，或者要找的词').fill('SJ-008');
    await page.getByRole('button', { name: '加入这些编号' }).click();
    await page.getByText('没有读到条目的数据，选编没有改动').waitFor();
    expect(await numbersOf(page)).toEqual(['RC-007']);
    await page.unroute('**/data/register/**');
    await page.getByRole('button', { name: '加入这些编号' }).click();
    await expect.poll(() => numbersOf(page)).toEqual(['RC-007', 'SJ-008']);
    expect(complaints.length).toBeGreaterThan(0);
    complaints.length = 0;
  });
});

testByNight('what is being typed beside an item stays when another window puts something in', async () => {
  const page = await openPack();
  await page.getByLabel('说明：SJ-008').focus();
  await page.keyboard.type('先讲这一条');
  const other = await visit.context.newPage();
  await other.goto(site.at(readExportedEntries().find(({ id }) => id === 'RC-003')?.url ?? ''));
  await other.getByRole('button', { name: '加入选编' }).click();
  await expect.poll(() => numbersOf(page)).toContain('RC-003');
  await other.close();
  expect(await page.getByLabel('说明：SJ-008').inputValue()).toBe('先讲这一条');
});
