/** The editor's desk as an editor uses it: over a copy of the small content, in a real browser. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DeskContent } from '../../src/edit/desk-content.ts';
import { newEntryIn } from '../../src/edit/new-entry.ts';
import { serveDesk } from '../../src/edit/serve-desk.ts';
import type { DeskAddress } from '../../src/edit/serve-desk.ts';
import { writeForm } from '../../src/export/xlsx/write-form.ts';
import { findAxeFaults } from '../support/axe.ts';
import { rowsByDay, testByNight } from '../support/by-day.ts';
import { openPage, openServed } from '../support/browser.ts';
import type { ServedSite, WatchedPage } from '../support/browser.ts';
import { PRACTICE_HEADS } from '../support/import-rows.ts';

const ROOT = join(import.meta.dirname, '../..');
const PLACE = 'practices/example';

let folder: string;
let desk: DeskAddress;
let site: ServedSite;
let visit: WatchedPage;
let page: Page;
let original: string;
/** Looks of text whose contrast has been judged; with `ALL_LOOKS=1`, as the nightly tests have it, each page is judged for itself. */
const judged = process.env['ALL_LOOKS'] ? undefined : new Set<string>();

const file = () => join(folder, 'content', `${PLACE}.mdx`);
const text = () => readFileSync(file(), 'utf8');

/** As `npm run edit` would after it was ended, on the same port. */
async function start(port = 0): Promise<void> {
  const content = await DeskContent.open({ root: join(folder, 'content'), cache: join(folder, 'read') }, () => '2026-11-28');
  desk = await serveDesk(content, { root: ROOT, keep: join(folder, 'edit'), port, newEntry: newEntryIn(content) });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'desk-'));
  cpSync(join(ROOT, 'tests/fixtures/sound-content/content'), join(folder, 'content'), { recursive: true });
  original = text();
  await start();
  site = await openServed(desk.url, () => desk.close());
});

beforeEach(async () => {
  visit = await openPage(site);
  page = visit.page;
});

