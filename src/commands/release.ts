/**
 * Puts a finished build in the place of the last one, so that what readers get is always a whole site.
 *
 * `dist/` and `dist-folder/` are exchanged as whole folders. Where the system can do that in one step (`mv --exchange`, GNU coreutils 9.5 and newer
 * on Linux), there is no moment without a site. Elsewhere it takes two renamings, one right after the other: a process that is killed, or a machine
 * that loses power, between them leaves the old site whole in `.build/previous`, and every command that reads `dist/` puts it back first.
 *
 * A link that an operator has put there leads to a folder of the web server, which is not ours to exchange: it has an owner, a label, mounts of its
 * own. It stays the same folder and is filled (`fill-folder.ts`), and so is a folder that the system lets nobody move: a mounted volume, another disk.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readlinkSync, realpathSync, renameSync, statSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fillFolder, finishFilling, isOfServer } from './fill-folder.ts';
import { codeOf, OperatorError } from './operator-error.ts';
import { openToGroup, openToReaders } from './public-modes.ts';

/** What the project makes for readers: where it stands, where the next one is made, and where the last one waits during the exchange. */
export interface Edition {
  place: string;
  next: string;
  previous: string;
  /** For a circle and not for all: others than the owner and the group may not read it. */
  isForGroup?: true;
}

/** As many as Linux follows. */
const MOST_LINKS = 40;

/** Thrown when a place cannot take what is made for it. */
export class PlaceError extends OperatorError {}

/**
 * Where a build is made, what Astro keeps meanwhile, what has been read and made before, and where the last one waits during the exchange; on the same disk
 * as `dist/`, so that renaming is one step.
 */
export function workFolders(root: string) {
  const work = endOfLink(join(root, '.build'));
  // Astro makes parts of a site in the project and renames them into the new one, which no system does between disks.
  const near = isElsewhere(work, root) ? join(root, '.astro') : work;
  return {
    work,
    dist: join(root, 'dist'),
    next: join(near, 'next'),
    previous: join(near, 'previous'),
    cache: join(work, 'cache'),
    read: join(work, 'read'),
    kept: join(work, 'kept'),
    // What is bundled imports packages of the project.
    bundle: join(near, 'bundle'),
    // What goes into the archive for a machine without a network.
    archive: join(work, 'archive'),
  };
}

/** The site for web servers. */
export function siteEdition(root: string): Edition {
  const { dist, next, previous } = workFolders(root);
  return { place: dist, next, previous };
}

/** The site with drafts, for those who look them over. */
export function reviewEdition(root: string): Edition {
  const { next, previous } = workFolders(root);
  return { place: join(root, 'dist-review'), next, previous: `${previous}-review`, isForGroup: true };
}

/** The site with what only the unit may see. */
export function internalEdition(root: string): Edition {
  const { next, previous } = workFolders(root);
  return { place: join(root, 'dist-internal'), next, previous: `${previous}-internal`, isForGroup: true };
}

/** The site as a folder that opens by double click. */
export function folderEdition(root: string): Edition {
  const { work } = workFolders(root);
  return { place: join(root, 'dist-folder'), next: join(work, 'folder'), previous: join(work, 'previous-folder') };
}

/**
 * An empty folder for the next build of an edition. First puts back a site that an earlier, interrupted exchange had taken away. Throws a `PlaceError`
 * when the place could not take the new one, before the work is done.
 */
export async function prepareEdition(edition: Edition): Promise<string> {
  await restore(edition);
  await removeGivenUp(edition);
  await checkPlace(edition);
  await rm(edition.next, { recursive: true, force: true });
  await mkdir(edition.next, { recursive: true });
  return edition.next;
}

/** The same for the site of the project at `root`. */
export async function prepareRelease(root: string): Promise<string> {
  return prepareEdition(siteEdition(root));
}

/** A link may lead to a folder that is not there yet, but neither into nothing nor to a folder that holds something else than a site. */
export async function checkPlace({ place }: Edition): Promise<void> {
  if (!isLink(place)) return;
  const folder = endOfLink(place);
  const link = `${basename(place)} 是一个链接，指向 ${folder}`;
  const facts = await stat(folder).catch(() => undefined);
  if (!facts) {
    if (existsSync(dirname(folder))) return;
    throw new PlaceError(`${link}，那里连上一层文件夹也没有。请先建好它，或者挂上那块磁盘，再生成一次。`);
  }
  if (!facts.isDirectory()) throw new PlaceError(`${link}，那不是文件夹。请改指一个文件夹，再生成一次。`);
  const names = (await readdir(folder)).filter((name) => !isOfServer(name));
  if (names.length > 0 && !names.includes('index.html'))
    throw new PlaceError(
      `${link}，那里有别的文件（${names[0] ?? ''}），没有 index.html，不像是一个网站。放进新站会删去它们，所以没有动。请改指一个空文件夹。`,
    );
}

