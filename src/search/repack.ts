/**
 * Packs Pagefind's index so that a search fetches little. Pagefind 1.5 puts the words of its index into files of about 25 KB, names files and
 * pages by hashes, weights every position, and has no setting for any of it. Here words come into smaller files that are named after the words in
 * them, pages get short names, weights go, and pairs of tokens that fill a file by themselves are there in threes as well. The format is
 * Pagefind's own: any version but the one checked is refused.
 */
import { gunzipSync, gzipSync } from 'node:zlib';
import { encodeArray, encodeNumber, encodeText, readItems, readText } from './cbor.ts';
import { isPair, lastOfPair } from './layout.ts';
import { encodePosting, readPosting } from './postings.ts';
import type { Posting } from './postings.ts';

export interface IndexFile {
  path: string;
  content: Uint8Array;
}

const CHECKED_VERSION = '1.5.2';
const SIGNATURE = Buffer.from('pagefind_dcd');
/** Uncompressed bytes of a file of words, unless one word alone needs more; few enough that the table of files stays small. */
const CHUNK_BYTES = 3_500;
const MAX_CHUNKS = 6_144;
/** Places in the metadata: version, pages, ranges of words, filters, sorts, fields. */
const PAGES = 1;
const RANGES = 2;
/** Place of the file's name in a range, after its first and last word. */
const HASH = 2;

/** An index ready to be written. */
export interface RepackedIndex {
  files: IndexFile[];
  /** Pairs that phrases are looked up without: see `phraseWords`. */
  heavy: string[];
}

/** A page of the index: what it is to be called, and its words in their order. */
export interface IndexedPage {
  name: string;
  words: readonly string[];
}

/** The same index in smaller files; `pages` are given by Pagefind's hashes. */
export function repack(files: readonly IndexFile[], pages: ReadonlyMap<string, IndexedPage>): RepackedIndex {
  const meta = files.find(({ path }) => path.endsWith('.pf_meta'));
  if (!meta) throw new Error("Pagefind's index has no metadata");
  const parts = readItems(open(meta.content));
  const version = readText(parts[0] ?? encodeText(''));
  if (version !== CHECKED_VERSION) throw new Error(`Pagefind ${version}: repack.ts knows the format of ${CHECKED_VERSION} only`);
  const words = wordsOf(files, parts[RANGES] ?? encodeArray([]));
  const limit = Math.max(CHUNK_BYTES, sizeOf(words.values()) / MAX_CHUNKS);
  const heavy = [...words].flatMap(([word, { length }]) => (isPair(word) && length > limit ? [word] : []));
  const listed = readItems(parts[PAGES] ?? encodeArray([])).map((page) => pageOf(page, pages));
  const texts = listed.map((page) => page.words);
  for (const triple of triplesOf(new Set(heavy), texts)) words.set(triple.word, encodePosting(triple));
  const groups = groupWords(words, limit);
  const ranges = rangesOf(groups);
  const newParts = parts.map((part, index) => {
    if (index === RANGES) return encodeArray(ranges.map((range) => encodeArray(range.map(encodeText))));
    return index === PAGES ? encodeArray(listed.map(({ name }) => encodePage(name))) : part;
  });
  const chunks = groups.map((group, index) => ({
    path: `index/${ranges[index]?.[HASH] ?? ''}.pf_index`,
    content: close(encodeArray([encodeArray(group.map(([, encoded]) => encoded))])),
  }));
  const others = files.filter((file) => file !== meta && !file.path.startsWith('index/'));
  return { files: [...others, { path: meta.path, content: close(encodeArray(newParts)) }, ...chunks], heavy };
}

