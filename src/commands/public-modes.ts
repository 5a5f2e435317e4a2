/** Whoever serves the site runs under another account: every file and folder of it is open to all for reading, whatever the umask was. */
import { chmodSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from './operator-error.ts';

const FILE = 0o644;
const FOLDER = 0o755;

/** What `chmod u+rwX,go+rX` does, for a folder and all that is in it but links. */
export async function openToReaders(folder: string): Promise<void> {
  for (const { path, isFolder } of await allIn(folder)) open(path, isFolder ? FOLDER : FILE);
}

/** What `chmod u+rwX,g+rX,o-rwx` does: for what not everybody on the machine may read. */
export async function openToGroup(folder: string): Promise<void> {
  for (const { path, isFolder } of await allIn(folder)) chmodSync(path, isFolder ? 0o750 : 0o640);
}

async function allIn(folder: string): Promise<{ path: string; isFolder: boolean }[]> {
  const items = await readdir(folder, { withFileTypes: true, recursive: true });
  const inside = items
    .filter((item) => item.isDirectory() || item.isFile())
    .map((item) => ({ path: join(item.parentPath, item.name), isFolder: item.isDirectory() }));
  return [{ path: folder, isFolder: true }, ...inside];
}

/** Opens one folder, and leaves it to its owner when that is somebody else. */
export function openFolder(folder: string): void {
  try {
    open(folder, FOLDER);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') throw error;
  }
}

function open(path: string, wanted: number): void {
  const { mode } = statSync(path);
  if ((mode & wanted) !== wanted) chmodSync(path, (mode & 0o7777) | wanted);
}
