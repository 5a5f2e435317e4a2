/** What a first search costs that asks ten other units, in real Chromium: bytes of each unit's files, and whether the count is what is in the texts. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SiteContent } from '../../src/domain/entry/records.ts';
import type { ExportedEntry } from '../../src/schema/contract.ts';
import type { IndexedEntry } from '../../src/search/making/index-facts.ts';
import { parse } from '../../src/search/query/parse.ts';
import { matchText, phraseTokens } from '../../src/search/words/tokens.ts';
import { openPage, openSite } from '../support/browser.ts';
import type { ServedSite } from '../support/browser.ts';
import { readExportedEntries } from '../support/built-site.ts';
import { copyProject, SMALL_CONTENT } from '../support/project-copy.ts';
import { runNode } from '../support/run-tool.ts';
import { writeUnitSite } from '../support/unit-sites.ts';
import { formatTable } from './format-table.ts';
import { QUERIES } from './search/search-page.ts';
import { say } from './timed.ts';

/** What issue and README promise of a unit of 500 entries, in kilobytes. */
const MOST = 80;
const NAMES = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];

/** Measures a small site that asks these units, at most ten; says whether every count is right and every unit within the limit. */
export async function measureLiveUnits(
  units: readonly (readonly IndexedEntry[])[],
  content: Pick<SiteContent, 'vocabulary'>,
): Promise<boolean> {
  const { root, remove } = await copyProject(SMALL_CONTENT);
  const names = NAMES.slice(0, units.length);
  const listed = names.map((name, at) => `  - { name: ${name}, code: P${at}X, address: /p${at}/ }\n`);
  await writeFile(join(root, 'content/site.yaml'), `name: 问别的单位的库\nunitCode: QC\nchannels: []\nunits:\n${listed.join('')}`);
  const { failed, output } = await runNode(['src/commands/build.ts'], {}, root);
  if (failed > 0) throw new Error(output);
  const dist = join(root, 'dist');
  for (const [at, pages] of units.entries()) await writeUnitSite(join(dist, `p${at}`), `P${at}X`, pages, content);
  const texts = [...readExportedEntries(dist), ...units.flat()].map(({ text }: Pick<ExportedEntry, 'text'>) => matchText(text));
  const site = await openSite(dist);
  const asked: Asked[] = [];
  for (const query of QUERIES) asked.push(await ask(site, query, texts, units.length));
  await site.close();
  await remove();
  const kilobytes = (bytes: number) => (bytes / 1024).toFixed(1);
  say(
    formatTable(
      ['检索词', '条数', '应为', '本库先出 ms', '全部 ms', '每个单位最多 KB', '平均 KB', '文件'],
      asked.map(({ query, count, expected, first, all, most, mean, files }) => [
        ...[query, String(count), expected === undefined ? '—' : String(expected), first.toFixed(0), all.toFixed(0)],
        ...[kilobytes(most), kilobytes(mean), String(files)],
      ]),
    ),
  );
  const most = Math.max(...asked.map((one) => one.most)) / 1024;
  const wrong = asked.filter(({ count, expected }) => expected !== undefined && expected !== count);
  say(`每个单位首次检索最多 ${most.toFixed(1)} KB（上限 ${MOST} KB）；条数不对的 ${wrong.length} 次。`);
  return most <= MOST && wrong.length === 0;
}

interface Asked {
  query: string;
  count: number;
  /** What a plain search of all texts finds; `undefined` where no text has the words as they stand. */
  expected: number | undefined;
  /** Milliseconds from opening the page until this library's results stand there, and until all do. */
  first: number;
  all: number;
  /** Bytes of a unit, and the most files of one. */
  most: number;
  mean: number;
  files: number;
}

/** Asks in a browser that has seen nothing, whose reader has agreed. */
async function ask(site: ServedSite, query: string, texts: readonly string[], units: number): Promise<Asked> {
  const { page, context } = await openPage(site);
  await page.addInitScript(() => {
    sessionStorage.setItem('ask-units', '1');
  });
  const sizes: Promise<readonly [unit: number, bytes: number]>[] = [];
  page.on('response', (response) => {
    const unit = /\/p(\d)\//u.exec(response.url())?.[1];
    if (unit === undefined) return;
    const sized = response.request().sizes();
    sizes.push(sized.then(({ responseBodySize }) => [Number(unit), responseBodySize] as const));
  });
  const began = performance.now();
  await page.goto(site.at(`/search/?q=${encodeURIComponent(query)}`));
  await page.locator('[data-search-state="asking"], [data-search-state="done"]').first().waitFor();
  const first = performance.now() - began;
  await page.locator('[data-search-units] [data-part="summary"]', { hasText: `${units} 个已问` }).waitFor();
  await page.locator('[data-search-state="done"]').waitFor();
  const all = performance.now() - began;
  await page.waitForLoadState('networkidle');
  const count = Number(await page.locator('[data-search-count]').textContent());
  const read = await Promise.all(sizes);
  await context.close();
  const ofUnit = Array.from({ length: units }, (_, unit) => read.filter(([one]) => one === unit).map(([, bytes]) => bytes));
  const bytes = ofUnit.map((list) => list.reduce((sum, one) => sum + one, 0));
  const needles = parse(query).phrases.map(({ text }) => phraseTokens(text).join(''));
  const having = texts.filter((text) => needles.every((needle) => text.includes(needle))).length;
  return {
    ...{ query, count, expected: having > 0 ? having : undefined, first, all, most: Math.max(...bytes) },
    mean: bytes.reduce((sum, one) => sum + one, 0) / units,
    files: Math.max(...ofUnit.map(({ length }) => length)),
  };
}