/** Every word of the index, encoded with its positions. */
function wordsOf(files: readonly IndexFile[], ranges: Uint8Array): Map<string, Uint8Array> {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const words = new Map<string, Uint8Array>();
  for (const range of readItems(ranges)) {
    const hash = readText(readItems(range)[HASH] ?? encodeText(''));
    const chunk = byPath.get(`index/${hash}.pf_index`);
    if (!chunk) throw new Error(`Pagefind's metadata names a file that does not exist: ${hash}`);
    for (const encoded of readItems(readItems(open(chunk.content))[0] ?? encodeArray([]))) {
      const posting = readPosting(encoded);
      words.set(posting.word, encodePosting(posting));
    }
  }
  return words;
}

/** Three tokens in a row wherever two of them are a heavy pair; `texts` are the words of each page. */
function triplesOf(heavy: ReadonlySet<string>, texts: readonly (readonly string[])[]): Iterable<Posting> {
  const triples = new Map<string, Posting>();
  texts.forEach((words, page) => {
    words.forEach((one, position) => {
      const next = words[position + 1] ?? '';
      if (!(heavy.has(one) || heavy.has(next)) || !isPair(one) || !isPair(next)) return;
      const word = one + lastOfPair(next);
      const { pages } = triples.get(word) ?? setDefault(triples, word, { word, pages: new Map<number, number[]>() });
      (pages.get(page) ?? setDefault(pages, page, [] as number[])).push(position);
    });
  });
  return triples.values();
}

function setDefault<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): Value {
  map.set(key, value);
  return value;
}

function pageOf(page: Uint8Array, pages: ReadonlyMap<string, IndexedPage>): IndexedPage {
  const hash = readText(readItems(page)[0] ?? encodeText(''));
  const found = pages.get(hash);
  if (!found) throw new Error(`Pagefind's metadata names a page that does not exist: ${hash}`);
  return found;
}

/** A page under its short name. Its length in words serves rankings that are not used; without it the table compresses to half. */
function encodePage(name: string): Uint8Array {
  return encodeArray([encodeText(name), encodeNumber(1)]);
}

/** Words in their order, so many to a file that no search fetches much that it does not need. */
function groupWords(words: ReadonlyMap<string, Uint8Array>, limit: number): Group[] {
  const groups: Group[] = [];
  let size = limit;
  for (const [word, encoded] of [...words].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (size + encoded.length > limit) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push([word, encoded]);
    size += encoded.length;
  }
  return groups;
}

/** The words of one file, encoded. */
type Group = (readonly [word: string, encoded: Uint8Array])[];

function sizeOf(encoded: Iterable<Uint8Array>): number {
  let size = 0;
  for (const { length } of encoded) size += length;
  return size;
}

/**
 * From where to where each file answers for words, and its name, which is where it ends. That is as short as tells two files apart, and also where
 * the next one begins, so that the table compresses well: of `i49tg9` and `i4b00c` the first file ends and the second begins at `i4b`.
 */
function rangesOf(groups: readonly Group[]): [from: string, to: string, name: string][] {
  const edges = groups.map((group): [string, string] => [group[0]?.[0] ?? '', group.at(-1)?.[0] ?? '']);
  edges.slice(1).forEach((edge, index) => {
    const before = edges[index];
    const border = before && shortestBetween(before[1], edge[0]);
    if (before && border !== undefined) before[1] = edge[0] = border;
  });
  return edges.map(([from, to]) => [from, to, to]);
}

/** Names that Windows keeps for devices, whatever ending they have. */
const RESERVED = new Set(
  'aux con nul prn com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9'.split(' '),
);

/** The shortest beginning of a word that is above the word before it; `undefined` when only the whole word is. */
function shortestBetween(before: string, word: string): string | undefined {
  for (let length = 1; length < word.length; length++) {
    const border = word.slice(0, length);
    if (border > before && !RESERVED.has(border)) return border;
  }
  return undefined;
}

function open(content: Uint8Array): Uint8Array {
  const plain = gunzipSync(content);
  if (!plain.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error('not a file of Pagefind');
  return plain.subarray(SIGNATURE.length);
}

function close(content: Uint8Array): Uint8Array {
  return gzipSync(Buffer.concat([SIGNATURE, content]), { level: 9 });
}
