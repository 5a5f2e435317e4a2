/** The site's search code for a browser, in one script without the page round it. */
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import type { ServedSite } from './browser.ts';

const CODE = join(import.meta.dirname, '../../src/search');

/** The engines and what asks them, as a module. */
export async function searchCode(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: ['engine/pagefind-engine', 'engine/positional-engine', 'query/find-entries']
        .map((name) => `export * from './${name}.ts';`)
        .join('\n'),
      resolveDir: CODE,
    },
    bundle: true,
    format: 'esm',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

/** What one query found, as numbers of entries, in the order of the results page. */
export interface Found {
  mode: string;
  entries: string[];
  also: string[];
  leading: string[];
}

/** Asks one of the built site's two indexes, `pagefind` or `own`, in a real browser, as the results page does. */
export async function askInPage(page: Page, site: ServedSite, queries: readonly string[], engine = 'pagefind'): Promise<Found[]> {
  const body = await searchCode();
  await page.route(site.at('/code/search.js'), (route) => route.fulfill({ contentType: 'text/javascript; charset=utf-8', body }));
  await page.goto(site.at('/search/'));
  return page.evaluate<Found[]>(`(${ASK})(${JSON.stringify(queries)}, ${JSON.stringify(engine)})`);
}

/** Runs in the page; as text, because the test runner rewrites `import()` in functions. */
const ASK = `async (texts, name) => {
  const { createPagefindEngine, createPositionalEngine, findEntries } = await import(new URL('../code/search.js', document.baseURI).href);
  const engine = (name === 'own' ? createPositionalEngine : createPagefindEngine)(document.querySelector('site-search').dataset.base);
  const cards = await engine.cards();
  const numbers = (list) => list.map(({ key }) => cards.get(key).id);
  const found = [];
  for (const text of texts) {
    const { mode, entries, also, leading } = await findEntries(engine, text);
    found.push({ mode, entries: numbers(entries), also: numbers(also), leading: numbers(leading) });
  }
  return found;
}`;