afterEach(async () => {
  writeFileSync(file(), original);
  // What a test has left on the desk is none of the next one's.
  await page.evaluate(async (place) => {
    const entry = (await (await fetch(`api/entry?place=${place}`)).json()) as { revision: number };
    const body = JSON.stringify({ place, revision: entry.revision });
    await fetch('api/discard', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  }, PLACE);
  await visit.context.close();
});

afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

const field = (label: string): Locator => page.locator('.field', { has: page.locator(`> .field-head .label:text-is("${label}")`) });
const box = (name: string) => page.getByRole('textbox', { name, exact: true });
const status = (words: string) => page.locator('.status', { hasText: words }).waitFor();

async function openEntry(place = PLACE): Promise<void> {
  await page.goto(`${desk.url}#/${place}`);
  await page.locator('.form-section').first().waitFor();
}

async function save(): Promise<void> {
  await page.getByRole('button', { name: '看改动，保存' }).click();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('保存好了').waitFor();
}

/** What no page of the desk may have: messages of the browser, requests to elsewhere, barriers. */
async function expectSound(): Promise<void> {
  expect(visit.complaints).toEqual([]);
  expect(visit.strayRequests).toEqual([]);
  expect(await findAxeFaults(page, judged)).toEqual([]);
}

test('an entry is found in the list and opened', async () => {
  await page.goto(desk.url);
  await page.getByLabel('在条目里查找').fill('SJ-001');
  await page.getByRole('row').nth(1).getByRole('link').click();
  await page.locator('.form-section').first().waitFor();
  expect(page.url()).toContain(`#/${PLACE}`);
  await expectSound();
});

testByNight(
  'a draft is given back with a remark; its writer finds both in the list, and takes the remark away when it is seen to',
  async () => {
    writeFileSync(file(), original.replace(/^status: .*$/mu, 'status: 草稿'));
    await openEntry();
    await page.getByRole('button', { name: '写审核意见' }).click();
    await page.getByLabel('要改什么').fill('标题太长。');
    await page.getByLabel('审核的人（岗位，不写姓名）').fill('张建国');
    await page.getByRole('button', { name: '写上', exact: true }).click();
    // What has been written stays while who wrote it is told what is wrong.
    await page.locator('dialog .finding').getByText('像是姓名').waitFor();
    expect(await page.getByLabel('要改什么').inputValue()).toBe('标题太长。');
    visit.complaints.splice(0);
    await page.getByLabel('审核的人（岗位，不写姓名）').fill('某科科长');
    await page.getByRole('button', { name: '写上', exact: true }).click();
    await page.locator('.banner').getByText('标题太长。').waitFor();
    await expectSound();
    await save();
    expect(text()).toContain('\n# 审核意见（2026-11-28，某科科长）：标题太长。\n');
    await page.goto(desk.url);
    await page.getByLabel(/这台电脑上改过的/u).check();
    await page.getByRole('row').nth(1).getByText('有 1 条审核意见').waitFor();
    expect(await page.getByRole('row').count()).toBe(2);
    await expectSound();
    // It is chosen the next time too.
    await page.reload();
    expect(await page.getByLabel(/这台电脑上改过的/u).isChecked()).toBe(true);
    await page.getByRole('row').nth(1).getByRole('link').click();
    await page.getByRole('button', { name: '改好了，删去' }).click();
    await page.locator('.banner').waitFor({ state: 'hidden' });
    await save();
    expect(text()).not.toContain('审核意见');
  },
);

test('a fact is changed and one is added with a citation that was read; only these lines are written', async () => {
  const before = text();
  await openEntry();
  const facts = field('做了什么');
  await facts.getByRole('textbox', { name: '一句话的事实' }).first().fill('改过的一句话。');
  await facts.getByRole('button', { name: '做了什么：添加一项' }).click();
  const added = facts.locator('ol.items > li').last();
  await added.getByRole('textbox').first().fill('新添的一句话。');
  await added.getByRole('button', { name: '选出处' }).click();
  // What stands in another kind of source is told, with the kind; who opens the dialog may type at once.
  await page.locator('.cite-dialog').waitFor();
  await page.keyboard.type('ZC-0002');
  await page.locator('.cite-dialog [role=status]').getByText('政策法规里有 1 处').waitFor();
  await page.getByRole('button', { name: '政策法规 1' }).click();
  await page.locator('.cite-place').getByText('（ZC-0002）').waitFor();
  await page.getByRole('button', { name: /^来源文献/u }).click();
  await page.getByLabel('在出处里查找').fill('26');
  const paragraph = page.locator('.cite-place').filter({ hasText: '第26段' });
  await paragraph.locator('.sentences button').first().click();
  await paragraph.locator('.sentences button.primary').click();
  // The next statement is offered what was picked last.
  await facts.getByRole('button', { name: '做了什么：添加一项' }).click();
  const next = facts.locator('ol.items > li').last();
  expect(await next.getByRole('button', { name: /^＋/u }).first().textContent()).toContain('第26段第1句');
  await next.getByRole('button', { name: /^删去/u }).click();
  await status('没有要改的');
  await page.frameLocator('iframe').getByText('新添的一句话。').waitFor();
  await page.getByRole('button', { name: '看改动，保存' }).click();
  await page.getByRole('dialog').getByText('“做了什么”').first().waitFor();
  await page.getByText('在文件里是这样').click();
  const changes = page.locator('.diff-new .diff-text');
  await changes.first().waitFor();
  const shown = await changes.allTextContents();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('保存好了').waitFor();
  const fresh = text()
    .split('\n')
    .filter((line) => !before.split('\n').includes(line));
  expect(shown.map((line) => line.replace('写入：', ''))).toEqual(expect.arrayContaining(fresh));
  expect(fresh.join('\n')).toMatch(/改过的一句话。[^]*新添的一句话。/u);
  await expectSound();
});

test('a mistake is answered beside its field, found from the list of problems, and undone', async () => {
  await openEntry();
  await box('一两句话的摘要').fill('长'.repeat(130));
  await field('一两句话的摘要').getByText('请删去至少 10 个字').waitFor();
  await page.getByRole('button', { name: '问题（1）' }).click();
  await expectSound();
  await page.getByRole('button', { name: '到这一处' }).click();
  expect(await box('一两句话的摘要').evaluate((element) => element === document.activeElement)).toBe(true);
  await page.getByRole('button', { name: '撤销' }).click();
  await status('和文件一样');
  expect(await box('一两句话的摘要').inputValue()).not.toContain('长长');
});

testByNight('a mistake is told once to who hears the page, not with every key', async () => {
  await openEntry();
  await box('一两句话的摘要').fill('长'.repeat(130));
  const findings = field('一两句话的摘要').locator('> .findings');
  await findings.getByText('请删去至少 10 个字').waitFor();
  await findings.evaluate((place) => {
    new MutationObserver(() => place.setAttribute('data-told-again', '')).observe(place, { childList: true });
  });
  for (const title of ['另一个标题', '再一个标题']) {
    const answered = page.waitForResponse('**/api/change');
    await box('标题').fill(title);
    await answered;
    await status('1 处要改');
  }
  expect(await findings.getAttribute('data-told-again')).toBe(null);
  await box('一两句话的摘要').fill('短的摘要。');
  await expect.poll(() => findings.textContent()).toBe('');
});

testByNight('a mistake is gone once what it rests on has been mended in another window', async () => {
  await openEntry();
  await box('一两句话的摘要').fill('长'.repeat(130));
  await status('1 处要改');
  await page.route('**/api/entry*', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), findings: [] } });
  });
  await status('没有要改的');
  expect(await field('一两句话的摘要').locator('> .findings').textContent()).toBe('');
});

