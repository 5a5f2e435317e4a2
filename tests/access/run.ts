/**
 * `npm run test:nightly -- access`: every page of the built site, not a sample: axe after WCAG 2.2 AA, no sideways scrolling at 320 px, and a
 * Chinese name for every control. `npm test` does the same on each page kind, at more widths. Prints each fault and a table by folder.
 */
import { loadavg } from 'node:os';
import { formatTable } from '../bench/format-table.ts';
import { findAxeFaults, findSmallTargets } from '../support/axe.ts';
import { openPage, openSite } from '../support/browser.ts';
import { readBuiltPages } from '../support/built-site.ts';
import { requireChromium } from '../support/chromium.ts';
import { readControls, speaksChinese } from '../support/controls.ts';
import { reportPart } from '../support/part-report.ts';

/** What one page came to. */
interface Found {
  path: string;
  controls: number;
  axe: string[];
  wide: string[];
  unnamed: string[];
}

const AT_ONCE = 2;
const EVERY = 50;

process.env['CHROMIUM_PATH'] = requireChromium(console.log);
const began = performance.now();
const readable = readBuiltPages().filter(({ isRedirect }) => !isRedirect);
const queue = readable.map(({ path }) => path);
console.log(
  `逐页检查 ${queue.length} 个页面（只用来转向的 /id/ 不算），同时 ${AT_ONCE} 页，本机负载 ${loadavg()[0]?.toFixed(1) ?? '未知'}……`,
);

const site = await openSite();
const found: Found[] = [];
await Promise.all(Array.from({ length: AT_ONCE }, walk));
await site.close();

const groups = [...Map.groupBy(found, ({ path }) => path.split('/')[1] ?? '')].sort(([a], [b]) => a.localeCompare(b));
const row = (name: string, list: Found[]) => [
  name,
  ...[
    list.length,
    sum(list, ({ controls }) => controls),
    sum(list, ({ axe }) => axe.length),
    sum(list, ({ wide }) => wide.length),
    sum(list, ({ unnamed }) => unnamed.length),
  ].map(String),
];
console.log(
  formatTable(
    ['栏目', '页面', '控件', 'axe', '横向滚动', '没有中文名称'],
    [...groups.map(([name, list]) => row(`/${name}`, list)), row('合计', found)],
  ),
);
const faults = sum(found, ({ axe, wide, unnamed }) => axe.length + wide.length + unnamed.length);
console.log(`检查了 ${found.length} 个页面，${faults} 处不合，用时 ${seconds()}。`);
const sound = found.filter(({ axe, wide, unnamed }) => axe.length + wide.length + unnamed.length === 0).length;
reportPart({
  passed: sound,
  failed: readable.length - sound,
  counts: {
    pages: found.length,
    controls: sum(found, ({ controls }) => controls),
    axe: sum(found, ({ axe }) => axe.length),
    wide: sum(found, ({ wide }) => wide.length),
    unnamed: sum(found, ({ unnamed }) => unnamed.length),
  },
});
process.exitCode = faults > 0 || found.length < readable.length ? 1 : 0;

/** Takes pages from the queue until it is empty, in one tab. */
async function walk(): Promise<void> {
  const { page, context } = await openPage(site, { viewport: { width: 1280, height: 800 } });
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    await page.goto(site.at(path));
    const atWork = await findAxeFaults(page);
    const controls = await readControls(page);
    await page.setViewportSize({ width: 390, height: 800 });
    const axe = [...atWork, ...(await findSmallTargets(page))];
    await page.setViewportSize({ width: 320, height: 800 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    await page.setViewportSize({ width: 1280, height: 800 });
    const unnamed = controls.filter((control) => !speaksChinese(control)).map(({ role, name }) => `${role} “${name}”`);
    const result: Found = { path, controls: controls.length, axe, wide: width > 320 ? [`${width} px`] : [], unnamed };
    found.push(result);
    for (const line of [...result.axe, ...result.wide, ...result.unnamed]) console.log(`  ${path} ${line}`);
    if (found.length % EVERY === 0) console.log(`  ${found.length}/${readable.length}，${seconds()}`);
  }
  await context.close();
}

function sum(list: Found[], count: (found: Found) => number): number {
  return list.reduce((total, item) => total + count(item), 0);
}

function seconds(): string {
  return `${((performance.now() - began) / 1000).toFixed(0)} 秒`;
}
