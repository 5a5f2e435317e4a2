import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rowsByDay, testByNight } from '../support/by-day.ts';
import { openAgain, openPage, openSite } from '../support/browser.ts';
import type { ServedSite, WatchedPage } from '../support/browser.ts';
import { readExportedEntries } from '../support/built-site.ts';
import { LINES_A_PAGE, PAGE_SIZE } from '../../src/domain/list/paging.ts';
import { memberOf } from '../support/zip-member.ts';

const cases = readExportedEntries().filter(({ collection }) => collection === 'tolerance');
/** A page of a list has so many entries, and so many are shown of what was found before 显示更多 is pressed. */
const unfiltered = Math.min(cases.length, PAGE_SIZE);

let site: ServedSite;
let visit: WatchedPage;

beforeAll(async () => {
  site = await openSite();
  visit = await openPage(site, { acceptDownloads: true });
});

beforeEach(async () => {
  visit = await openAgain(site, visit);
});

afterAll(() => site.close());

const open = (path: string) => visit.page.goto(site.at(path));
const ready = (state: string) => visit.page.locator(`[data-state="${state}"]`).waitFor();
/** The entries of the list once it is what was asked for. */
const shown = async () => {
  await visit.page.locator('entry-filter[data-state="done"]').waitFor();
  return visit.page.locator('[data-filter-list] > li').evaluateAll((items) => items.map((item) => item.dataset['id']));
};
const count = async () => {
  await visit.page.locator('entry-filter[data-state="done"]').waitFor();
  return visit.page.locator('[data-filter-count]').textContent();
};
/** Opens the group of a facet, which gets its boxes then. */
const unfold = async (facet: string) => {
  const group = visit.page.locator(`[data-facet="${facet}"]`);
  if (!(await group.evaluate((details) => (details as HTMLDetailsElement).open))) await group.locator('summary').first().click();
  await group.locator('input[name]').first().waitFor();
};
const box = (facet: string, value: string) => visit.page.locator(`input[name="${facet}"][value="${value}"]`);
const asked = () => new URL(visit.page.url()).searchParams;

/** Presses Tab until the element that the selector names has the focus. */
async function tabTo(selector: string, most = 200): Promise<void> {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await visit.page.keyboard.press('Tab');
    if (await visit.page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`${selector} is not reached by ${most} presses of Tab`);
}

