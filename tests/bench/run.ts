/**
 * `npm run bench`: what the site costs its readers and its authors, side by side with a Starlight site that holds the same text.
 * Starlight is installed from the npm registry into `.build/bench/` and kept there for the next time.
 */
import { join } from 'node:path';
import { openSite } from '../support/browser.ts';
import { distFolder, readExportedEntries } from '../support/built-site.ts';
import { requireChromium } from '../support/chromium.ts';
import { createScale, limitOf, SHARED_LIMIT } from '../support/page-weight.ts';
import { runNode } from '../support/run-tool.ts';
import { formatTable } from './format-table.ts';
import { installPeers, peerVersions } from './peers.ts';
import type { PlainEntry } from './plain-entry.ts';
import { STARLIGHT_BUILD, writeStarlight } from './starlight.ts';
import { say, seconds, timed } from './timed.ts';
import { weighExport, weighPage, weighSearch, weighStarlightSearch } from './weigh.ts';
import type { Weight } from './weigh.ts';

const QUERY = '容错纠错';
const SEARCH_LIMIT = 200;
const PACK = 'RC-007,SJ-008';
const FILE_BUTTONS = ['学员册（Word）', '教师册（Word）', '幻灯片（PPTX）'];

const began = performance.now();
process.env['CHROMIUM_PATH'] = requireChromium(say);

const check = await timed('检查内容（check:content）', () => command(['src/commands/check-content.ts']));
const build = await timed('生成本站（build）', () => command(['src/commands/build.ts']));

const entries = readExportedEntries();
const { median, largest, largestSource, tooHeavy } = weighEntries();
const pages = [
  { name: `条目，中位（${median.id}）`, path: median.url, limit: limitOf(median.collection) + SHARED_LIMIT },
  { name: `条目，最大（${largest.id}）`, path: largest.url, limit: limitOf(largest.collection) + SHARED_LIMIT },
  { name: `来源文献，最大（${largestSource.id}）`, path: largestSource.url, limit: limitOf('sources') + SHARED_LIMIT },
  { name: '首页', path: '/' },
  { name: '列表（地区实践）', path: '/practices/' },
  { name: '检索页，未检索', path: '/search/' },
];

const own = await timed('量本站的页面和首次检索', async () => {
  const site = await openSite();
  const weights: Weight[] = [];
  for (const { path } of pages) weights.push(await weighPage(site, path));
  const search = await weighSearch(site, QUERY);
  const files: { button: string; page: number; bytes: number }[] = [];
  for (const button of FILE_BUTTONS) files.push({ button, ...(await weighExport(site, PACK, button)) });
  await site.close();
  return { weights, search, files };
});

const { '@astrojs/starlight': starlightVersion = '', astro: astroVersion = '' } = await peerVersions();
installPeers(say);
const { result: starlight } = await timed(`写出同样的 ${entries.length} 个条目`, () =>
  writeStarlight('starlight', entries as PlainEntry[]),
);
const starlightBuild = await timed(`生成 Starlight ${starlightVersion} 网站（astro ${astroVersion}）`, () =>
  command(STARLIGHT_BUILD, starlight, { ASTRO_TELEMETRY_DISABLED: '1' }),
);

const other = await timed('量 Starlight 的页面和首次检索', async () => {
  const site = await openSite(join(starlight, 'dist'));
  const weights = new Map<string, Weight>();
  for (const { url } of [median, largest, largestSource]) weights.set(url, await weighPage(site, url));
  for (const path of ['/', '/practices/']) weights.set(path, await weighPage(site, path));
  const search = await weighStarlightSearch(site, median.url, QUERY);
  await site.close();
  return { weights, search };
});

const rows = pages.map(({ name, path, limit }, index) => {
  const weight = own.result.weights[index];
  return [
    name,
    weight ? kilobytes(weight.total) : '',
    weight ? partsOf(weight) : '',
    limit ? kilobytes(limit) : '',
    kilobytesOrDash(other.result.weights.get(path)?.total),
  ];
});
console.log('\n打开页面要传的字节（gzip，读者动手之前，含 HTML、样式和脚本）');
console.log(formatTable(['页面', '本站', '其中', '上限（不计图标）', 'Starlight'], rows));

