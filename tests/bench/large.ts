/**
 * `npm run bench:large [-- --size 10000] [--site FOLDER]`: how a large library answers its readers. Grows a copy of the content and builds it, or takes a
 * built site (and the content beside it), and measures in Chromium 79 and 109 and in the Chromium of this machine, with times as the page itself has them:
 * until a list can be used, from a tick, a word or a key to the painted result, and until what is made of several entries is shown. Then the editors' desk
 * over the same content.
 */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from '../../src/commands/serve.ts';
import { DeskContent } from '../../src/edit/desk-content.ts';
import { newEntryIn } from '../../src/edit/new-entry.ts';
import { serveDesk } from '../../src/edit/serve-desk.ts';
import { readContent } from '../../src/store/read-content.ts';
import { requireChromium } from '../support/chromium.ts';
import { fetchOldChromium, oldChromium } from '../support/old-chromium.ts';
import { OWN_CONTENT } from '../support/project-copy.ts';
import { startChromium } from '../support/remote-browser.ts';
import type { BrowserCommand, RemoteBrowser } from '../support/remote-browser.ts';
import { ownSite } from './build/contender.ts';
import { formatTable } from './format-table.ts';
import { percentile } from './search/metrics.ts';
import { say, timed } from './timed.ts';
import { runNode } from '../support/run-tool.ts';

/** The oldest that reads the index over HTTP as others do not, without `DecompressionStream`, and the one of most office desktops. */
const OLD = [79, 109];
const ROUNDS = 5;
const WORDS = ['容错', '澄清正名', '备案'];
/** What a list waits after a key before it looks. */
const TYPING_PAUSE = 200;

const { size, site: given } = parseArgs({
  options: { size: { type: 'string', default: '10000' }, site: { type: 'string' } },
}).values;

/** What a page does for the measuring: waits, and tells how long something took until it was painted. */
const HELPERS = `
  window.until = (isSo, since) => new Promise((resolve, reject) => {
    const look = () => {
      if (isSo()) requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - since)));
      else if (performance.now() - since > 60000) reject(new Error('not within a minute: ' + isSo));
      else setTimeout(look, 2);
    };
    look();
  });
  window.timed = (act, isSo) => { const since = performance.now(); act(); return until(isSo, since); };
  window.isDone = (element) => element.getAttribute('data-state') === 'done';`;

const root = join(import.meta.dirname, '../../.build/bench/large');
await rm(root, { recursive: true, force: true });
await mkdir(root, { recursive: true });
const dist = given ?? (await built());
const ids = casesOf(dist);
const { server, url } = await serve(dist, 0);
const rows: string[][] = [];
try {
  fetchOldChromium(say);
  for (const command of [...OLD.map(oldChromium), { path: requireChromium(say) }]) {
    const { version, times: measured } = await inBrowser(command, measureSite);
    for (const [name, times] of measured) rows.push([version, name, ...figures(times)]);
  }
} finally {
  server.closeAllConnections();
  server.close();
}
say(formatTable(['Chromium', '做什么', '中位 ms', '最多 ms'], rows));
await rm(root, { recursive: true, force: true });

/** Builds a library of the size that is asked for, and gives the folder of its site. */
async function built(): Promise<string> {
  const real = await readContent(OWN_CONTENT);
  const { result: own } = await timed(`编出 ${size} 个条目`, () => ownSite(Number(size), real, root));
  const { result } = await timed('生成', () => runNode(['src/commands/build.ts'], {}, own.folder));
  if (result.failed > 0) throw new Error(result.output);
  return join(own.folder, own.site);
}

/** Cases that a comparison and a report are made of. */
function casesOf(folder: string): string[] {
  const lines = readFileSync(join(folder, 'data/entries.jsonl'), 'utf8').trim().split('\n');
  const entries = lines.map((line) => JSON.parse(line) as { id: string; collection: string });
  return entries.filter(({ collection }) => collection === 'tolerance').map(({ id }) => id);
}

interface Times {
  version: string;
  times: [name: string, milliseconds: number[]][];
}

async function inBrowser(command: BrowserCommand, run: (browser: RemoteBrowser) => Promise<Times['times']>): Promise<Times> {
  const browser = await startChromium(command);
  try {
    say(`Chromium ${browser.version}……`);
    return { version: browser.version, times: await run(browser) };
  } finally {
    await browser.close();
  }
}

