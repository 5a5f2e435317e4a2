import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DIVISIONS } from '../../src/domain/region/divisions.ts';
import { foldText } from '../../src/domain/chinese/fold-text.ts';
import { matchText, phraseTokens } from '../../src/search/words/tokens.ts';
import { rowsByDay, testByNight } from '../support/by-day.ts';
import { openAgain, openPage, openSite } from '../support/browser.ts';
import type { ServedSite, WatchedPage } from '../support/browser.ts';
import { readExportedEntries } from '../support/built-site.ts';

const entries = readExportedEntries().map(({ id, text }) => ({ id, text, folded: matchText(text) }));

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

const address = (q: string, rest = '') => site.at(`/search/?q=${encodeURIComponent(q)}${rest}`);
const state = (name: string) => visit.page.waitForSelector(`[data-search-state="${name}"]`);
const count = async () => Number(await visit.page.locator('[data-search-count]').textContent());
const hits = () => visit.page.locator('[data-hit]').evaluateAll((items) => items.map((item) => item.getAttribute('data-hit') ?? ''));
const box = () => visit.page.getByLabel('检索词');

const open = async (q: string, rest = '') => {
  await visit.page.goto(address(q, rest));
  await state('done');
};

test('on a phone the first answer is read on the first screen, and how to write a query is not told before it', async () => {
  const { page } = visit;
  await page.setViewportSize({ width: 390, height: 844 });
  try {
    await page.goto(site.at('/search/'));
    await page.locator('#search-hint').waitFor();
    await open('我怕被问责不敢干');
    expect(await page.locator('#search-hint').isVisible()).toBe(false);
    const first = page.locator('.search-hit').first();
    expect((await first.boundingBox())?.y).toBeLessThan(600);
    // And it is an answer: what the situation says in short, not the sentence of it that has most of the words.
    const [, answer] = entries.find(({ id }) => id === 'QX-002')?.text.split('\n') ?? [];
    expect(await first.locator('[data-part="excerpt"]').innerText()).toBe(answer);
    expect(await first.locator('[data-part="headings"] a').allInnerTexts()).toEqual(['可以先做的几步', '找谁', '当心']);
  } finally {
    await page.setViewportSize({ width: 1280, height: 900 });
  }
});

test('a first search asks for no file twice, and for few', async () => {
  const { page, context } = await openPage(site);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(address('容错纠错'));
  await page.waitForSelector('[data-search-state="done"]');
  await page.waitForLoadState('networkidle');
  await context.close();
  expect(asked.filter((url, place) => asked.indexOf(url) !== place)).toEqual([]);
  expect(asked.length).toBeLessThan(45);
});

