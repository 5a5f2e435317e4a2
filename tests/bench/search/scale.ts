/**
 * `npm run bench:scale [-- --size 473 --size 1000 --size 10000]`: what the search of a larger site costs its readers. Grows the built site's entries to each
 * size, indexes them as the build does, with Pagefind and without where both are possible, and asks the real search page in headless Chromium: bytes from
 * opening the page with a query until it is answered, by kind; bytes of a later query; and time from the last key to the shown result. Then the largest file.
 */
import { cp, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { indexSite } from '../../../src/domain/site-index.ts';
import { contentOf, openLibrary } from '../../../src/store/library.ts';
import { withFacts } from '../../../src/search/index-facts.ts';
import { gatherWords, tableOf } from '../../../src/search/index-names.ts';
import { readPages, wantsPagefind, writeSearchIndex } from '../../../src/search/index-pages.ts';
import { openPage, openSite } from '../../support/browser.ts';
import type { ServedSite } from '../../support/browser.ts';
import { distFolder } from '../../support/built-site.ts';
import { requireChromium } from '../../support/chromium.ts';
import { formatTable } from '../format-table.ts';
import { growPages } from './grown-pages.ts';
import { percentile } from './metrics.ts';

/** Of every kind that readers ask: terms, phrases, regions, questions, pinyin. */
const QUERIES = [
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
/** What issue and README promise, in kilobytes and milliseconds, by number of entries. */
const LIMITS: Readonly<Record<string, { first: number; later?: number; time?: number }>> = {
  473: { first: 160, later: 100, time: 300 },
  1_000: { first: 200, later: 100, time: 300 },
  10_000: { first: 400, time: 300 },
};

/** No file that a page loads may be larger, in kilobytes. */
const LARGEST = 300;

const KINDS: readonly (readonly [name: string, part: RegExp])[] = [
  ['正文', /\.pf_text$|\/text\//u],
  ['索引', /\.pf_index$|\/positions\//u],
  ['卡片', /\.pf_cards$|\/search-index\/.*\/cards\//u],
  ['词表', /\.pf_words$|\/search-index\//u],
  ['索引表', /\.pf_meta$|pagefind-entry/u],
  ['引擎', /\/pagefind\//u],
  ['页面', /./u],
];

const { size: sizes = ['473', '1000', '10000'] } = parseArgs({ options: { size: { type: 'string', multiple: true } } }).values;
process.env['CHROMIUM_PATH'] = requireChromium(console.log);

const content = indexSite(contentOf(await openLibrary('content')));
const real = withFacts(await readPages(distFolder), content);
const verdicts: boolean[] = [];
for (const size of sizes) {
  if (wantsPagefind(Number(size), [])) verdicts.push(await measureSize(Number(size), true));
  verdicts.push(await measureSize(Number(size), false));
}
const isWithin = verdicts.every(Boolean);
console.log(`\n${isWithin ? '都在上限之内。' : '超过了上限。'}`);
process.exitCode = isWithin ? 0 : 1;

/** Measures one size, and says whether it is within the limits. */
async function measureSize(size: number, withPagefind: boolean): Promise<boolean> {
  console.log(`\n${size} 个条目，${withPagefind ? 'Pagefind' : '自己的索引'}：编出条目，建立索引……`);
  const folder = await mkdtemp(join(tmpdir(), 'bench-scale-'));
  const began = performance.now();
  const pages = growPages(real, size);
  for (const name of await readdir(distFolder)) {
    if (['search', '_astro'].includes(name) || /\.(?:js|svg|html)$/u.test(name))
      await cp(join(distFolder, name), join(folder, name), { recursive: true });
  }
  const texts = pages.map(({ text }) => text);
  const names = tableOf(
    pages.map(({ id, title, aliases }) => [id, title, ...aliases]),
    content.vocabulary,
    texts,
  );
  const { bytes, files } = await writeSearchIndex(folder, pages, () => ({ ...gatherWords(content, pages), names }), withPagefind);
  const largest = await largestFile(join(folder, withPagefind ? 'pagefind' : 'search-index'));
  console.log(`  ${((performance.now() - began) / 1000).toFixed(1)} 秒，${kilobytes(bytes)} KB，${files} 个文件。在浏览器里检索……`);
  const site = await openSite(folder);
  const runs: Run[] = [];
  for (const [index, query] of QUERIES.entries()) runs.push(await runQuery(site, query, QUERIES[(index + 1) % QUERIES.length] ?? query));
  await site.close();
  await rm(folder, { recursive: true });

  const heading = ['检索词', '条数', '首次 KB', ...KINDS.map(([name]) => name), '同页再检索 KB', '末次按键到结果 ms'];
  const rows = runs.map(({ query, count, first, later, time }) => [
    ...[query, count, kilobytes(total(first))],
    ...[...KINDS.map(([name]) => kilobytes(first.get(name) ?? 0)), kilobytes(total(later)), time.toFixed(0)],
  ]);
  console.log(formatTable(heading, rows));
  console.log(`最大的文件 ${largest.name}：${kilobytes(largest.bytes)} KB（上限 ${LARGEST} KB）`);
  return report(size, runs) && largest.bytes <= LARGEST * 1024;
}

/** As it lies there; what is packed is read packed. */
async function largestFile(folder: string): Promise<{ name: string; bytes: number }> {
  const items = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = items.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name));
  const sizes = await Promise.all(files.map(async (file) => ({ name: file.slice(folder.length + 1), bytes: (await stat(file)).size })));
  return sizes.sort((a, b) => b.bytes - a.bytes)[0] ?? { name: '', bytes: 0 };
}

function report(size: number, runs: readonly Run[]): boolean {
  const limits = LIMITS[size];
  const figures = [
    { name: '首次检索', values: runs.map(({ first }) => total(first) / 1024), unit: 'KB', limit: limits?.first },
    { name: '同页再检索', values: runs.map(({ later }) => total(later) / 1024), unit: 'KB', limit: limits?.later },
    { name: '末次按键到结果', values: runs.map(({ time }) => time), unit: 'ms', limit: limits?.time },
  ];
  const within = figures.map(({ name, values, unit, limit }) => {
    const [middle, most] = [percentile(values, 0.5), Math.max(...values)];
    console.log(`${name}：中位 ${middle.toFixed(0)} ${unit}，最多 ${most.toFixed(0)} ${unit}${limit ? `，上限 ${limit} ${unit}` : ''}`);
    return limit === undefined || most <= limit;
  });
  return within.every(Boolean);
}

type Bytes = Map<string, number>;

interface Run {
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

function total(bytes: Bytes): number {
  return [...bytes.values()].reduce((sum, one) => sum + one, 0);
}

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(0);
}
