/** One hash for a folder with all that is in it. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The hash of each file, by its path with forward slashes; empty when there is no such folder. */
export function fileHashes(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map();
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .sort();
  return new Map(
    paths.map((path) => [relative(folder, path).split(sep).join('/'), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}

/** One hash over names and contents; `undefined` when there is no such folder. */
export function treeHash(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  const hash = createHash('sha256');
  for (const [path, content] of fileHashes(folder)) hash.update(`${path}\n${content}\n`);
  return hash.digest('hex');
}