testByNight('steps are taken back one after another by the keyboard', async () => {
  await openEntry();
  const undo = page.getByRole('button', { name: '撤销', exact: true });
  const before = await box('标题').inputValue();
  for (const title of ['第一步', '第二步', '第三步']) {
    await box('标题').fill(title);
    await status('还没有保存');
  }
  await undo.focus();
  for (const title of ['第二步', '第一步', before]) {
    await page.keyboard.press('Enter');
    await expect.poll(() => box('标题').inputValue()).toBe(title);
  }
  await page.getByRole('button', { name: '重做', exact: true }).focus();
  for (const title of ['第一步', '第二步', '第三步']) {
    await page.keyboard.press('Enter');
    await expect.poll(() => box('标题').inputValue()).toBe(title);
  }
  // Nothing is left to be done again: the keyboard goes on beside it.
  await page.keyboard.press('Enter');
  await expect.poll(() => box('标题').inputValue()).toBe('第二步');
});

testByNight('what is not known is chosen, and what is known is written', async () => {
  const before = text();
  await openEntry();
  const conditions = field('实行的条件、前提');
  await conditions.getByRole('radio', { name: '有，写在下面' }).check();
  await conditions.getByRole('textbox').first().fill('条件是有的。');
  await conditions.getByRole('radio', { name: '未公开' }).check();
  await status('没有要改的');
  await save();
  expect(text()).toBe(before.replace(/^conditions: .*$/mu, 'conditions: 未公开'));
});

testByNight('a date as people type it is the one that files have, once the field is left', async () => {
  await openEntry();
  await box('应当复核的日期').fill('二〇二七年三月五日');
  await box('应当复核的日期').blur();
  await expect.poll(() => box('应当复核的日期').inputValue()).toBe('2027-03-05');
  const period = field('时间');
  await period.getByRole('radio', { name: '有，写在下面' }).check();
  await period.getByRole('textbox').fill('２０２４年度');
  await period.getByRole('textbox').blur();
  await expect.poll(() => period.getByRole('textbox').inputValue()).toBe('2024年度');
  await status('没有要改的');
});

testByNight('a unit writes its own note on an entry, and sees it on the page of that entry', async () => {
  await openEntry();
  await page.getByRole('button', { name: '写本地注' }).click();
  await page.locator('.entry-head h1', { hasText: '本地注：' }).waitFor();
  await box('由哪个单位、哪个科室写').fill('县委组织部干部监督室');
  await page.getByLabel('正文', { exact: true }).fill('本县向干部监督室报。<Cite at="GK-0001" />');
  await status('没有要改的');
  await page.frameLocator('iframe').getByText('本县向干部监督室报。').waitFor();
  await expectSound();
  await save();
  expect(readFileSync(join(folder, 'content/notes/SJ-001.mdx'), 'utf8')).toContain('本县向干部监督室报。');
  rmSync(join(folder, 'content/notes/SJ-001.mdx'));
});

testByNight('two desks over one folder tell each other of their drafts', async () => {
  await openEntry();
  await box('标题').fill('这边的标题');
  await status('还没有保存');
  const content = await DeskContent.open({ root: join(folder, 'content'), cache: join(folder, 'read') }, () => '2026-11-28');
  const second = await serveDesk(content, { root: ROOT, keep: join(folder, 'edit'), port: 0, newEntry: newEntryIn(content) });
  try {
    await page.goto(`${second.url}#/${PLACE}`);
    await page.getByText('也在改这一条，有改动没有保存').waitFor();
    expect(await findAxeFaults(page, judged)).toEqual([]);
  } finally {
    await page.goto(desk.url);
    await second.close();
  }
});

