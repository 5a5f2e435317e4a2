/**
 * `npm run bench:scale [-- --size 473 --size 1000 --size 10000]`: what the search of a larger site costs its readers. Grows the built site's entries to each
 * size, indexes them as the build does, with Pagefind and without where both are possible, and asks the real search page in headless Chromium: bytes from
 * opening the page with a query until it is answered, by kind; bytes of a later query; and time from the last key to the shown result. Then the largest file.
 */
import { cp, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { indexSite } from '../../../src/domain/site/site-index.ts';
import { contentOf, openLibrary } from '../../../src/store/library.ts';
import { withFacts } from '../../../src/search/making/index-facts.ts';
import { gatherWords, tableOf } from '../../../src/search/making/index-names.ts';
import { readPages, wantsPagefind, writeSearchIndex } from '../../../src/search/making/index-pages.ts';
import { openSite } from '../../support/browser.ts';
import { distFolder } from '../../support/built-site.ts';
import { requireChromium } from '../../support/chromium.ts';
import { growPages } from './grown-pages.ts';
import { percentile } from './metrics.ts';
import { formatRuns, kilobytes, runQueries, total } from './search-page.ts';
import type { Run } from './search-page.ts';

/** What issue and README promise, in kilobytes and milliseconds, by number of entries. */
const LIMITS: Readonly<Record<string, { first: number; later?: number; time?: number }>> = {
  473: { first: 160, later: 100, time: 300 },
  1_000: { first: 200, later: 100, time: 300 },
  10_000: { first: 400, time: 300 },
};

/** No file that a page loads may be larger, in kilobytes. */
const LARGEST = 300;

const { size: sizes = ['473', '1000', '10000'] } = parseArgs({ options: { size: { type: 'string', multiple: true } } }).values;
const wrong = sizes.find((size) => !/^[1-9]\d*$/u.test(size));
if (wrong !== undefined) {
  console.error(`“${wrong}”不是个数。用法：npm run bench:scale -- [--size 473 --size 10000]`);
  process.exit(2);
}
process.env['CHROMIUM_PATH'] = requireChromium(console.log);

const content = indexSite(contentOf(await openLibrary('content')));
const real = withFacts(readPages(distFolder, content.entries), content);
const verdicts: boolean[] = [];
for (const size of sizes) {
  if (wantsPagefind(Number(size), false)) verdicts.push(await measureSize(Number(size), true));
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
  const runs = await runQueries(site);
  await site.close();
  await rm(folder, { recursive: true });
  console.log(formatRuns(runs));
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