describe('exact search', () => {
  test.each(rowsByDay(['容错', '三个区分开来', '20%', '1600', '3.5万', '不作为'], 2))(
    'shows as many as there are entries with “%s”',
    async (phrase) => {
      // In quotation marks it stays one phrase; signs of a list would part it into words.
      await open(`“${phrase}”`);
      const needle = phraseTokens(phrase).join('');
      expect(await count()).toBe(entries.filter(({ folded }) => folded.includes(needle)).length);
    },
  );

  testByNight('two words with a space find what contains both', async () => {
    await open('浙江 澄清');
    const expected = entries.filter(({ text }) => text.includes('浙江') && text.includes('澄清')).map(({ id }) => id);
    const more = visit.page.getByRole('button', { name: /^再看 \d+ 条检索结果$/u });
    for (let shown = 10; shown < expected.length; shown += 10) {
      await more.click();
      await expect.poll(async () => (await hits()).length).toBe(Math.min(shown + 10, expected.length));
    }
    expect((await hits()).sort()).toEqual(expected.sort());
  });

  testByNight('the next hits are there though the index was exchanged under the page', async () => {
    const { page } = visit;
    await page.setViewportSize({ width: 1280, height: 720 });
    await open('容错');
    const gone = new Set<string>();
    await page.route('**/text/**', async (route) => {
      const url = route.request().url();
      if (gone.has(url)) return route.continue();
      gone.add(url);
      return route.fulfill({ status: 404, body: '' });
    });
    await page.locator('[data-search-hits] > li').nth(2).scrollIntoViewIfNeeded();
    await expect.poll(async () => (await hits()).length).toBe(10);
    expect(gone.size).toBeGreaterThanOrEqual(7);
    visit.complaints.length = 0;
  });

  testByNight('only the hits of the first screen are read at once, the others of the page when the reader comes near them', async () => {
    await visit.page.setViewportSize({ width: 1280, height: 720 });
    await open('容错');
    expect(await hits()).toHaveLength(3);
    await visit.page.locator('[data-search-hits] > li').nth(2).scrollIntoViewIfNeeded();
    await expect.poll(async () => (await hits()).length).toBe(10);
  });

  test('marks whole phrases', async () => {
    await open('容错纠错');
    const marks = await visit.page.locator('[data-hit] mark').allTextContents();
    expect([...new Set(marks.map(foldText))]).toEqual(['容错纠错']);
  });

  test('by keyboard the results are one step from the form, past what narrows them', async () => {
    await open('容错 报备');
    const { page } = visit;
    const before = await hits();
    await page.getByText('我保存的检索').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-results');
    expect((await hits()).slice(0, before.length)).toEqual(before);
    // The way to the compared ones stands first there.
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('#search-results') !== null)).toBe(true);
  });

  testByNight('a hit of a rule that another has replaced, or that nobody has checked, says so', async () => {
    const facts = (id: string) => visit.page.locator(`[data-hit="${id}"] .search-hit-facts`).innerText();
    await open('中国共产党纪律处分条例 2018');
    expect(await facts('ZC-0034')).toContain('已被代替');
    expect(await facts('ZC-0019')).not.toContain('已被代替');
    await open('昌宁县党员干部容错免责实施意见');
    expect(await facts('ZC-0136')).toContain('时效待核');
  });

  testByNight('a hit of a course says what class it is, wherever the words stand in it', async () => {
    await open('60分钟的容错课');
    expect(await visit.page.locator('[data-hit="KC-11"] [data-part="excerpt"]').innerText()).toMatch(/^六十分钟：/u);
  });

  testByNight('a hit leads to its entry', async () => {
    await open('浙江澄清正名');
    const link = visit.page.locator('[data-hit="SJ-008"] h3 a');
    await link.click();
    expect(await visit.page.locator('[data-entry]').getAttribute('data-entry')).toBe('SJ-008');
  });

  test('the first search stays within 200 KB', async () => {
    // Of a reader who was never here before: nothing may come out of the browser's cache.
    const { page, context } = await openPage(site);
    const sizes: Promise<number>[] = [];
    page.on('response', (response) => {
      if (response.url().includes('/pagefind/'))
        sizes.push(
          response
            .request()
            .sizes()
            .then(({ responseBodySize }) => responseBodySize),
        );
    });
    await page.goto(address('容错纠错'));
    await page.waitForSelector('[data-search-state="done"]');
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(total).toBeGreaterThan(10_000);
    expect(total).toBeLessThan(200_000);
    await context.close();
  });
});

describe('without an exact result', () => {
  test('a question is searched by its words, and the page says so', async () => {
    await open('干部不敢担当怎么办');
    await visit.page.locator('.search-outcome').getByText('没有完全一致的结果，已放宽为按词语查找').waitFor();
    expect(await count()).toBeGreaterThan(0);
  });

  test('on paper the page says how it searched, and offers no other search', async () => {
    await open('干部不敢担当怎么办');
    const offer = visit.page.locator('.search-said [data-go]').first();
    await offer.waitFor();
    await visit.page.emulateMedia({ media: 'print' });
    expect(await offer.isVisible()).toBe(false);
    expect(await visit.page.getByText('没有完全一致的结果，已放宽为按词语查找').isVisible()).toBe(true);
    await visit.page.emulateMedia({ media: null });
  });

  test('a word that is nowhere finds nothing, and the page says what to try', async () => {
    await open('龘靐齉');
    expect(await count()).toBe(0);
    await visit.page.locator('.search-outcome').getByText('没有条目的正文含有“龘靐齉”').waitFor();
  });

  test('of words that no entry has together, one of which many have, nothing is said that is not so', async () => {
    await open('龘县 容错');
    await visit.page.locator('.search-outcome').getByText('没有条目的正文含有“龘县”又有“容错”').waitFor();
  });
});

