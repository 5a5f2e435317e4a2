/**
 * Puts a new site into a folder that itself must stay: another disk, a mounted volume, a folder of the web server that a link leads to.
 *
 * First all of the new site is laid into `.incoming` below it, and a list of its files beside it: whatever fails until then leaves the old site as
 * it was. Then each file is renamed to its place, pages last, so that no page asks for a script that is not there yet; last of all goes what the
 * new site has not. A process that is killed in between is finished by the next command: the list says what belongs to the new site.
 */
import { existsSync } from 'node:fs';
import { copyFile, lstat, mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { codeOf } from './operator-error.ts';
import { openFolder } from './public-modes.ts';

const INCOMING = '.incoming';

/** Whether a name at the top of a folder belongs to the server or the disk and not to a site: `.htaccess`, `.well-known`, `lost+found`. */
export function isOfServer(name: string): boolean {
  return name.startsWith('.') || name === 'lost+found';
}

/** Fills `target`, made if need be, with the site in `next`. */
export async function fillFolder(next: string, target: string): Promise<void> {
  const { incoming, site, list } = stageOf(target);
  await makeFolder(target);
  await rm(incoming, { recursive: true, force: true });
  try {
    await mkdir(incoming);
    await moveOrCopy(next, site);
    await writeFile(`${list}.part`, JSON.stringify(await filesBelow(site)));
    await rename(`${list}.part`, list);
  } catch (error) {
    await rm(incoming, { recursive: true, force: true });
    throw error;
  }
  await finishFilling(target);
}

/** Brings a filling that was cut off after all of the new site had arrived to its end; nothing when there is none. */
export async function finishFilling(target: string): Promise<void> {
  const { incoming, site, list } = stageOf(target);
  if (!existsSync(list)) return;
  const files = JSON.parse(await readFile(list, 'utf8')) as string[];
  for (const file of files.toSorted((a, b) => Number(isPage(a)) - Number(isPage(b)))) {
    if (!existsSync(join(site, file))) continue;
    await makeWay(target, file);
    // A server that is started meanwhile helps to finish.
    await rename(join(site, file), join(target, file)).catch(ignoreMissing);
  }
  await removeAllBut(new Set(files), target);
  openFolder(target);
  await rm(incoming, { recursive: true, force: true });
}

function stageOf(target: string) {
  const incoming = join(target, INCOMING);
  return { incoming, site: join(incoming, 'site'), list: join(incoming, 'files.json') };
}

function isPage(file: string): boolean {
  return file.endsWith('.html');
}

async function moveOrCopy(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error;
    await makeFolder(to);
    for (const file of await filesBelow(from)) {
      await makeFolder(dirname(join(to, file)));
      await copyFile(join(from, file), join(to, file));
    }
  }
}

/** Makes the folders above a file, and takes away what stands in its way: a file where a folder is to be, a folder where the file is. */
async function makeWay(target: string, file: string): Promise<void> {
  const parts = file.split('/');
  for (let depth = 1; depth < parts.length; depth += 1) {
    const folder = join(target, ...parts.slice(0, depth));
    const facts = await lstat(folder).catch(() => undefined);
    if (facts && !facts.isDirectory()) await rm(folder);
    await makeFolder(folder);
  }
  const facts = await lstat(join(target, file)).catch(() => undefined);
  if (facts?.isDirectory()) await rm(join(target, file), { recursive: true });
}

/** Removes the files that are not named, and the folders that are empty then; what belongs to the server stays. */
async function removeAllBut(files: ReadonlySet<string>, target: string, folder = target): Promise<void> {
  for (const item of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, item.name);
    if (folder === target && isOfServer(item.name)) continue;
    if (!item.isDirectory()) {
      if (!files.has(withSlashes(relative(target, path)))) await rm(path, { force: true });
      continue;
    }
    await removeAllBut(files, target, path);
    if ((await readdir(path)).length === 0) await rmdir(path).catch(ignoreMissing);
  }
}

/** The files below a folder, with `/` between the parts of their paths. */
async function filesBelow(folder: string): Promise<string[]> {
  const items = await readdir(folder, { withFileTypes: true, recursive: true });
  return items
    .filter((item) => !item.isDirectory())
    .map((item) => withSlashes(relative(folder, join(item.parentPath, item.name))))
    .sort();
}

async function makeFolder(path: string): Promise<void> {
  if (existsSync(path)) return;
  await mkdir(path, { recursive: true });
  openFolder(path);
}

function ignoreMissing(error: unknown): void {
  if (codeOf(error) !== 'ENOENT') throw error;
}

function withSlashes(path: string): string {
  return path.split(sep).join('/');
}
