/** Whoever serves the site runs under another account: every file and folder of it is open to all for reading, whatever the umask was. */
import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './operator-error.ts';

const FILE = 0o644;
const FOLDER = 0o755;

/** What `chmod u+rwX,go+rX` does, for a folder and all that is in it but links. */
export function openToReaders(folder: string): void {
  eachIn(folder, (path, isFolder) => {
    open(path, isFolder ? FOLDER : FILE);
  });
}

/** What `chmod u+rwX,g+rX,o-rwx` does: for what not everybody on the machine may read. */
export function openToGroup(folder: string): void {
  eachIn(folder, (path, isFolder) => {
    chmodSync(path, isFolder ? 0o750 : 0o640);
  });
}

function eachIn(folder: string, tell: (path: string, isFolder: boolean) => void): void {
  tell(folder, true);
  for (const item of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, item.name);
    if (item.isDirectory()) eachIn(path, tell);
    else if (item.isFile()) tell(path, false);
  }
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
