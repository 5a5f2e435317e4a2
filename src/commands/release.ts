/** Puts a finished build in the place of the last one, so that `dist/` is always a whole site. */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a build is made and where the last one waits during the exchange; on the same disk as `dist/`, so that renaming is one step. */
export function workFolders(root: string) {
  const work = join(root, '.build');
  return { dist: join(root, 'dist'), next: join(work, 'next'), previous: join(work, 'previous') };
}

/** An empty folder for the next build. First puts back a site that an earlier, interrupted exchange had taken away. */
export async function prepareRelease(root: string): Promise<string> {
  const { next } = workFolders(root);
  await restoreInterrupted(root);
  await rm(next, { recursive: true, force: true });
  await mkdir(next, { recursive: true });
  return next;
}

/** Exchanges `dist/` for the finished build. */
export async function release(root: string): Promise<void> {
  const { dist, next, previous } = workFolders(root);
  await rm(previous, { recursive: true, force: true });
  if (existsSync(dist)) await rename(dist, previous);
  await rename(next, dist);
  await rm(previous, { recursive: true, force: true });
}

/** If the exchange was cut off between its two renames, the last good site is put back. */
export async function restoreInterrupted(root: string): Promise<void> {
  const { dist, previous } = workFolders(root);
  if (!existsSync(dist) && existsSync(previous)) await rename(previous, dist);
}
