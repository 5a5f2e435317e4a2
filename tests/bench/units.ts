/**
 * `npm run bench:units [-- --units 100 --entries 500]`: what a portal over many units costs. Grows the built site's entries, deals them out among the
 * units, each a folder with what a site hands out, takes them in (`fetch:units`), builds the portal, both measured with all that they start, and
 * asks its search page as `bench:scale` asks that of one site.
 */
import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { UNIT_CONTRACT } from '../../src/domain/site/units.ts';
import type { ExportedEntry } from '../../src/schema/contract.ts';
import type { IndexedEntry } from '../../src/search/making/index-facts.ts';
import { openSite } from '../support/browser.ts';
import { readExportedEntries } from '../support/built-site.ts';
import { requireChromium } from '../support/chromium.ts';
import { copyProject, SMALL_CONTENT } from '../support/project-copy.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { pageOf } from '../support/unit-sites.ts';
import { cannotMeasure, measure } from './build/measure.ts';
import { growPages } from './search/grown-pages.ts';
import { percentile } from './search/metrics.ts';
import { formatRuns, runQueries, total } from './search/search-page.ts';
import { say, timed } from './timed.ts';

/** To grow entries takes as long as to index them: of more units than these each has the entries of another before it, with other figures. */
const DIFFERENT = 20;

const { units: unitCount, entries: size } = parseArgs({
  options: { units: { type: 'string', default: '100' }, entries: { type: 'string', default: '500' } },
}).values;
const reason = cannotMeasure();
if (reason !== undefined) throw new Error(reason);
process.env['CHROMIUM_PATH'] = requireChromium(console.log);

const codes = Array.from({ length: Number(unitCount) }, (_, index) => `U${String(index + 1).padStart(3, '0')}`);
const { root, remove } = await copyProject(SMALL_CONTENT);
const sites = join(root, 'sites');
const { result: bytes } = await timed(`${codes.length} 个单位，各 ${size} 条：编出数据`, writeUnits);
say(`  entries.json 共 ${(bytes / 1024 ** 2).toFixed(0)} MB`);
const listed = codes.map(
  (code) => `  - { name: 单位${code.slice(1)}, code: ${code}, address: /${code.toLowerCase()}/, use: 汇集, from: ${sites}/${code} }`,
);
await writeFile(join(root, 'content/site.yaml'), `name: 汇集的库\nunitCode: PT\nchannels: []\nunits:\n${listed.join('\n')}\n`);

await run('取来（fetch:units）', 'src/commands/fetch-units.ts');
const built = await run('生成（build）', 'src/commands/build.ts');
for (const { name, wall, cpu, memory } of built.phases)
  say(`    ${name}：${wall} 秒，处理器 ${cpu.toFixed(1)} 秒，内存 ${gigabytes(memory)}`);
if (built.isDone) {
  const site = await openSite(join(root, 'dist'));
  const runs = await runQueries(site);
  await site.close();
  say(formatRuns(runs));
  const first = runs.map((one) => total(one.first) / 1024);
  say(`首次检索：中位 ${percentile(first, 0.5).toFixed(0)} KB，最多 ${Math.max(...first).toFixed(0)} KB`);
}
await rm(sites, { recursive: true });
await remove();
process.exitCode = built.isDone ? 0 : 1;

/** Measures a command of the project, and says what it took. */
async function run(name: string, command: string) {
  say(`${name}……`);
  const heap = Number(process.env['BENCH_HEAP'] ?? '0');
  const node = [process.execPath, ...(heap > 0 ? [`--max-old-space-size=${heap}`] : []), '-r', './src/commands/guard.cjs', command];
  const cost = await measure(node, root, () => undefined);
  say(
    `  ${cost.isDone ? '' : '没有做完；'}${cost.wall.toFixed(1)} 秒，处理器 ${cost.cpu.toFixed(1)} 秒，内存最多 ${gigabytes(cost.memory)}`,
  );
  if (!cost.isDone) say(cost.output);
  return cost;
}

/** Writes what each unit's site hands out; gives the bytes of the entries. */
async function writeUnits(): Promise<number> {
  const real = readExportedEntries();
  const kinds = Math.min(codes.length, DIFFERENT);
  const all = growPages(real.map(pageOf), real.length + kinds * Number(size)).filter(({ url }) => url.includes('/grown-'));
  const random = seededRandom(20_261_128);
  const rules = real.filter(({ rule }) => Object.keys(rule).length > 0);
  const exportOf = (page: IndexedEntry) => exported(page, random.pick(real), random.pick(rules));
  let sum = 0;
  for (const [index, code] of codes.entries()) {
    // Dealt out, so that each unit has something of every kind.
    const own = all.filter((_, at) => at % kinds === index % kinds).map(exportOf);
    const turn = Math.floor(index / kinds);
    const json = `${JSON.stringify(
      own.map((entry) => ({ ...entry, text: turned(entry.text, turn) })),
      null,
      1,
    )}\n`;
    const version = createHash('sha256').update(json).digest('hex').slice(0, 16);
    const facts = { unit: code, name: `单位${code}`, contract: UNIT_CONTRACT, version, entries: own.length, lastUpdated: '2026-11-28' };
    await mkdir(join(sites, code, 'data'), { recursive: true });
    await writeFile(join(sites, code, 'data/entries.json'), json);
    await writeFile(join(sites, code, 'data/build.json'), JSON.stringify(facts));
    sum += Buffer.byteLength(json);
  }
  return sum;
}

/** A text with other figures. */
function turned(text: string, by: number): string {
  return by === 0 ? text : text.replaceAll(/[1-9]/gu, (digit) => String(1 + ((Number(digit) + by) % 9)));
}

/** A grown page as its site exports it, with what the lists of a portal tell of a real one. */
function exported(page: IndexedEntry, like: ExportedEntry, ruled: ExportedEntry): ExportedEntry {
  const { id, collection, title, url, aliases, asked, keywords, text, docNumber, offers, common, date, facets, figures, headings } = page;
  const isRule = collection === 'policies' && like.title.length % 4 === 0;
  return {
    ...like,
    ...{ id, title, url, aliases, asked, keywords, text },
    collection: collection as ExportedEntry['collection'],
    rule: isRule ? ruled.rule : {},
    search: { docNumber, offers, common, date, facets, figures, headings },
  };
}

function gigabytes(memory: number): string {
  return `${(memory / 1024 ** 3).toFixed(2)} GB`;
}