/** Exchanges `dist/` for the finished build. */
export async function release(root: string): Promise<void> {
  await releaseEdition(siteEdition(root));
}

/** Puts what has been made in its place, open to every reader or to the group alone. What stood there stays until all of the new is beside it. */
export async function releaseEdition(edition: Edition): Promise<void> {
  const { place, next, previous } = edition;
  if (edition.isForGroup) openToGroup(next);
  else openToReaders(next);
  await checkPlace(edition);
  await rm(previous, { recursive: true, force: true });
  if (isLink(place) || !exchangeFolders(edition)) await fillFolder(next, endOfLink(place));
  await removeMeanwhile([next, previous]);
}

/** Between the name of a folder that is being removed and the number of the process that gave it up. */
const GIVEN_UP = '.old-';

/**
 * Takes folders away: removing the files of a site takes seconds, for which nobody need wait. A process of its own does it; what is left when that one is
 * killed, the next build removes.
 */
async function removeMeanwhile(folders: readonly string[]): Promise<void> {
  const moved: string[] = [];
  for (const folder of folders) {
    const aside = `${folder}${GIVEN_UP}${process.pid}`;
    try {
      renameSync(folder, aside);
      moved.push(aside);
    } catch {
      // It is not there, or must not be moved.
      await rm(folder, { recursive: true, force: true });
    }
  }
  removeBeside(moved);
}

function removeBeside(paths: readonly string[]): void {
  if (paths.length === 0) return;
  const remove = "for (const path of process.argv.slice(1)) require('node:fs').rmSync(path, { recursive: true, force: true })";
  // In a folder of its own, so that the project can be moved meanwhile.
  spawn(process.execPath, ['-e', remove, ...paths], { cwd: tmpdir(), detached: true, stdio: 'ignore', windowsHide: true }).unref();
}

/** Removes what an earlier build gave up and did not come to remove. */
async function removeGivenUp({ next, previous }: Edition): Promise<void> {
  for (const folder of [next, previous]) {
    const names = await readdir(dirname(folder)).catch(() => []);
    removeBeside(names.filter((name) => name.startsWith(basename(folder) + GIVEN_UP)).map((name) => join(dirname(folder), name)));
  }
}

/** If the last exchange was cut off, the last good site is put back, or the new one that was already whole is put in place to its end. */
export async function restoreInterrupted(root: string): Promise<void> {
  await restore(siteEdition(root));
  await restore(folderEdition(root));
  await restore(reviewEdition(root));
  await restore(internalEdition(root));
}

async function restore({ place, previous }: Edition): Promise<void> {
  if (!isLink(place) && !existsSync(place) && existsSync(previous)) await rename(previous, place);
  await finishFilling(endOfLink(place));
}

/** Exchanges whole folders; `false` when the system lets nobody move one of them, and both are as they were. */
export function exchangeFolders({ next, place, previous }: Edition): boolean {
  if (existsSync(place) && exchangeAtOnce(next, place)) return true;
  // Without waiting in between: nothing else of this process runs while the place is empty.
  const hadSite = existsSync(place);
  try {
    if (hadSite) renameSync(place, previous);
    renameSync(next, place);
    return true;
  } catch (error) {
    if (hadSite && !existsSync(place)) renameSync(previous, place);
    if (isImmovable(error)) return false;
    throw error;
  }
}

/** Exchanges two folders in one step; `false` where the system has no way to. */
function exchangeAtOnce(one: string, other: string): boolean {
  if (process.platform !== 'linux') return false;
  return spawnSync('mv', ['--exchange', '--no-target-directory', one, other], { stdio: 'ignore' }).status === 0;
}

/** Another disk, a mounted volume, a parent folder of somebody else. On Windows the last three mean a file in use, which filling would not cure. */
function isImmovable(error: unknown): boolean {
  const codes = process.platform === 'win32' ? ['EXDEV'] : ['EXDEV', 'EBUSY', 'EACCES', 'EPERM'];
  return codes.includes(codeOf(error));
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** Where a path leads when links are followed, also to what is not there yet. */
function endOfLink(path: string, followed = 0): string {
  if (!isLink(path)) return path;
  if (existsSync(path)) return realpathSync(path);
  if (followed > MOST_LINKS) throw new PlaceError(`${path} 是一个绕回自己的链接。请改指一个文件夹，再生成一次。`);
  return endOfLink(resolve(realpathSync(dirname(path)), readlinkSync(path)), followed + 1);
}

/** Whether a folder that is there lies on another disk. */
function isElsewhere(folder: string, root: string): boolean {
  const [there, here] = [folder, root].map((path) => statSync(path, { throwIfNoEntry: false })?.dev);
  return there !== undefined && there !== here;
}
