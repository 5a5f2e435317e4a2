import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { compareNumbers } from '../../src/schema/number.ts';
import { rowsByDay, testByNight } from '../support/by-day.ts';
import { openAgain, openPage, openSite } from '../support/browser.ts';
import type { ServedSite, WatchedPage } from '../support/browser.ts';
import { readBuiltFile, readExportedEntries } from '../support/built-site.ts';

const entries = readExportedEntries();

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

const open = async (q: string, rest = '') => {
  await visit.page.goto(site.at(`/search/?q=${encodeURIComponent(q)}${rest}`));
  await visit.page.waitForSelector('[data-search-state="done"]');
};
const count = async () => Number(await visit.page.locator('[data-search-count]').textContent());
const containing = (...words: string[]) => entries.filter(({ text }) => words.every((word) => text.includes(word))).length;
const says = (text: string | RegExp) => visit.page.locator('.search-outcome').getByText(text).locator('visible=true').first().isVisible();
const parameters = () => new URL(visit.page.url()).searchParams;

describe('a query written otherwise', () => {
  test.each(
    rowsByDay(
      [
        ['traditional characters', '容錯糾錯', '容错纠错', /已按简体字检索/u],
        ['pinyin in full', 'chengqing zhengming', '澄清正名', /已按拼音理解为“澄清正名”/u],
        ['initials', 'rcjc', '容错纠错', /已按拼音理解为“容错纠错”/u],
        ['pinyin and characters', '容错jiucuo', '容错纠错', /已按拼音理解为“容错纠错”/u],
        ['a document number in other brackets', '[2018]29', '〔2018〕29号', /已按文号“〔2018〕29号”检索/u],
        ['a document number without brackets', '2018 29', '〔2018〕29号', /已按文号/u],
      ],
      2,
    ),
  )('in %s is searched as it is meant, and the page says so', async (_name, q, meant, sentence) => {
    await open(q);
    expect(await count()).toBe(containing(meant));
    expect(await says(sentence)).toBe(true);
  });

  test('can be searched as it stands', async () => {
    await open('rongcuo');
    await visit.page.getByRole('link', { name: '照原样检索' }).click();
    await expect.poll(() => parameters().get('mode')).toBe('exact');
    await expect.poll(count).toBe(containing('rongcuo'));
  });
});

describe('other words for the same', () => {
  test('are listed after the result, named, and not counted', async () => {
    await open('摆烂');
    expect(await count()).toBe(containing('摆烂'));
    expect(await says(/同时检索.*“躺平”/u)).toBe(true);
    // Hits below the first screen are read when somebody comes near them.
    await visit.page.getByRole('heading', { name: '同义词和其他写法' }).scrollIntoViewIfNeeded();
    await expect.poll(() => visit.page.locator('[data-search-also] [data-similar]').count()).toBeGreaterThan(0);
    await expect.poll(() => visit.page.locator('[data-hit]').count()).toBe(Math.min(10, await count()));
  });

  testByNight('go away with one click, and the address remembers', async () => {
    await open('摆烂');
    await visit.page.getByRole('link', { name: '不要同义词' }).first().click();
    await expect.poll(() => parameters().get('syn')).toBe('0');
    await expect.poll(() => visit.page.locator('[data-search-also]').isVisible()).toBe(false);
    expect(await says('没有检索同义词')).toBe(true);
  });

  test('are searched instead where no entry has the word itself, and the page says so', async () => {
    await open('五十一个');
    const expected = containing('五十一个');
    if (expected === 0) expect(await says(/没有条目的正文含有“五十一个”；每一条都含有“51个”/u)).toBe(true);
    expect(await count()).toBe(expected || containing('51个'));
  });
});

describe('a relaxed result', () => {
  testByNight('leads back to the exact one', async () => {
    await open('干部不敢担当怎么办');
    await visit.page.getByRole('link', { name: '只要完全一致的结果' }).click();
    await expect.poll(count).toBe(0);
    await visit.page.getByRole('link', { name: '放宽检索' }).click();
    await expect.poll(count).toBeGreaterThan(0);
  });

  test('shows the figures that a question asks for', async () => {
    await open('浙江澄清了多少人');
    expect(await visit.page.locator('[data-hit]').first().getByRole('list', { name: '条目所载数字' }).textContent()).toContain('1600');
  });

  testByNight('says beside a naught that what comes closest stands below it', async () => {
    await open('年轻干部老是提不起来，到底卡在哪一步了');
    expect(await count()).toBe(0);
    await visit.page.getByText('找到 0 条一字不差的，最接近的列在下面。').waitFor();
    await open('容错');
    expect(await visit.page.getByText('一字不差的').count()).toBe(0);
  });

  testByNight('offers close names where nothing is found', async () => {
    await open('警察职衔');
    expect(await count()).toBe(0);
    expect(await says('有这些相近的名称')).toBe(true);
    expect(await visit.page.locator('[data-similar]').count()).toBeGreaterThan(0);
    expect(await visit.page.locator('[data-hit]').count()).toBe(0);
  });
});

