/**
 * Puts a finished build in the place of the last one, so that `dist/` is always a whole site.
 *
 * `dist/` stays a plain folder: a link to a folder could be exchanged in one step, but needs rights on Windows that few have, and tools that
 * copy or pack `dist/` would find a link. Where the system can exchange two folders in one step (`mv --exchange`, GNU coreutils 9.5 and newer on
 * Linux), that is done and there is no moment without a site. Elsewhere it takes two renamings, one right after the other: a process that is
 * killed, or a machine that loses power, between them leaves the old site whole in `.build/previous`, and every command that reads `dist/` puts it
 * back first.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, renameSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a build is made, what Astro keeps meanwhile, what has been read before, and where the last one waits during the exchange; on the same disk as `dist/`, so that renaming is one step. */
export function workFolders(root: string) {
  const work = join(root, '.build');
  return {
    work,
    dist: join(root, 'dist'),
    next: join(work, 'next'),
    previous: join(work, 'previous'),
    cache: join(work, 'cache'),
    read: join(work, 'read'),
  };
}

/** An empty folder for the next build. First puts back a site that an earlier, interrupted exchange had taken away. */
export async function prepareRelease(root: string): Promise<string> {
  const { next, cache } = workFolders(root);
  await restoreInterrupted(root);
  // What a killed build, or one of other content, has left there must not come into this one.
  await rm(cache, { recursive: true, force: true });
  await rm(next, { recursive: true, force: true });
  await mkdir(next, { recursive: true });
  return next;
}

/** Exchanges `dist/` for the finished build. */
export async function release(root: string): Promise<void> {
  const { dist, next, previous } = workFolders(root);
  await rm(previous, { recursive: true, force: true });
  if (existsSync(dist) && existsSync(next) && exchange(next, dist)) {
    await rm(next, { recursive: true, force: true });
    return;
  }
  // Without waiting in between: nothing else of this process runs while `dist/` is away.
  if (existsSync(dist)) renameSync(dist, previous);
  renameSync(next, dist);
  await rm(previous, { recursive: true, force: true });
}

/** If the exchange was cut off between its two renames, the last good site is put back. */
export async function restoreInterrupted(root: string): Promise<void> {
  const { dist, previous } = workFolders(root);
  if (!existsSync(dist) && existsSync(previous)) await rename(previous, dist);
}

/** Exchanges two folders in one step; `false` where the system has no way to. */
function exchange(one: string, other: string): boolean {
  if (process.platform !== 'linux') return false;
  return spawnSync('mv', ['--exchange', '--no-target-directory', one, other], { stdio: 'ignore' }).status === 0;
}