describe('a place of which there is nothing', () => {
  const texts = entries.map(({ text }) => text).join('\n');
  const place = Object.values(DIVISIONS['北京市'] ?? {})
    .join(' ')
    .split(' ')
    .find((name) => name.length === 3 && !texts.includes(name.slice(0, 2)));

  test('leads to what it lies in, with as many entries as are said', async () => {
    await open(`${place} 容错`);
    const way = visit.page.locator('[data-search-said] p', { hasText: `没有“${place}”的条目；所属的北京市有` }).locator('a');
    const said = Number(/\d+/u.exec((await way.textContent()) ?? '')?.[0]);
    await way.click();
    await expect.poll(count).toBe(said);
    expect(new URL(visit.page.url()).searchParams.getAll('region')).toEqual(['北京市']);
  });

  test.for(rowsByDay(['/practices/', '/search/?q=%E5%AE%B9%E9%94%99']))(
    'typed above the places of %s leaves what it lies in',
    async (path) => {
      await visit.page.goto(site.at(path));
      await visit.page.locator('[data-facet="region"] summary').first().click();
      await visit.page.getByLabel('找地区').fill(place ?? '');
      await visit.page.getByText('这里没有，所属的北京市在下面').waitFor();
      expect(await visit.page.locator('[data-facet="region"] [data-place]:visible').first().getAttribute('data-place')).toMatch(/^北京/u);
      await visit.page.getByLabel('找地区').fill('没有的地方');
      await visit.page.getByText('没有这样的地区').waitFor();
    },
  );
});

