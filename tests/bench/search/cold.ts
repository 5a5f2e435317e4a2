/**
 * `npm run bench:cold [-- --beside FOLDER] [-- --rounds 3]`: how long the first result of a search takes in a browser that has seen nothing, on a slow
 * line (1.6 Mbit/s, 150 ms), of this site and of another built one, in turn in one run.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { distFolder } from '../../support/built-site.ts';
import { openSite } from '../../support/browser.ts';
import type { ServedSite } from '../../support/browser.ts';
import { requireChromium } from '../../support/chromium.ts';
import { formatTable } from '../format-table.ts';
import { percentile } from './metrics.ts';
import { QUERIES } from './search-page.ts';

const LATENCY = 150;
/** Bytes a second. */
const THROUGHPUT = 1_600_000 / 8;
const PATIENCE = 60_000;

const { beside, rounds } = parseArgs({ options: { beside: { type: 'string' }, rounds: { type: 'string', default: '1' } } }).values;
process.env['CHROMIUM_PATH'] = requireChromium(console.log);
const folders = [distFolder, ...(beside === undefined ? [] : [resolve(beside)])];
const sites = await Promise.all(folders.map((folder) => openSite(folder)));
const times = sites.map((): number[][] => QUERIES.map(() => []));
for (let round = 0; round < Number(rounds); round++)
  for (const [place, query] of QUERIES.entries())
    for (const [at, site] of sites.entries()) times[at]?.[place]?.push(await firstResult(site, query));
for (const site of sites) await site.close();

const ofQuery = (at: number, place: number) => percentile(times[at]?.[place] ?? [], 0.5);
const rows = QUERIES.map((query, place) => [query, ...folders.map((_, at) => ofQuery(at, place).toFixed(0))]);
console.log(formatTable(['检索词', ...folders.map((folder) => `${folder}，毫秒`)], rows));
const medians = folders.map((_, at) =>
  percentile(
    QUERIES.map((_, place) => ofQuery(at, place)),
    0.5,
  ),
);
console.log(`第一条结果出现，中位：${medians.map((median) => `${median.toFixed(0)} ms`).join('、')}`);
const [own = 0, other = 0] = medians;
if (beside !== undefined) console.log(`为 ${resolve(beside)} 的 ${(own / other).toFixed(2)} 倍`);

/** Milliseconds from asking for the page until a reader sees the first result. */
async function firstResult(site: ServedSite, query: string): Promise<number> {
  const context = await site.browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const line = { offline: false, latency: LATENCY, downloadThroughput: THROUGHPUT, uploadThroughput: THROUGHPUT };
  await session.send('Network.emulateNetworkConditions', line);
  const began = performance.now();
  await page.goto(site.at(`/search/?q=${encodeURIComponent(query)}`), { waitUntil: 'commit' });
  await page.locator('.search-hit a').first().waitFor({ timeout: PATIENCE });
  const time = performance.now() - began;
  await context.close();
  return time;
}
