/** Which content files an earlier check found sound, by the hash of path and text; another version of the code trusts none of them. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { StoredFile } from './read-content.ts';
import { codeHash, hashText } from './value-cache.ts';

/** Opens what is kept in the file at `path`, which may be deleted at any time. */
export function openSoundFiles(path: string) {
  const code = codeHash(['src/{schema,domain,markdown,store,lint}/**/*.ts', 'package-lock.json']);
  const keyOf = (file: StoredFile) => hashText(`${file.path}\n${file.source}`);
  const keys = new Map<StoredFile, string>();
  const known = (file: StoredFile): string => {
    const key = keys.get(file) ?? keyOf(file);
    keys.set(file, key);
    return key;
  };
  const sound = load(path, code);
  return {
    has: (file: StoredFile) => sound.has(known(file)),
    save: (files: readonly StoredFile[]) => {
      const now = files.map(known);
      if (now.length === sound.size && now.every((key) => sound.has(key))) return;
      mkdirSync(dirname(path), { recursive: true });
      const fresh = `${path}.${process.pid}`;
      writeFileSync(fresh, [code, ...now].join('\n'));
      renameSync(fresh, path);
    },
  };
}

function load(path: string, code: string): Set<string> {
  try {
    const [by, ...keys] = readFileSync(path, 'utf8').split('\n');
    return new Set(by === code ? keys : []);
  } catch {
    return new Set();
  }
}
