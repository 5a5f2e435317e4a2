/** The site's own index and query code over a collection, in a browser. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gatherLexicon } from '../../../src/search/making/index-lexicon.ts';
import { pairFrequency, gatherTitles, traditionalOf } from '../../../src/search/making/index-names.ts';
import { writeSearchIndex } from '../../../src/search/making/index-pages.ts';
import { NO_WORDS } from '../../../src/search/words/names.ts';
import { openPage } from '../../support/browser.ts';
import type { ServedSite } from '../../support/browser.ts';
import { searchCode } from '../../support/search-code.ts';
import { toPage } from './corpus.ts';
import type { CorpusDocument, CorpusQuery } from './corpus.ts';
import type { Run } from './run-queries.ts';
import { countBytes, PAGE } from './run-queries.ts';

/** Entries that the results page loads before anyone asks for more. */
const FIRST_PAGE = 10;

/** Writes index and code below `folder`; returns the bytes of the index. */
export async function writeOwnSite(folder: string, documents: readonly CorpusDocument[]): Promise<number> {
  const pages = documents.map(toPage);
  const texts = pages.map(({ text }) => text);
  const words = { ...NO_WORDS, traditional: traditionalOf(texts), ...pairFrequency(texts) };
  const lexicon = gatherLexicon({ asked: pages.map(() => []), words: [], synonyms: [], places: [], texts }).slots;
  const { bytes } = await writeSearchIndex(folder, pages, () => ({ words, lexicon, names: gatherTitles(documents) }));
  await mkdir(join(folder, 'code'), { recursive: true });
  await writeFile(join(folder, 'code/search.js'), await searchCode());
  await writeFile(join(folder, 'index.html'), PAGE);
  return bytes;
}

/** Runs every query in one browser page, warm; the ranking is what the results page lists from top to bottom. */
export async function runOwn(site: ServedSite, queries: readonly CorpusQuery[]): Promise<Run> {
  const { page, context } = await openPage(site);
  await page.goto(site.at('/'));
  const answers = await page.evaluate(
    async (texts) => {
      const { createPagefindEngine, findEntries } = await import(new URL('code/search.js', document.baseURI).href);
      const engine = createPagefindEngine('/');
      await findEntries(engine, '的');
      const list: { ids: string[]; time: number }[] = [];
      for (const text of texts) {
        const began = performance.now();
        const { leading, entries, also, near } = await findEntries(engine, text);
        const time = performance.now() - began;
        list.push({
          ids: [...new Set<string>([...leading, ...entries, ...also, ...near].map(({ key }: { key: string }) => key))].slice(0, 10),
          time,
        });
      }
      return list;
    },
    queries.map(({ text }) => text),
  );
  await context.close();
  return { rankings: new Map(queries.map(({ qid }, index) => [qid, answers[index]?.ids ?? []])), times: answers.map(({ time }) => time) };
}

/** Bytes on the wire for single queries, each in a fresh page, and for the ones after it in the same page; texts of the first page included. */
export async function weighOwn(site: ServedSite, queries: readonly CorpusQuery[]): Promise<{ first: number[]; later: number[] }> {
  const first: number[] = [];
  const later: number[] = [];
  for (const [index, { text }] of queries.entries()) {
    const { page, context } = await openPage(site);
    const bytes = countBytes(page, '/pagefind/');
    await page.goto(site.at('/'));
    const ask = (query: string) =>
      page.evaluate(
        async ([asked, limit]) => {
          const shared = window as unknown as { engine?: unknown };
          const { createPagefindEngine, findEntries } = await import(new URL('code/search.js', document.baseURI).href);
          const engine = (shared.engine ??= createPagefindEngine('/')) as { load(key: string): Promise<unknown> };
          const { leading, entries, also, near } = await findEntries(engine, asked);
          const shown = [...leading, ...entries.slice(0, limit), ...also.slice(0, 3), ...near.slice(0, 5)];
          await Promise.all(shown.map(({ key }: { key: string }) => engine.load(key)));
        },
        [query, FIRST_PAGE] as const,
      );
    await ask(text);
    first.push(await bytes());
    await ask(queries[(index + 1) % queries.length]?.text ?? text);
    later.push((await bytes()) - (first[first.length - 1] ?? 0));
    await context.close();
  }
  return { first, later };
}