async function measureSite(browser: RemoteBrowser): Promise<Times['times']> {
  const open = async (path: string) => {
    await browser.open(url.slice(0, -1) + path);
    await browser.ask(HELPERS);
  };
  const times: Times['times'] = [];
  for (const [name, path] of [
    ['案例库', '/tolerance/'],
    ['政策', '/policies/'],
  ] as const) {
    const ready: number[] = [];
    const ticks: number[] = [];
    const words: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      await open(path);
      const loaded = await browser.ask<number>('performance.timing.domContentLoadedEventEnd - performance.timing.navigationStart');
      const filled = await browser.ask<number>(`timed(
        () => { document.querySelector('entry-filter form').dispatchEvent(new Event('focusin')); document.querySelector('details[data-facet]').open = true; },
        () => document.querySelector('details[data-facet] input[type=checkbox]') !== null)`);
      ready.push(loaded + filled);
      for (const at of [0, 1]) {
        ticks.push(
          await browser.ask<number>(`(() => { const list = document.querySelector('entry-filter'); const boxes = document.querySelectorAll('details[data-facet] input[type=checkbox]');
            return timed(() => boxes[${at}].click(), () => isDone(list)); })()`),
        );
      }
      const word = WORDS[round % WORDS.length] ?? '';
      const worded =
        await browser.ask<number>(`(() => { const list = document.querySelector('entry-filter'); const field = list.querySelector('input[name=q]');
        return timed(() => { list.setAttribute('data-state', 'waiting'); field.value = '${word}'; field.dispatchEvent(new InputEvent('input', { bubbles: true })); }, () => isDone(list)); })()`);
      words.push(worded - TYPING_PAUSE);
    }
    times.push([`${name}：从打开到筛选可用`, ready], [`${name}：勾选到画出`, ticks], [`${name}：输入词到画出（除去停顿）`, words]);
  }
  for (const [name, path, element] of [
    ['比对四个案例', `/compare/?ids=${ids.slice(0, 4).join(',')}`, 'compare-table'],
    ['类案检索报告', `/report/?ids=${ids.slice(0, 8).join(',')}`, 'case-report'],
    ['选编', `/pack/?items=${ids.slice(0, 6).join(',')}`, 'pack-builder'],
  ] as const) {
    const shown: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      await open(path);
      await browser.ask(`until(() => isDone(document.querySelector('${element}')), 0)`);
      shown.push(await browser.ask<number>('performance.now()'));
    }
    times.push([`${name}：从打开到显示`, shown]);
  }
  await open('/search/?q=%E6%8B%85%E5%BD%93');
  const state = `document.querySelector('[data-search-state]')`;
  await browser.ask(`until(() => ${state}.getAttribute('data-search-state') === 'done', 0)`);
  const keys: number[] = [];
  for (const query of [...WORDS, '怕被问责不敢签字怎么办', '浙江澄清了多少人']) {
    keys.push(
      await browser.ask<number>(`(() => { const state = ${state}; const field = document.querySelector('site-search input[name=q]');
        return timed(() => { state.setAttribute('data-search-state', 'waiting'); field.value = '${query}'; field.dispatchEvent(new InputEvent('input', { bubbles: true })); },
          () => state.getAttribute('data-search-state') === 'done'); })()`),
    );
  }
  times.push(['检索：末次按键到结果', keys]);
  if (existsSync(join(dist, '../content'))) times.push(...(await measureDesk(browser)));
  return times;
}

/** The editors' desk over the content beside the site: how long it takes to start in this process, and to list the entries. */
async function measureDesk(browser: RemoteBrowser): Promise<Times['times']> {
  const folder = join(dist, '..');
  const begun = performance.now();
  const content = await DeskContent.open({ root: join(folder, 'content'), cache: join(folder, '.build/read') }, () => '2026-11-28');
  const opened = performance.now() - begun;
  const desk = await serveDesk(content, { root: folder, keep: join(root, 'edit'), port: 0, newEntry: newEntryIn(content) });
  try {
    const listed: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      await browser.open('about:blank');
      await browser.open(desk.url);
      await browser.ask(HELPERS);
      listed.push(await browser.ask<number>(`until(() => document.querySelectorAll('tbody tr').length > 5, 0)`));
    }
    return [
      ['编辑界面：启动', [opened]],
      ['编辑界面：从打开到列出', listed],
    ];
  } finally {
    await desk.close();
  }
}

function figures(times: readonly number[]): string[] {
  return [percentile(times, 0.5).toFixed(0), Math.max(...times).toFixed(0)];
}