describe('nothing is lost', () => {
  test('when the browser and the desk are ended before saving', async () => {
    await openEntry();
    await box('标题').fill('还没有保存的标题');
    await status('还没有保存');
    await visit.context.close();
    await desk.close();
    await start(Number(new URL(desk.url).port));
    visit = await openPage(site);
    page = visit.page;
    await openEntry();
    await page.getByText('接着上次没有保存的改动').waitFor();
    expect(await box('标题').inputValue()).toBe('还没有保存的标题');
    await page.getByRole('button', { name: '放弃改动' }).click();
    await status('和文件一样');
  });

  test('and nothing is offered that the desk has, whose answer alone was lost', async () => {
    await openEntry();
    let isLost = false;
    await page.route('**/api/change', async (route) => {
      if (isLost) return route.continue();
      isLost = true;
      await route.fetch();
      return route.abort();
    });
    await box('标题').fill('送到了的标题');
    await status('没有回应');
    await field('一两句话的摘要').getByRole('textbox').first().fill('随后写的摘要。');
    await status('还没有保存');
    expect(await page.getByText(/没有送到编辑台|另一个窗口/u).count()).toBe(0);
    const kept = await page.evaluate(
      async (place) => ((await (await fetch(`api/entry?place=${place}`)).json()) as { text: string }).text,
      PLACE,
    );
    expect(kept).toContain('送到了的标题');
    expect(kept).toContain('随后写的摘要。');
    visit.complaints.length = 0;
  });

  test('nor offered by a page that is opened anew, when the desk has it', async () => {
    await openEntry();
    await page.route('**/api/change', async (route) => {
      await route.fetch();
      return route.abort();
    });
    await box('标题').fill('送到了的标题');
    await status('没有回应');
    await page.close({ runBeforeUnload: false });
    page = await visit.context.newPage();
    await openEntry();
    await status('还没有保存');
    expect(await box('标题').inputValue()).toBe('送到了的标题');
    await page.waitForTimeout(300);
    expect(await page.getByText('没有送到编辑台').count()).toBe(0);
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('desk-unsent')))).toEqual([]);
  });

  test('between two windows of one entry: each keeps what it could not send, and the other offers it when it is gone', async () => {
    await openEntry();
    const second = await visit.context.newPage();
    // As a tab is that was made as a copy of this one.
    await second.goto(`${desk.url}#/${PLACE}`);
    await second.locator('.form-section').first().waitFor();
    await page.route('**/api/change', (route) => route.abort());
    await box('标题').fill('第一个窗口的标题');
    await status('没有回应');
    await second.getByRole('textbox', { name: '标题', exact: true }).fill('第二个窗口的标题');
    await second.locator('.status', { hasText: '还没有保存' }).waitFor();
    await second.reload();
    await second.locator('.status', { hasText: '还没有保存' }).waitFor();
    await second.waitForTimeout(300);
    expect(await second.getByText('没有送到编辑台').count()).toBe(0);
    await page.close({ runBeforeUnload: false });
    page = second;
    await page.getByText('有 1 处改动没有送到编辑台：第一个窗口的标题').waitFor();
    expect(await box('标题').inputValue()).toBe('第二个窗口的标题');
    await page.getByRole('button', { name: '不要了' }).click();
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('desk-unsent')))).toEqual([]);
  });

  testByNight('when the desk does not answer while one types', async () => {
    await openEntry();
    await page.route('**/api/change', (route) => route.abort());
    await box('标题').fill('没有送到的标题');
    await status('没有回应');
    await page.unroute('**/api/change');
    await page.evaluate(() => {
      window.onbeforeunload = null;
    });
    await page.close({ runBeforeUnload: false });
    page = await visit.context.newPage();
    await openEntry();
    await page.getByText('没有送到编辑台').waitFor();
    await page.getByRole('button', { name: '补上' }).click();
    await expect.poll(() => box('标题').inputValue()).toBe('没有送到的标题');
    await page.getByRole('button', { name: '放弃改动' }).click();
    await status('和文件一样');
  });

  testByNight('of what did not reach the desk when something else is typed, and of what the desk refuses', async () => {
    const offer = page.getByRole('button', { name: '补上' });
    await page.addInitScript((place) => {
      if (sessionStorage.length === 0)
        localStorage.setItem(`desk-unsent:${place}`, JSON.stringify([{ path: ['title'], value: '上次没有送到的标题' }]));
      sessionStorage.setItem('begun', '1');
    }, PLACE);
    await openEntry();
    await offer.waitFor();
    await box('摘要').or(field('一两句话的摘要').getByRole('textbox')).first().fill('这次写的摘要。');
    await status('还没有保存');
    expect(await offer.isVisible()).toBe(true);
    await page.route('**/api/change', (route) => route.fulfill({ status: 400, json: { message: '改不了。' } }));
    await box('标题').fill('编辑台不收的标题');
    await page.getByText('改不了。').waitFor();
    await page.unroute('**/api/change');
    await page.reload();
    await page.getByText('有 2 处改动没有送到编辑台').waitFor();
    await offer.click();
    await expect.poll(() => box('标题').inputValue()).toBe('编辑台不收的标题');
    await expect.poll(() => offer.count()).toBe(0);
    expect(await page.evaluate((place) => localStorage.getItem(`desk-unsent:${place}`), PLACE)).toBeNull();
    visit.complaints.length = 0;
  });

  testByNight('of what is typed while the desk takes its time with what was typed before', async () => {
    await openEntry();
    await page.route('**/api/change', async (route) => {
      await new Promise((resume) => setTimeout(resume, 1_200));
      await route.continue();
    });
    const sent = page.waitForRequest('**/api/change');
    await box('标题').fill('先写的标题');
    await sent;
    await field('一两句话的摘要').getByRole('textbox').first().fill('随后写的摘要。');
    const kept = async () =>
      page.evaluate(async (place) => ((await (await fetch(`api/entry?place=${place}`)).json()) as { text: string }).text, PLACE);
    await expect.poll(kept, { timeout: 5_000 }).toContain('随后写的摘要。');
    await status('还没有保存');
  });

  testByNight('of what is typed in the source while it cannot be read for a moment', async () => {
    await openEntry();
    await page.getByRole('button', { name: '看源文' }).click();
    const source = page.getByRole('textbox', { name: '整个文件' });
    await page.route('**/api/change', async (route) => {
      await new Promise((resume) => setTimeout(resume, 500));
      await route.continue();
    });
    await source.evaluate((area: HTMLTextAreaElement) => {
      const at = area.value.indexOf('title: ') + 'title: '.length;
      area.focus();
      area.setSelectionRange(at, at);
    });
    const answered = page.waitForResponse('**/api/change');
    const sent = page.waitForRequest('**/api/change');
    await page.keyboard.type('"');
    await sent;
    await page.keyboard.type('先');
    await answered;
    await page.getByRole('button', { name: '问题（1）' }).waitFor();
    await page.keyboard.type('后');
    expect(await source.inputValue()).toContain('title: "先后');
    expect(await source.evaluate((area) => area === document.activeElement)).toBe(true);
    // The way back is there once it can be read again.
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await status('和文件一样');
    await page.getByRole('button', { name: '回到表单' }).click();
    await page.locator('.form-section').first().waitFor();
  });

  testByNight('when an answer comes late that was asked for before something was typed', async () => {
    await openEntry();
    const { promise: isTyped, resolve: answer } = Promise.withResolvers<undefined>();
    const asked = page.waitForRequest('**/api/entry*');
    await page.route('**/api/entry*', async (route) => {
      const response = await route.fetch();
      await isTyped;
      await route.fulfill({ response });
    });
    await asked;
    await page.waitForTimeout(300);
    await box('标题').fill('写在它前面的标题');
    await status('还没有保存');
    const late = page.waitForResponse('**/api/entry*');
    answer(undefined);
    await late;
    await page.waitForTimeout(300);
    expect(await box('标题').inputValue()).toBe('写在它前面的标题');
    expect(await page.getByText('这一条在别处改过').count()).toBe(0);
  });

  testByNight('without being asked, in browsers that go by the old sign too', async () => {
    await openEntry();
    await page.route('**/api/change', (route) => route.abort());
    await box('标题').fill('没有送到的标题');
    await status('没有回应');
    const sign = await page.evaluate<string>(
      `(event => (event.initEvent('beforeunload', false, true), dispatchEvent(event), event.returnValue))(document.createEvent('BeforeUnloadEvent'))`,
    );
    expect(sign).not.toBe('');
    await page.unroute('**/api/change');
    await status('还没有保存');
  });

  testByNight('and that the desk does not answer is said only as long as it is so', async () => {
    await openEntry();
    await page.route('**/api/entry*', (route) => route.abort());
    await status('没有回应');
    await page.unroute('**/api/entry*');
    await status('和文件一样');
  });

  testByNight('of what was written in a field when it is said not to be known, and then known after all', async () => {
    await openEntry();
    const conditions = field('实行的条件、前提');
    await conditions.getByRole('radio', { name: '有，写在下面' }).check();
    const words = conditions.getByRole('textbox').first();
    await words.fill('先有一位能批的人。');
    await conditions.getByRole('radio', { name: '未载' }).check();
    await conditions.getByRole('radio', { name: '有，写在下面' }).check();
    expect(await words.inputValue()).toBe('先有一位能批的人。');
  });

  testByNight('when somebody else has saved the file meanwhile: both are put together', async () => {
    const before = text();
    await openEntry();
    await box('标题').fill('我的标题');
    await status('还没有保存');
    writeFileSync(file(), before.replace(/^summary: .*$/mu, 'summary: 别人的摘要。'));
    await page.getByRole('button', { name: '看改动，保存' }).click();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('这个文件被别人改过').waitFor();
    expect(await findAxeFaults(page, judged)).toEqual([]);
    await page.getByRole('button', { name: '合在一起', exact: true }).click();
    await page.getByText('合在一起了').waitFor();
    await save();
    expect(text()).toBe(before.replace(/^summary: .*$/mu, 'summary: 别人的摘要。').replace(/^title: .*$/mu, 'title: 我的标题'));
  });
});