describe('narrowing', () => {
  test('is offered with counts before anything is typed', async () => {
    await visit.page.goto(site.at('/search/'));
    const box = visit.page.getByRole('checkbox', { name: /^术语/u });
    await box.waitFor();
    const label = await visit.page.locator('label', { has: box }).textContent();
    expect(label).toContain(String(entries.filter(({ collection }) => collection === 'terms').length));
  });

  test('within the results keeps what contains the other words too', async () => {
    await open('容错');
    await visit.page.getByRole('searchbox', { name: '在结果中检索' }).fill('程序');
    await visit.page.keyboard.press('Enter');
    await expect.poll(() => parameters().getAll('within')).toEqual(['程序']);
    await expect.poll(count).toBe(containing('容错', '程序'));
  });

  testByNight('by every chosen value takes fewer than by any of them', async () => {
    await open('', '&region=浙江省&region=江苏省');
    const any = await count();
    await visit.page.getByRole('checkbox', { name: /所选各项都要有/u }).check();
    await expect.poll(() => parameters().getAll('all')).toEqual(['region']);
    await expect.poll(count).toBeLessThan(any);
  });

  testByNight('to nothing names the filters to drop', async () => {
    await open('浙江', '&collection=sources&region=浙江省&year=1900');
    expect(await count()).toBe(0);
    await visit.page.getByRole('button', { name: '清除筛选条件' }).waitFor();
    await open('浙江', '&year=1900');
    await visit.page.getByRole('link', { name: /^1900/u }).click();
    await expect.poll(count).toBe(containing('浙江'));
  });

  testByNight('by number puts the entries in the order of their numbers', async () => {
    await open('容错');
    await visit.page.getByLabel('排序').selectOption('number');
    await expect.poll(() => parameters().get('sort')).toBe('number');
    await visit.page.waitForSelector('[data-search-state="done"]');
    const numbers = await visit.page.locator('[data-hit]').evaluateAll((items) => items.map((item) => item.getAttribute('data-hit') ?? ''));
    expect(numbers).toEqual([...numbers].sort(compareNumbers));
  });
});

describe('suggestions', () => {
  // Not those of the results' order, which are options too.
  const options = () => visit.page.locator('search-suggest').getByRole('option');

  test('come by pinyin, are chosen with the keyboard, and are searched', async () => {
    await visit.page.goto(site.at('/search/'));
    const box = visit.page.getByLabel('检索词');
    await box.pressSequentially('rcjc');
    await options().first().waitFor();
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    await box.press('ArrowDown');
    const active = (await box.getAttribute('aria-activedescendant')) ?? '';
    expect(await visit.page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
    const text = (await visit.page.locator(`#${active}`).getAttribute('data-text')) ?? '';
    await box.press('Enter');
    await expect.poll(() => parameters().get('q')).toBe(text);
    expect(await options().count()).toBe(0);
  });

  testByNight('close with Escape and leave what was typed', async () => {
    await visit.page.goto(site.at('/search/'));
    const box = visit.page.getByLabel('检索词');
    await box.pressSequentially('容错');
    await options().first().waitFor();
    await box.press('Escape');
    expect(await options().count()).toBe(0);
    expect(await box.inputValue()).toBe('容错');
  });

  testByNight('are fetched on a reading page only when its search field is used', async () => {
    const asked: string[] = [];
    visit.page.on('request', (request) => asked.push(request.url()));
    await visit.page.goto(site.at('/terms/'));
    await visit.page.waitForLoadState('networkidle');
    expect(asked.filter((url) => /search-suggest|pf_words/u.test(url))).toEqual([]);
    await visit.page.getByLabel('检索全站').pressSequentially('澄清');
    await options().first().click();
    await visit.page.waitForURL(/\/search\/\?q=/u);
  });

  testByNight('wait while pinyin is composed', async () => {
    await visit.page.goto(site.at('/search/'));
    await visit.page.getByLabel('检索词').focus();
    await visit.page.waitForLoadState('networkidle');
    const devtools = await visit.context.newCDPSession(visit.page);
    await devtools.send('Input.imeSetComposition', { text: 'rong', selectionStart: 4, selectionEnd: 4 });
    expect(await options().count()).toBe(0);
    await devtools.send('Input.insertText', { text: '容错' });
    await options().first().waitFor();
  });
});

describe('the page that a result leads to', () => {
  test('marks the words, and the marks can be cleared', async () => {
    await open('容错纠错');
    await visit.page.locator('[data-hit] h3 a').first().click();
    const marks = visit.page.locator('[data-entry] mark');
    await marks.first().waitFor();
    expect(new Set(await marks.allTextContents())).toEqual(new Set(['容错纠错']));
    const before = (await visit.page.locator('[data-entry] h1').textContent()) ?? '';
    await visit.page.getByRole('button', { name: '清除标记' }).click();
    expect(await marks.count()).toBe(0);
    expect(await visit.page.locator('[data-entry] h1').textContent()).toBe(before);
    expect(parameters().has('hl')).toBe(false);
  });

  testByNight('opens what is closed around the first of them, when its reader wants to see it', async () => {
    const { pack } = JSON.parse(readBuiltFile('data/entry/RC-007.json')) as { pack: { teaching: { partB: { text: string }[] } } };
    const words = pack.teaching.partB[0]?.text.slice(0, 10) ?? '';
    const url = readExportedEntries().find(({ id }) => id === 'RC-007')?.url ?? '';
    await visit.page.goto(site.at(`${url}?hl=${encodeURIComponent(words)}`));
    await visit.page.getByRole('button', { name: '到第一处' }).click();
    await expect.poll(() => visit.page.locator('[data-entry] mark').first().isVisible()).toBe(true);
  });
});
