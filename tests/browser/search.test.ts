import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { foldText, matchText, phraseTokens } from '../../src/search/tokens.ts';
import { openPage, openSite } from '../support/browser.ts';
import type { ServedSite, WatchedPage } from '../support/browser.ts';
import { readExportedEntries } from '../support/built-site.ts';

const entries = readExportedEntries().map(({ id, text }) => ({ id, text, folded: matchText(text) }));

let site: ServedSite;
let visit: WatchedPage;

beforeAll(async () => {
  site = await openSite();
});

beforeEach(async () => {
  visit = await openPage(site);
});

afterEach(() => visit.context.close());
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

/** Phrases from all over the texts, lengths 1 to 12, by a fixed recipe. */
const samples = Array.from({ length: 40 }, (_, index) => {
  const text = entries[(index * 61) % entries.length]?.text ?? '';
  const from = (index * 977) % Math.max(1, text.length - 12);
  return text.slice(from, from + 1 + (index % 12)).replace(/[\s“”"「」『』]+/gu, '');
}).filter((phrase) => phraseTokens(phrase).length > 0);

describe('exact search', () => {
  test('finds as many entries as contain the phrase', { timeout: 240_000 }, async () => {
    await visit.page.goto(site.at('/search/'));
    const wrong: string[] = [];
    for (const phrase of [...samples, '容错', '三个区分开来', '20%', '1600', '3.5万', '不作为']) {
      const needle = phraseTokens(phrase).join('');
      const expected = entries.filter(({ folded }) => folded.includes(needle)).length;
      if (expected === 0) continue;
      // In quotation marks it stays one phrase; signs of a list would part it into words.
      await open(`“${phrase}”`);
      if ((await count()) !== expected) wrong.push(`${phrase}: ${await count()} instead of ${expected}`);
    }
    expect(wrong).toEqual([]);
  });

  test('two words with a space find what contains both', async () => {
    await open('浙江 澄清');
    const expected = entries.filter(({ text }) => text.includes('浙江') && text.includes('澄清')).map(({ id }) => id);
    const more = visit.page.getByRole('button', { name: '更多' }).first();
    for (let shown = 10; shown < expected.length; shown += 10) {
      await more.click();
      await expect.poll(async () => (await hits()).length).toBe(Math.min(shown + 10, expected.length));
    }
    expect((await hits()).sort()).toEqual(expected.sort());
  });

  test('marks whole phrases', async () => {
    await open('容错纠错');
    const marks = await visit.page.locator('[data-hit] mark').allTextContents();
    expect([...new Set(marks.map(foldText))]).toEqual(['容错纠错']);
  });

  test('a hit leads to its entry', async () => {
    await open('浙江澄清正名');
    const link = visit.page.locator('[data-hit="SJ-008"] h3 a');
    await link.click();
    expect(await visit.page.locator('[data-entry]').getAttribute('data-entry')).toBe('SJ-008');
  });

  test('the first search stays within 200 KB', async () => {
    const sizes: Promise<number>[] = [];
    visit.page.on('response', (response) => {
      if (response.url().includes('/pagefind/'))
        sizes.push(
          response
            .request()
            .sizes()
            .then(({ responseBodySize }) => responseBodySize),
        );
    });
    await open('容错纠错');
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(total).toBeLessThan(200_000);
  });
});

describe('without an exact result', () => {
  test('a question is searched by its words, and the page says so', async () => {
    await open('干部不敢担当怎么办');
    expect(await visit.page.locator('.search-outcome').getByText('没有完全一致的结果，已放宽为按词语查找').isVisible()).toBe(true);
    expect(await count()).toBeGreaterThan(0);
  });

  test('a word that is nowhere finds nothing, and the page says what to try', async () => {
    await open('龘靐齉');
    expect(await count()).toBe(0);
    expect(await visit.page.locator('.search-outcome').getByText('没有找到“龘靐齉”').isVisible()).toBe(true);
  });
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

  test('keep the keyboard where it was', async () => {
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

describe('typing', () => {
  test('searches when it pauses, and the count is announced', async () => {
    await visit.page.goto(site.at('/search/'));
    await box().fill('容错');
    await state('done');
    expect(await count()).toBe(entries.filter(({ text }) => text.includes('容错')).length);
    await expect.poll(() => visit.page.locator('[data-search-announcer]').textContent()).toContain(`找到 ${await count()} 条`);
  });

  test('does not search while pinyin is composed', async () => {
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

  test('更多 shows the next results and moves the focus to the first of them', async () => {
    await open('容错');
    await visit.page.getByRole('button', { name: '更多' }).click();
    await expect.poll(async () => (await hits()).length).toBe(Math.min(20, await count()));
    const focused = await visit.page.evaluate(() => document.activeElement?.closest('[data-hit]')?.getAttribute('data-hit'));
    expect(focused).toBe((await hits())[10]);
  });
});

describe('when search cannot work', () => {
  /** From now on the index that is current lies in another folder, the one before being there as well. */
  const exchange = async (page: WatchedPage['page']) => {
    const { folder } = (await (await fetch(site.at('/pagefind/current.json'))).json()) as { folder: string };
    await page.route('**/pagefind/current.json', (route) => route.fulfill({ json: { folder: 'new' } }));
    await page.route('**/pagefind/new/**', async (route) => {
      await route.fulfill({ response: await route.fetch({ url: route.request().url().replace('/new/', `/${folder}/`) }) });
    });
  };

  test('without scripts the page says so and leads to the columns', async () => {
    const { page, context } = await openPage(site, { javaScriptEnabled: false });
    await page.goto(address('容错'));
    expect(await page.getByText('检索需要启用浏览器脚本').isVisible()).toBe(true);
    await context.close();
  });

  test.each(['*.pf_meta', '*.pf_index', 'cards.pf_cards', 'pagefind.js', '*.pagefind', '*.pf_text'])(
    'a missing %s is said, and 再试一次 works once it is back',
    async (file) => {
      const pattern = `**/${file}`;
      await visit.page.route(pattern, (route) => route.fulfill({ status: 404, body: '' }));
      await visit.page.goto(address('容错'));
      await state('error');
      expect(await visit.page.getByRole('heading', { name: '检索暂时不能使用' }).isVisible()).toBe(true);
      await visit.page.unroute(pattern);
      await visit.page.getByRole('button', { name: '再试一次' }).click();
      await state('done');
      expect(await count()).toBeGreaterThan(0);
    },
  );

  test('a page from before the site was exchanged goes on with the new index', async () => {
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

  test('cards and index are always of one state, whatever was found missing before', async () => {
    const { page } = visit;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(site.at('/search/'));
    await expect.poll(() => asked.filter((url) => url.endsWith('cards.pf_cards')).length).toBe(1);
    await exchange(page);
    await page.route('**/names-*.pf_words', (route) => route.fulfill({ status: 404, body: '' }));
    const missing = page.waitForResponse('**/names-*.pf_words');
    await page.locator('header input[name="q"]').focus();
    await missing;
    await page.waitForTimeout(300);
    await box().fill('容错');
    await box().press('Enter');
    await state('done');
    const folderOf = (ending: string) => [...new Set(asked.filter((url) => url.endsWith(ending)).map((url) => url.split('/').at(-2)))];
    expect(folderOf('.pf_meta')).toEqual(folderOf('cards.pf_cards'));
    expect(await count()).toBe(entries.filter(({ text }) => text.includes('容错')).length);
  });

  test('with WebAssembly blocked the folder index answers instead', async () => {
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
