/** Builds the search index of a finished site: Pagefind's positions, one card an entry for facets, and one text file an entry. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import { close, createIndex } from 'pagefind';
import { LOWEST_TARGET } from '../domain/browser-contract.ts';
import { packCards } from './card-table.ts';
import type { EntryCard, EntryText } from './engine.ts';
import { writeFolderIndex } from './index-scripts.ts';
import { layOut } from './layout.ts';
import type { SearchNames, SearchWords } from './names.ts';
import { readPageText } from './page-text.ts';
import type { PageText } from './page-text.ts';
import { repack } from './repack.ts';
import type { IndexFile } from './repack.ts';
import { matchText, phraseTokens, tokensOf } from './tokens.ts';

export type { PageFacets, PageHeading, PageText } from './page-text.ts';

/** What was written, for the build's report. */
export interface IndexReport {
  pages: number;
  files: number;
  bytes: number;
}

/** Every entry page below `distDir`, in the order of their numbers. */
export async function readPages(distDir: string): Promise<PageText[]> {
  const names = await readdir(distDir, { recursive: true });
  const paths = names.map((name) => name.replaceAll('\\', '/')).filter((name) => name.endsWith('index.html'));
  const pages: PageText[] = [];
  for (const path of paths) {
    const html = await readFile(join(distDir, path), 'utf8');
    // Most pages that are not entries never get parsed.
    const page = html.includes('data-entry=') ? readPageText(html, `/${path.slice(0, -'index.html'.length)}`) : undefined;
    if (page) pages.push(page);
  }
  return pages.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What the index holds beside the pages. */
export interface IndexWords {
  words: SearchWords;
  names: SearchNames;
}

/** Writes `pagefind/` and the folder index below `distDir`; the same pages give the same bytes. */
export async function writeSearchIndex(distDir: string, pages: readonly PageText[], { words, names }: IndexWords): Promise<IndexReport> {
  const outDir = join(distDir, 'pagefind');
  await rm(outDir, { recursive: true, force: true });
  const files = await buildPagefind(pages);
  const needed = await Promise.all(files.filter(({ path }) => isNeeded(path)).map(lowerScript));
  const kept = repack(needed, numbersByHash(files, pages));
  const own = [
    { path: 'cards.pf_cards', content: pack(packCards(pages.map(cardOf))) },
    { path: 'words.pf_words', content: pack(words) },
    { path: 'names.pf_words', content: pack(names) },
    ...pages.map((page) => ({ path: `text/${page.id}.pf_text`, content: pack(textOf(page)) })),
  ];
  const all = [...kept, ...own];
  for (const { path, content } of all) {
    const target = join(outDir, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
  const texts = pages.map((page) => ({ ...textOf(page), names: namesOf(page).map(({ tokens }) => tokens.join('')) }));
  await writeFolderIndex(distDir, { cards: pages.map(cardOf), texts, words, names });
  return { pages: pages.length, files: all.length, bytes: all.reduce((sum, { content }) => sum + content.length, 0) };
}

async function buildPagefind(pages: readonly PageText[]): Promise<IndexFile[]> {
  // For zh Pagefind would cut the words once more, by a segmenter of its own.
  const { index, errors } = await createIndex({ forceLanguage: 'unknown' });
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  try {
    for (const page of pages) {
      const added = await index.addHTMLFile({ url: page.url, content: indexedHtml(page) });
      if (added.errors.length > 0) throw new Error(`Pagefind, ${page.url}: ${added.errors.join('; ')}`);
    }
    const built = await index.getFiles();
    if (built.errors.length > 0) throw new Error(`Pagefind: ${built.errors.join('; ')}`);
    return built.files;
  } finally {
    await close();
  }
}

/** A page made for Pagefind alone, see `layout.ts`. */
function indexedHtml(page: PageText): string {
  const words = layOut(
    namesOf(page).map(({ tokens }) => tokens),
    tokensOf(page.text),
  );
  return `<!doctype html><html><head></head><body data-pagefind-body><p>${words.join(' ')}</p></body></html>`;
}

/** Title and other names, the shortest first. A name that the text does not show is left out: what is counted can be read. */
function namesOf({ title, aliases, text }: PageText): { tokens: string[]; isTitle: boolean }[] {
  const shown = matchText(text);
  const names = [title, ...aliases].map((name, index) => ({ tokens: phraseTokens(name), isTitle: index === 0 }));
  return names.filter(({ tokens }) => shown.includes(tokens.join(''))).sort((a, b) => a.tokens.length - b.tokens.length);
}

/** Pagefind names a page by the hash of its fragment file, which the search returns and only the fragment explains. */
function numbersByHash(files: readonly IndexFile[], pages: readonly PageText[]): Map<string, string> {
  const numbers = new Map(pages.map(({ url, id }) => [url, id]));
  const byHash = new Map<string, string>();
  for (const { path, content } of files) {
    const hash = /^fragment\/(.+)\.pf_fragment$/u.exec(path)?.[1];
    if (!hash) continue;
    const plain = gunzipSync(content).toString('utf8');
    const { url } = JSON.parse(plain.slice(plain.indexOf('{'))) as { url: string };
    byHash.set(hash, numbers.get(url) ?? '');
  }
  if (byHash.size !== pages.length) throw new Error(`Pagefind indexed ${byHash.size} of ${pages.length} pages`);
  return byHash;
}

/** Pagefind's own interfaces are not used, and the texts are stored better by us: unspaced and with their punctuation. */
function isNeeded(path: string): boolean {
  return /^(pagefind\.js|pagefind-entry\.json|pagefind\.[^/]+\.pf_meta|wasm\.[^/]+\.pagefind|index\/.+)$/u.test(path);
}

/** Pagefind's script in the syntax of the oldest browser; other files as they are. */
async function lowerScript(file: IndexFile): Promise<IndexFile> {
  if (!file.path.endsWith('.js')) return file;
  const source = Buffer.from(file.content).toString('utf8');
  const { code } = await transform(source, { target: LOWEST_TARGET, format: 'esm', minify: true, charset: 'utf8' });
  return { path: file.path, content: Buffer.from(code) };
}

function cardOf(page: PageText): EntryCard {
  const { id, collection, facets, date } = page;
  const names = namesOf(page);
  const title = names.findIndex(({ isTitle }) => isTitle);
  return { id, collection, ...facets, names: names.map(({ tokens }) => tokens.length), title, date };
}

function textOf({ id, collection, url, title, facets, text, headings, figures }: PageText): EntryText {
  return { id, collection, url, title, ...facets, text, headings, figures };
}

/** Packed at build, so that no server has to be set up to compress. */
function pack(value: unknown): Uint8Array {
  return gzipSync(JSON.stringify(value), { level: 9 });
}
