/**
 * `npm run test:browsers`: the browser contract, tried in the browsers it names. Needs a built site. Prints a table of browsers and what was tried,
 * and keeps it with a picture of every page below `tests/old-browsers/screenshots/`. A browser that cannot be had is a failure.
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serve } from '../../src/commands/serve.ts';
import { TESTED_BROWSERS } from '../../src/domain/site/browser-contract.ts';
import type { TestedBrowser } from '../../src/domain/site/browser-contract.ts';
import { writeFolder } from '../../src/export/folder/write-folder.ts';
import { settings } from '../../src/site.ts';
import { distFolder } from '../support/built-site.ts';
import { requireChromium } from '../support/chromium.ts';
import { installPackages } from '../support/packages.ts';
import { reportPart } from '../support/part-report.ts';
import { fetchOldChromium, oldChromium } from '../support/old-chromium.ts';
import { startChromium, startFirefox } from '../support/remote-browser.ts';
import type { RemoteBrowser } from '../support/remote-browser.ts';
import { tryDesk } from './try-desk.ts';
import { tryTools, trySearch, visitPages } from './visit.ts';
import type { Place, Tried } from './visit.ts';

/** All that was tried in one browser at one place. */
interface Column {
  browser: string;
  /** As the browser itself has it; empty when it did not start. */
  version: string;
  title: string;
  tried: Tried[];
}

const PICTURES = join(import.meta.dirname, 'screenshots');

const { server, url } = await serve(distFolder, 0);
const folder = await mkdtemp(join(tmpdir(), 'folder-edition-'));
/** `npm run test:browsers -- "Chromium 86"` tries one browser alone, and leaves the pictures of the others. */
const [only] = process.argv.slice(2);
const browsers = TESTED_BROWSERS.filter(({ name }) => only === undefined || name === only);
if (browsers.length === 0) throw new Error(`没有叫“${only ?? ''}”的浏览器，有：${TESTED_BROWSERS.map(({ name }) => name).join('、')}`);
if (only === undefined) await rm(PICTURES, { recursive: true, force: true });
const columns: Column[] = [];
try {
  console.log('写出文件夹版……');
  await writeFolder({ folder: distFolder, base: settings.base }, folder);
  for (const browser of browsers) columns.push(...(await tryBrowser(browser)));
} finally {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
}

await mkdir(PICTURES, { recursive: true });
await writeFile(join(PICTURES, '结果.md'), tableOf(columns));
console.log(tableOf(columns));
const all = columns.flatMap(({ title, tried }) => tried.map((one) => ({ title, ...one })));
const failed = all.filter(({ faults }) => faults.length > 0);
for (const { title, name, faults } of failed) console.log(`${title}：${name}\n${faults.map((fault) => `    ${fault}`).join('\n')}`);
console.log(`截图和表格在 ${PICTURES}`);
console.log(`${all.length - failed.length} passed, ${failed.length} failed`);
const counted = [...Map.groupBy(columns, ({ browser }) => browser)].map(([name, own]) => {
  const tried = own.flatMap((column) => column.tried);
  const wrong = tried.filter(({ faults }) => faults.length > 0).length;
  return { name, version: own[0]?.version ?? '', passed: tried.length - wrong, failed: wrong };
});
// One browser alone is no evidence of the contract.
if (only === undefined) reportPart({ passed: all.length - failed.length, failed: failed.length, browsers: counted });
// A dozen browsers and desks have been started and ended; of some a pipe stays open, and nothing would come of waiting for it.
process.exit(failed.length > 0 ? 1 : 0);

/** The site over HTTP, then its folder edition; one column when the browser does not start. */
async function tryBrowser(browser: TestedBrowser): Promise<Column[]> {
  console.log(`${browser.name}……`);
  const web: Place = { at: (path) => url.slice(0, -1) + path, isFolder: false };
  const files: Place = { at: (path) => pathToFileURL(folder).href + path.replace(/\/(?=$|\?)/u, '/index.html'), isFolder: true };
  try {
    const running = await start(browser);
    try {
      const isNamed = !/^\d/u.test(browser.version) || running.version === browser.version;
      const version = { name: '版本', faults: isNamed ? [] : [`是 ${running.version}，不是 ${browser.version}`] };
      const title = `${browser.name}（${running.version}）`;
      const read = async (place: Place, name: string) => ({
        browser: browser.name,
        version: running.version,
        title: name,
        tried: [
          version,
          ...(await visitPages(running, place, join(PICTURES, name))),
          await trySearch(running, place),
          ...(browser.tier === 'C' ? [] : [await tryTools(running, place)]),
        ],
      });
      const site = await read(web, title);
      return [{ ...site, tried: [...site.tried, await tryDesk(running)] }, await read(files, `${title}，文件夹版`)];
    } finally {
      await running.close();
    }
  } catch (error) {
    return [{ browser: browser.name, version: '', title: browser.name, tried: [{ name: '启动', faults: [String(error)] }] }];
  }
}

function start({ name }: TestedBrowser): Promise<RemoteBrowser> {
  const say = (line: string) => {
    console.log(`  ${line}`);
  };
  if (name === 'Firefox ESR') return startFirefox({ path: requireFirefox(say) });
  const version = /\d+/u.exec(name)?.[0];
  if (version === undefined) return startChromium({ path: requireChromium(say) });
  fetchOldChromium(say);
  return startChromium(oldChromium(Number(version)));
}

function requireFirefox(say: (line: string) => void): string {
  const path = process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox-esr';
  if (existsSync(path)) return path;
  say('本机没有 Firefox ESR，用 apt-get 安装 Debian 的 firefox-esr……');
  installPackages('Firefox ESR', { apt: ['firefox-esr'] });
  if (!existsSync(path)) throw new Error(`apt-get 装完以后仍然找不到 ${path}；请用 FIREFOX_PATH 指明它在哪里。`);
  return path;
}

/** A row for everything that was tried, a column for each browser and place. */
function tableOf(list: readonly Column[]): string {
  const names = [...new Set(list.flatMap(({ tried }) => tried.map(({ name }) => name)))];
  const cell = ({ tried }: Column, name: string) => {
    const one = tried.find((other) => other.name === name);
    return one ? (one.faults.length > 0 ? '✗' : '✓') : '';
  };
  const lines = [['', ...list.map(({ title }) => title)], ['', ...list.map(() => '')].map(() => '---')];
  const rows = names.map((name) => [name, ...list.map((column) => cell(column, name))]);
  return [...lines, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
