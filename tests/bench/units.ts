/**
 * `npm run bench:units [-- --units 100 --entries 500 --live 10]`: what many units cost. Grows the built site's entries and deals them out among the units.
 * First a small site asks ten of them while somebody searches; then a portal takes in what all hand out (`fetch:units`) and is built, both measured with
 * all that they start, and its search page is asked as `bench:scale` asks that of one site. `--live 0` or `--units 0` leaves out a part.
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
import { contentOf, openLibrary } from '../../src/store/library.ts';
import { cannotMeasure, measure } from './build/measure.ts';
import { measureLiveUnits } from './live-units.ts';
import { growPages } from './search/grown-pages.ts';
import { percentile } from './search/metrics.ts';
import { formatRuns, runQueries, total } from './search/search-page.ts';
import { say, timed } from './timed.ts';

/** To grow entries takes as long as to index them: of more units than these each has the entries of another before it, with other figures. */
const DIFFERENT = 20;

const {
  units: unitCount,
  entries: size,
  live,
} = parseArgs({
  options: {
    units: { type: 'string', default: '100' },
    entries: { type: 'string', default: '500' },
    live: { type: 'string', default: '10' },
  },
}).values;
const reason = cannotMeasure();
if (reason !== undefined) throw new Error(reason);
process.env['CHROMIUM_PATH'] = requireChromium(console.log);

const real = readExportedEntries();
const isLiveSound = Number(live) === 0 || (await measureLive());
const isPortalSound = Number(unitCount) === 0 || (await measurePortal());
process.exitCode = isLiveSound && isPortalSound ? 0 : 1;

/** Entries that no site has, as many as asked for. */
function grown(count: number): IndexedEntry[] {
  return growPages(real.map(pageOf), real.length + count).filter(({ url }) => url.includes('/grown-'));
}

async function measureLive(): Promise<boolean> {
  const count = Number(live);
  say(`检索时问 ${count} 个单位，各 ${size} 条……`);
  const all = grown(count * Number(size));
  const units = Array.from({ length: count }, (_, unit) => all.filter((__, at) => at % count === unit));
  return measureLiveUnits(units, contentOf(await openLibrary('content')));
}

async function measurePortal(): Promise<boolean> {
  const codes = Array.from({ length: Number(unitCount) }, (_, index) => `U${String(index + 1).padStart(3, '0')}`);
  const { root, remove } = await copyProject(SMALL_CONTENT);
  const sites = join(root, 'sites');
  const { result: bytes } = await timed(`${codes.length} 个单位，各 ${size} 条：编出数据`, () => writeUnits(sites, codes));
  say(`  entries.json 共 ${(bytes / 1024 ** 2).toFixed(0)} MB`);
  const listed = codes.map(
    (code) => `  - { name: 单位${code.slice(1)}, code: ${code}, address: /${code.toLowerCase()}/, use: 汇集, from: ${sites}/${code} }`,
  );
  await writeFile(join(root, 'content/site.yaml'), `name: 汇集的库\nunitCode: PT\nchannels: []\nunits:\n${listed.join('\n')}\n`);

  await run(root, '取来（fetch:units）', 'src/commands/fetch-units.ts');
  const built = await run(root, '生成（build）', 'src/commands/build.ts');
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
  return built.isDone;
}

/** Measures a command of the project, and says what it took. */
async function run(root: string, name: string, command: string) {
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
async function writeUnits(sites: string, codes: readonly string[]): Promise<number> {
  const kinds = Math.min(codes.length, DIFFERENT);
  const all = grown(kinds * Number(size));
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
  const {
    id,
    collection,
    title,
    url,
    aliases,
    asked,
    keywords,
    text,
    docNumber,
    offers,
    endedIn,
    caution,
    common,
    date,
    facets,
    figures,
    headings,
  } = page;
  const isRule = collection === 'policies' && like.title.length % 4 === 0;
  return {
    ...like,
    ...{ id, title, url, aliases, asked, keywords, text },
    collection: collection as ExportedEntry['collection'],
    rule: isRule ? ruled.rule : {},
    search: { docNumber, offers, endedIn, caution, common, date, facets, figures, headings },
  };
}

function gigabytes(memory: number): string {
  return `${(memory / 1024 ** 3).toFixed(2)} GB`;
}
