/**
 * Reads the files of the index that `index-pages.ts` writes. They lie in a folder named after their content, so that no open page and no cache
 * mixes two states of the site: a page opened before the site was exchanged finds its folder gone, and asks anew which one is current.
 */
import { SearchUnavailable } from './engine.ts';
import type { Fact } from './engine.ts';
import type { Lexicon, Slot } from '../words/lexicon.ts';
import { joinNames, NAMES_PARTS, NO_NAMES } from '../words/names.ts';
import type { NamesPart, SearchNames } from '../words/names.ts';
import { fileOf } from './positions.ts';

/** What `current.json` beside the folders says. */
export interface CurrentIndex {
  /** Empty where there is no such index: then our own answers, see `positional-engine.ts`. */
  folder: string;
  /** So many files hold the lexicon. */
  lexicon: number;
  /** Below the folder, what Pagefind fetches one after the other when it opens: all of it can come at once. */
  opens: readonly string[];
}

/** The one question that Pagefind asks of its first file is this, and not the time, so that the file can be fetched before. */
export const ENTRY_TAG = '1';

const kept = new Map<string, Promise<unknown>>();
const current = new Map<string, Promise<CurrentIndex>>();

/** The folder of one state of the index: its address with a slash at its end, and what of it Pagefind will fetch. */
export interface IndexFolder {
  folder: string;
  opens: readonly string[];
}

/** The current folder of the site below `base`. */
export async function indexFolder(base: string): Promise<IndexFolder> {
  const { folder, opens } = await readCurrent(base);
  if (folder === '') throw new SearchUnavailable('the site has no index of Pagefind');
  return { folder: `${base}pagefind/${folder}/`, opens };
}

/** Lets what Pagefind will fetch come now. A browser that does not know how fetches it later. */
export function fetchAhead({ folder, opens }: IndexFolder): void {
  for (const path of opens) {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: folder + path });
    document.head.append(link);
  }
}

/** Whether the site has an index of Pagefind at all. */
export async function hasIndex(base: string): Promise<boolean> {
  return (await readCurrent(base)).folder !== '';
}

/** The content of a packed file of the index, fetched once a page however many ask. A failure forgets everything read of that site so far. */
export async function readIndexFile<T>(base: string, path: string): Promise<T> {
  return readFrom<T>((await indexFolder(base)).folder, path);
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
  const wanted = NAMES_PARTS.slice(0, NAMES_PARTS.indexOf(part) + 1);
  const [first, ...others] = await Promise.all(wanted.map((name) => readIndexFile<SearchNames>(base, namesFile(name))));
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
  current.delete(base);
  for (const address of kept.keys()) if (address.startsWith(`${base}pagefind/`)) kept.delete(address);
}

function readCurrent(base: string): Promise<CurrentIndex> {
  const asking =
    current.get(base) ??
    fetchPart(`${base}pagefind/current.json`, { cache: 'no-cache' }).then((response) => response.json() as Promise<CurrentIndex>);
  current.set(base, asking);
  asking.catch(() => {
    forgetIndex(base);
  });
  return asking;
}

/** JSON that was compressed at build, so that no server has to be set up for it. */
async function readPacked(address: string): Promise<unknown> {
  const { body } = await fetchPart(address);
  if (!body) throw new SearchUnavailable(`${address}: empty`);
  // Whoever has WebAssembly with multi-value, as Pagefind needs it, has this too; others use our own index.
  // eslint-disable-next-line no-restricted-globals
  return new Response(body.pipeThrough(new DecompressionStream('gzip'))).json();
}

async function fetchPart(address: string, options?: RequestInit): Promise<Response> {
  const response = await fetch(address, options);
  if (!response.ok) throw new SearchUnavailable(`${address}: ${response.status}`);
  return response;
}