describe('filters', () => {
  test('narrow the results, stand in the address, and go back with the browser', async () => {
    await open('浙江');
    const before = await count();
    await visit.page.getByRole('checkbox', { name: /^地区实践/u }).check();
    await expect.poll(count).toBeLessThan(before);
    expect(new URL(visit.page.url()).searchParams.getAll('collection')).toEqual(['practices']);
    await visit.page.goBack();
    await expect.poll(count).toBe(before);
  });

  test('keep the results beside the box that was ticked last', async () => {
    const { page } = visit;
    await open('容错');
    await page.locator('[data-facet="region"] > summary').click();
    const last = page.locator('[data-facet="region"] input[type="checkbox"]:visible').last();
    await last.scrollIntoViewIfNeeded();
    await last.check();
    await expect.poll(() => page.url()).toContain('region=');
    await state('done');
    const isInView = () =>
      page
        .locator('[data-hit]')
        .last()
        .evaluate((hit) => hit.getBoundingClientRect().bottom > 0 && hit.getBoundingClientRect().top < innerHeight);
    await expect.poll(isInView).toBe(true);
  });

  testByNight('keep the keyboard where it was', async () => {
    await open('浙江');
    const first = visit.page.getByRole('checkbox', { name: /^地区实践/u });
    await first.focus();
    await visit.page.keyboard.press('Space');
    await expect.poll(() => visit.page.url()).toContain('collection=practices');
    await state('done');
    expect(await first.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('alone list every entry that passes them', async () => {
    await open('', '&collection=terms');
    expect(await count()).toBe(entries.filter(({ id }) => id.startsWith('SY-')).length);
  });
});

describe('filters that only some kinds of entries have', () => {
  const openGroup = (name: string) => visit.page.locator(`[data-facet="${name}"] > summary`).click();

  test('are offered where the results hold cases, counted when opened, and narrow the search', async () => {
    await open('容错', '&collection=tolerance');
    await openGroup('outcome');
    const value = visit.page.locator('[data-facet="outcome"] li').filter({ hasText: '减责' });
    const expected = Number(await value.locator('.number').textContent());
    await value.getByRole('checkbox').check();
    await expect.poll(count).toBe(expected);
    expect(new URL(visit.page.url()).searchParams.getAll('outcome')).toEqual(['减责']);
    await visit.page.reload();
    await state('done');
    expect(await count()).toBe(expected);
  });

  testByNight('years are asked for from one to another', async () => {
    await open('容错', '&collection=tolerance');
    const all = await count();
    await openGroup('year');
    await visit.page.locator('select[name="year-from"]').selectOption('2021');
    await expect.poll(count).toBeLessThan(all);
    expect(new URL(visit.page.url()).searchParams.getAll('year')).toEqual(['2021-']);
    const years = await visit.page.locator('[data-hit] .search-hit-facts').allTextContents();
    for (const text of years) expect(text).toMatch(/202[1-6]/u);
  });

  test('places are a tree, and what is typed finds them by name and by sound', async () => {
    await open('容错');
    await openGroup('region');
    const places = () => visit.page.locator('[data-facet="region"] [data-place]:visible > label').allTextContents();
    await visit.page.getByLabel('找地区').waitFor();
    const whole = (await places()).length;
    await visit.page.getByLabel('找地区').fill('ning');
    await expect.poll(async () => (await places()).join()).toMatch(/浙江省.*宁波市/u);
    expect((await places()).length).toBeLessThan(whole);
    await visit.page.getByRole('checkbox', { name: /^宁波市/u }).check();
    await expect.poll(() => new URL(visit.page.url()).searchParams.getAll('region')).toEqual(['宁波市']);
    // What was typed still stands there, and still holds.
    await expect.poll(async () => (await places()).length).toBeLessThan(whole);
  });
});

describe('what a hit offers', () => {
  test('加入比对 and 加入选编 put it where they say, and show that it is there', async () => {
    await open('容错', '&collection=tolerance');
    const hit = visit.page.locator('[data-hit]').first();
    const id = await hit.getAttribute('data-hit');
    await hit.getByRole('button', { name: '加入比对' }).click();
    await hit.getByRole('button', { name: '加入选编' }).click();
    await expect.poll(() => hit.locator('[aria-pressed="true"]').count()).toBe(2);
    expect(await visit.page.evaluate(() => localStorage.getItem('compare-tray'))).toContain(id);
    expect(await visit.page.evaluate(() => localStorage.getItem('pack'))).toContain(id);
    await visit.page.reload();
    await state('done');
    await expect.poll(() => visit.page.locator(`[data-hit="${id}"] [aria-pressed="true"]`).count()).toBe(2);
  });

  test.for(
    rowsByDay([
      ['are all made again when it is there', false],
      ['are not lost when the list was drawn anew meanwhile', true],
    ] as const),
  )('presses that come before their script %s', async ([, isDrawnAnew]) => {
    const { page, context } = await openPage(site);
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/entry-tools*', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(site.at('/search/?q=容错&collection=tolerance'));
    const hit = page.locator('[data-hit]').first();
    await hit.getByRole('button', { name: '加入比对' }).click();
    await hit.getByRole('button', { name: '加入选编' }).click();
    expect(await hit.locator('[aria-pressed="true"]').count()).toBe(0);
    if (isDrawnAnew)
      await hit.evaluate(({ parentElement: list }) => list?.replaceChildren(...[...list.children].map((item) => item.cloneNode(true))));
    release();
    await expect.poll(() => hit.locator('[aria-pressed="true"]').count()).toBe(2);
    await context.close();
  });

  testByNight('an entry that cannot be compared has no such button', async () => {
    await open('容错', '&collection=terms');
    const hit = visit.page.locator('[data-hit]').first();
    await hit.getByRole('button', { name: '加入选编' }).waitFor();
    expect(await hit.getByRole('button', { name: '加入比对' }).count()).toBe(0);
  });
});

describe('a page of results', () => {
  test('is named after what was asked', async () => {
    await open('容错');
    expect(await visit.page.title()).toMatch(/^容错_检索/u);
  });

  testByNight('is as long and as far down as it was, when its reader comes back', async () => {
    await open('容错');
    await visit.page.getByRole('button', { name: /^再看 \d+ 条检索结果$/u }).click();
    await expect.poll(async () => (await hits()).length).toBe(20);
    const link = visit.page.locator('[data-hit] h3 a').nth(17);
    await link.scrollIntoViewIfNeeded();
    await link.click();
    await visit.page.locator('[data-entry]').waitFor();
    await visit.page.goBack();
    await expect.poll(async () => (await hits()).length).toBe(20);
    await expect
      .poll(() => link.evaluate((element) => element.getBoundingClientRect().top >= 0 && element.getBoundingClientRect().top < innerHeight))
      .toBe(true);
  });
});

describe('saved searches', () => {
  test('tell what has been added and changed since their reader last looked', async () => {
    const { page } = visit;
    await open('容错', '&collection=tolerance');
    const ids = await count();
    await page.getByText('保存、导出', { exact: true }).click();
    await page.getByRole('button', { name: '保存这次检索' }).click();
    const saved = page.locator('[data-search-saved] li');
    await expect.poll(() => saved.textContent()).toContain(`没有新增和改动，现在 ${ids} 条`);
    await page.evaluate(() => {
      const key = 'saved-searches:/';
      const list = JSON.parse(localStorage.getItem(key) ?? '') as { searches: { seen: Record<string, string[]> }[] };
      const [first] = list.searches;
      if (first) first.seen = { '2020-01-01': Object.values(first.seen).flat().slice(1) };
      localStorage.setItem(key, JSON.stringify(list));
    });
    await page.reload();
    await state('done');
    await expect.poll(() => page.locator('[data-search-news]').textContent()).toContain(`新增 1 条，改动 ${ids - 1} 条`);
  });

  testByNight('say so when they could not be saved, and are saved when asked again', async () => {
    const { page } = visit;
    await open('容错');
    await page.route('**/data/updated.json', (route) => route.fulfill({ status: 404, body: '' }));
    await page.getByText('保存、导出', { exact: true }).click();
    await page.getByRole('button', { name: '保存这次检索' }).click();
    await page.getByText('没有保存：没有读到').waitFor({ timeout: 10_000 });
    await page.unroute('**/data/updated.json');
    await page.getByRole('button', { name: '保存这次检索' }).click();
    await expect.poll(() => page.locator('[data-search-saved] li').count()).toBe(1);
    visit.complaints.length = 0;
  });

  testByNight('can be removed and taken back, and a file that is none is refused with a sentence', async () => {
    const { page } = visit;
    await open('容错');
    await page.getByText('保存、导出', { exact: true }).click();
    await page.getByRole('button', { name: '保存这次检索' }).click();
    const saved = page.locator('[data-search-saved] li');
    await page.getByRole('button', { name: '删除：容错' }).click();
    await expect.poll(() => saved.count()).toBe(0);
    await page.getByRole('button', { name: '撤销删除' }).click();
    await expect.poll(() => saved.count()).toBe(1);
    await page.getByLabel('从文件读入').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
    await expect
      .poll(() => page.locator('[data-search-saved] [role="status"]').textContent())
      .toBe('这个文件不是从“我保存的检索”导出的，没有读入。');
  });

  testByNight('are listed too where the browser keeps no more, one beside the other', async () => {
    const { page } = visit;
    await open('容错');
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.getByText('保存、导出', { exact: true }).click();
    await page.getByRole('button', { name: '保存这次检索' }).click();
    await page.getByText('这个浏览器不允许保存').waitFor();
    await box().fill('澄清');
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('澄清');
    await state('done');
    await page.getByRole('button', { name: '保存这次检索' }).click();
    await expect.poll(() => page.locator('[data-search-saved] li a').allTextContents()).toEqual(['澄清', '容错']);
  });

  testByNight('are renamed by the keyboard, or left as they are', async () => {
    const { page } = visit;
    await open('容错');
    await page.getByText('保存、导出', { exact: true }).click();
    await page.getByRole('button', { name: '保存这次检索' }).click();
    const name = page.getByLabel('新的名称');
    await page.getByRole('button', { name: '改名：容错' }).press('Enter');
    await page.keyboard.press('Enter');
    expect(await name.isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    await page.keyboard.type('别的');
    await page.keyboard.press('Escape');
    expect(await name.isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    await page.keyboard.type('要报的');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('[data-search-saved] li a').textContent()).toBe('要报的');
    expect(await page.getByRole('button', { name: '改名：要报的' }).evaluate((button) => button === document.activeElement)).toBe(true);
  });
});

describe('typing', () => {
  testByNight('is over when its reader goes back, and a new question that is sent at once has nothing of the one before', async () => {
    const { page } = visit;
    await open('容错', '&within=程序&prefer=0');
    await box().evaluate((input: HTMLInputElement) => {
      input.value = '澄清';
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      input.form?.requestSubmit();
    });
    await expect.poll(() => new URL(page.url()).search).toBe(`?q=${encodeURIComponent('澄清')}`);
    await state('done');
    await box().evaluate((input: HTMLInputElement) => {
      input.value = '澄清正';
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      history.back();
    });
    await page.waitForTimeout(400);
    expect(new URL(page.url()).searchParams.get('q')).toBe('容错');
    expect(await box().inputValue()).toBe('容错');
  });

  testByNight('that was sent is not followed by late suggestions', async () => {
    const { page } = visit;
    await page.route('**/names-*', async (route) => {
      await new Promise((resume) => setTimeout(resume, 800));
      await route.continue();
    });
    await page.goto(site.at('/search/'));
    await box().focus();
    await page.getByRole('combobox', { name: '检索词' }).waitFor();
    const names = page.waitForResponse('**/names-names*');
    await box().pressSequentially('容错');
    await box().press('Enter');
    await names;
    await state('done');
    await page.waitForTimeout(300);
    expect(await page.getByRole('listbox').isVisible()).toBe(false);
    await box().press('ArrowDown');
    await page.getByRole('option').first().waitFor();
  });

  test('searches when it pauses, and the count is announced', async () => {
    await visit.page.goto(site.at('/search/'));
    await box().fill('容错');
    await state('done');
    expect(await count()).toBe(entries.filter(({ text }) => text.includes('容错')).length);
    await expect.poll(() => visit.page.locator('[data-search-announcer]').textContent()).toContain(`找到 ${await count()} 条`);
  });

  testByNight('does not search while pinyin is composed', async () => {
    await visit.page.goto(site.at('/search/'));
    await box().focus();
    const devtools = await visit.context.newCDPSession(visit.page);
    await devtools.send('Input.imeSetComposition', { text: 'rong', selectionStart: 4, selectionEnd: 4 });
    await visit.page.waitForTimeout(600);
    expect(await visit.page.locator('[data-search-state]').getAttribute('data-search-state')).toBe('idle');
    await devtools.send('Input.insertText', { text: '容错' });
    await state('done');
    expect(new URL(visit.page.url()).searchParams.get('q')).toBe('容错');
  });

  test('再看 shows the next results and moves the focus to the first of them', async () => {
    await open('容错');
    const more = visit.page.getByRole('button', { name: /^再看 \d+ 条检索结果$/u });
    // Who comes near it is given the rest of the first page.
    await more.scrollIntoViewIfNeeded();
    await expect.poll(async () => (await hits()).length).toBe(10);
    await more.click();
    await expect.poll(async () => (await hits()).length).toBe(Math.min(20, await count()));
    const focused = await visit.page.evaluate(() => document.activeElement?.closest('[data-hit]')?.getAttribute('data-hit'));
    expect(focused).toBe((await hits())[10]);
  });
});

describe('when search cannot work', () => {
  /** Files of the same sort: what the engine does without each of them, `tests/unit/search-index.test.ts` asks in Node. */
  const byNight = (...files: string[]) => (process.env['ALL_NAMES'] ? files : []);

  /** From now on the index that is current lies in another folder, the one before being there as well. */
  const exchange = async (page: WatchedPage['page']) => {
    const current = (await (await fetch(site.at('/pagefind/current.json'))).json()) as { folder: string };
    const { folder } = current;
    await page.route('**/pagefind/current.json', (route) => route.fulfill({ json: { ...current, folder: 'new' } }));
    await page.route('**/pagefind/new/**', async (route) => {
      await route.fulfill({ response: await route.fetch({ url: route.request().url().replace('/new/', `/${folder}/`) }) });
    });
  };

  test('without scripts the page says so and leads to the columns', async () => {
    const { page, context } = await openPage(site, { javaScriptEnabled: false });
    await page.goto(address('容错'));
    await page.getByText('检索需要启用浏览器脚本').waitFor();
    await context.close();
  });

  test.each(rowsByDay(['cards.pf_cards', 'pagefind.js', ...byNight('*.pf_meta')]))('without %s the other engine answers', async (file) => {
    await visit.page.route(`**/${file}`, (route) => route.fulfill({ status: 404, body: '' }));
    await visit.page.goto(address('容错'));
    await state('done');
    expect(await count()).toBe(entries.filter(({ text }) => text.includes('容错')).length);
  });

  test.each(rowsByDay(['*.pf_index', 'pagefind.js', '*.pf_text', ...byNight('*.pf_meta', 'cards.pf_cards')]))(
    'a missing %s is said where the other index is missing too, and 再试一次 works once it is back',
    async (file) => {
      const patterns = [`**/${file}`, '**/search-index/**'];
      for (const pattern of patterns) await visit.page.route(pattern, (route) => route.fulfill({ status: 404, body: '' }));
      await visit.page.goto(address('容错'));
      await state('error');
      await visit.page.getByRole('heading', { name: '检索暂时不能使用' }).waitFor();
      for (const pattern of patterns) await visit.page.unroute(pattern);
      await visit.page.getByRole('button', { name: '再试一次' }).click();
      await state('done');
      expect(await count()).toBeGreaterThan(0);
    },
  );

  testByNight('a page from before the site was exchanged goes on with the new index', async () => {
    const { page } = visit;
    await page.goto(address('容错'));
    await state('done');
    const before = await count();
    const exchanged: string[] = [];
    await exchange(page);
    await page.route(/\/pagefind\/[0-9a-f]{12}\//u, async (route) => {
      exchanged.push(route.request().url());
      await route.fulfill({ status: 404, body: '' });
    });
    await box().fill('澄清正名');
    await box().press('Enter');
    await expect.poll(() => page.locator('[data-search-state]').getAttribute('data-search-state')).toBe('done');
    expect(exchanged.length).toBeGreaterThan(0);
    expect(await count()).toBe(entries.filter(({ text }) => text.includes('澄清正名')).length);
    await box().fill('容错');
    await box().press('Enter');
    await expect.poll(count).toBe(before);
  });

  testByNight('cards and index are always of one state, whatever was found missing before', async () => {
    const { page } = visit;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(site.at('/search/'));
    await expect.poll(() => asked.filter((url) => url.endsWith('cards.pf_cards')).length).toBe(1);
    await exchange(page);
    await page.route('**/names-*.pf_words', (route) => route.fulfill({ status: 404, body: '' }));
    const missing = page.waitForResponse('**/names-*.pf_words');
    await page.locator('header input[name="q"]').fill('容');
    await missing;
    await page.waitForTimeout(300);
    await box().fill('容错');
    await box().press('Enter');
    await state('done');
    const folderOf = (ending: string) => [...new Set(asked.filter((url) => url.endsWith(ending)).map((url) => url.split('/').at(-2)))];
    expect(folderOf('.pf_meta')).toEqual(folderOf('cards.pf_cards'));
    expect(await count()).toBe(entries.filter(({ text }) => text.includes('容错')).length);
  });

  testByNight('with WebAssembly blocked our own index answers instead', async () => {
    await visit.page.route('**/search/**', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replaceAll("'wasm-unsafe-eval'", '') });
    });
    await visit.page.goto(address('容错'));
    await state('done');
    expect(await count()).toBe(entries.filter(({ text }) => text.includes('容错')).length);
  });
});

test('at 320 pixels nothing runs out of the page', async () => {
  await visit.page.setViewportSize({ width: 320, height: 640 });
  await open('容错');
  expect(await visit.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});
