/** Builds the search index of a finished site: our own and Pagefind's, each with one card an entry for facets, and one text file an entry. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { IndexFile } from 'pagefind';
import { entryPath } from '../../domain/entry/records.ts';
import type { Entry } from '../../domain/entry/records.ts';
import { compareNumbers, readAnyNumber } from '../../schema/number.ts';
import { packCards, packFact } from '../engine/card-table.ts';
import { FACTS, OWN_UNIT } from '../engine/engine.ts';
import type { EntryCard, Fact, StoredText } from '../engine/engine.ts';
import { KNOWN, OPENING } from '../engine/current-index.ts';
import type { CurrentIndex } from '../engine/current-index.ts';
import { factFile, lexiconFile, namesFile, textFile } from '../engine/stored-index.ts';
import type { KnownFile, OpeningParts } from '../engine/stored-index.ts';
import type { IndexedEntry } from './index-facts.ts';
import { splitLexicon } from './index-lexicon.ts';
import type { LexiconFiles } from './index-lexicon.ts';
import { splitTraditional } from './index-names.ts';
import type { IndexedWords } from './index-names.ts';
import { startPagefind } from './index-pagefind.ts';
import type { LaidOutPage, PagefindIndex } from './index-pagefind.ts';
import { beginScriptIndex, placeWords } from './index-scripts.ts';
import { layOut } from '../engine/layout.ts';
import { NAMES_PARTS, splitNames } from '../words/names.ts';
import type { SearchNames } from '../words/names.ts';
import type { EntryTokens } from './index-words.ts';
import { readPageText } from './page-text.ts';
import type { PageText } from './page-text.ts';
import { matchText, phraseTokens } from '../words/tokens.ts';

/** What was written, for the build's report. */
export interface IndexReport {
  pages: number;
  files: number;
  bytes: number;
}

/** The page of each entry below `distDir`, in the order of their numbers. Throws when one is missing. */
export function readPages(distDir: string, entries: readonly Entry[]): PageText[] {
  return entries.map((entry) => readPage(distDir, entryPath(entry))).sort((a, b) => compareNumbers(a.id, b.id));
}

/** The page of an entry below `distDir`; `readText` may know pages that it has read before. Throws when it is missing. */
export function readPage(distDir: string, url: string, readText = (html: string) => readPageText(html, url)): PageText {
  const page = readText(readFileSync(join(distDir, url, 'index.html'), 'utf8'));
  if (!page) throw new Error(`${url} shows no entry`);
  return page;
}

/** What the index holds beside the pages. */
export interface IndexWords extends IndexedWords {
  names: SearchNames;
}

/** The same with the lexicon in its files. */
interface PagefindWords extends Omit<IndexWords, 'lexicon'> {
  lexicon: LexiconFiles;
}

/** Of the lexicon so many pairs are a file: few beside Pagefind, whose own files are many bytes already; every file costs the build as much as a page. */
const PAIRS = { pagefind: 8, own: 32 };
/** With more sentences than these, which each pair has to name, fewer pairs are a file. */
const SENTENCES = 100_000;

/** With more entries our own index answers everywhere, and Pagefind's is made only on demand: it takes gigabytes, and a first search many bytes. */
const MOST_FOR_PAGEFIND = 3_000;

function ownPairs(sentences: number): number {
  return sentences <= SENTENCES ? PAIRS.own : Math.ceil((PAIRS.own * SENTENCES) / sentences);
}

/** Whether a site of so many entries is to have Pagefind's index, which may have been asked for. */
export function wantsPagefind(entries: number, isAskedFor: boolean): boolean {
  return entries <= MOST_FOR_PAGEFIND || isAskedFor;
}

/** An entry with its names as tokens, which cards and tokens both need. */
interface NamedPage {
  page: IndexedEntry;
  /** Its text as `matchText` folds it. */
  match: string;
  names: readonly NameTokens[];
}

interface NameTokens {
  tokens: string[];
  isTitle: boolean;
}