testByNight(
  'a source that is in no list yet: the dialog leads to where it is entered, and a link back to what was being written',
  async () => {
    await openEntry();
    await field('做了什么').getByRole('button', { name: '选出处' }).first().click();
    await page.getByRole('dialog').getByRole('link', { name: '公开资料' }).click();
    await page.getByRole('heading', { level: 1, name: '公开资料' }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.getByRole('link', { name: /^回到正在写的/u }).click();
    await field('做了什么').waitFor();
    expect(page.url()).toContain(PLACE);
    await page.goto(`${desk.url}#/`);
    await page.getByRole('button', { name: '新建条目' }).waitFor();
    await page.goto(`${desk.url}#/lists/public-sources`);
    await page.getByRole('heading', { level: 1, name: '公开资料' }).waitFor();
    expect(await page.getByRole('link', { name: /^回到正在写的/u }).count()).toBe(0);
  },
);

testByNight('a figure that was changed in one place: before saving one is told where it still stands', async () => {
  writeFileSync(file(), original.replace(/^summary: .*$/mu, 'summary: 一共200名。'));
  await openEntry();
  const figures = field('条目里的每一个数字');
  const value = figures.getByRole('textbox', { name: '数值', exact: true }).first();
  if (!(await value.isVisible())) await figures.locator('summary').first().click();
  await value.fill('201');
  await status('还没有保存到文件');
  await page.getByRole('button', { name: '看改动，保存' }).click();
  await page.getByText('改掉的“200”').waitFor();
  await page.getByRole('listitem').filter({ hasText: '一共200名。' }).waitFor();
  await expectSound();
  await page.getByRole('button', { name: '再改改' }).click();
});

testByNight(
  'a figure that is begun has its number open, and takes it with the marks of thousands; the words for what is not known stand whole',
  async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await openEntry();
    const figures = field('条目里的每一个数字');
    await figures.getByRole('button', { name: '条目里的每一个数字：添加一项' }).click();
    const added = figures.locator('ol.items > li').last();
    await added.locator('.known-value input').first().fill('１，２６０，０００');
    await page.getByRole('button', { name: '看改动，保存' }).click();
    await page.getByRole('dialog').getByText('1260000').first().waitFor();
    await page.getByRole('button', { name: '再改改' }).click();
    for (const word of ['未载', '未公开', '隐去']) {
      const lines = await added
        .getByText(word, { exact: true })
        .first()
        .evaluate((element) => element.getBoundingClientRect().height);
      expect(lines).toBeLessThan(40);
    }
  },
);

