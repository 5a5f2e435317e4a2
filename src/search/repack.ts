/**
 * Packs Pagefind's index so that a search fetches little. Pagefind 1.5 puts the words of its index into files of about 25 KB, names files and
 * pages by hashes, and has no setting for either. Here words come into smaller files with short names, and pages are named by the numbers
 * of their entries; the words themselves are copied byte for byte. The format is Pagefind's own: any version but the one checked is refused.
 */
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { encodeArray, encodeNumber, encodeText, readItems, readText } from './cbor.ts';

export interface IndexFile {
  path: string;
  content: Uint8Array;
}

const CHECKED_VERSION = '1.5.2';
const SIGNATURE = Buffer.from('pagefind_dcd');
/** Uncompressed bytes of a file of words, unless one word alone needs more; few enough that the table of files stays small. */
const CHUNK_BYTES = 4_000;
const MAX_CHUNKS = 6_144;
/** Places in the metadata: version, pages, ranges of words, filters, sorts, fields. */
const PAGES = 1;
const RANGES = 2;
/** Place of the file's name in a range, after its first and last word. */
const HASH = 2;

/** The same index in smaller files; `numbers` gives what each page is to be called, by Pagefind's hash. */
export function repack(files: readonly IndexFile[], numbers: ReadonlyMap<string, string>): IndexFile[] {
  const meta = files.find(({ path }) => path.endsWith('.pf_meta'));
  if (!meta) throw new Error("Pagefind's index has no metadata");
  const parts = readItems(open(meta.content));
  const version = readText(parts[0] ?? encodeText(''));
  if (version !== CHECKED_VERSION) throw new Error(`Pagefind ${version}: repack.ts knows the format of ${CHECKED_VERSION} only`);
  const words = wordsOf(files, parts[RANGES] ?? encodeArray([]));
  const groups = groupWords(words);
  // All names change with any content, so that no cache mixes two states of the index.
  const state = createHash('sha256').update(Buffer.concat(words)).digest('hex').slice(0, 8);
  const chunks = groups.map((group, index) => ({ group, name: `${state}_${index.toString(36)}` }));
  const edges = edgesOf(groups);
  const ranges = chunks.map(({ name }, index) => encodeArray([...(edges[index] ?? []), name].map(encodeText)));
  const newParts = parts.map((part, index) => {
    if (index === RANGES) return encodeArray(ranges);
    return index === PAGES ? encodeArray(readItems(part).map((page) => renamePage(page, numbers))) : part;
  });
  const others = files.filter((file) => file !== meta && !file.path.startsWith('index/'));
  return [
    ...others,
    { path: meta.path, content: close(encodeArray(newParts)) },
    ...chunks.map(({ group, name }) => ({ path: `index/${name}.pf_index`, content: close(encodeArray([encodeArray(group)])) })),
  ];
}

/** Every word of the index with its positions, in order, as encoded. */
function wordsOf(files: readonly IndexFile[], ranges: Uint8Array): Uint8Array[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return readItems(ranges).flatMap((range) => {
    const hash = readText(readItems(range)[HASH] ?? encodeText(''));
    const chunk = byPath.get(`index/${hash}.pf_index`);
    if (!chunk) throw new Error(`Pagefind's metadata names a file that does not exist: ${hash}`);
    return readItems(readItems(open(chunk.content))[0] ?? encodeArray([]));
  });
}

/** A page under its entry's number. Its length in words serves rankings that are not used; without it the table compresses to half. */
function renamePage(page: Uint8Array, numbers: ReadonlyMap<string, string>): Uint8Array {
  const hash = readText(firstOf(page));
  const number = numbers.get(hash);
  if (!number) throw new Error(`Pagefind's metadata names a page that does not exist: ${hash}`);
  return encodeArray([encodeText(number), encodeNumber(1)]);
}

/** Words in their order, so many to a file that no search fetches much that it does not need. */
function groupWords(words: readonly Uint8Array[]): Uint8Array[][] {
  const total = words.reduce((sum, { length }) => sum + length, 0);
  const limit = Math.max(CHUNK_BYTES, total / MAX_CHUNKS);
  const groups: Uint8Array[][] = [];
  let size = limit;
  for (const word of words) {
    if (size + word.length > limit) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push(word);
    size += word.length;
  }
  return groups;
}

/**
 * From where to where each file answers for words. Borders between two files are as short as tells them apart, so that the table compresses
 * well: of `i49tg9` and `i4b00c` the first file ends at `i4b` and the second begins at `i4b0`.
 */
function edgesOf(groups: readonly Uint8Array[][]): [from: string, to: string][] {
  const edges = groups.map((group): [string, string] => [readText(firstOf(group[0])), readText(firstOf(group.at(-1)))]);
  edges.slice(1).forEach((edge, index) => {
    const before = edges[index];
    const border = before && shortestBetween(before[1], edge[0]);
    if (!before || border === undefined) return;
    before[1] = border;
    edge[0] = `${border}${LOWEST}`;
  });
  return edges;
}

/** The lowest character that words are written with, see `layout.ts`. */
const LOWEST = '0';

/** The shortest beginning of a word that is above the word before it; `undefined` when only the whole word is. */
function shortestBetween(before: string, word: string): string | undefined {
  for (let length = 1; length < word.length; length++) if (word.slice(0, length) > before) return word.slice(0, length);
  return undefined;
}

function firstOf(item: Uint8Array | undefined): Uint8Array {
  return readItems(item ?? encodeArray([]))[0] ?? encodeText('');
}

function open(content: Uint8Array): Uint8Array {
  const plain = gunzipSync(content);
  if (!plain.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error('not a file of Pagefind');
  return plain.subarray(SIGNATURE.length);
}

function close(content: Uint8Array): Uint8Array {
  return gzipSync(Buffer.concat([SIGNATURE, content]), { level: 9 });
}
