/**
 * `npm run bench:search -- --corpus DIR`: how well and how dearly the site's search answers over any collection, with the same index and
 * query code in headless Chromium, beside other engines over the same collection. The collection: see `corpus.ts`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openSite } from '../../support/browser.ts';
import { requireChromium } from '../../support/chromium.ts';
import { formatTable } from '../format-table.ts';
import { readCorpus } from './corpus.ts';
import { measure, percentile } from './metrics.ts';
import { runOwn, weighOwn, writeOwnSite } from './own-engine.ts';
import { installRivals, runBm25, runMiniSearch } from './rivals.ts';
import type { Rival } from './rivals.ts';
import { runShipped, writeShipped } from './shipped-pagefind.ts';

const WEIGHED_QUERIES = 12;

const { corpus: folder } = parseArgs({ options: { corpus: { type: 'string' } } }).values;
if (!folder) {
  console.error('用法：npm run bench:search -- --corpus 文件夹（内有 docs.jsonl、queries.jsonl、qrels.jsonl）');
  process.exit(2);
}
process.env['CHROMIUM_PATH'] = requireChromium(console.log);
const corpus = readCorpus(resolve(folder));
const { documents, queries } = corpus;
console.log(`${folder}：${documents.length} 篇，${queries.length} 个有判定的检索`);

const temporary = await mkdtemp(join(tmpdir(), 'bench-search-'));
const rivals: Rival[] = [];

console.log('本站：建立索引，在浏览器里检索……');
const ownFolder = join(temporary, 'own');
const began = performance.now();
const ownBytes = await writeOwnSite(ownFolder, documents);
const ownBuild = performance.now() - began;
const ownSite = await openSite(ownFolder);
rivals.push({ name: '本站', run: await runOwn(ownSite, queries), buildTime: ownBuild, bytes: ownBytes });
const step = Math.max(1, Math.floor(queries.length / WEIGHED_QUERIES));
const weights = await weighOwn(ownSite, queries.filter((_, index) => index % step === 0).slice(0, WEIGHED_QUERIES));
await ownSite.close();

console.log('Pagefind 原样……');
const shippedFolder = join(temporary, 'shipped');
const shippedBegan = performance.now();
const { bytes: shippedBytes, ids } = await writeShipped(shippedFolder, documents);
const shippedBuild = performance.now() - shippedBegan;
const shippedSite = await openSite(shippedFolder);
rivals.push({
  name: 'Pagefind 1.6.0 原样',
  run: await runShipped(shippedSite, queries, ids),
  buildTime: shippedBuild,
  bytes: shippedBytes,
});
await shippedSite.close();
await rm(temporary, { recursive: true });

console.log('其他引擎（装在系统临时文件夹，在 Node 里运行）……');
const has = await installRivals();
if (has('minisearch')) rivals.push(runMiniSearch(corpus));
else console.log('没有装上 MiniSearch，略去。');
rivals.push(runBm25(corpus, has('@node-rs/jieba')));

const rows = rivals.map(({ name, run, buildTime, bytes }) => {
  const { recall1, recall5, recall10, mrr10, ndcg10, zero } = measure(queries, run.rankings);
  const quality = [recall1, recall5, recall10, mrr10, ndcg10].map((value) => value.toFixed(3));
  const times = [percentile(run.times, 0.5), percentile(run.times, 0.95)].map((value) => value.toFixed(1));
  return [name, ...quality, `${(zero * 100).toFixed(2)}%`, ...times, bytes ? kilobytes(bytes) : '', `${(buildTime / 1000).toFixed(1)} 秒`];
});
const heading = ['', 'R@1', 'R@5', 'R@10', 'MRR@10', 'nDCG@10', '零结果', '中位 ms', 'p95 ms', '索引', '建立'];
console.log(`\n${formatTable(heading, rows)}`);
console.log(`
本站的排列按结果页从上到下：计数的结果、同义写法、相近结果；零结果指这三处都没有。
首次检索传 ${kilobytes(percentile(weights.first, 0.5))}（中位）、${kilobytes(Math.max(...weights.first))}（最多），同页再检索传 ${kilobytes(percentile(weights.later, 0.5))}、${kilobytes(Math.max(...weights.later))}；
${weights.first.length} 个检索各开新页面量得，含 WebAssembly、索引、卡片和第一页各条的正文，不含检索页自己的脚本。`);

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(0)} KB`;
}
