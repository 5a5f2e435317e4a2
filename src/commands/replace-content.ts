/**
 * Gives a content folder other files all at once: beside it stands the folder as it is to be, and the two are exchanged. Whoever ends this at any moment
 * leaves the old content or the new, whole. Where the system knows only renaming, the old content may be left under its waiting name, from which the next
 * command takes it back (`guard.cjs`).
 */
import { copyFile, link, lstat, mkdir, readdir, readlink, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { codeOf, OperatorError } from './operator-error.ts';
import { exchangeFolders } from './release.ts';

/** Where the new content is made, and where the old one waits during the exchange. */
function besideContent(content: string): { next: string; before: string } {
  const beside = (what: string) => join(dirname(content), `.${basename(content)}-${what}`);
  return { next: beside('next'), before: beside('before') };
}

/** Which files a folder holds, and in which state: another one after each saving. */
export type FolderState = ReadonlyMap<string, string>;

export async function readState(folder: string, below = ''): Promise<FolderState> {
  const state = new Map<string, string>();
  for (const item of await readdir(join(folder, below), { withFileTypes: true })) {
    // What begins with a dot is no content, and git writes there whenever it likes.
    if (item.name.startsWith('.')) continue;
    const place = below === '' ? item.name : `${below}/${item.name}`;
    if (item.isDirectory()) for (const [path, one] of await readState(folder, place)) state.set(path, one);
    else {
      const { ino, size, mtimeMs } = await lstat(join(folder, place));
      state.set(place, `${ino} ${size} ${mtimeMs}`);
    }
  }
  return state;
}

/**
 * Writes these texts by their places and takes away the files of `gone`; whatever else is in the folder stays. Throws, and changes nothing, when somebody
 * has saved in it since it was `asRead`.
 */
export async function replaceContent(
  folder: string,
  texts: ReadonlyMap<string, string>,
  gone: readonly string[],
  asRead?: FolderState,
): Promise<void> {
  const content = await realpath(folder);
  const { next, before } = besideContent(content);
  for (const left of [next, before]) await rm(left, { recursive: true, force: true });
  try {
    await linkTree(content, next);
    for (const place of gone) await rm(join(next, place), { force: true });
    for (const [place, text] of texts) await writeAside(join(next, place), text);
    if (asRead) requireSame(content, asRead, await readState(content));
    if (!exchangeFolders({ place: content, next, previous: before })) throw immovable(content);
  } catch (error) {
    await rm(next, { recursive: true, force: true });
    throw ['EACCES', 'EPERM', 'EBUSY', 'EROFS'].includes(codeOf(error)) ? immovable(content) : error;
  }
  for (const left of [next, before]) await rm(left, { recursive: true, force: true });
}

function requireSame(content: string, before: FolderState, now: FolderState): void {
  const changed = [...new Set([...before.keys(), ...now.keys()])].filter((place) => before.get(place) !== now.get(place));
  if (changed.length === 0) return;
  const named = changed.slice(0, NAMED).join('、') + (changed.length > NAMED ? ` 等 ${changed.length} 个文件` : '');
  throw new OperatorError(`正要换的时候，${content} 里的 ${named} 被改了，可能有人在编辑台里保存。什么也没有换；等他存完，再运行一次。`);
}

const NAMED = 5;

/** Files that stay are the same files, which costs no room and keeps their dates; nothing is ever written into them. */
async function linkTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true, mode: (await lstat(from)).mode });
  for (const item of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, item.name), join(to, item.name)];
    if (item.isDirectory()) await linkTree(source, target);
    else if (item.isSymbolicLink()) await symlink(await readlink(source), target);
    else if (item.isFile()) await link(source, target).catch(() => copyFile(source, target));
  }
}

/** A new file in the place of the old one, which may be the same as that of the content as it is. */
async function writeAside(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, text);
  await rename(`${path}.part`, path);
}

function immovable(content: string): OperatorError {
  return new OperatorError(
    `${content} 不能整个换上：它的上一层文件夹不让写，它是挂载的卷，或者有程序（编辑器、终端）开着里面的文件。请关掉用着它的程序，或者换一个账号、换一个位置，再试。内容没有改动。`,
  );
}