testByNight('a name that is typed whole is taken when the field is left, a part of one is not', async () => {
  await openEntry();
  const unit = field('条目里的每一个数字').getByRole('combobox', { name: '单位', exact: true }).first();
  await field('条目里的每一个数字').locator('summary').first().click();
  if (!(await unit.isVisible())) await field('条目里的每一个数字').locator('summary').first().click();
  const before = await unit.inputValue();
  const other = before === '人' ? '名' : '人';
  await unit.fill(other);
  await unit.press('Tab');
  await expect.poll(() => unit.inputValue()).toBe(other);
  await unit.fill('人人');
  await unit.press('Tab');
  await expect.poll(() => unit.inputValue()).toBe(other);
});

test.each(rowsByDay([390, 900]))(
  'in a window of %i pixels no column is hidden that says what is wrong, or changes something',
  async (width) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${desk.url}#/lists/regions`);
    await page.getByRole('button', { name: '改“浙江省”' }).waitFor();
    await page.goto(`${desk.url}#/import`);
    const columns = ['标题', '摘要', '举措领与'].map((head) => ({ head, width: 10, note: '' }));
    const bytes = writeForm('实践', [{ name: '实践', columns, rows: [['甲', '乙', '丙']], prepared: 0 }]);
    await page
      .getByLabel('文件', { exact: true })
      .setInputFiles({ name: '实践.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
    const cell = page.getByRole('cell', { name: '没有“举措领与”这一列' });
    await cell.waitFor();
    const { x, width: own } = (await cell.boundingBox()) ?? { x: width, width };
    expect(x + own).toBeLessThanOrEqual(width);
  },
);

test('a new entry is begun with its number', async () => {
  await page.goto(desk.url);
  await page.getByRole('button', { name: '新建条目' }).click();
  await page.getByLabel('栏目', { exact: true }).last().selectOption('tolerance');
  await page.getByLabel('标题，写明是谁的、什么事').fill('某县先修路后补手续');
  await page.getByRole('button', { name: '新建', exact: true }).click();
  await page.locator('.form-section').first().waitFor();
  expect(await box('永久编号').inputValue()).toMatch(/^RC-\d{3}$/u);
  expect(await field('研判六因素').getByRole('radio', { name: '未载' }).first().isChecked()).toBe(true);
  await page.getByRole('button', { name: '看改动，保存' }).click();
  await page.getByText('这是新的一条，保存以后才有文件。').waitFor();
  expect(await page.locator('.diff-text').first().isVisible()).toBe(false);
  await page.getByRole('button', { name: '再改改' }).click();
});

test('a dialog keeps its fields apart, and on a phone the head that stays leaves room for the form', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openEntry();
  await page.getByRole('button', { name: '改网址' }).click();
  const offer = page.locator('dialog .field > span > button');
  await offer.waitFor();
  const bottomOf = async (one: Locator) => one.evaluate((element) => element.getBoundingClientRect().bottom);
  const top = await offer.evaluate((element) => element.getBoundingClientRect().top);
  expect(top - (await bottomOf(page.locator('dialog input').first()))).toBeGreaterThan(4);
  await page.getByRole('button', { name: '关闭', exact: true }).click();
  await box('首次发布日期').scrollIntoViewIfNeeded();
  expect(await bottomOf(page.locator('.entry-head'))).toBeLessThan(180);
});

test('a draft goes out with its dates, and what is still missing for it is said', async () => {
  writeFileSync(file(), original.replace(/^status: .*$/mu, 'status: 草稿').replace(/^published: .*$/mu, 'published: "2026-01-01"'));
  await openEntry();
  await page.getByRole('button', { name: '改为发布' }).click();
  await expect.poll(() => box('首次发布日期').inputValue()).toBe('2026-11-28');
  expect(await page.getByRole('combobox', { name: '状态' }).inputValue()).toBe('发布');
});

testByNight('what is found wrong comes also while the focus is on the whole page', async () => {
  writeFileSync(file(), original.replace(/^status: .*$/mu, 'status: 草稿'));
  let looks = 0;
  await page.route('**/api/list', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), isChecked: (looks += 1) > 1 } });
  });
  await page.goto(`${desk.url}#/sign-off`);
  await page.getByText('正在核对全部条目').waitFor();
  await page.locator('main').focus();
  await page.getByText('正在核对全部条目').waitFor({ state: 'detached' });
});

