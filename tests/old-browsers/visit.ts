/** What is tried in one browser: every page kind, the search against its oracle, and the files that a page makes. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { matchText, phraseTokens } from '../../src/search/words/tokens.ts';
import { readExportedEntries } from '../support/built-site.ts';
import { pageKinds } from '../support/page-kinds.ts';
import type { RemoteBrowser } from '../support/remote-browser.ts';

/** One cell of the table: what was tried, and what was wrong with it. */
export interface Tried {
  name: string;
  faults: string[];
}

/** Where a site can be read: over HTTP, or from files. */
export interface Place {
  /** The full address of a path of the site. */
  at: (path: string) => string;
  isFolder: boolean;
}

const PHRASES = ['容错', '容错纠错', '三个区分开来', '浙江', '澄清正名', '1600', '不作为', '躺平', '20%', '影响期'];
const PATIENCE = 20_000;

/** Opens every page kind, and keeps a picture of each in `pictures`. */
export async function visitPages(browser: RemoteBrowser, { at, isFolder }: Place, pictures: string): Promise<Tried[]> {
  await mkdir(pictures, { recursive: true });
  const tried: Tried[] = [];
  for (const { name, path, ready, status } of pageKinds()) {
    if (isFolder && status !== undefined) continue;
    const faults = await faultsOf(async () => {
      await browser.open(at(path));
      if (ready) await until(browser, `document.querySelector(${JSON.stringify(ready)}) !== null`, `没有出现 ${ready}`);
      await writeFile(join(pictures, `${name.replace(/[^\w]+/gu, '-')}.png`), await browser.picture());
      return browser.ask<string[]>(`(${lookAtPage.toString()})()`);
    });
    const complaints = browser.takeComplaints().filter((line) => !isExpected(line, status));
    tried.push({ name, faults: [...faults, ...complaints] });
  }
  return tried;
}

/** Searches for phrases, and compares the count with a plain substring search over the published texts. */
export async function trySearch(browser: RemoteBrowser, { at }: Place): Promise<Tried> {
  const texts = readExportedEntries().map(({ text }) => matchText(text));
  const faults: string[] = [];
  for (const phrase of PHRASES) {
    const expected = texts.filter((text) => text.includes(phraseTokens(phrase).join(''))).length;
    const found = await faultsOf(async () => {
      await browser.open(at(`/search/?q=${encodeURIComponent(phrase)}`));
      await until(browser, `document.querySelector('[data-search-state="done"]') !== null`, `检索“${phrase}”没有结果页`);
      const count = Number(await browser.ask<string>(`document.querySelector('[data-search-count]').textContent`));
      return count === expected ? [] : [`检索“${phrase}”得 ${count} 条，应为 ${expected} 条`];
    });
    faults.push(...found);
  }
  return { name: '检索的条数', faults: [...faults, ...browser.takeComplaints().filter((line) => !isExpected(line))] };
}

/** Filters a list, and has a comparison and a report saved for Word. */
export async function tryTools(browser: RemoteBrowser, { at }: Place): Promise<Tried> {
  const faults = await faultsOf(async () => {
    await browser.open(at('/tolerance/'));
    await browser.ask(`document.querySelector('[data-filter-facets] input[name]').click()`);
    await until(browser, `document.querySelector('[data-filter-chips]:not([hidden]) button') !== null`, '筛选没有反应');
    for (const path of ['/compare/?ids=RC-001,RC-006', '/report/?q=%E5%AE%B9%E9%94%99']) {
      await browser.open(at(path));
      await until(browser, `document.querySelector('[data-state="done"]') !== null`, `${path} 没有打开`);
      await browser.ask(`document.querySelector('[data-action="docx"]').click()`);
      await until(
        browser,
        `document.querySelector('[data-state="done"] [data-export-status]').textContent !== ''`,
        `${path} 没有存成 Word`,
      );
      const box = `document.querySelector('[data-state="done"]')`;
      const saved = await browser.ask<boolean>(`${box}.querySelector('[data-export-status]').textContent === ${box}.dataset.saved`);
      if (!saved) return [`${path} 没有存成 Word`];
    }
    return [];
  });
  return { name: '筛选、比对、报告、存为 Word', faults: [...faults, ...browser.takeComplaints().filter((line) => !isExpected(line))] };
}

/** Runs in the page: what makes a layout unusable. Written for the oldest browser. */
function lookAtPage(): string[] {
  const faults = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth + 1) faults.push(`宽 ${scrollWidth}，窗口只有 ${clientWidth}`);
  const heading = document.querySelector('h1');
  if (!heading || heading.getBoundingClientRect().height < 10) faults.push('看不到标题');
  const main = document.querySelector('main');
  if (!main || main.innerText.length < 30) faults.push('看不到正文');
  // Without its styles a page of Chinese has a line height of "normal".
  if (getComputedStyle(document.body).lineHeight === 'normal') faults.push('样式没有读到');
  return faults;
}

async function faultsOf(attempt: () => Promise<string[]>): Promise<string[]> {
  try {
    return await attempt();
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

async function until(browser: RemoteBrowser, condition: string, complaint: string): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!(await browser.ask<boolean>(condition))) {
    if (Date.now() > end) throw new Error(complaint);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/**
 * Browsers name a word of the policy that they do not know, and go on: WebAssembly's before 97, Trusted Types before 83. Those that know it say
 * what they refuse.
 */
function isExpected(line: string, status?: number): boolean {
  const isUnknownWord = /wasm-unsafe-eval|WebAssembly|Unrecognized Content-Security-Policy directive '(?:require-)?trusted-types/u.test(
    line,
  );
  return isUnknownWord || (status !== undefined && line.includes(String(status)));
}
