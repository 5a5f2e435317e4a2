/**
 * A folder that a web server reads, and the versions that have been published into it:
 *
 *     DIR/versions/0007-20261128-1930/site     one version, whole, as its list of checksums says
 *     DIR/versions/0007-20261128-1930/about.json   what it is made of, when it was published, and which version it took the place of
 *     DIR/site                                  what the server reads: a link to the `site` of one version, or that folder itself
 *
 * A version is copied beside the others under a name that no server reads, compared with its list, and then renamed: what has a version's name is
 * whole. A link is exchanged in one step. Where links cannot be (Windows without the right, a server that refuses them), the old version's folder is
 * moved back among the versions and the new one's takes its place, two renamings one right after the other; `switch.json` says what was to stand
 * there, and the next command brings a switch that was cut off to its end.
 */
import { existsSync, lstatSync, readlinkSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { faultyFiles } from '../export/checksums.ts';
import { codeOf, OperatorError } from './operator-error.ts';
import { openFolder, openToReaders } from './public-modes.ts';

/** What the server reads: the site, and the folder edition where it is published too. */
const PUBLISHED_NAMES = ['site', 'folder'] as const;
export type PublishedName = (typeof PUBLISHED_NAMES)[number];

/** How the server is led to a version. */
export type Switch = 'link' | 'rename';

/** What is known of a version beside its files. */
export interface VersionFacts {
  /** When it was published, by the clock. */
  published: string;
  editions: PublishedName[];
  /** The version in whose place it came. */
  before: string | null;
  /** What the build says of itself. */
  build: unknown;
}

/** A version as it is listed. */
export interface Version {
  name: string;
  isCurrent: boolean;
  facts: VersionFacts | undefined;
}

/** So many are kept, beside the current one and the one that it took the place of. */
export const KEPT_VERSIONS = 5;
const NAME = /^\d{4,}-[0-9A-Za-z.-]+$/u;
const INCOMING = '.incoming';
const GOING = '.going';

/** Copies finished editions into a new version and leads the server to it; gives the version's name. */
export async function publishVersion(
  to: string,
  editions: ReadonlyMap<PublishedName, string>,
  { label, facts, wanted }: { label: string; facts: Pick<VersionFacts, 'published' | 'build'>; wanted?: Switch | undefined },
): Promise<string> {
  await prepare(to);
  const how = switchAt(to, wanted);
  const name = await nextName(to, label);
  const incoming = join(to, 'versions', INCOMING);
  await rm(incoming, { recursive: true, force: true });
  try {
    for (const [edition, folder] of editions) {
      await cp(folder, join(incoming, edition), { recursive: true, dereference: true });
      await requireWhole(join(incoming, edition));
    }
    const about: VersionFacts = { ...facts, editions: [...editions.keys()], before: (await currentVersion(to)) ?? null };
    await writeFile(join(incoming, 'about.json'), `${JSON.stringify(about, null, 1)}\n`);
    openToReaders(incoming);
    await rename(incoming, join(to, 'versions', name));
  } catch (error) {
    await rm(incoming, { recursive: true, force: true });
    throw error;
  }
  await switchTo(to, name, how);
  await removeOld(to);
  return name;
}

/** Leads the server back to the version before the current one, or to the one that is named; gives its name. */
export async function rollBack(to: string, named?: string, wanted?: Switch): Promise<string> {
  await prepare(to);
  const versions = await listVersions(to);
  const current = versions.find(({ isCurrent }) => isCurrent);
  const target = named === undefined ? before(versions, current) : versions.find(({ name }) => isNamed(name, named));
  if (!target)
    throw new OperatorError(
      named === undefined
        ? `${to} 里没有更早的版本可以退回。`
        : `${to} 里没有叫“${named}”的版本。有的版本：${versions.map(({ name }) => name).join('、') || '一个也没有'}。`,
    );
  if (target.isCurrent) throw new OperatorError(`现在就是 ${target.name}，没有改动。`);
  for (const edition of await editionsOf(to, target.name)) await requireWhole(join(to, 'versions', target.name, edition));
  await switchTo(to, target.name, switchAt(to, wanted));
  return target.name;
}

/** A version is named whole, by its beginning, or by its number, with or without the noughts before it. */
function isNamed(name: string, typed: string): boolean {
  return name === typed || name.startsWith(`${typed}-`) || (/^\d+$/u.test(typed) && Number.parseInt(name, 10) === Number(typed));
}

/** The versions, the newest last. */
export async function listVersions(to: string): Promise<Version[]> {
  const current = await currentVersion(to);
  return Promise.all(
    (await versionNames(to)).map(async (name) => ({
      name,
      isCurrent: name === current,
      facts: await readFacts(join(to, 'versions', name)),
    })),
  );
}

/** The editions that the server reads now. */
export function editionsShown(to: string): PublishedName[] {
  return PUBLISHED_NAMES.filter((edition) => existsSync(join(to, edition)));
}

/** Brings a switch that was cut off to its end; nothing when there is none. */
export async function finishSwitch(to: string): Promise<void> {
  const intent = join(to, 'versions', 'switch.json');
  const { name } = await readJson<{ name: string }>(intent, { name: '' });
  if (name !== '' && (await versionNames(to)).includes(name)) await switchTo(to, name, 'rename');
  await rm(intent, { force: true });
  for (const edition of PUBLISHED_NAMES) await rm(join(to, `.${edition}-link`), { force: true });
  await rm(join(to, 'versions', GOING), { recursive: true, force: true });
}

async function prepare(to: string): Promise<void> {
  await mkdir(join(to, 'versions'), { recursive: true });
  openFolder(to);
  openFolder(join(to, 'versions'));
  await finishSwitch(to);
}

/** What stands there decides; where nothing does, a link, and on Windows, where that wants a right, renaming. */
function switchAt(to: string, wanted: Switch | undefined): Switch {
  const facts = lstatSync(join(to, 'site'), { throwIfNoEntry: false });
  if (!facts) return wanted ?? (process.platform === 'win32' ? 'rename' : 'link');
  const standing = facts.isSymbolicLink() ? 'link' : 'rename';
  if (standing === 'link' && !readlinkSync(join(to, 'site')).startsWith('versions'))
    throw new OperatorError(`${join(to, 'site')} 是一个链接，不是由发布建的，没有动它。请把它移到别处或者改名，再发布一次。`);
  if (wanted && wanted !== standing)
    throw new OperatorError(
      `${join(to, 'site')} 现在是${standing === 'link' ? '链接' : '文件夹'}，与 --switch ${wanted} 不符。要换办法，请先停下网页服务器，删去它，再发布一次。`,
    );
  return standing;
}

async function switchTo(to: string, name: string, how: Switch): Promise<void> {
  const editions = await editionsOf(to, name);
  const others = PUBLISHED_NAMES.filter((edition) => !editions.includes(edition));
  if (how === 'link') {
    for (const edition of editions) await linkTo(to, edition, name);
    for (const edition of others) await rm(join(to, edition), { force: true });
    return;
  }
  const intent = join(to, 'versions', 'switch.json');
  await writeFile(intent, JSON.stringify({ name }));
  for (const edition of editions) await moveInto(to, edition, name);
  for (const edition of others) await moveBack(to, edition);
  await rm(intent, { force: true });
}

/** A link is made beside and renamed over the old one, in one step. */
async function linkTo(to: string, edition: PublishedName, name: string): Promise<void> {
  const fresh = join(to, `.${edition}-link`);
  await rm(fresh, { force: true });
  try {
    await symlink(join('versions', name, edition), fresh, 'dir');
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'].includes(codeOf(error))) throw error;
    throw new OperatorError(`${to} 所在的磁盘或者这个账号不能建链接。请加 --switch rename 再发布一次。`);
  }
  await rename(fresh, join(to, edition));
}

async function moveInto(to: string, edition: PublishedName, name: string): Promise<void> {
  const place = join(to, edition);
  const source = join(to, 'versions', name, edition);
  if (!existsSync(source)) return;
  await moveBack(to, edition);
  await renamePatiently(source, place);
}

async function moveBack(to: string, edition: PublishedName): Promise<void> {
  const place = join(to, edition);
  if (!existsSync(place)) return;
  await renamePatiently(place, join(to, 'versions', requireOwner(to, edition, await ownerOf(to, edition)), edition));
}

/** The version whose folder stands in the place: the only one that lacks it. */
async function ownerOf(to: string, edition: PublishedName): Promise<string | undefined> {
  for (const name of await versionNames(to)) {
    const has = await editionsOf(to, name);
    if (has.includes(edition) && !existsSync(join(to, 'versions', name, edition))) return name;
  }
  return undefined;
}

function requireOwner(to: string, edition: PublishedName, owner: string | undefined): string {
  if (owner !== undefined) return owner;
  throw new OperatorError(`${join(to, edition)} 里的文件不是由发布放进去的，没有动它。请把它移到别处或者改名，再发布一次。`);
}

/** Windows lets nobody move a folder while a file in it is being sent. */
async function renamePatiently(from: string, place: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rename(from, place);
      return;
    } catch (error) {
      if (attempt === ATTEMPTS || !['EPERM', 'EBUSY', 'EACCES'].includes(codeOf(error)) || process.platform !== 'win32') throw error;
      await new Promise((resolve) => setTimeout(resolve, attempt * 100));
    }
  }
}

