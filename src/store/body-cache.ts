/**
 * Bodies by the hash of their text, kept from one run to the next in `.build/`: reading one takes half a millisecond, taking it from here a
 * twentieth. The file may be deleted at any time; one that another version of the code has written, or that is damaged, counts for nothing.
 */
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { readBody } from '../markdown/read-body.ts';
import type { Body } from '../markdown/read-body.ts';

export interface BodyCache {
  /** The body of a text, read now or before. */
  read(source: string): Body;
  /** Writes what was asked for since `openBodyCache`, and nothing else. */
  save(): void;
}

interface Kept {
  reader: string;
  bodies: Map<string, Buffer>;
}

/** Opens the cache in the file at `path`; none at all for `undefined`. */
export function openBodyCache(path: string | undefined): BodyCache {
  if (!path) return { read: readBody, save: () => undefined };
  const reader = readerVersion();
  const before = load(path, reader);
  const now: Kept['bodies'] = new Map();
  return {
    read(source) {
      const key = hash(source);
      const kept = now.get(key) ?? before.get(key);
      const body = kept ? (deserialize(kept) as Body) : readBody(source);
      now.set(key, kept ?? serialize(body));
      return body;
    },
    save() {
      if (now.size === before.size && [...now.keys()].every((key) => before.has(key))) return;
      mkdirSync(dirname(path), { recursive: true });
      // A name of its own: a build and a check of the content may end at the same moment.
      const fresh = `${path}.${process.pid}`;
      writeFileSync(fresh, serialize({ reader, bodies: now } satisfies Kept));
      renameSync(fresh, path);
    },
  };
}

function load(path: string, reader: string): Kept['bodies'] {
  try {
    const kept = deserialize(readFileSync(path)) as Kept;
    return kept.reader === reader ? kept.bodies : new Map<string, Buffer>();
  } catch {
    return new Map();
  }
}

/** Changes with the code that reads bodies and with the pinned packages that it uses. */
function readerVersion(): string {
  const root = join(import.meta.dirname, '../..');
  const own = globSync('src/markdown/*.ts', { cwd: root }).sort();
  return hash([...own, 'package.json'].map((path) => readFileSync(join(root, path), 'utf8')).join('\0'));
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