/**
 * Writes our own index below `distDir`, and Pagefind's where it is wanted; the same pages give the same bytes. Pagefind works in a process of its own,
 * meanwhile the words are gathered and our own index is made. `fold` does as `matchText` does, and may know texts that it has folded before; `place` does
 * as `placeWords` does, and may do it elsewhere.
 */
export async function writeSearchIndex(
  distDir: string,
  pages: readonly IndexedEntry[],
  gather: () => IndexWords,
  withPagefind = wantsPagefind(pages.length, false),
  fold = matchText,
  place = placeWords,
): Promise<IndexReport> {
  const named = pages.map((page): NamedPage => {
    const match = fold(page.text);
    return { page, match, names: namesOf(page, match) };
  });
  const pagefind = withPagefind && pages.length > 0 ? await startPagefind(named.map(laidOut)) : undefined;
  try {
    const scripts = beginScriptIndex(distDir, named.map(tokensOfPage), place);
    const { lexicon: slots, ...words } = gather();
    const own = await scripts.finish({
      cards: cardsOf(named),
      facts: (fact) => pages.map((page) => factOf(page, fact)),
      names: words.names,
      words: words.words,
      lexicon: splitLexicon(slots, ownPairs(words.words.asked.all)),
      texts: mapped(pages, (page) => ({ id: page.id, text: storedTextOf(page) })),
    });
    const files = pagefind
      ? pagefindFiles(await pagefind.finish(), named, { ...words, lexicon: splitLexicon(slots, PAIRS.pagefind) })
      : [currentFile({ folder: '', lexicon: 0 })];
    const other = writeFiles(join(distDir, 'pagefind'), files);
    return { pages: pages.length, files: own.files + other.files, bytes: own.bytes + other.bytes };
  } finally {
    await pagefind?.close();
  }
}

/** Writes files into an emptied folder; thousands of small ones, so without waiting in between. */
function writeFiles(folder: string, files: readonly IndexFile[]): Omit<IndexReport, 'pages'> {
  rmSync(folder, { recursive: true, force: true });
  for (const parent of new Set(files.map(({ path }) => dirname(join(folder, path))))) mkdirSync(parent, { recursive: true });
  for (const { path, content } of files) writeFileSync(join(folder, path), content);
  return { files: files.length, bytes: files.reduce((sum, { content }) => sum + content.length, 0) };
}

/** Pagefind's index of some pages with what the search of them needs. */
function pagefindFiles(
  { index, script }: PagefindIndex,
  named: readonly NamedPage[],
  { words, lexicon, names }: PagefindWords,
): IndexFile[] {
  const parts = splitNames(names);
  const { near, far } = splitTraditional(words.traditional);
  const own = [
    { path: KNOWN, content: pack({ cards: packCards(cardsOf(named)), words: { ...words, traditional: near } } satisfies KnownFile) },
    ...FACTS.map((fact) => ({ path: factFile(fact), content: pack(packFact(named.map(({ page }) => factOf(page, fact)))) })),
    { path: 'traditional.pf_words', content: pack(far) },
    ...lexicon.map((slots, shard) => ({ path: lexiconFile(shard), content: pack(slots) })),
    ...NAMES_PARTS.map((part) => ({ path: namesFile(part), content: pack(parts[part]) })),
    ...named.map(({ page }) => ({ path: textFile(page.id), content: pack(storedTextOf(page)) })),
  ];
  const opening = index.filter(({ path }) => !path.startsWith('index/'));
  const others = index.filter((file) => !opening.includes(file));
  return withFolder([openingOf(opening), ...others, ...own], script, { lexicon: lexicon.length });
}

function* mapped<T, U>(list: Iterable<T>, change: (one: T) => U): Generator<U> {
  for (const one of list) yield change(one);
}