const ATTEMPTS = 20;

async function currentVersion(to: string): Promise<string | undefined> {
  const place = join(to, 'site');
  const facts = lstatSync(place, { throwIfNoEntry: false });
  if (!facts) return undefined;
  if (facts.isSymbolicLink()) return basename(dirname(readlinkSync(place)));
  return requireOwner(to, 'site', await ownerOf(to, 'site'));
}

function before(versions: readonly Version[], current: Version | undefined): Version | undefined {
  const index = current ? versions.indexOf(current) : versions.length;
  return versions.find(({ name }) => name === current?.facts?.before) ?? versions[index - 1];
}

async function removeOld(to: string): Promise<void> {
  const versions = await listVersions(to);
  const current = versions.find(({ isCurrent }) => isCurrent);
  const kept = new Set([...versions.slice(-KEPT_VERSIONS), current, current && before(versions, current)].map((version) => version?.name));
  for (const { name } of versions) {
    if (kept.has(name)) continue;
    // Half a version must not bear a version's name.
    const going = join(to, 'versions', GOING);
    await rm(going, { recursive: true, force: true });
    await rename(join(to, 'versions', name), going);
    await rm(going, { recursive: true, force: true });
  }
}

async function nextName(to: string, label: string): Promise<string> {
  const last = (await versionNames(to)).at(-1) ?? '0';
  return `${String(Number.parseInt(last, 10) + 1).padStart(4, '0')}-${label}`;
}

async function versionNames(to: string): Promise<string[]> {
  const names = await readdir(join(to, 'versions')).catch(() => []);
  return names.filter((name) => NAME.test(name)).sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
}

async function editionsOf(to: string, name: string): Promise<PublishedName[]> {
  return (await readFacts(join(to, 'versions', name)))?.editions ?? ['site'];
}

async function requireWhole(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const faulty = await faultyFiles(folder);
  if (faulty === undefined) throw new OperatorError(`${folder} 里没有校验清单，不知道是不是完整。请先运行 npm run build 重新生成。`);
  if (faulty.length > 0)
    throw new OperatorError(
      `${folder} 里有 ${faulty.length} 个文件与校验清单不符（${faulty[0] ?? ''}），没有换上。请检查磁盘，或者重新生成再发布。`,
    );
}

function readFacts(folder: string): Promise<VersionFacts | undefined> {
  return readJson<VersionFacts | undefined>(join(folder, 'about.json'), undefined);
}

async function readJson<T>(path: string, fallback: T): Promise<T> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T;
  } catch {
    return fallback;
  }
}
