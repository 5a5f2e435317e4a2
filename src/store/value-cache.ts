/**
 * What is made of texts, by the hash of the text, kept from one run to the next in `.build/`: reading a body takes half a millisecond, taking it from
 * here a twentieth. The file may be deleted at any time; one that another version of the code has written, or that is damaged, counts for nothing.
 */
import { hash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { readBody } from '../markdown/read-body.ts';
import type { Body } from '../markdown/read-body.ts';

export interface ValueCache<T> {
  /** What is made of a text, now or before. */
  read(source: string): T;
  /** Takes what `made` has made of texts elsewhere, with the same code. */
  learn(made: Made): void;
  /** Writes what was asked for since the cache was opened, and nothing else. */
  save(): void;
}

/** What is made of texts, each as it is kept, by the hash of its text. */
export type Made = ReadonlyMap<string, Uint8Array>;

interface Kept {
  maker: string;
  values: Map<string, Uint8Array>;
}

/** Opens the cache in the file at `path`, none at all for `undefined`; what `make` makes of a text may depend on the code files `by` and on the packages alone. */
export function openValueCache<T>(path: string | undefined, by: string, make: (source: string) => T): ValueCache<T> {
  if (path === undefined) return { read: make, learn: () => undefined, save: () => undefined };
  const maker = codeHash([by, 'package-lock.json']);
  const before = load(path, maker);
  // Whether the file holds all that is known.
  let isWhole = true;
  const now: Kept['values'] = new Map();
  return {
    read(source) {
      const key = hashText(source);
      const kept = now.get(key) ?? before.get(key) ?? serialize(make(source));
      now.set(key, kept);
      // A copy also of what was just made: words cut out of a text would keep the whole of it in memory.
      return deserialize(kept) as T;
    },
    learn(made) {
      for (const [key, value] of made) before.set(key, value);
      isWhole &&= made.size === 0;
    },
    save() {
      if (isWhole && now.size === before.size && [...now.keys()].every((key) => before.has(key))) return;
      mkdirSync(dirname(path), { recursive: true });
      // A name of its own: a build and a check of the content may end at the same moment.
      const fresh = `${path}.${process.pid}`;
      writeFileSync(fresh, serialize({ maker, values: now } satisfies Kept));
      renameSync(fresh, path);
    },
  };
}

/** Makes something of texts, and collects it for a cache to learn. */
export function openMaking<T>(make: (text: string) => T): { read: (text: string) => T; made: Made } {
  const made = new Map<string, Uint8Array>();
  const read = (text: string) => {
    const value = make(text);
    made.set(hashText(text), serialize(value));
    return value;
  };
  return { read, made };
}

export type BodyCache = ValueCache<Body>;

/** The bodies of entries. */
export function openBodyCache(path: string | undefined): BodyCache {
  return openValueCache(path, 'src/markdown/*.ts', readBody);
}

/** Changes with the files of the project that these patterns name. */
export function codeHash(patterns: readonly string[]): string {
  const root = join(import.meta.dirname, '../..');
  const paths = patterns.flatMap((pattern) => globSync(pattern, { cwd: root })).sort();
  return hashText(paths.map((path) => `${path}\n${readFileSync(join(root, path), 'utf8')}`).join('\0'));
}

export function hashText(text: string): string {
  return hash('sha256', text, 'base64url');
}

function load(path: string, maker: string): Kept['values'] {
  try {
    const kept = deserialize(readFileSync(path)) as Kept;
    return kept.maker === maker ? kept.values : new Map<string, Uint8Array>();
  } catch {
    return new Map();
  }
}
