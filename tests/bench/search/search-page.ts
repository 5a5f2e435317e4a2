/** What a search costs the readers of a built site, asked of its real search page in headless Chromium. */
import type { Page } from 'playwright-core';
import { openPage } from '../../support/browser.ts';
import type { ServedSite } from '../../support/browser.ts';
import { formatTable } from '../format-table.ts';

/** Of every kind that readers ask: terms, phrases, regions, questions, pinyin. */
export const QUERIES = [
  '容错纠错',
  '澄清正名',
  '激励干部担当作为',
  '浙江',
  '三个区分开来',
  '干部怕被问责不敢干怎么办',
  '浙江澄清了多少人',
  '乡村振兴',
  'rongcuo',
  '受处分影响期满还能提拔吗',
];
const KINDS: readonly (readonly [name: string, part: RegExp])[] = [
  ['正文', /\.pf_text$|\/text\//u],
  ['索引', /\.pf_index$|\/positions\//u],
  ['卡片', /\/cards\.pf_cards$|\/search-index\/.*\/cards\//u],
  ['筛选', /\.pf_cards$|\/search-index\/.*\/facts\//u],
  ['词表', /\.pf_words$|\/search-index\//u],
  ['索引表', /\.pf_meta$|pagefind-entry/u],
  ['引擎', /\/pagefind\//u],
  ['页面', /./u],
];

/** Asks every query, each in a browser that has seen nothing. */
export async function runQueries(site: ServedSite): Promise<Run[]> {
  const runs: Run[] = [];
  for (const [index, query] of QUERIES.entries()) runs.push(await runQuery(site, query, QUERIES[(index + 1) % QUERIES.length] ?? query));
  return runs;
}

/** What each query cost, as a table. */
export function formatRuns(runs: readonly Run[]): string {
  const heading = ['检索词', '条数', '首次 KB', ...KINDS.map(([name]) => name), '同页再检索 KB', '末次按键到结果 ms'];
  const rows = runs.map(({ query, count, first, later, time }) => [
    ...[query, count, kilobytes(total(first))],
    ...[...KINDS.map(([name]) => kilobytes(first.get(name) ?? 0)), kilobytes(total(later)), time.toFixed(0)],
  ]);
  return formatTable(heading, rows);
}

/** By kind. */
type Bytes = Map<string, number>;

/** What one query cost. */
export interface Run {
  query: string;
  count: string;
  /** From a browser that has seen nothing: the page, its scripts, the index and the entries shown. */
  first: Bytes;
  /** The next query typed into the same page. */
  later: Bytes;
  /** From the last key of the query, typed anew into a page that has answered it, to the shown result. */
  time: number;
}

async function runQuery(site: ServedSite, query: string, next: string): Promise<Run> {
  const { page, context } = await openPage(site);
  const take = countByKind(page);
  await page.goto(site.at(`/search/?q=${encodeURIComponent(query)}`));
  await page.locator('[data-search-state="done"]').waitFor();
  await page.waitForLoadState('networkidle');
  const first = await take();
  const count = (await page.locator('[data-search-count]').textContent()) ?? '';
  const box = page.getByLabel('检索词');
  await box.fill(next);
  await box.press('Enter');
  await settle(page);
  const later = await take();
  const time = await timeTyping(page, query);
  await context.close();
  return { query, count, first, later, time };
}

/** Milliseconds from the last key until the result is there, measured in the page. */
async function timeTyping(page: Page, query: string): Promise<number> {
  const box = page.getByLabel('检索词');
  await box.fill(query.slice(0, -1));
  await settle(page);
  await page.evaluate(() => {
    const shared = window as unknown as { pressed: number; answered: number };
    document.querySelector('site-search input[name="q"]')?.addEventListener('input', () => (shared.pressed = performance.now()));
    const state = document.querySelector('[data-search-state]');
    new MutationObserver(() => {
      if (state?.getAttribute('data-search-state') === 'done') shared.answered = performance.now();
    }).observe(state as Element, { attributes: true });
  });
  await box.press('End');
  await box.pressSequentially(query.slice(-1));
  await settle(page);
  return page.evaluate(() => {
    const shared = window as unknown as { pressed: number; answered: number };
    return shared.answered - shared.pressed;
  });
}

async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(600);
  await page.locator('[data-search-state="done"]').waitFor();
  await page.waitForLoadState('networkidle');
}

/** Counts bytes of response bodies as they come over the wire, by kind; each call gives those since the one before. */
function countByKind(page: Page): () => Promise<Bytes> {
  let sizes: Promise<readonly [string, number]>[] = [];
  page.on('response', (response) => {
    if (!response.url().startsWith('http')) return;
    const kind = KINDS.find(([, part]) => part.test(response.url()))?.[0] ?? '';
    sizes.push(
      response
        .request()
        .sizes()
        .then(({ responseBodySize }) => [kind, responseBodySize] as const)
        // Responses that nobody asks for any more may come after the page is closed.
        .catch(() => [kind, 0] as const),
    );
  });
  return async () => {
    const counted: Bytes = new Map();
    for (const [kind, bytes] of await Promise.all(sizes)) counted.set(kind, (counted.get(kind) ?? 0) + bytes);
    sizes = [];
    return counted;
  };
}

/** Of all kinds. */
export function total(bytes: Bytes): number {
  return [...bytes.values()].reduce((sum, one) => sum + one, 0);
}

/** As it is written in tables. */
export function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(0);
}
