/** The site's search code for a browser without a bundler: types are stripped, nothing else changes. */
import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import type { ServedSite } from './browser.ts';

const CODE = join(import.meta.dirname, '../../src/search');
/** Modules that run on the author's machine only. */
const AT_BUILD = /^(?:index-|watched-fetch)/u;

/** Scripts by file name, `find-entries.js`. */
export function searchCode(): Map<string, string> {
  const names = readdirSync(CODE).filter((name) => name.endsWith('.ts') && !AT_BUILD.test(name));
  return new Map(
    [...names, '../domain/script-form.ts', '../schema/number.ts'].map((name) => {
      const script = stripTypeScriptTypes(readFileSync(join(CODE, name), 'utf8'));
      return [
        basename(name, '.ts').concat('.js'),
        script.replace(/(?<=from '|import\(')(?:\.\/|\.\.\/(?:domain|schema)\/)([^']+)\.ts'/gu, "./$1.js'"),
      ];
    }),
  );
}

/** What one query found, as numbers of entries, in the order of the results page. */
export interface Found {
  mode: string;
  entries: string[];
  also: string[];
  asked: string[];
}

/** Asks one of the built site's two indexes, `pagefind` or `folder`, in a real browser, as the results page does. */
export async function askInPage(page: Page, site: ServedSite, queries: readonly string[], engine = 'pagefind'): Promise<Found[]> {
  const code = searchCode();
  await page.route(site.at('/code/*.js'), (route) => {
    const body = code.get(route.request().url().split('/').pop() ?? '') ?? '';
    return route.fulfill({ contentType: 'text/javascript; charset=utf-8', body });
  });
  await page.goto(site.at('/search/'));
  return page.evaluate<Found[]>(`(${ASK})(${JSON.stringify(queries)}, ${JSON.stringify(engine)})`);
}

/** Runs in the page; as text, because the test runner rewrites `import()` in functions. */
const ASK = `async (texts, name) => {
  const at = (path) => import(new URL('../code/' + path, document.baseURI).href);
  const { createPagefindEngine } = await at('pagefind-engine.js');
  const { createFolderEngine } = await at('folder-engine.js');
  const { findEntries } = await at('find-entries.js');
  const engine = (name === 'folder' ? createFolderEngine : createPagefindEngine)(document.querySelector('site-search').dataset.base);
  const cards = await engine.cards();
  const numbers = (list) => list.map(({ key }) => cards.get(key).id);
  const found = [];
  for (const text of texts) {
    const { mode, entries, also, asked } = await findEntries(engine, text);
    found.push({ mode, entries: numbers(entries), also: numbers(also), asked: numbers(asked) });
  }
  return found;
}`;
