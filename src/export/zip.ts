/** ZIP files for readers: the same members give the same bytes, so each is dated 1 January 2000. */
import { zipSync } from 'fflate';
import type { ZipOptions } from 'fflate';

/** What is packed, by its path in the file, in this order. */
export type Members = Readonly<Record<string, Uint8Array>>;

/** Packs members as hard as `level` says, from 1 to 9; 0 for what is packed already. */
export type Zip = (members: Members, level: ZipLevel) => Uint8Array<ArrayBuffer>;

type ZipLevel = NonNullable<ZipOptions['level']>;

/** Midnight by the clock of this machine, as ZIP files count. */
const DAY = new Date(2000, 0, 1);

/** Packs anywhere; the build has a faster one (`zip-with-zlib.ts`). */
export const zipFiles: Zip = (members, level) => zipSync({ ...members }, { mtime: DAY, level });

const encoder = new TextEncoder();

/** Texts as members. */
export function encoded(texts: Iterable<readonly [path: string, text: string]>): Members {
  return Object.fromEntries([...texts].map(([path, text]) => [path, encoder.encode(text)]));
}