/** Everything but Pagefind's script in a folder named after its content, and the file that says which folder it is: see `stored-index.ts`. */
function withFolder(files: readonly IndexFile[], script: IndexFile, facts: Omit<CurrentIndex, 'folder'>): IndexFile[] {
  const hash = createHash('sha256');
  for (const { path, content } of files) hash.update(path).update(content);
  const folder = hash.digest('hex').slice(0, 12);
  return [script, currentFile({ folder, ...facts }), ...files.map(({ path, content }) => ({ path: `${folder}/${path}`, content }))];
}

/** Files of Pagefind in one, for `readOpening`. */
function openingOf(files: readonly IndexFile[]): IndexFile {
  const parts = files.map(({ path, content }) => ({ path, content: packedBest(content) }));
  const lengths: OpeningParts = parts.map(({ path, content }) => [path, content.length]);
  return { path: OPENING, content: Buffer.concat([Buffer.from(`${JSON.stringify(lengths)}\n`), ...parts.map(({ content }) => content)]) };
}

/** Packed content in fewer bytes where it packs better in blocks of another size, as Pagefind's table does. */
function packedBest(content: Uint8Array): Uint8Array {
  const isPacked = content[0] === 0x1f && content[1] === 0x8b;
  const ways = isPacked ? BLOCKS.map((memLevel) => gzipSync(gunzipSync(content), { level: 9, memLevel })) : [];
  return ways.reduce((best, way) => (way.length < best.length ? way : best), content);
}

const BLOCKS = [5, 6, 7, 8];

function currentFile(current: CurrentIndex): IndexFile {
  return { path: 'current.json', content: Buffer.from(JSON.stringify(current)) };
}

function laidOut(named: NamedPage): LaidOutPage {
  const { page, match, names } = named;
  const tokens = names.map((name) => name.tokens);
  return { url: page.owner?.address ?? page.url, words: layOut(tokens, [...match]) };
}

function tokensOfPage({ match, names }: NamedPage): EntryTokens {
  return { names: names.map(({ tokens }) => tokens.join('')), text: match };
}

/** Title, other names and the number of a document, the shortest first. A name that the text does not show is left out: what is counted can be read. */
function namesOf({ title, aliases, docNumber }: IndexedEntry, shown: string): NameTokens[] {
  const names = [title, ...aliases, ...(docNumber ? [docNumber] : [])].map((name, index) => ({
    tokens: phraseTokens(name),
    isTitle: index === 0,
  }));
  return names.filter(({ tokens }) => shown.includes(tokens.join(''))).sort((a, b) => a.tokens.length - b.tokens.length);
}

/** The cards name their units where there are several. */
function cardsOf(named: readonly NamedPage[]): EntryCard[] {
  const isOfMany = named.some(({ page }) => page.owner !== undefined);
  return named.map((one) => cardOf(one, isOfMany));
}

function cardOf({ page, names }: NamedPage, isOfMany: boolean): EntryCard {
  const { collection, facets, offers, endedIn } = page;
  const { unit, id } = readAnyNumber(page.id);
  const title = names.findIndex(({ isTitle }) => isTitle);
  return {
    id,
    collection,
    natures: facets.natures,
    names: names.map(({ tokens }) => tokens.length),
    title,
    offers,
    ...(endedIn > 0 && { endedIn }),
    ...(isOfMany && { unit: unit || OWN_UNIT }),
  };
}

function factOf({ facets, date, common }: IndexedEntry, fact: Fact): string[] {
  if (fact === 'dates') return date === '' ? [] : [date];
  if (fact === 'marks') return common === '' ? [] : [common];
  return facets[fact];
}

/** What the cards do not say already. */
function storedTextOf({ url, title, text, headings, figures, asked, caution, owner, facets }: IndexedEntry): StoredText {
  const { regions, years, sources } = facets;
  return { url, title, text, headings, figures, asked, regions, years, sources, ...(caution && { caution }), ...(owner && { owner }) };
}

/** Packed at build, so that no server has to be set up for it. */
function pack(value: unknown): Uint8Array {
  return gzipSync(JSON.stringify(value), { level: 9 });
}