console.log(`\n首次检索“${QUERY}”另外要传的字节`);
console.log(
  formatTable(
    ['', '字节', '请求', '找到', '上限'],
    [
      ['本站', kilobytes(own.result.search.bytes), `${own.result.search.requests}`, own.result.search.hits, `${SEARCH_LIMIT} KB`],
      ['Starlight', kilobytes(other.result.search.bytes), `${other.result.search.requests}`, other.result.search.hits, ''],
    ],
  ),
);

console.log(`\n教学选编（${PACK}）：打开要传的字节，和按下按钮时另要传的`);
console.log(
  formatTable(
    ['按钮', '打开选编页', '按下时另传'],
    own.result.files.map(({ button, page, bytes }) => [button, kilobytes(page), kilobytes(bytes)]),
  ),
);

console.log('\n作者要等的时间');
console.log(
  formatTable(
    ['', '本站', 'Starlight'],
    [
      ['检查内容', seconds(check.milliseconds), '没有'],
      [`生成网站（${entries.length} 个条目）`, seconds(build.milliseconds), seconds(starlightBuild.milliseconds)],
    ],
  ),
);

const isWithin =
  tooHeavy.length === 0 &&
  // The limit is for HTML, CSS and JS, as the files are weighed in the tests; the icon comes beside them.
  pages.every(({ limit }, index) => {
    const { html = 0, css = 0, js = 0 } = own.result.weights[index] ?? {};
    return html + css + js <= (limit ?? Number.POSITIVE_INFINITY);
  }) &&
  own.result.search.bytes <= SEARCH_LIMIT * 1024;
console.log(`
做了什么：生成并测量了 ${distFolder}；在 ${starlight} 用 dist/data/entries.json 的文字写成 Markdown，用 Starlight 生成对照网站
（侧栏只放各栏目的链接，这是 Starlight 最轻的用法）；两边都由同一个 gzip 服务器发送，在无头 Chromium 里逐个请求累计正文字节。
全部 ${entries.length} 个条目页都按文件称过，超过上限的${tooHeavy.length > 0 ? `有 ${tooHeavy.join('、')}` : '没有'}。
${isWithin ? '都在上限之内。' : '超过了上限。'}用时 ${seconds(performance.now() - began)}。`);
process.exitCode = isWithin ? 0 : 1;

/** Every entry page on the scale: the ones of middle and of greatest weight, and those over their limit. Sources are books and counted apart. */
function weighEntries() {
  const weigh = createScale();
  const weighed = entries.map((entry) => ({ ...entry, total: weigh(entry.url).total })).sort((a, b) => a.total - b.total);
  const others = weighed.filter(({ collection }) => collection !== 'sources');
  const median = others[Math.floor(others.length / 2)];
  const largest = others.at(-1);
  const largestSource = weighed.findLast(({ collection }) => collection === 'sources');
  if (!median || !largest || !largestSource) throw new Error('the site has no entries to weigh');
  const tooHeavy = weighed.filter(({ collection, total }) => total > SHARED_LIMIT + limitOf(collection)).map(({ id }) => id);
  return { median, largest, largestSource, tooHeavy };
}

async function command(args: readonly string[], folder?: string, env?: Record<string, string>): Promise<void> {
  const { failed, output } = await runNode(args, env, folder);
  if (failed > 0) throw new Error(`${args.join(' ')} failed:\n${output}`);
}

function partsOf({ html, css, js, rest }: Weight): string {
  const parts = { HTML: html, CSS: css, JS: js, 其他: rest };
  return Object.entries(parts)
    .filter(([, bytes]) => bytes > 0)
    .map(([name, bytes]) => `${name} ${kilobytes(bytes)}`)
    .join('，');
}

function kilobytesOrDash(bytes: number | undefined): string {
  return bytes === undefined ? '—' : kilobytes(bytes);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
