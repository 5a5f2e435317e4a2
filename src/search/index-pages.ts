/** Builds the search index of a finished site: Pagefind's positions, one card an entry for facets, and one text file an entry. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { IndexFile } from 'pagefind';
import { compareNumbers, readAnyNumber } from '../schema/number.ts';
import { packCards } from './card-table.ts';
import { OWN_UNIT } from './engine.ts';
import type { EntryCard, EntryText, StoredText } from './engine.ts';
import { LEXICON_FILES, lexiconFile, namesFile, textFile } from './stored-index.ts';
import type { CurrentIndex } from './stored-index.ts';
import type { IndexedEntry } from './index-facts.ts';
import { splitLexicon } from './index-lexicon.ts';
import { splitTraditional } from './index-names.ts';
import type { IndexedWords } from './index-names.ts';
import { buildPagefind } from './index-pagefind.ts';
import { writeFolderIndex } from './index-scripts.ts';
import { layOut } from './layout.ts';
import { NAMES_PARTS, splitNames } from './names.ts';
import type { SearchNames } from './names.ts';
import { readPageText } from './page-text.ts';
import type { PageText } from './page-text.ts';
import { matchText, phraseTokens, tokensOf } from './tokens.ts';

/** What was written, for the build's report. */
export interface IndexReport {
  pages: number;
  files: number;
  bytes: number;
}

/** Every entry page below `distDir`, in the order of their numbers; `readText` may know pages that it has read before. */
export async function readPages(distDir: string, readText = readPageText): Promise<PageText[]> {
  const names = await readdir(distDir, { recursive: true });
  const paths = names.map((name) => name.replaceAll('\\', '/')).filter((name) => name.endsWith('index.html'));
  const pages: PageText[] = [];
  for (const path of paths) {
    const html = await readFile(join(distDir, path), 'utf8');
    // Most pages that are not entries never get parsed.
    const page = html.includes('data-entry=') ? readText(html, `/${path.slice(0, -'index.html'.length)}`) : undefined;
    if (page) pages.push(page);
  }
  return pages.sort((a, b) => compareNumbers(a.id, b.id));
}

/** What the index holds beside the pages. */
export interface IndexWords extends IndexedWords {
  names: SearchNames;
}

/** Writes `pagefind/` and the folder index below `distDir`; the same pages give the same bytes. */
export async function writeSearchIndex(
  distDir: string,
  pages: readonly IndexedEntry[],
  { words, lexicon, names }: IndexWords,
): Promise<IndexReport> {
  const outDir = join(distDir, 'pagefind');
  await rm(outDir, { recursive: true, force: true });
  const { index, script } = await buildPagefind(pages.map((page) => ({ url: page.owner?.address ?? page.url, words: wordsOf(page) })));
  const isOfMany = pages.some(({ owner }) => owner !== undefined);
  const cards = pages.map((page) => cardOf(page, isOfMany));
  const parts = splitNames(names);
  const { near, far } = splitTraditional(words.traditional);
  const own = [
    { path: 'cards.pf_cards', content: pack(packCards(cards)) },
    { path: 'words.pf_words', content: pack({ ...words, traditional: near }) },
    { path: 'traditional.pf_words', content: pack(far) },
    ...splitLexicon(lexicon, LEXICON_FILES).map((slots, shard) => ({ path: lexiconFile(shard), content: pack(slots) })),
    ...NAMES_PARTS.map((part) => ({ path: namesFile(part), content: pack(parts[part]) })),
    ...pages.map((page) => ({ path: textFile(page.id), content: pack(storedTextOf(page)) })),
  ];
  const all = withFolder([...index, ...own], script);
  for (const { path, content } of all) {
    const target = join(outDir, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
  const texts = pages.map((page) => ({ ...textOf(page), names: namesOf(page).map(({ tokens }) => tokens.join('')) }));
  await writeFolderIndex(distDir, { cards, texts, words, lexicon, names });
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

function wordsOf(page: IndexedEntry): string[] {
  return layOut(
    namesOf(page).map(({ tokens }) => tokens),
    tokensOf(page.text),
  );
}

/** Title, other names and the number of a document, the shortest first. A name that the text does not show is left out: what is counted can be read. */
function namesOf({ title, aliases, docNumber, text }: IndexedEntry): { tokens: string[]; isTitle: boolean }[] {
  const shown = matchText(text);
  const names = [title, ...aliases, ...(docNumber ? [docNumber] : [])].map((name, index) => ({
    tokens: phraseTokens(name),
    isTitle: index === 0,
  }));
  return names.filter(({ tokens }) => shown.includes(tokens.join(''))).sort((a, b) => a.tokens.length - b.tokens.length);
}

function cardOf(page: IndexedEntry, isOfMany: boolean): EntryCard {
  const { collection, facets, offers, common, date } = page;
  const { unit, id } = readAnyNumber(page.id);
  const names = namesOf(page);
  const title = names.findIndex(({ isTitle }) => isTitle);
  return {
    id,
    collection,
    ...facets,
    names: names.map(({ tokens }) => tokens.length),
    title,
    offers,
    common,
    date,
    ...(isOfMany && { unit: unit || OWN_UNIT }),
  };
}

/** What the cards do not say already. */
function storedTextOf({ url, title, text, headings, figures, asked, owner }: IndexedEntry): StoredText {
  return { url, title, text, headings, figures, asked, ...(owner && { owner }) };
}

function textOf(page: IndexedEntry): EntryText {
  const { id, collection, facets } = page;
  return { id, collection, ...facets, ...storedTextOf(page) };
}

/** Packed at build, so that no server has to be set up for it. */
function pack(value: unknown): Uint8Array {
  return gzipSync(JSON.stringify(value), { level: 9 });
}