const save = async (button: ReturnType<typeof visit.page.locator>) => {
  const [download] = await Promise.all([visit.page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
};

describe('the library page', () => {
  test('offers facets with counts before anything is typed, and shows the first page of the list', async () => {
    await open('/tolerance/');
    expect(await shown()).toHaveLength(unfiltered);
    expect(await count()).toBe(`共 ${cases.length} 条`);
    for (const facet of [
      'type',
      'outcome',
      'field',
      'distinction',
      'decider',
      'procedure',
      'year',
      'region',
      'level',
      'source-level',
      'completeness',
      'scenario',
    ]) {
      await unfold(facet);
      expect(await visit.page.locator(`[data-facet="${facet}"] input[name]`).count(), facet).toBeGreaterThan(1);
    }
    const number = await box('scenario', '教学情景（虚构）').locator('xpath=..').locator('.number').textContent();
    expect(Number(number)).toBe(cases.filter(({ nature }) => nature === '教学情景').length);
  });

  test('narrows as boxes are ticked, says how many, keeps it in the address, and goes back', async () => {
    await open('/tolerance/');
    await box('type', '容错').check();
    const first = await shown();
    expect(await count()).toBe(`共 ${cases.length} 条，符合条件的 ${first.length} 条`);
    await box('outcome', '免责').check();
    const second = await shown();
    expect(second.length).toBeLessThan(first.length);
    expect(asked().getAll('outcome')).toEqual(['免责']);
    await visit.page.goBack();
    expect(await shown()).toEqual(first);
    expect(await box('outcome', '免责').isChecked()).toBe(false);
    await visit.page.goForward();
    await visit.page.reload();
    expect(await shown()).toEqual(second);
  });

  testByNight('is named after what was ticked, and keeps the results beside the box', async () => {
    const { page } = visit;
    await page.setViewportSize({ width: 1280, height: 800 });
    await open('/tolerance/');
    await box('type', '减负').waitFor({ state: 'attached' });
    const group = page.locator('[data-facet="level"]');
    await unfold('level');
    await box('type', '减负').check();
    await group.locator('input[type="checkbox"]').first().scrollIntoViewIfNeeded();
    await group.locator('input[type="checkbox"]').first().check();
    await expect.poll(() => page.title()).toMatch(/^案例类型：减负；/u);
    await shown();
    const first = page.locator('[data-filter-list] > li').first();
    expect(await first.evaluate((item) => item.getBoundingClientRect().bottom > 0 && item.getBoundingClientRect().top < innerHeight)).toBe(
      true,
    );
  });

  test('tells “any” from “all” within a facet', async () => {
    await open('/tolerance/?field=重点项目&field=历史遗留');
    const any = await shown();
    await visit.page.locator('[data-mode="field"]').check();
    const all = await shown();
    expect(all.length).toBeGreaterThan(0);
    expect(all.length).toBeLessThan(any.length);
  });

  testByNight('shows choices as chips that can be removed', async () => {
    await open('/tolerance/?type=容错&q=土地');
    const chips = visit.page.locator('[data-filter-chips] button');
    await expect.poll(() => chips.allTextContents()).toEqual(['检索：土地 ×', '案例类型：容错 ×']);
    await visit.page.getByRole('button', { name: '去掉条件 案例类型：容错' }).click();
    expect(asked().has('type')).toBe(false);
    await visit.page.getByRole('button', { name: '去掉条件 检索：土地' }).click();
    expect(await shown()).toHaveLength(unfiltered);
  });

  test('finds words in the texts too, says where it looked, and shows the sentence', async () => {
    await open('/tolerance/');
    await visit.page.getByLabel('结果中检索').fill('核查');
    const inText = cases.filter(({ text }) => text.includes('核查')).map(({ id }) => id);
    await expect.poll(count).toContain(`符合条件的 ${inText.length} 条（查了标题、摘要、别名、关键词和正文）`);
    expect(await shown()).toEqual(inText.slice(0, unfiltered));
    await expect.poll(() => visit.page.locator('.entry-card-found mark').first().textContent()).toBe('核查');
    expect(asked().get('q')).toBe('核查');
    expect(await visit.page.title()).toMatch(/^核查_/u);
    // A whole address would be printed beside its link.
    const link = () => visit.page.locator('li:has(.entry-card-found) a').first().getAttribute('href');
    expect(await link()).toMatch(/^\/tolerance\/[a-z0-9-]+\/\?hl=%E6%A0%B8%E6%9F%A5$/u);
    await visit.page.getByLabel('结果中检索').fill('');
    await expect.poll(() => visit.page.locator('.entry-card-found').count()).toBe(0);
    expect(await visit.page.locator('main a[href*="?hl="], main a[href^="http"][href*="/tolerance/"]').count()).toBe(0);
  });

  testByNight('says so when the texts cannot be read, and shows what the other conditions leave', async () => {
    for (const pattern of ['**/cards.pf_cards', '**/search-index/**'])
      await visit.page.route(pattern, (route) => route.fulfill({ status: 404, body: '' }));
    await open('/tolerance/?q=土地&type=容错');
    await expect.poll(count).toContain('检索数据没有读到，输入的词没有用上');
    const left = await shown();
    expect(left.length).toBeGreaterThan(0);
    await open('/tolerance/?type=容错');
    expect(await shown()).toEqual(left);
    visit.complaints.length = 0;
  });

  testByNight('neither narrows nor rewrites its address while pinyin is composed', async () => {
    await open('/tolerance/');
    const { page } = visit;
    await page.getByLabel('结果中检索').focus();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Input.imeSetComposition', { text: 'tu', selectionStart: 2, selectionEnd: 2 });
    await page.waitForTimeout(500);
    expect([asked().get('q'), await count()]).toEqual([null, `共 ${cases.length} 条`]);
    await devtools.send('Input.insertText', { text: '土地' });
    await expect.poll(() => asked().get('q')).toBe('土地');
  });

  testByNight('leaves what is being typed as it is when an answer comes, and the keyboard beside what was taken away', async () => {
    const { page } = visit;
    await open('/tolerance/');
    await page.route('**/pagefind/**', async (route) => {
      await new Promise((resume) => setTimeout(resume, 300));
      await route.continue();
    });
    const field = page.getByLabel('结果中检索');
    await field.fill('土地');
    await expect.poll(() => asked().get('q')).toBe('土地');
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Input.imeSetComposition', { text: 'hecha', selectionStart: 5, selectionEnd: 5 });
    await expect.poll(count).toContain('符合条件的');
    expect(await field.inputValue()).toBe('土地hecha');
    await devtools.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
    await page.getByRole('button', { name: '去掉条件 检索：土地' }).press('Enter');
    await expect.poll(() => field.inputValue()).toBe('');
    await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true);
    await page.goBack();
    await expect.poll(() => field.inputValue()).toBe('土地');
  });

  testByNight('asks once more where the index was exchanged under the page', async () => {
    let isGone = true;
    await visit.page.route('**/cards.pf_cards', (route) => {
      const answer = isGone ? route.fulfill({ status: 404, body: '' }) : route.continue();
      isGone = false;
      return answer;
    });
    await open('/tolerance/?q=核查');
    await expect.poll(count).toContain('（查了标题、摘要、别名、关键词和正文）');
    expect(isGone).toBe(false);
    visit.complaints.length = 0;
  });

  testByNight('sorts by completeness and back by number', async () => {
    await open('/tolerance/');
    const byNumber = await shown();
    await visit.page.getByLabel('排列').selectOption('completeness');
    await shown();
    const full = await visit.page.locator('[data-filter-list] > li').first().textContent();
    expect(full).toContain('看到全文');
    await visit.page.getByLabel('排列').selectOption('number');
    expect(await shown()).toEqual(byNumber);
  });

  test('says so when nothing is left, and clears', async () => {
    await open('/tolerance/?q=量子纠缠');
    await visit.page.getByText('没有符合全部条件的条目').waitFor();
    await visit.page.locator('[data-filter-empty] button').click();
    expect(await shown()).toHaveLength(unfiltered);
  });

  test('saves the result as a table that opens in WPS', async () => {
    await open('/tolerance/?type=容错');
    const [download] = await Promise.all([
      visit.page.waitForEvent('download'),
      visit.page.getByRole('button', { name: '结果存为表格' }).click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text.startsWith('\uFEFF"编号","标题"')).toBe(true);
    expect(text.trimEnd().split('\r\n')).toHaveLength((await shown()).length + 1);
  });

  test('works by keyboard alone', async () => {
    await open('/tolerance/');
    await tabTo('input[name="type"][value="容错"]');
    await visit.page.keyboard.press('Space');
    await expect.poll(async () => (await shown()).length).toBeLessThan(unfiltered);
    await tabTo('[data-facet="year"] summary');
    await visit.page.keyboard.press('Enter');
    await tabTo('[data-filter-chips] button');
    await visit.page.keyboard.press('Enter');
    await expect.poll(async () => (await shown()).length).toBe(unfiltered);
    await expect.poll(() => visit.page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q');
  });

  test.each(rowsByDay(['practices', 'policies', 'mechanisms']))('is the same for %s', async (collection) => {
    await open(`/${collection}/`);
    // A list shows a part of what it found: the sentence counts it all.
    const found = async () => /共 (\d+) 条(?:，符合条件的 (\d+) 条)?/u.exec((await count()) ?? '') ?? [];
    const [, all] = await found();
    await visit.page.locator('[data-filter-form] input[type="checkbox"][name]').first().check();
    await expect.poll(async () => Number((await found())[2])).toBeGreaterThan(0);
    expect(Number((await found())[2])).toBeLessThan(Number(all));
  });

  test('says so when its data cannot be read, and keeps the page as it came', async () => {
    await visit.page.route('**/data/cards/**', (route) => route.fulfill({ status: 404, body: '' }));
    await open('/tolerance/?type=容错');
    await visit.page.getByText('没有读到这份清单的数据').waitFor();
    expect(await shown()).toHaveLength(unfiltered);
    visit.complaints.length = 0;
  });

  testByNight('stays as it came, and says so, when the entries that were found cannot be read; and shows them once they can', async () => {
    await visit.page.route('**/data/cards/tolerance/**', (route) => route.fulfill({ status: 404, body: '' }));
    await open('/tolerance/?type=容错');
    await visit.page.locator('[data-filter-failed]').waitFor();
    expect(await shown()).toHaveLength(unfiltered);
    expect(await count()).toBe(`共 ${cases.length} 条`);
    expect(await visit.page.locator('[data-filter-pages]').isVisible()).toBe(true);
    await visit.page.unroute('**/data/cards/tolerance/**');
    await box('type', '问责纠正').check();
    await visit.page.locator('[data-filter-failed]').waitFor({ state: 'hidden' });
    expect(await count()).toContain('符合条件的');
    visit.complaints.length = 0;
  });

  testByNight('says at the button when more of it cannot be read, and shows more when it is pressed again', async () => {
    await open('/tolerance/?sort=year');
    await shown();
    await visit.page.route('**/data/cards/tolerance/**', (route) => route.fulfill({ status: 404, body: '' }));
    const more = visit.page.locator('[data-action="more"]');
    await more.click();
    await expect.poll(() => more.textContent()).toBe('没有读到，再试一次');
    expect(await visit.page.locator('[data-filter-failed]').isVisible()).toBe(false);
    await visit.page.unroute('**/data/cards/tolerance/**');
    await more.click();
    await expect.poll(async () => (await shown()).length).toBeGreaterThan(PAGE_SIZE);
    expect((await more.textContent())?.trim()).toBe('显示更多');
    visit.complaints.length = 0;
  });

  testByNight('saves no empty file while its data cannot be read, and what the address asks for once they can', async () => {
    await visit.page.route('**/data/cards/**', (route) => route.fulfill({ status: 404, body: '' }));
    await open('/tolerance/?outcome=免责');
    await visit.page.locator('[data-filter-failed]').waitFor();
    let saved = 0;
    visit.page.on('download', () => (saved += 1));
    for (const file of ['csv', 'xlsx']) await visit.page.locator(`[data-action="${file}"]`).click();
    await visit.page.waitForTimeout(500);
    expect(saved).toBe(0);
    await visit.page.unroute('**/data/cards/**');
    const { bytes } = await save(visit.page.locator('[data-action="csv"]'));
    expect(bytes.toString().trim().split('\r\n')).toHaveLength(1 + (await shown()).length);
    await visit.page.locator('[data-filter-failed]').waitFor({ state: 'hidden' });
    visit.complaints.length = 0;
  });

  test('fetches nothing of the list before somebody turns to the filter', async () => {
    const asked: string[] = [];
    visit.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await open('/tolerance/');
    await shown();
    expect(asked.filter((path) => path.includes('/data/'))).toEqual([]);
    await box('type', '容错').check();
    await shown();
    expect(asked.filter((path) => path.includes('/data/cards/'))).not.toEqual([]);
  });

  test('shows more of what it found, fifty at a time', async () => {
    await open('/tolerance/?scenario=公开材料所载');
    const [, found = ''] = /符合条件的 (\d+) 条/u.exec((await count()) ?? '') ?? [];
    expect(Number(found)).toBeGreaterThan(2 * PAGE_SIZE);
    expect(await shown()).toHaveLength(PAGE_SIZE);
    await visit.page.getByRole('button', { name: '显示更多' }).click();
    await expect.poll(shown).toHaveLength(2 * PAGE_SIZE);
    expect(await visit.page.getByRole('navigation', { name: '分页' }).isVisible()).toBe(false);
    expect(new Set(await shown()).size).toBe(2 * PAGE_SIZE);
  });

  test('reads page by page without scripts, with links by facet', async () => {
    const { page, context } = await openPage(site, { javaScriptEnabled: false });
    await page.goto(site.at('/tolerance/'));
    const read = new Set<string>();
    const take = async () => {
      for (const id of await page.locator('.entry-cards > li').evaluateAll((items) => items.map((item) => item.dataset['id'] ?? '')))
        read.add(id);
    };
    await take();
    await page.getByRole('navigation', { name: '按类别查看' }).getByRole('link', { name: '免责' }).waitFor();
    expect(await page.locator('[data-filter-form]').isVisible()).toBe(false);
    const next = page.locator('a[rel="next"]');
    while ((await next.count()) > 0) {
      await next.click();
      await take();
    }
    expect([...read].sort()).toEqual(cases.map(({ id }) => id).sort());
    await context.close();
  });
});

describe('what was found or put aside', () => {
  test('on a list is saved for Word with the filters, the same twice', async () => {
    await open('/tolerance/?type=容错&q=土地');
    const button = visit.page.getByRole('button', { name: '结果存为 Word' });
    const { name, bytes } = await save(button);
    expect(name).toBe('容错纠错案例库（筛选结果）.docx');
    expect(Buffer.compare(bytes, (await save(button)).bytes)).toBe(0);
    const text = memberOf(bytes, 'word/document.xml');
    for (const part of ['类型：容错', '土地', ...(await shown())]) expect(text).toContain(part);
  });

  testByNight('on the search page is saved with what was asked for it, also while another is being looked for', async () => {
    await open('/search/?q=容错');
    await visit.page.locator('[data-search-state="done"]').waitFor();
    const found = Number(await visit.page.locator('[data-search-count]').textContent());
    await visit.page.getByText('保存、导出', { exact: true }).click();
    let goOn: (() => void) | undefined;
    const isHeld = new Promise<void>((resume) => (goOn = resume));
    await visit.page.route('**/data/search-details/**', async (route) => {
      await isHeld;
      await route.continue();
    });
    await visit.page.evaluate(() => {
      history.pushState(null, '', '/search/?q=容错&outcome=不予容错');
      window.dispatchEvent(new PopStateEvent('popstate'));
    });
    await visit.page.locator('[data-search-state="loading"]').waitFor({ state: 'attached' });
    const { bytes } = await save(visit.page.getByRole('button', { name: '结果存为 Word' }));
    goOn?.();
    const written = memberOf(bytes, 'word/document.xml');
    expect(written).toContain(`共 ${found} 条`);
    expect(written).toContain('没有选');
    await visit.page.locator('[data-search-state="done"]').waitFor();
  });

  testByNight('on the search page is saved whole, as a table and for Word', async () => {
    await open('/search/?q=容错');
    await visit.page.locator('[data-search-state="done"]').waitFor();
    const found = Number(await visit.page.locator('[data-search-count]').textContent());
    await visit.page.getByText('保存、导出', { exact: true }).click();
    const table = (await save(visit.page.getByRole('button', { name: '结果存为表格' }))).bytes.toString('utf8');
    expect(table.startsWith('\uFEFF"编号","标题"')).toBe(true);
    expect(table.trimEnd().split('\r\n')).toHaveLength(found + 1);
    const { bytes } = await save(visit.page.getByRole('button', { name: '结果存为 Word' }));
    expect(memberOf(bytes, 'word/document.xml')).toContain(`共 ${found} 条`);
    expect(visit.complaints).toEqual([]);
  });

  testByNight('in the tray is saved as a table and for Word', async () => {
    await open('/tolerance/');
    for (const index of [0, 1]) await visit.page.locator('[data-pin]').nth(index).click();
    const tray = visit.page.locator('compare-tray');
    await tray.getByText('看篮里的条目').click();
    const table = (await save(tray.getByRole('button', { name: '存为表格' }))).bytes.toString('utf8');
    expect(table.trimEnd().split('\r\n')).toHaveLength(3);
    expect(memberOf((await save(tray.getByRole('button', { name: '存为 Word' }))).bytes, 'word/document.xml')).toContain('共 2 条');
  });
});

describe.each(['/matrix/fields/', '/matrix/rules/', '/families/lists/'])('the table of %s', (path) => {
  test('is sorted by a column by keyboard alone, and is there as CSV', async () => {
    await open(path);
    await tabTo('.sort-button');
    await visit.page.keyboard.press('Enter');
    expect(await visit.page.locator('thead th').first().getAttribute('aria-sort')).toBe('ascending');
    const first = await visit.page.locator('tbody th').first().textContent();
    await visit.page.keyboard.press('Enter');
    expect(await visit.page.locator('thead th').first().getAttribute('aria-sort')).toBe('descending');
    expect(await visit.page.locator('tbody th').first().textContent()).not.toBe(first);
    const href = await visit.page.getByRole('link', { name: '下载表格' }).getAttribute('href');
    const table = await visit.page.request.get(site.at(href ?? ''));
    expect((await table.text()).trimEnd().split('\r\n')).toHaveLength((await visit.page.locator('tbody tr').count()) + 1);
  });
});

test('the matrix of rules shows what is asked, keeps it in the address, and saves just that', async () => {
  await open('/matrix/rules/');
  const rows = () => visit.page.locator('tbody tr[data-row]:visible').count();
  const all = await rows();
  await visit.page.getByText('只看写到了什么的').click();
  await visit.page.getByRole('group', { name: '选择要看的行和列' }).getByLabel('认定主体', { exact: true }).first().check();
  await expect.poll(rows).toBeLessThan(all);
  await visit.page.getByLabel('分组').selectOption('decider');
  expect(asked().get('has')).toBe('decider');
  const shown = await rows();
  await visit.page.reload();
  await expect.poll(rows).toBe(shown);
  expect(await visit.page.locator('.matrix-group').count()).toBeGreaterThan(1);
  const { bytes, name } = await save(visit.page.getByRole('button', { name: '存为 Excel' }));
  expect(name).toBe('地方容错规则对照.xlsx');
  expect(memberOf(bytes, 'xl/worksheets/sheet1.xml').match(/<row /gu)).toHaveLength(shown + 1);
  expect(memberOf(bytes, 'xl/worksheets/sheet2.xml')).toContain('写到认定主体的；按认定主体分组');
  expect(memberOf(bytes, 'xl/worksheets/sheet1.xml')).toContain('<t>分组</t>');
  expect(memberOf((await save(visit.page.getByRole('button', { name: '存为 Word' }))).bytes, 'word/document.xml')).toContain(
    '纪检监察机关',
  );
});

testByNight('the matrix of rules shows one province, and says where none was seen that this does not mean there is none', async () => {
  const { page } = visit;
  await open('/matrix/rules/');
  const told = () => page.locator('[data-shown]').innerText();
  await page.locator('select[name="province"]').selectOption('山东省');
  await expect.poll(told).toMatch(/^省份：山东省。显示 \d+ 份[^。]*。$/u);
  expect(page.url()).toContain('province=');
  await page.locator('select[name="province"]').selectOption('黑龙江省');
  await expect.poll(told).toContain('显示 0 份');
  expect(await told()).toContain('不等于当地没有');
  await open('/regions/heilongjiang/');
  expect(await page.getByText('容错规定：').innerText()).toContain('不等于当地没有');
});

testByNight('a file of the matrix as it opens says that replaced rules are not in it, and does not call itself whole', async () => {
  await open('/matrix/rules/');
  await expect.poll(() => visit.page.locator('[data-shown]').textContent()).toContain('没有显示');
  const text = memberOf((await save(visit.page.getByRole('button', { name: '存为 Word' }))).bytes, 'word/document.xml');
  expect(text).toContain('已被代替的规定由接续的规定代表，没有列出');
  expect(text).not.toContain('全部列出');
});

test.each(rowsByDay(['/matrix/rules/', '/compare/?ids=RC-001,RC-003,RC-004,RC-010']))(
  'the head of the table of %s stays in view while its rows are scrolled',
  async (path) => {
    await open(path);
    const box = visit.page.locator('.keeps-heads');
    await box.waitFor();
    await box.evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
    const [head, frame] = await Promise.all([visit.page.locator('thead th').first().boundingBox(), box.boundingBox()]);
    expect(await box.evaluate((element) => element.scrollTop)).toBeGreaterThan(100);
    expect(Math.abs((head?.y ?? 0) - (frame?.y ?? 0))).toBeLessThan(4);
  },
);

test.each(rowsByDay(['/matrix/rules/', '/figures/', '/compare/?ids=RC-001,RC-003,RC-004,RC-010']))(
  'no link of the table of %s that the Tab key goes back to lies wholly below its heads',
  async (path) => {
    await open(path);
    const box = visit.page.locator('.keeps-heads');
    await box.waitFor();
    await box.locator('tbody :is(a, button)').last().focus();
    const covered: string[] = [];
    for (let pressed = 0; pressed < 40; pressed += 1) {
      await visit.page.keyboard.press('Shift+Tab');
      const name = await visit.page.evaluate(() => {
        const link = document.activeElement;
        if (!link?.closest('.keeps-heads tbody')) return '';
        const isSeen = [...link.getClientRects()].some(({ left, top, width, height }) =>
          [0.1, 0.5, 0.9].some((part) => link.contains(document.elementFromPoint(left + width * part, top + height * part))),
        );
        return isSeen ? '' : link.textContent;
      });
      if (name) covered.push(name);
    }
    expect(covered).toEqual([]);
  },
);

testByNight('deadlines that rules state are sorted by their length, not by their words', async () => {
  await open('/matrix/rules/?has=stated&sort=stated');
  const days = () => visit.page.locator('tbody tr[data-row]:visible').evaluateAll((rows) => rows.map((row) => Number(row.dataset['days'])));
  await expect.poll(async () => (await days()).length).toBeGreaterThan(1);
  const up = await days();
  expect(up).toEqual([...up].sort((a, b) => a - b));
  await visit.page.locator('th[data-key="stated"] button').click();
  expect(await days()).toEqual([...up].reverse());
});

describe('the tray', () => {
  test('leads from two entries to their comparison by keyboard alone, and survives a reload', async () => {
    await open(cases[0]?.url ?? '');
    await tabTo('[data-pin]');
    await visit.page.keyboard.press('Enter');
    const pressed = () => visit.page.locator('[data-pin]').getAttribute('aria-pressed');
    await expect.poll(pressed).toBe('true');
    await open(cases[5]?.url ?? '');
    await tabTo('[data-pin]');
    await visit.page.keyboard.press('Space');
    await expect.poll(pressed).toBe('true');
    await visit.page.reload();
    await expect.poll(() => visit.page.locator('[data-tray="count"]').textContent()).toBe('2');
    await tabTo('compare-tray a');
    await visit.page.keyboard.press('Enter');
    await ready('choose');
    await tabTo('compare-table form button');
    await visit.page.keyboard.press('Enter');
    await ready('done');
    expect(asked().get('ids')).toBe(`${cases[0]?.id},${cases[5]?.id}`);
  });

  testByNight('takes one entry after another for the page alone where the browser keeps no more', async () => {
    await open('/tolerance/');
    await visit.page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    for (const index of [0, 1]) await visit.page.locator('[data-pin]').nth(index).click();
    expect(await visit.page.locator('[data-tray="count"]').first().textContent()).toBe('2');
  });

  test('is a step away from the last entry of a list on a phone, and lies over nothing', async () => {
    const { page, context } = await openPage(site, { viewport: { width: 390, height: 844 } });
    await page.goto(site.at('/tolerance/'));
    const last = page.locator('[data-filter-list] > li').last();
    for (const kind of ['pack', 'pin']) await last.locator(`[data-${kind}]`).click();
    for (const link of [last.getByRole('link', { name: '去选编' }), page.locator('.pager a').last(), page.locator('.site-footer a').last()])
      await link.click({ trial: true });
    await last.getByRole('link', { name: '去比对' }).click();
    await page.waitForURL(/\/compare\/\?ids=RC-\d+$/u);
    await context.close();
  });

  test('is emptied by its button and by nothing else', async () => {
    await open('/tolerance/');
    await visit.page.locator('[data-pin]').first().click();
    await open('/practices/');
    await visit.page.locator('[data-tray="filled"]').waitFor();
    await visit.page.getByRole('button', { name: '清空比对篮' }).click();
    expect(await visit.page.locator('[data-tray="filled"]').isVisible()).toBe(false);
  });

  testByNight('gives up one entry, changes their order by keyboard, and takes a step back', async () => {
    await open('/tolerance/');
    for (const index of [0, 1, 2]) await visit.page.locator('[data-pin]').nth(index).click();
    await visit.page.getByText('看篮里的条目').click();
    const ids = () => visit.page.locator('[data-tray-id]').evaluateAll((items) => items.map((item) => item.getAttribute('data-tray-id')));
    await expect.poll(async () => (await ids()).length).toBe(3);
    const [first, second, third] = await ids();
    await visit.page.getByRole('button', { name: `上移 ${second}` }).focus();
    await visit.page.keyboard.press('Enter');
    await expect.poll(ids).toEqual([second, first, third]);
    await visit.page.getByRole('button', { name: `取出 ${first}` }).click();
    await expect.poll(ids).toEqual([second, third]);
    await visit.page.getByRole('button', { name: '撤销上一步' }).click();
    await expect.poll(ids).toEqual([second, first, third]);
    await visit.page.getByRole('button', { name: '清空比对篮' }).click();
    await visit.page.getByRole('button', { name: '撤销上一步' }).click();
    expect(await visit.page.locator('[data-tray="count"]').first().textContent()).toBe('3');
  });

  test('is handed on as a link, which whoever gets it can put into his own', async () => {
    await open(`/report/?ids=${cases[0]?.id},${cases[1]?.id}`);
    await ready('done');
    await visit.page.getByRole('button', { name: '放进比对篮' }).click();
    expect(await visit.page.locator('[data-tray="count"]').textContent()).toBe('2');
    expect(await visit.page.locator('[data-tray="link"]').textContent()).toBe(site.at(`/report/?ids=${cases[0]?.id},${cases[1]?.id}`));
  });

  testByNight('with rubbish stored is empty', async () => {
    await open('/tolerance/');
    await visit.page.evaluate(() => localStorage.setItem('compare-tray', '{"v":1,"ids":["<img src=x onerror=alert(1)>"]}'));
    await visit.page.reload();
    expect(await visit.page.locator('[data-tray="filled"]').isVisible()).toBe(false);
    expect(visit.complaints).toEqual([]);
  });

  testByNight('is offered to choose from when an address names nothing', async () => {
    await open('/tolerance/');
    for (const index of [0, 1, 2]) await visit.page.locator('[data-pin]').nth(index).click();
    await open('/compare/');
    await ready('choose');
    await visit.page.locator('[data-choices] input').nth(1).uncheck();
    await visit.page.getByRole('button', { name: '比对所选' }).click();
    await ready('done');
    expect(asked().get('ids')?.split(',')).toHaveLength(2);
    await visit.page.goBack();
    await ready('choose');
  });
});

describe('a comparison', () => {
  const pair = `/compare/?ids=${cases[0]?.id},${cases[5]?.id}`;

  test('marks in words what differs, shows 未载, and leads to the sources', async () => {
    await open(pair);
    await ready('done');
    const marks = await visit.page.locator('td.agreement').allTextContents();
    expect(marks).toEqual(expect.arrayContaining(['相同', '不同', '均未载']));
    expect(await visit.page.locator('.compared .unknown').first().textContent()).toBe('未载');
    expect(await visit.page.locator('.compared .cite').first().getAttribute('href')).toMatch(/^\/(?:sources|about|policies)\//u);
  });

  testByNight('tells what is long entry by entry across the columns, each by its name', async () => {
    await open('/compare/?ids=RC-001,RC-003,RC-004');
    await ready('done');
    const told = visit.page.locator('tr', { has: visit.page.locator('th', { hasText: '事实经过' }) }).locator('.compared-told');
    expect(await told.locator('.compared-name').count()).toBe(3);
    // Beside each other they would stand below the names of other cases.
    const tops = await told
      .locator(':scope > div')
      .evaluateAll((boxes) => boxes.map((box) => box.getBoundingClientRect()).map(({ top, left }) => ({ top, left })));
    expect(new Set(tops.map(({ left }) => left)).size).toBe(1);
    expect(tops.map(({ top }) => top)).toEqual(tops.map(({ top }) => top).sort((a, b) => a - b));
    expect(await visit.page.locator('.compared tbody tr:first-child').textContent()).toContain('处理结果');
  });

  testByNight('keeps the titles in view, above everything that scrolls below them', async () => {
    await open('/compare/?ids=RC-001,RC-003,RC-004');
    await ready('done');
    const covered = await visit.page.locator('.keeps-heads').evaluate((frame) => {
      const heads = [...frame.querySelectorAll('thead th')];
      frame.scrollIntoView();
      const found: string[] = [];
      for (frame.scrollTop = 0; frame.scrollTop < 1000; frame.scrollTop += 20) {
        for (const head of heads) {
          const { left, top, width, height } = head.getBoundingClientRect();
          const above = document.elementFromPoint(left + width / 2, top + height / 2);
          if (!above || !head.contains(above)) found.push(`${frame.scrollTop}: ${above?.textContent.trim() ?? ''}`);
        }
        if (frame.scrollTop + frame.clientHeight >= frame.scrollHeight - 20) break;
      }
      return found;
    });
    expect(covered).toEqual([]);
  });

  test('saves a table and a Word file that is the same twice', async () => {
    await open(pair);
    await ready('done');
    const save = async (name: string) => {
      const [download] = await Promise.all([visit.page.waitForEvent('download'), visit.page.getByRole('button', { name }).click()]);
      return readFileSync(await download.path());
    };
    expect((await save('存为表格')).toString('utf8')).toContain('"六因素","动机态度"');
    const first = await save('存为 Word');
    expect(first.subarray(0, 2).toString()).toBe('PK');
    expect(Buffer.compare(first, await save('存为 Word'))).toBe(0);
    expect(visit.complaints).toEqual([]);
  });

  testByNight('on a phone says what a row is about while it is scrolled, and shows its texts whole', async () => {
    const { page } = visit;
    await page.setViewportSize({ width: 390, height: 844 });
    await open('/compare/?ids=RC-001,RC-003,RC-009');
    await ready('done');
    const frame = page.getByRole('group', { name: '逐项比对表' }).or(page.getByRole('region', { name: '逐项比对表' }));
    for (const scrolled of [0, 300]) {
      await frame.evaluate((element, left) => void (element.scrollLeft = left), scrolled);
      const label = await page.locator('.compared th', { hasText: '当事人' }).boundingBox();
      const told = await page.locator('.compared-told').first().boundingBox();
      expect([Math.round(label?.x ?? -1), (label?.width ?? 999) < 100]).toEqual([20, true]);
      expect((told?.x ?? 999) + (told?.width ?? 999)).toBeLessThanOrEqual(370);
      expect(told?.x ?? 0).toBeGreaterThanOrEqual((label?.x ?? 0) + (label?.width ?? 0));
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  test('names what cannot be compared and compares the rest', async () => {
    const practice = readExportedEntries().find(({ collection }) => collection === 'practices');
    await open(`${pair},RC-999,what,${practice?.id}`);
    await ready('done');
    const message = (kind: string) => visit.page.locator(`[data-ids="${kind}"]`).textContent();
    expect(await message('unknown')).toContain('RC-999');
    expect(await message('malformed')).toContain('WHAT');
    expect(await message('other')).toContain(practice?.title);
    expect(await visit.page.locator('.compared thead th').count()).toBe(4);
  });

  testByNight('names a retired entry and the one that replaced it', async () => {
    const [retired, next, other] = cases;
    await visit.page.route('**/data/register/*.json', async (route) => {
      const register = (await (await route.fetch()).json()) as { id: string; retired?: object }[];
      for (const entry of register) if (entry.id === retired?.id) entry.retired = { date: '2026-11-01', replacedBy: next?.id };
      await route.fulfill({ json: register });
    });
    await open(`/compare/?ids=${retired?.id},${next?.id},${other?.id}`);
    await ready('done');
    const links = await visit.page.locator('[data-ids="retired"] a').allTextContents();
    expect(links).toEqual([expect.stringContaining(retired?.title ?? '未载'), expect.stringContaining(next?.title ?? '未载')]);
    expect(await visit.page.locator('.compared thead th').count()).toBe(4);
  });

  test('says so when its data cannot be read', async () => {
    await visit.page.route('**/data/entry/*', (route) => route.abort());
    await open(pair);
    await ready('error');
    await visit.page.getByText('没有读到比对所需的数据').waitFor();
  });
});

describe('a report', () => {
  test('of a filtered list repeats the filter and lists every hit', async () => {
    await open('/tolerance/?type=容错');
    const hits = await shown();
    await visit.page.getByRole('link', { name: '把结果写入类案检索报告' }).click();
    await ready('done');
    const text = await visit.page.locator('[data-report-paper]').innerText();
    for (const part of [`共检索到 ${hits.length} 条`, '类型：容错', ...hits.map((id) => id ?? '')]) expect(text).toContain(part);
  });

  testByNight('gives its cases as a table for Excel, with what was asked beside it', async () => {
    await open('/report/?q=容错&ids=RC-001,RC-006');
    await ready('done');
    const { name, bytes } = await save(visit.page.getByRole('button', { name: '案例表存为 Excel' }));
    expect(name).toBe('类案检索报告的案例表.xlsx');
    const table = memberOf(bytes, 'xl/worksheets/sheet1.xml');
    for (const part of ['RC-001', 'RC-006', '认定主体', '未载']) expect(table).toContain(part);
    expect(table).not.toContain('RC-002');
    expect(memberOf(bytes, 'xl/worksheets/sheet2.xml')).toContain('逐字查找“容错”');
  });

  testByNight('that the tray above a narrowed list leads to has the filter too', async () => {
    await open('/tolerance/?type=容错');
    await shown();
    await visit.page.locator('[data-pin]').first().click();
    await visit.page.getByRole('link', { name: '写入类案检索报告', exact: true }).click();
    await ready('done');
    expect([...asked()].map(([name]) => name).sort()).toEqual(['ids', 'in', 'type']);
  });

  test('of a search lists what the search page finds', async () => {
    await open('/search/?q=容错备案');
    await visit.page.locator('[data-search-state="done"]').waitFor();
    const found = Number(await visit.page.locator('[data-search-count]').textContent());
    await open('/report/?q=容错备案&scope=all&asides=1');
    await ready('done');
    expect(await visit.page.locator('[data-report-paper]').innerText()).toContain(`共检索到 ${found} 条`);
  });

  testByNight('in one’s own words begins with the cases with which the search page begins', async () => {
    await open('/search/?q=用地手续没批就先施工');
    await visit.page.locator('[data-search-state="done"]').waitFor();
    const first = await visit.page.locator('.search-hit .number').first().textContent();
    const shownCases = await visit.page.locator('[data-search-leading] .search-hit .number').allTextContents();
    const closest = shownCases.filter((id) => id.startsWith('RC-'));
    expect(first).not.toBe(null);
    expect(closest.length).toBeGreaterThan(0);
    await open('/report/?q=用地手续没批就先施工&asides=1');
    await ready('done');
    const told = await visit.page.locator('[data-report-paper] h3').allTextContents();
    expect(told[0]).toContain(closest[0]);
    const text = await visit.page.locator('[data-report-paper]').innerText();
    for (const id of closest) expect(text).toContain(id);
    expect(text).not.toContain('未检索到');
  });

  test('lists cases only, and rules where they are asked for', async () => {
    const paper = visit.page.locator('[data-report-paper]');
    await open('/report/?q=容错备案');
    await ready('done');
    expect(await paper.innerText()).toContain('列入范围\n只列案例');
    expect(await paper.innerText()).toMatch(/别的栏目 \d+ 条不在列入范围内，没有列入/u);
    await visit.page.getByLabel('列入', { exact: true }).selectOption('rules');
    await visit.page.getByRole('button', { name: '检索并写成报告' }).click();
    await ready('done');
    expect(await paper.innerText()).toContain('列入范围\n案例和规定');
    expect(asked().get('q')).toBe('容错备案');
  });

  test('takes the matter beside the cases, keeps it only when ticked, and wipes it', async () => {
    const paper = visit.page.locator('[data-report-paper]');
    await open(`/report/?ids=${cases[0]?.id}`);
    await ready('done');
    await visit.page.getByText('填写本件的情况').click();
    await visit.page.getByLabel('动机态度').fill('为赶工期，没有私利。');
    await paper.getByText('为赶工期，没有私利。').waitFor();
    const stored = () => visit.page.evaluate(() => JSON.stringify(localStorage));
    expect(await stored()).not.toContain('为赶工期');
    await visit.page.getByLabel('存在这个浏览器里').check();
    await visit.page.getByText(/存在这个浏览器里，\d{4}-\d\d-\d\d 清除/u).waitFor();
    expect(await stored()).toContain('为赶工期');
    await visit.page.reload();
    await ready('done');
    expect(await paper.innerText()).toContain('为赶工期，没有私利。');
    await visit.page.getByRole('button', { name: '全部清除' }).click();
    expect(await stored()).not.toContain('为赶工期');
    expect(await paper.innerText()).not.toContain('为赶工期');
  });

  testByNight('keeps no matter that is not to be kept any more, however soon its reader is gone', async () => {
    const { page } = visit;
    await open(`/report/?ids=${cases[0]?.id}`);
    await ready('done');
    await page.getByText('填写本件的情况').click();
    await page.getByLabel('动机态度').fill('为赶工期，没有私利。');
    const keep = page.getByLabel('存在这个浏览器里');
    await keep.check();
    const stored = () => page.evaluate(() => JSON.stringify(localStorage));
    await expect.poll(stored).toContain('为赶工期');
    page.on('dialog', (dialog) => void dialog.accept());
    await Promise.all([
      page.waitForURL(site.at('/about/')),
      keep.evaluate((box: HTMLInputElement) => {
        box.click();
        location.assign('/about/');
      }),
    ]);
    expect(await stored()).not.toContain('为赶工期');
  });

  testByNight('asks before the matter is left where the browser refuses to keep it, though it was to be kept', async () => {
    await open(`/report/?ids=${cases[0]?.id}`);
    await ready('done');
    await visit.page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await visit.page.getByText('填写本件的情况').click();
    await visit.page.getByLabel('动机态度').fill('为赶工期，没有私利。');
    await visit.page.getByLabel('存在这个浏览器里').check();
    await visit.page.getByText('这个浏览器不允许保存').waitFor();
    const asked = visit.page.waitForEvent('dialog', { timeout: 10_000 });
    void visit.page.reload();
    await (await asked).accept();
    await ready('done');
  });

  testByNight('takes the matter along to another search in the tab, without asking and without keeping it in the browser', async () => {
    const { page } = visit;
    let questions = 0;
    page.on('dialog', (dialog) => {
      questions += 1;
      void dialog.accept();
    });
    await open('/report/');
    await ready('done');
    await page.getByText('填写本件的情况').click();
    await page.getByLabel('动机态度').fill('为赶工期，没有私利。');
    await page.getByLabel('检索词').fill('容错备案');
    await page.getByRole('button', { name: '检索并写成报告' }).click();
    await page.waitForURL(/q=/u);
    await ready('done');
    expect(await page.getByLabel('动机态度').inputValue()).toBe('为赶工期，没有私利。');
    await page.getByText('带过来了').waitFor();
    // By way of the library of cases, as the page itself advises.
    await page.locator('case-report').getByRole('link', { name: '案例库' }).first().click();
    await page.locator('entry-filter').waitFor();
    await page.goBack();
    await ready('done');
    expect(await page.getByLabel('动机态度').inputValue()).toBe('为赶工期，没有私利。');
    expect(questions).toBe(0);
    expect(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).not.toContain('为赶工期');
  });

  test('offers to take over what was sent on from the worksheet, into fields that have nothing yet or below what they have', async () => {
    const { page } = visit;
    await open('/worksheet/');
    await page.getByLabel('事由、时间、职务').fill('便桥抢修\n先开工后补手续。');
    await page.getByLabel('本件的情况').first().fill('没有私利。');
    await page.getByRole('link', { name: '写进类案检索报告' }).first().click();
    await ready('done');
    const offer = page.locator('[data-worksheet-offer]');
    await offer.waitFor();
    expect(await offer.innerText()).toContain('事由、事实经过、动机态度');
    expect(await page.getByLabel('动机态度').inputValue()).toBe('');
    await offer.getByRole('button', { name: '放进报告' }).click();
    await page.getByText('已经放进：事由、事实经过、动机态度').waitFor();
    expect(await offer.isVisible()).toBe(false);
    expect(await page.getByLabel('动机态度').inputValue()).toBe('没有私利。');
    expect(await page.locator('[data-report-paper]').innerText()).toContain('便桥抢修');
    await page.goBack();
    await page.locator('worksheet-notes').waitFor();
    expect(await page.getByLabel('本件的情况').first().inputValue()).toBe('没有私利。');
    await page.goForward();
    await ready('done');
    if (!(await page.getByRole('button', { name: '全部清除' }).isVisible())) await page.getByText('填写本件的情况').click();
    await page.getByRole('button', { name: '全部清除' }).click();
    expect(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).not.toContain('私利');
  });

  testByNight('takes the file of a worksheet, and says what is no such file', async () => {
    const { page } = visit;
    await open('/report/');
    await ready('done');
    await page.getByText('填写本件的情况').click();
    const input = page.getByLabel('打开研判单存的文件');
    await input.setInputFiles({ name: '别的.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
    await page.getByText('“别的.json”不是六因素研判单存的文件').waitFor();
    const file = JSON.stringify({ kind: 'worksheet', v: 1, notes: { 'factor-motive-note': '没有私利。', 'old-note': '甲' } });
    await input.setInputFiles({ name: '研判记录.json', mimeType: 'application/json', buffer: Buffer.from(file) });
    await page.getByText('另有 1 项报告里没有对应的栏').waitFor();
    expect(await page.getByLabel('动机态度').inputValue()).toBe('没有私利。');
  });

  test('is told on two pages of A4 where that is chosen, on paper and for Word, also of the cases with the most sources', async () => {
    const { page } = visit;
    const heavy = ['RC-119', 'RC-002', 'RC-209', 'RC-030', 'RC-008'];
    await open(`/report/?q=容错备案&scope=all&asides=1&ids=${heavy.join(',')}`);
    await ready('done');
    await page.getByText('填写本件的情况').click();
    await page.getByLabel('争议焦点').fill('先开工后补手续，能不能容。\n谁来认定。');
    // As much of the matter as is told on two pages.
    await page.getByLabel('事实经过').fill('事实。'.repeat(83));
    for (const [at, factor] of ['动机态度', '客观条件', '程序方法', '性质程度', '后果影响', '挽回损失'].entries())
      await page.getByLabel(factor).fill(`第${at}项写在这里，二十来个字，说一句话，就到这里。`);
    await page.getByLabel('篇幅').selectOption('short');
    const paper = page.locator('[data-report-paper]');
    await paper.getByText('三、列入的案例').waitFor();
    const pages = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type \/Page\b/gu)?.length;
    expect(pages).toBeLessThanOrEqual(2);
    const text = await paper.innerText();
    for (const part of [...heavy, '先开工后补手续', '第5项写在这里', '四、还不知道的', '六、出处', '教学情景'])
      expect(text).toContain(part);
    const { name, bytes } = await save(page.locator('case-report').getByRole('button', { name: '存为 Word' }));
    expect(name).toBe('类案检索报告（两页）.docx');
    expect(memberOf(bytes, 'word/document.xml')).toContain('列入的案例');
  });

  testByNight('tells other entries at length when other boxes are ticked, and says so in the address', async () => {
    await open(`/report/?in=tolerance&type=容错&ids=${cases[0]?.id}`);
    await ready('done');
    await visit.page.getByText('选逐案列入的条目').click();
    const boxes = visit.page.locator('[data-keep-list] input');
    await boxes.nth(1).check();
    const second = await boxes.nth(1).getAttribute('value');
    await visit.page.locator('[data-report-paper] h3', { hasText: `（2）${second}` }).waitFor();
    expect(asked().get('ids')).toBe(`${cases[0]?.id},${second}`);
  });

  testByNight('keeps what was chosen when its reader searches from it', async () => {
    await open(`/report/?ids=${cases[1]?.id},${cases[0]?.id}`);
    await ready('done');
    await visit.page.getByLabel('检索词').fill('容错');
    await visit.page.getByRole('button', { name: '检索并写成报告' }).click();
    await visit.page.waitForURL(/[?&]q=/u);
    await ready('done');
    expect(asked().get('ids')).toBe(`${cases[1]?.id},${cases[0]?.id}`);
    await visit.page.locator('[data-report-paper] h3', { hasText: `（1）${cases[1]?.id}` }).waitFor();
  });

  testByNight('is reached from the search page with words, filters and the tray, and tells how the words were read', async () => {
    await open(cases[0]?.url ?? '');
    await visit.page.locator('[data-pin]').click();
    await visit.page.locator('[data-pin][aria-pressed="true"]').waitFor();
    await open('/search/?q=rongcuo&collection=tolerance');
    await visit.page.locator('[data-search-state="done"]').waitFor();
    await visit.page.getByText('保存、导出', { exact: true }).click();
    await visit.page.getByRole('link', { name: '把这次检索写入类案检索报告' }).click();
    await ready('done');
    const text = await visit.page.locator('[data-report-paper]').innerText();
    for (const part of ['rongcuo', '按拼音理解为“容错”', '栏目：容错纠错案例库', cases[0]?.id ?? '']) expect(text).toContain(part);
    expect(asked().get('ids')).toBe(cases[0]?.id);
    await open('/search/?q=rongcuo&collection=tolerance');
    await visit.page.locator('[data-search-state="done"]').waitFor();
    await visit.page.getByRole('link', { name: '写入类案检索报告', exact: true }).click();
    await ready('done');
    expect([...asked()].map(([name]) => name).sort()).toEqual(['collection', 'ids', 'q']);
  });

  testByNight('without hits is a report all the same', async () => {
    await open('/report/?q=量子纠缠');
    await ready('done');
    expect(await visit.page.locator('[data-report-paper]').innerText()).toContain('未检索到');
  });

  testByNight('leaves out what is no case of tolerance, says how many, and lists it when asked', async () => {
    const paper = visit.page.locator('[data-report-paper]');
    const found = async () => Number(/共检索到 (\d+) 条/u.exec(await paper.innerText())?.[1]);
    await open('/report/?in=tolerance&q=容错');
    await ready('done');
    const counted = await found();
    const text = await paper.innerText();
    const asides = Number(/另有 (\d+) 条（.+?）不算容错案例/u.exec(text)?.[1]);
    const scenarios = Number(/教学情景（虚构）(\d+) 条.*没有列入/u.exec(text)?.[1] ?? 0);
    expect(asides).toBeGreaterThan(0);
    await visit.page.getByRole('link', { name: '连同它们一起列出' }).click();
    await ready('done');
    expect(await found()).toBe(counted + asides + scenarios);
    expect(await paper.innerText()).not.toContain('没有列入。');
    expect(await paper.innerText()).toContain('不算容错案例）');
  });

  test('marks constructed scenarios, leaves the officer’s lines blank, and saves for Word the same twice', async () => {
    await open('/report/?in=tolerance&scenario=教学情景（虚构）');
    await ready('done');
    const scenarios = cases.filter(({ nature }) => nature === '教学情景').length;
    const paper = visit.page.locator('[data-report-paper]');
    expect(await paper.innerText()).toContain(`其中教学情景（虚构）${scenarios} 条`);
    expect(await paper.locator('dd').nth(1).textContent()).toBe('');
    const save = async () => {
      const [download] = await Promise.all([
        visit.page.waitForEvent('download'),
        visit.page.getByRole('button', { name: '存为 Word' }).click(),
      ]);
      return readFileSync(await download.path());
    };
    expect(Buffer.compare(await save(), await save())).toBe(0);
  });
});

test('a matter is walked from home to a Word report: a procedure about land skipped to keep a deadline', async () => {
  const { page } = visit;
  let clicks = 0;
  const click = async (target: ReturnType<typeof page.locator>) => {
    clicks += 1;
    await target.click();
  };
  await open('/');
  await click(page.getByRole('link', { name: '查案例' }));
  await click(box('type', '容错'));
  await click(box('field', '重点项目'));
  const found = await shown();
  expect(found.length).toBeGreaterThan(1);
  for (const index of [0, 1]) await click(page.locator('[data-filter-list] > li:not([hidden]) [data-pin]').nth(index));
  await click(page.getByRole('link', { name: '逐项比对' }).last());
  await ready('done');
  await page.goBack();
  await click(page.getByRole('link', { name: '把结果写入类案检索报告' }));
  await ready('done');
  const paper = await page.locator('[data-report-paper]').innerText();
  for (const part of [
    `共检索到 ${found.length} 条`,
    '案例领域：重点项目',
    ...found.slice(0, 2).map((id, index) => `（${index + 1}）${id}`),
  ])
    expect(paper).toContain(part);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    click(page.locator('case-report').getByRole('button', { name: '存为 Word' })),
  ]);
  expect(download.suggestedFilename()).toBe('类案检索报告.docx');
  expect(clicks).toBeLessThanOrEqual(8);
});

describe('the worksheet', () => {
  test('says first that it ends in no conclusion, and keeps notes in the page only', async () => {
    await open('/worksheet/');
    expect(await visit.page.locator('main p').first().innerText()).toContain('不打分，不推荐结果，不代替认定');
    const note = visit.page.getByLabel('本件的情况').first();
    await note.fill('先动工，后补手续。');
    expect(await visit.page.locator('.worksheet-copy', { hasText: '先动工' }).count()).toBe(1);
    expect(await visit.page.evaluate(() => JSON.stringify(localStorage))).not.toContain('先动工');
    await visit.page.emulateMedia({ media: 'print' });
    await visit.page.locator('.worksheet-copy', { hasText: '先动工' }).waitFor();
  });
});

test('of the lists on the worksheet only what was opened, or chosen in it, goes on paper and into Word', async () => {
  await open('/worksheet/');
  const { page } = visit;
  const lists = page.locator('.worksheet-passages');
  const shown = (at: number) => lists.nth(at).locator('li');
  await lists.nth(0).locator('summary').click();
  await lists.nth(1).locator('summary').click();
  const wanted = (await shown(1).nth(2).innerText()).split('——')[0]?.replace(/\[.*$/su, '').trim().slice(0, 14) ?? '';
  await shown(1).nth(2).getByRole('checkbox').check();
  await page.emulateMedia({ media: 'print' });
  expect(await shown(0).evaluateAll((lines) => lines.every((line) => line.getClientRects().length > 0))).toBe(true);
  expect(await shown(1).evaluateAll((lines) => lines.filter((line) => line.getClientRects().length > 0).length)).toBe(1);
  expect(await lists.nth(2).isVisible()).toBe(false);
  const notes = page.locator('.notes > ol > li');
  const printed = await notes.evaluateAll((all) => all.filter((note) => note.getClientRects().length > 0).length);
  expect(printed).toBeGreaterThan(0);
  expect(printed).toBeLessThan((await notes.count()) / 2);
  await page.emulateMedia({ media: 'screen' });
  const document = memberOf((await save(page.getByRole('button', { name: '存为 Word' }))).bytes, 'word/document.xml').replace(
    /<[^>]+>/gu,
    '',
  );
  expect(document).toContain(wanted);
  expect(document).not.toContain((await shown(1).nth(0).innerText()).slice(1, 14));
});

test('notes of the worksheet are saved as a file, opened again, and saved for Word', async () => {
  await open('/worksheet/');
  await visit.page.getByLabel('本件的情况').first().fill('为了工期，没有私利。');
  const [kept] = await Promise.all([visit.page.waitForEvent('download'), visit.page.getByRole('button', { name: '存为文件' }).click()]);
  const file = readFileSync(await kept.path());
  const { bytes } = await save(visit.page.getByRole('button', { name: '存为 Word' }));
  expect(memberOf(bytes, 'word/document.xml')).toContain('为了工期，没有私利。');
  await visit.page.reload();
  expect(await visit.page.getByLabel('本件的情况').first().inputValue()).toBe('');
  const input = visit.page.getByLabel('打开保存的文件');
  await input.setInputFiles({ name: '别的.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
  await visit.page.getByText('“别的.json”不是本页保存的研判记录').waitFor();
  await input.setInputFiles({ name: '研判记录.json', mimeType: 'application/json', buffer: file });
  await visit.page.getByText('放进 1 项').waitFor();
  expect(await visit.page.getByLabel('本件的情况').first().inputValue()).toBe('为了工期，没有私利。');
  // What was written meanwhile is not lost to the file.
  await visit.page.getByLabel('本件的情况').first().fill('另有会议纪要。');
  for (let time = 0; time < 2; time += 1) {
    await input.setInputFiles({ name: '研判记录.json', mimeType: 'application/json', buffer: file });
    await expect.poll(() => visit.page.getByLabel('本件的情况').first().inputValue()).toBe('另有会议纪要。\n为了工期，没有私利。');
  }
  await visit.page.emulateMedia({ media: 'print' });
  expect(await visit.page.getByText('只留在本页，不保存、不发送').first().isVisible()).toBe(false);
});

/** What copying all of the page's main part, or of another, gives; empty until the script that says the source is there. */
const copied = (part = 'main') =>
  visit.page.evaluate((selected) => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector(selected) ?? document.body);
    document.getSelection()?.removeAllRanges();
    document.getSelection()?.addRange(range);
    const data = new DataTransfer();
    document.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, cancelable: true }));
    return { html: data.getData('text/html'), text: data.getData('text/plain') };
  }, part);

testByNight('what is copied has no folded part, whole addresses, and its source, on any page', async () => {
  const isThere = async () => (await copied()).html !== '';
  const taught = cases.find(({ id }) => id === 'RC-003');
  await open(taught?.url ?? '');
  await expect.poll(isThere).toBe(true);
  const partB = await visit.page
    .locator('details.part-b p')
    .first()
    .evaluate((element) => element.textContent.trim().slice(0, 20));
  const folded = await copied();
  const told = folded.html.slice(folded.html.indexOf('甲部：到决定之前'));
  expect(partB.length).toBeGreaterThan(10);
  expect(told).not.toContain('教学要点');
  expect(folded.text.slice(folded.text.indexOf('甲部：到决定之前'))).not.toContain('教学要点');
  expect(folded.html).not.toMatch(/href="\/[^/]/u);
  expect(folded.html).not.toMatch(/<(?:button|svg|input)/u);
  expect(folded.text).toContain(`RC-003《`);
  for (const [number, told] of [
    ['ZC-0136', '》（待核），'],
    ['ZC-0034', '》（已被代替），'],
    ['ZC-0019', '》，'],
  ] as const) {
    await open(`/id/${number}/`);
    await expect.poll(isThere).toBe(true);
    expect((await copied()).text).toMatch(new RegExp(`——.*${number}《[^》]*${told}`, 'u'));
  }
  await open('/matrix/rules/');
  await expect.poll(isThere).toBe(true);
  expect((await copied()).text).toContain(`《地方容错规则对照》，${site.at('/matrix/rules/')}`);
  expect((await copied()).html).toContain('认定主体');
  for (const path of [
    '/figures/',
    '/changes/',
    '/guide/',
    '/worksheet/',
    '/about/ratings/',
    '/courses/tolerance-half-day/',
    '/sources/s3/',
    '/',
  ]) {
    await open(path);
    await expect.poll(isThere).toBe(true);
    const { html, text } = await copied();
    expect.soft(html, path).not.toMatch(/href="(?!https?:|mailto:)|<(?:button|svg|input|textarea)/u);
    expect.soft(text.split('\n').at(-1), path).toMatch(/^——.*《.*》，http/u);
  }
});

test.for(
  rowsByDay([
    { path: '/compare/?ids=RC-001,RC-009', part: '.compared', told: '.compared tbody th' },
    { path: '/report/?in=tolerance&q=疫情', part: '[data-report-paper]', told: ':is(h2, h3, th):is([data-report-paper] *)' },
    { path: '/pack/?items=RC-001,RC-009', part: '[data-pack-form]', told: '[data-pack-items] [data-part="title"]' },
  ]),
)('what is made on $path is copied with the whole page and alone, and the page stays as it was', async ({ path, part, told }) => {
  await open(path);
  await ready('done');
  await visit.page.locator(told).first().waitFor();
  await expect.poll(async () => (await copied()).html !== '').toBe(true);
  const lines = await visit.page.locator(told).evaluateAll((elements) => elements.map(({ textContent }) => textContent.trim()));
  const before = await visit.page.locator('main').innerHTML();
  expect(lines.length).toBeGreaterThan(1);
  for (const { html, text } of [await copied(), await copied(part)]) {
    for (const line of lines) expect.soft([text.includes(line), html.includes(line)], line).toEqual([true, true]);
    expect(html).not.toMatch(/<(?:button|svg|input|textarea|select)|<[a-z]+-[a-z]/u);
    expect(text.split('\n').at(-1)).toMatch(/^——.*《.*》，http/u);
  }
  expect(await visit.page.locator('main').innerHTML()).toBe(before);
});

test.for(
  rowsByDay([
    ['⻛险', '风险'],
    ['容错、澄\u200B清', '容错 澄清'],
    ['RC001', 'RC-001'],
  ]),
)('the list is narrowed by “%s” as by “%s”', async ([typed = '', plain = '']) => {
  await open(`/tolerance/?q=${encodeURIComponent(typed)}`);
  const ids = await shown();
  expect(ids.length).toBeGreaterThan(0);
  expect(ids.length).toBeLessThan(unfiltered);
  expect(await visit.page.locator('[data-filter-chips]').textContent()).toContain(
    `检索：${typed === 'RC001' ? 'RC001（也查RC-001）' : plain}`,
  );
  await open(`/tolerance/?q=${encodeURIComponent(plain)}`);
  expect(await shown()).toEqual(ids);
});

describe('the references of an entry', () => {
  const [entry] = cases;
  const openPanel = async (path: string) => {
    await open(path);
    await visit.page.getByRole('button', { name: '引用格式' }).click();
    await visit.page.locator('.cite-text').first().waitFor();
  };
  const first = () => visit.page.locator('.cite-text').first().textContent();
  /** What a reader would paste. */
  const pasted = async () => {
    await visit.page.evaluate(() => document.body.prepend(document.createElement('textarea')));
    await visit.page.locator('body > textarea').focus();
    await visit.page.keyboard.press('Control+V');
    return visit.page.locator('body > textarea').inputValue();
  };

  test('follow the edition and the day that the reader chooses', async () => {
    await openPanel(entry?.url ?? '');
    await visit.page.getByLabel('引用日期').fill('2026-11-25');
    expect(await first()).toContain(`：${entry?.id}[EB/OL]. （${entry?.updated}）[2026-11-25]. ${site.at(`/id/${entry?.id}/`)}.`);
    await visit.page.getByLabel('GB/T 7714—2015').check();
    expect(await first()).toContain(`: ${entry?.id}[EB/OL]. (${entry?.updated})[2026-11-25]. ${site.at(`/id/${entry?.id}/`)}.`);
    expect(await visit.page.locator('.cite-text').count()).toBeGreaterThan(1);
  });

  testByNight('are copied by keyboard alone, without the clipboard that only HTTPS has', async () => {
    visit.isSpoiled = true;
    await visit.page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await open(entry?.url ?? '');
    await tabTo('[data-action="cite"]');
    await visit.page.keyboard.press('Enter');
    await visit.page.locator('.cite-text').first().waitFor();
    await tabTo('.cite-panel li button');
    await visit.page.keyboard.press('Enter');
    expect(await visit.page.locator('.cite-panel [role="status"]').textContent()).toBe('已经复制。');
    expect(await pasted()).toBe(await first());
    expect(visit.complaints).toEqual([]);
  });

  testByNight('stay selected, and say so, where the browser refuses to copy', async () => {
    visit.isSpoiled = true;
    await visit.page.addInitScript(() => {
      Object.assign(document, { execCommand: () => false });
    });
    await openPanel(entry?.url ?? '');
    await visit.page.locator('.cite-panel li button').first().click();
    expect(await visit.page.locator('.cite-panel [role="status"]').textContent()).toContain('已经选中');
    expect(await visit.page.evaluate(() => getSelection()?.toString())).toBe(await first());
  });

  test('cite one paragraph of a source document, the one in the address first', async () => {
    await openPanel('/sources/s3/#p26');
    expect(await first()).toMatch(/：S3 第26段\[EB\/OL\]\. .*\/sources\/s3\/#p26\.$/u);
    await visit.page.getByLabel('引用本页的').selectOption('');
    expect(await first()).toMatch(/：S3\[EB\/OL\]\. .*\/id\/S3\/\.$/u);
  });

  testByNight('say so when their file cannot be read', async () => {
    await visit.page.route('**/data/entry/*', (route) => route.abort());
    await open(entry?.url ?? '');
    await visit.page.getByRole('button', { name: '引用格式' }).click();
    await visit.page.getByText('没有读到所需的数据').waitFor();
  });

  test('stand on the page without scripts too', async () => {
    const { page, context } = await openPage(site, { javaScriptEnabled: false });
    await page.goto(site.at(entry?.url ?? ''));
    expect(await page.locator('.record-reference').textContent()).toContain(String(entry?.updated));
    expect(await page.getByRole('button', { name: '引用格式' }).isVisible()).toBe(false);
    await context.close();
  });
});

test.each(rowsByDay(['tolerance', 'policies', 'courses', 'sources']))(
  'an entry of %s is saved for Word, the same twice',
  async (collection) => {
    const entry = readExportedEntries().find((one) => one.collection === collection);
    await open(entry?.url ?? '');
    const save = async () => {
      const [download] = await Promise.all([
        visit.page.waitForEvent('download'),
        visit.page.locator('[data-record] [data-action="docx"]').click(),
      ]);
      expect(download.suggestedFilename()).toMatch(new RegExp(`^${entry?.id} .*\\.docx$`, 'u'));
      return readFileSync(await download.path());
    };
    const first = await save();
    expect(Buffer.compare(first, await save())).toBe(0);
    expect(memberOf(first, 'word/document.xml')).toContain('非官方材料');
    expect(visit.complaints).toEqual([]);
  },
);

describe('all figures', () => {
  const found = () => visit.page.locator('[data-shown]').textContent();

  test('are searched whole from the first page, in the address, and back', async () => {
    await open('/figures/');
    const first = await visit.page.locator('table.figures tbody tr').count();
    await visit.page.getByLabel('含有的字').fill('澄清');
    await expect.poll(found).toMatch(/^含有的字：澄清；找到 \d+ 个(?:，列出 \d+ 个)?$/u);
    expect(asked().get('q')).toBe('澄清');
    const count = Number(/\d+/u.exec((await found()) ?? '')?.[0]);
    const { name, bytes } = await save(visit.page.getByRole('button', { name: '存为表格' }));
    expect(name).toBe('数字一览.csv');
    expect(bytes.toString('utf8').trimEnd().split('\r\n')).toHaveLength(count + 1);
    expect(memberOf((await save(visit.page.getByRole('button', { name: '存为 Excel' }))).bytes, 'xl/worksheets/sheet1.xml')).toContain(
      '澄清',
    );
    await visit.page.getByLabel('含有的字').fill('');
    await expect.poll(() => visit.page.locator('table.figures tbody tr').count()).toBe(first);
    expect(visit.complaints).toEqual([]);
  });

  test.for(
    rowsByDay([
      ['二〇二二年', '2022年', '二〇二二年（也查2022年）'],
      ['⼲部、澄\u200B清', '干部 澄清', '干部 澄清'],
    ]),
  )('are found by “%s” as by “%s”', async ([typed = '', plain = '', told = '']) => {
    await open('/figures/');
    const countOf = async (words: string, said: string) => {
      await visit.page.getByLabel('含有的字').fill(words);
      await expect.poll(found).toContain(`含有的字：${said}；找到 `);
      return /找到 (\d+) 个/u.exec((await found()) ?? '')?.[1];
    };
    const count = await countOf(typed, told);
    expect(Number(count)).toBeGreaterThan(0);
    expect(await countOf(plain, plain)).toBe(count);
  });

  testByNight('that a source tells are chosen by it, and more are shown when asked for', async () => {
    await open(`/figures/?source=${encodeURIComponent('政策与公开资料')}`);
    await expect.poll(found).toContain('出处：政策与公开资料');
    const rows = () => visit.page.locator('table.figures tbody tr').count();
    expect(await rows()).toBe(LINES_A_PAGE.figures);
    await visit.page.getByRole('button', { name: '显示更多' }).click();
    expect(await rows()).toBeGreaterThan(LINES_A_PAGE.figures);
    expect(
      await visit.page
        .locator('table.figures tbody tr')
        .evaluateAll((all) => all.every((row) => row.dataset['source'] === '政策与公开资料')),
    ).toBe(true);
  });
});

test.each(rowsByDay(['/about/public-sources/', '/about/public-sources/page/9/']))(
  'the address of a public source at %s, from before the list had the pages that it has, leads to its line',
  async (path) => {
    await open(`${path}#gk-0842`);
    await visit.page.waitForURL(/\/about\/public-sources\/page\/3\/#gk-0842$/u);
    await visit.page.locator('#gk-0842').waitFor();
  },
);
