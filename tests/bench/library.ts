/**
 * `node tests/bench/library.ts`: the library page with 500 and 5,000 synthetic cases, made by repeating the built list. Bytes as sent (gzip), time
 * until the filter is there, and time from a tick to the painted result, on this machine.
 */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { formatNumber } from '../../src/schema/number.ts';
import { distFolder } from '../support/built-site.ts';
import { openPage, openSite } from '../support/browser.ts';

const SIZES = [0, 500, 5000];
const TICKS = [
  ['type', '容错'],
  ['outcome', '免责'],
  ['type', '澄清正名'],
  ['region', 'hubei'],
] as const;

const html = readFileSync(join(distFolder, 'tolerance/index.html'), 'utf8');
const site = await openSite();
console.log('cases\tKB\tKB gz\tready ms\ttick ms (median)\tword ms\tsort ms');
for (const size of SIZES) {
  const body = repeatList(html, size);
  const { page, context } = await openPage(site);
  const folder = await mkdtemp(join(distFolder, 'bench-'));
  await writeFile(join(folder, 'index.html'), body);
  await page.goto(site.at(`/${basename(folder)}/`));
  await page.locator('[data-filter-form]:not([hidden])').waitFor();
  await rm(folder, { recursive: true });
  const ready = await page.evaluate(
    () =>
      performance.getEntriesByType('navigation').map((timing) => (timing as PerformanceNavigationTiming).domContentLoadedEventEnd)[0] ?? 0,
  );
  const ticks = [];
  for (const [name, value] of TICKS) ticks.push(await page.evaluate(timeTick, `input[name="${name}"][value="${value}"]`));
  const sort = await page.evaluate(timeSort);
  const count = await page.locator('[data-filter-list] > li').count();
  const [kb, gz] = [Buffer.byteLength(body), gzipSync(body).length].map((bytes) => Math.round(bytes / 1024));
  const word = await page.evaluate(timeWord);
  console.log([count, kb, gz, Math.round(ready), median(ticks), word, sort].join('\t'));
  await context.close();
}
await site.close();

/** The page with its list repeated to `size` entries under new numbers; 0 leaves it as it is. */
function repeatList(page: string, size: number): string {
  const from = page.indexOf('<li data-id=');
  const to = page.indexOf('</ul>', from);
  const items = page.slice(from, to).split(/(?=<li data-id=)/u);
  if (size === 0) return page;
  const many = Array.from({ length: size }, (_, index) => {
    const item = items[index % items.length] ?? '';
    return item.replaceAll(/RC-\d+/gu, formatNumber('tolerance', index));
  });
  return page.slice(0, from) + many.join('') + page.slice(to);
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Runs in the page: milliseconds from a tick until the result has been laid out. */
function timeTick(selector: string): number {
  const from = performance.now();
  document.querySelector<HTMLInputElement>(selector)?.click();
  document.body.getBoundingClientRect();
  return Math.round(performance.now() - from);
}

/** Runs in the page: the same for a change of the order. */
function timeSort(): number {
  const from = performance.now();
  const select = document.querySelector('select');
  if (select) select.value = 'completeness';
  select?.dispatchEvent(new Event('change', { bubbles: true }));
  document.body.getBoundingClientRect();
  return Math.round(performance.now() - from);
}

/** Runs in the page: a word, without the pause that waits for the end of typing. */
async function timeWord(): Promise<number> {
  const input = document.querySelector<HTMLInputElement>('input[name="q"]:not([maxlength="100"][placeholder])');
  const counter = document.querySelector('[data-filter-count]');
  const before = counter?.textContent;
  if (!input) return -1;
  input.value = '土地';
  input.dispatchEvent(new Event('input', { bubbles: true }));
  const from = performance.now();
  while (counter?.textContent === before && performance.now() - from < 5000) await new Promise((resolve) => setTimeout(resolve, 1));
  document.body.getBoundingClientRect();
  return Math.round(performance.now() - from - 200);
}