testByNight('an entry that was put out before anybody signed it off is signed off where drafts are', async () => {
  writeFileSync(file(), original.replace(/^signOff: .*\n/mu, ''));
  await page.goto(`${desk.url}#/sign-off`);
  await page.getByRole('row', { name: /SJ-001.*已改为发布，等审核/u }).waitFor();
  expect(
    await page
      .getByRole('row', { name: /SJ-001/u })
      .getByText('处要改')
      .count(),
  ).toBe(0);
  await page.getByRole('button', { name: '选中可以发布的' }).click();
  await page.getByLabel('写的人（岗位').fill('某科科员');
  await page.getByLabel('审核的人（岗位').fill('某科科长');
  await page.getByLabel('保密审查做过了').check();
  await expectSound();
  await page.getByRole('button', { name: '审核过了' }).click();
  await page.getByText('发布了 1 条：SJ-001').waitFor();
  expect(text()).toContain('  writer: 某科科员\n');
});

test('whoever takes an entry out of use goes on at why', async () => {
  await openEntry();
  await page.getByRole('button', { name: '退出这一条' }).click();
  await expect.poll(() => box('为什么退出').evaluate((element) => element === document.activeElement)).toBe(true);
});

test('a table is brought in at the desk: first the problems by cell, then the drafts, and two of them go out together', async () => {
  const row = (title: string, region: string) => [
    title,
    '公开澄清不实举报。',
    '公开报道',
    region,
    'GK-0001',
    '宁波市',
    '公开澄清不实举报。',
    '未载',
    '报道',
    '未找到',
    '报道',
  ];
  const table = (...rows: string[][]) =>
    writeForm('实践', [{ name: '实践', columns: PRACTICE_HEADS.map((head) => ({ head, width: 10, note: '' })), rows, prepared: 0 }]);
  const choose = (bytes: Uint8Array) =>
    page
      .getByLabel('文件', { exact: true })
      .setInputFiles({ name: '实践.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
  await page.goto(`${desk.url}#/import`);
  await choose(table(row('宁波：澄清一', '宁波'), row('宁波：澄清二', '宁坡')));
  await page.getByRole('cell', { name: 'D3', exact: true }).waitFor();
  await page.getByRole('cell', { name: '编辑台的“词表 → 地区”' }).waitFor();
  await expectSound();
  await choose(table(row('宁波：澄清一', '宁波'), row('宁波：澄清二', '宁波')));
  await page.getByRole('button', { name: '写成草稿' }).click();
  await page.getByRole('heading', { name: '导入好了' }).waitFor();
  await page.goto(`${desk.url}#/sign-off`);
  for (const id of ['SJ-003', 'SJ-004']) await page.getByLabel(`选 ${id}`).check();
  await page.getByLabel('写的人（岗位').fill('某科科员');
  await page.getByLabel('审核的人（岗位').fill('某科科长');
  await page.getByLabel('保密审查做过了').check();
  await expectSound();
  await page.getByRole('button', { name: '审核过了' }).click();
  await page.getByText('发布了 2 条').waitFor();
  const out = readdirSync(join(folder, 'content/practices')).filter((name) => name.startsWith('ningbo'));
  expect(out.map((name) => readFileSync(join(folder, 'content/practices', name), 'utf8').includes('status: 发布'))).toEqual([true, true]);
  for (const name of out) rmSync(join(folder, 'content/practices', name));
});

testByNight('a column of the editor’s own keeps no table out, and what was not read is said', async () => {
  const heads = [...PRACTICE_HEADS, '备注'];
  const row = [
    '宁波：澄清三',
    '公开澄清不实举报。',
    '公开报道',
    '宁波',
    'GK-0001',
    '宁波市',
    '公开澄清。',
    '未载',
    '报道',
    '未找到',
    '报道',
    '再问',
  ];
  const bytes = writeForm('实践', [
    { name: '实践', columns: heads.map((head) => ({ head, width: 10, note: '' })), rows: [row], prepared: 0 },
  ]);
  await page.goto(`${desk.url}#/import`);
  await page
    .getByLabel('文件', { exact: true })
    .setInputFiles({ name: '实践二.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
  await page.getByRole('heading', { name: '没有问题' }).waitFor();
  await page.getByRole('table', { name: '提醒' }).getByText('“备注”一列没有读，不进条目').waitFor();
  await expectSound();
});

testByNight('an entry that is out gets another address: what will happen is told first, and the old one is in the ledger', async () => {
  const ledger = join(folder, 'content/ledger.yaml');
  const before = readFileSync(ledger, 'utf8');
  const other = await page.context().newPage();
  await other.goto(`${desk.url}#/practices/second`);
  await other.locator('.form-section').first().waitFor();
  await openEntry('practices/second');
  await page.getByRole('button', { name: '改网址' }).click();
  const dialog = page.getByRole('dialog');
  await page.keyboard.type('New Name');
  await dialog.getByText('可以改成“new-name”').waitFor();
  expect(await dialog.getByRole('button', { name: '改网址' }).isDisabled()).toBe(true);
  await dialog.getByRole('textbox', { name: '新的文件名，也就是网址的最后一段' }).fill('changsha');
  await dialog.getByText('以后打开 /practices/second/ 的人，自动转到这一条').waitFor();
  await dialog.getByRole('textbox', { name: '为什么改' }).fill('原来的太笼统');
  await expectSound();
  expect(readFileSync(ledger, 'utf8')).toBe(before);
  await page.keyboard.press('Enter');
  await page.getByText('网址改好了：/practices/changsha/').waitFor();
  await page.locator('.form-section').first().waitFor();
  expect(page.url()).toContain('#/practices/changsha');
  expect(readFileSync(ledger, 'utf8')).toContain('{ from: /practices/second/, to: SJ-002, why: 原来的太笼统 }');
  // Whoever has it open in another window is told where it is, and not that the desk is gone.
  await other.getByText('这一条改过网址，现在是 content/practices/changsha.mdx').waitFor();
  expect(await other.getByText('编辑台没有回应').count()).toBe(0);
  await other.close();
  cpSync(join(ROOT, 'tests/fixtures/sound-content/content/practices/second.mdx'), join(folder, 'content/practices/second.mdx'));
  rmSync(join(folder, 'content/practices/changsha.mdx'));
  writeFileSync(ledger, before);
});

test.each(rowsByDay([390, 1280]))('the handbook is read from every page of the desk by the keyboard, %i pixels wide', async (width) => {
  await page.setViewportSize({ width, height: 800 });
  for (const part of ['', PLACE, 'import', 'sign-off', 'lists', 'lists/regions']) {
    await page.goto(`${desk.url}#/${part}`);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    const link = page.getByRole('link', { name: '作者手册' });
    await link.focus();
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  }
  const opened = page.context().waitForEvent('page');
  await page.keyboard.press('Enter');
  const handbook = await opened;
  await handbook.getByRole('heading', { level: 1, name: '作者手册' }).waitFor();
  const source = readFileSync(join(ROOT, 'content/README.md'), 'utf8');
  expect(await handbook.getByRole('heading', { level: 2 }).allTextContents()).toEqual(
    [...source.matchAll(/^## (.*)$/gmu)].map(([, heading]) => heading),
  );
  await handbook.getByRole('navigation', { name: '手册各部分' }).getByRole('link', { name: '出处', exact: true }).click();
  expect(await handbook.locator(':target').textContent()).toBe('出处');
  expect(await handbook.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false);
  expect(await findAxeFaults(handbook, judged)).toEqual([]);
  await handbook.getByRole('link', { name: '词表' }).click();
  await handbook.getByRole('heading', { level: 1, name: '词表' }).waitFor();
  await handbook.close();
});

test('the link past the head of the page leads into it, and leaves it open', async () => {
  await openEntry();
  await page.getByRole('link', { name: '跳到内容' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('desk');
  await expect.poll(() => page.url()).toContain(`#/${PLACE}`);
  expect(await page.locator('.form-section').count()).toBeGreaterThan(3);
});

testByNight('what is written in a dialog does not go with a single key', async () => {
  await page.goto(`${desk.url}#/lists/regions`);
  await page.getByRole('button', { name: /^改“/u }).first().click();
  const dialog = page.getByRole('dialog');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^改“/u }).first().click();
  await dialog.getByRole('textbox').nth(1).fill('改到一半');
  await page.keyboard.press('Escape');
  await dialog.getByText('还没有写进词表').waitFor();
  expect(await dialog.getByRole('textbox').nth(1).inputValue()).toBe('改到一半');
  await dialog.getByRole('button', { name: '关闭' }).click();
  await dialog.waitFor({ state: 'detached' });
});

testByNight('a place that is missing is added to the list of regions', async () => {
  await page.goto(`${desk.url}#/lists/regions`);
  await page.getByRole('button', { name: '添加一项' }).click();
  await page.getByLabel('地名，从上往下写全').fill('浙江省青川县');
  await page.getByRole('button', { name: '下一步' }).click();
  await expect.poll(() => page.getByRole('textbox', { name: '编号' }).inputValue()).toBe('qingchuan');
  await expectSound();
  await page.getByRole('button', { name: '检查，写进词表' }).click();
  await page.getByText('写好了').waitFor();
  expect(readFileSync(join(folder, 'content/vocab/regions.yaml'), 'utf8')).toContain('id: qingchuan');
});

test.each(rowsByDay([320, 1280]))('nothing is wider than a window of %i pixels', async (width) => {
  await page.setViewportSize({ width, height: 800 });
  const isWide = () => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  await page.goto(desk.url);
  await page.getByRole('row').first().waitFor();
  expect(await isWide()).toBe(false);
  await openEntry();
  expect(await isWide()).toBe(false);
  for (const part of ['import', 'sign-off', 'lists', 'lists/regions']) {
    await page.goto(`${desk.url}#/${part}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await isWide()).toBe(false);
  }
});
