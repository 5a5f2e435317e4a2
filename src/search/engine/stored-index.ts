/** Reads the files of the index that `index-pages.ts` writes, from the folder that is current: see `current-index.ts`. */
import type { CardTable } from './card-table.ts';
import { fetchPart, folderAddress, forgetCurrent, OPENING, readCurrent } from './current-index.ts';
import { SearchUnavailable } from './engine.ts';
import type { Fact } from './engine.ts';
import type { Lexicon, Slot } from '../words/lexicon.ts';
import { joinNames, NO_NAMES, partsTo } from '../words/names.ts';
import type { NamesPart, SearchNames, SearchWords } from '../words/names.ts';
import { fileOf } from './word-files.ts';

/** What every search knows: see `SearchEngine`. */
export interface KnownFile {
  cards: CardTable;
  words: SearchWords;
}

const kept = new Map<string, Promise<unknown>>();

/** The current folder of the site below `base`, with a slash at its end. */
export async function indexFolder(base: string): Promise<string> {
  const current = await readCurrent(base);
  if (current.folder === '') throw new SearchUnavailable('the site has no index of Pagefind');
  return folderAddress(base, current);
}

/** The files that Pagefind reads when it opens, by their paths below the folder. */
export async function readOpening(folder: string): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const bytes = new Uint8Array(await (await fetchPart(folder + OPENING)).arrayBuffer());
  const end = bytes.indexOf(LINE_END);
  const parts = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as OpeningParts;
  let at = end + 1;
  return new Map(parts.map(([path, length]) => [path, bytes.slice(at, (at += length))]));
}

/** The first line of that file: the path and the length of each part that follows. */
export type OpeningParts = readonly (readonly [path: string, length: number])[];

const LINE_END = 10;

/** Whether the site has an index of Pagefind at all. */
export async function hasIndex(base: string): Promise<boolean> {
  return (await readCurrent(base)).folder !== '';
}

/** The content of a packed file of the index, fetched once a page however many ask. A failure forgets everything read of that site so far. */
export async function readIndexFile<T>(base: string, path: string): Promise<T> {
  return readFrom<T>(await indexFolder(base), path);
}

/** The same, of a folder that may not be the current one any more. */
export function readFrom<T>(folder: string, path: string): Promise<T> {
  const address = folder + path;
  const reading = kept.get(address) ?? readPacked(address);
  kept.set(address, reading);
  reading.catch(() => {
    forgetIndex(folder.replace(/pagefind\/[^/]*\/$/u, ''));
  });
  return reading as Promise<T>;
}

/** A part of the names with those before it. */
export async function readIndexNames(base: string, part: NamesPart): Promise<SearchNames> {
  const [first, ...others] = await Promise.all(partsTo(part).map((name) => readIndexFile<SearchNames>(base, namesFile(name))));
  return first ? joinNames(first, ...others) : NO_NAMES;
}

/** Where `index-pages.ts` puts a part of the names. */
export function namesFile(part: NamesPart): string {
  return `names-${part}.pf_words`;
}

/** Where `index-pages.ts` puts what the entries have of a fact. */
export function factFile(fact: Fact): string {
  return `facts/${fact}.pf_cards`;
}

/** Where `index-pages.ts` puts the text of an entry; those of a unit lie in a folder of their own. */
export function textFile(key: string): string {
  return `text/${key.replace(':', '/')}.pf_text`;
}

/** Where `index-pages.ts` puts a part of the lexicon. */
export function lexiconFile(shard: number): string {
  return `lexicon/${shard}.pf_words`;
}

/** What is known of these pairs. */
export async function readLexicon(base: string, pairs: readonly string[]): Promise<Lexicon> {
  const { lexicon } = await readCurrent(base);
  const shards = [...new Set(pairs.map((pair) => fileOf(pair, lexicon)))];
  const files = await Promise.all(shards.map((shard) => readIndexFile<Record<string, Slot>>(base, lexiconFile(shard))));
  return new Map(files.flatMap((slots) => Object.entries(slots)));
}

/** Lets the next call for the site below `base` start anew; what is kept of other sites stays. */
export function forgetIndex(base: string): void {
  forgetCurrent(base);
  for (const address of kept.keys()) if (address.startsWith(`${base}pagefind/`)) kept.delete(address);
}

/** JSON that was compressed at build, so that no server has to be set up for it. */
async function readPacked(address: string): Promise<unknown> {
  const { body } = await fetchPart(address);
  if (!body) throw new SearchUnavailable(`${address}: empty`);
  // Whoever has WebAssembly with multi-value, as Pagefind needs it, has this too; others use our own index.
  // eslint-disable-next-line no-restricted-globals
  return new Response(body.pipeThrough(new DecompressionStream('gzip'))).json();
}
