/**
 * Cuts Pagefind's index into smaller files. Pagefind 1.5 packs the positions of many words into chunks of about 25 KB and has no setting
 * for it; with one character a word, every character of a query costs a whole chunk. Entries are copied byte for byte; only the table of
 * ranges in the metadata is written anew. The format is Pagefind's own, so any version but the one checked here stays as it is.
 */
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { encodeArray, encodeText, readItems, readText } from './cbor.ts';

export interface IndexFile {
  path: string;
  content: Uint8Array;
}

const CHECKED_VERSION = '1.5.2';
const SIGNATURE = Buffer.from('pagefind_dcd');
/** Uncompressed bytes of a chunk, unless one character alone needs more or there would be too many chunks. */
const CHUNK_BYTES = 4_000;
const MAX_CHUNKS = 512;
/** The place of the table of ranges in the metadata: version, pages, ranges, filters, sorts, fields. */
const RANGES = 2;

/** The same index in smaller chunks; files that are not chunks or metadata pass through. */
export function splitChunks(files: readonly IndexFile[]): IndexFile[] {
  const meta = files.find(({ path }) => path.endsWith('.pf_meta'));
  if (!meta) return [...files];
  const parts = readItems(open(meta.content));
  const [version, , ranges] = parts;
  if (!version || !ranges || readText(version) !== CHECKED_VERSION) return [...files];
  const byPath = new Map(files.map((file) => [file.path, file]));
  const words = readItems(ranges).flatMap((range) => {
    const hash = readText(readItems(range)[RANGES] ?? encodeText(''));
    const chunk = byPath.get(`index/${hash}.pf_index`);
    if (!chunk) throw new Error(`Pagefind's metadata names a chunk that does not exist: ${hash}`);
    return readItems(readItems(open(chunk.content))[0] ?? encodeArray([]));
  });
  const groups = groupWords(words);
  const chunks = groups.map((group) => {
    const content = encodeArray([encodeArray(group)]);
    return { group, hash: `unknown_${createHash('sha256').update(content).digest('hex').slice(0, 10)}`, content };
  });
  const table = chunks.map(({ group, hash }) => {
    const edge = (word: Uint8Array | undefined) => readItems(word ?? encodeArray([]))[0] ?? encodeText('');
    return encodeArray([edge(group[0]), edge(group.at(-1)), encodeText(hash)]);
  });
  const newMeta = encodeArray(parts.map((part, index) => (index === RANGES ? encodeArray(table) : part)));
  const others = files.filter((file) => file !== meta && !file.path.startsWith('index/'));
  const split = chunks.map(({ hash, content }) => ({ path: `index/${hash}.pf_index`, content: close(content) }));
  return [...others, { path: meta.path, content: close(newMeta) }, ...split];
}

/** Words in their order, so many to a chunk that no search fetches much that it does not need. */
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

function open(content: Uint8Array): Uint8Array {
  const plain = gunzipSync(content);
  if (!plain.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error('not a file of Pagefind');
  return plain.subarray(SIGNATURE.length);
}

function close(content: Uint8Array): Uint8Array {
  return gzipSync(Buffer.concat([SIGNATURE, content]), { level: 9 });
}
