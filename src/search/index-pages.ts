/** Builds the search index of a finished site: Pagefind's positions, one card an entry for facets, and one text file an entry. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import { close, createIndex } from 'pagefind';
import { LOWEST_TARGET } from '../domain/browser-contract.ts';
import { packCards } from './card-table.ts';
import type { EntryCard, EntryText, StoredText } from './engine.ts';
import { namesFile } from './stored-index.ts';
import type { CurrentIndex, IndexTable } from './stored-index.ts';
import type { IndexedEntry } from './index-facts.ts';
import { writeFolderIndex } from './index-scripts.ts';
import { layOut, pageName } from './layout.ts';
import { NAMES_PARTS, splitNames } from './names.ts';
import type { SearchNames, SearchWords } from './names.ts';
import { readPageText } from './page-text.ts';
import type { PageText } from './page-text.ts';
import { repack } from './repack.ts';
import type { IndexedPage, IndexFile } from './repack.ts';
import { matchText, phraseTokens, tokensOf } from './tokens.ts';

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
  return pages.sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
}

/** What the index holds beside the pages. */
export interface IndexWords {
  words: SearchWords;
  names: SearchNames;
}

/** Writes `pagefind/` and the folder index below `distDir`; the same pages give the same bytes. */
export async function writeSearchIndex(
  distDir: string,
  pages: readonly IndexedEntry[],
  { words, names }: IndexWords,
): Promise<IndexReport> {
  const outDir = join(distDir, 'pagefind');
  await rm(outDir, { recursive: true, force: true });
  const files = await buildPagefind(pages);
  const script = await scriptOf(files);
  const { files: kept, heavy } = repack(
    files.filter(({ path }) => isNeeded(path)),
    pagesByHash(files, pages),
  );
  const table: IndexTable = { cards: packCards(pages.map(cardOf)), heavy };
  const parts = splitNames(names);
  const own = [
    { path: 'cards.pf_cards', content: pack(table) },
    { path: 'words.pf_words', content: pack(words) },
    ...NAMES_PARTS.map((part) => ({ path: namesFile(part), content: pack(parts[part]) })),
    ...pages.map((page) => ({ path: `text/${page.id}.pf_text`, content: pack(storedTextOf(page)) })),
  ];
  const all = withFolder([...kept, ...own], script);
  for (const { path, content } of all) {
    const target = join(outDir, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
  const texts = pages.map((page) => ({ ...textOf(page), names: namesOf(page).map(({ tokens }) => tokens.join('')) }));
  await writeFolderIndex(distDir, { cards: pages.map(cardOf), texts, words, names });
  return { pages: pages.length, files: all.length, bytes: all.reduce((sum, { content }) => sum + content.length, 0) };
}

/** Everything but Pagefind's script in a folder named after its content, and the file that says which folder it is: see `stored-index.ts`. */
function withFolder(files: readonly IndexFile[], script: IndexFile): IndexFile[] {
  const hash = createHash('sha256');
  for (const { path, content } of files) hash.update(path).update(content);
  const folder = hash.digest('hex').slice(0, 12);
  const current: CurrentIndex = { folder };
  return [
    script,
    { path: 'current.json', content: Buffer.from(JSON.stringify(current)) },
    ...files.map(({ path, content }) => ({ path: `${folder}/${path}`, content })),
  ];
}

async function buildPagefind(pages: readonly IndexedEntry[]): Promise<IndexFile[]> {
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
function indexedHtml(page: IndexedEntry): string {
  return `<!doctype html><html><head></head><body data-pagefind-body><p>${wordsOf(page).join(' ')}</p></body></html>`;
}

function wordsOf(page: IndexedEntry): string[] {
  return layOut(
    namesOf(page).map(({ tokens }) => tokens),
    tokensOf(page.text),
  );
}

/** Title and other names, the shortest first. A name that the text does not show is left out: what is counted can be read. */
function namesOf({ title, aliases, text }: IndexedEntry): { tokens: string[]; isTitle: boolean }[] {
  const shown = matchText(text);
  const names = [title, ...aliases].map((name, index) => ({ tokens: phraseTokens(name), isTitle: index === 0 }));
  return names.filter(({ tokens }) => shown.includes(tokens.join(''))).sort((a, b) => a.tokens.length - b.tokens.length);
}

/** Pagefind names a page by the hash of its fragment file, which the search returns and only the fragment explains. */
function pagesByHash(files: readonly IndexFile[], pages: readonly IndexedEntry[]): Map<string, IndexedPage> {
  const byUrl = new Map(pages.map((page, place) => [page.url, { name: pageName(place, pages.length), words: wordsOf(page) }]));
  const byHash = new Map<string, IndexedPage>();
  for (const { path, content } of files) {
    const hash = /^fragment\/(.+)\.pf_fragment$/u.exec(path)?.[1];
    if (!hash) continue;
    const plain = gunzipSync(content).toString('utf8');
    const { url } = JSON.parse(plain.slice(plain.indexOf('{'))) as { url: string };
    const page = byUrl.get(url);
    if (page) byHash.set(hash, page);
  }
  if (byHash.size !== pages.length) throw new Error(`Pagefind indexed ${byHash.size} of ${pages.length} pages`);
  return byHash;
}

/** Pagefind's own interfaces are not used, and the texts are stored better by us: unspaced and with their punctuation. */
function isNeeded(path: string): boolean {
  return /^(pagefind-entry\.json|pagefind\.[^/]+\.pf_meta|wasm\.[^/]+\.pagefind|index\/.+)$/u.test(path);
}

/** Pagefind's script in the syntax of the oldest browser. */
async function scriptOf(files: readonly IndexFile[]): Promise<IndexFile> {
  const path = 'pagefind.js';
  const file = files.find((one) => one.path === path);
  if (!file) throw new Error(`Pagefind wrote no ${path}`);
  const source = Buffer.from(file.content).toString('utf8');
  const { code } = await transform(source, { target: LOWEST_TARGET, format: 'esm', minify: true, charset: 'utf8' });
  return { path, content: Buffer.from(code) };
}

function cardOf(page: IndexedEntry): EntryCard {
  const { id, collection, facets, date } = page;
  const names = namesOf(page);
  const title = names.findIndex(({ isTitle }) => isTitle);
  return { id, collection, ...facets, names: names.map(({ tokens }) => tokens.length), title, date };
}

/** What the cards do not say already. */
function storedTextOf({ url, title, text, headings, figures }: IndexedEntry): StoredText {
  return { url, title, text, headings, figures };
}

function textOf(page: IndexedEntry): EntryText {
  const { id, collection, facets } = page;
  return { id, collection, ...facets, ...storedTextOf(page) };
}

/** Packed at build, so that no server has to be set up for it. */
function pack(value: unknown): Uint8Array {
  return gzipSync(JSON.stringify(value), { level: 9 });
}
