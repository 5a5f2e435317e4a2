import { existsSync, statSync } from 'node:fs';
import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  folderEdition,
  PlaceError,
  prepareEdition,
  prepareRelease,
  release,
  releaseEdition,
  restoreInterrupted,
  workFolders,
} from '../../src/commands/release.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'release-'));
});

afterEach(() => rm(root, { recursive: true, force: true }));

describe('a release', () => {
  test('puts the first site in place', async () => {
    await buildNext('first');
    await release(root);
    expect(await siteNow()).toBe('first');
  });

  test('puts the new site in the place of the old one, and nothing of the old one stays', async () => {
    await putSite('old');
    await writeFile(join(workFolders(root).dist, 'gone.html'), 'old');
    await buildNext('new');
    await release(root);
    expect(await siteNow()).toBe('new');
    expect(existsSync(join(workFolders(root).dist, 'gone.html'))).toBe(false);
    expect(existsSync(workFolders(root).previous)).toBe(false);
  });

  test('that fails before the exchange leaves the last good site', async () => {
    await putSite('good');
    await prepareRelease(root);
    expect(await siteNow()).toBe('good');
  });

  test('without a finished build keeps the last good site', async () => {
    await putSite('good');
    await expect(release(root)).rejects.toThrow();
    await restoreInterrupted(root);
    expect(await siteNow()).toBe('good');
  });
});

describe('an exchange that was cut off between its two renames', () => {
  beforeEach(async () => {
    await putSite('good');
    await buildNext('half');
    await rename(workFolders(root).dist, workFolders(root).previous);
  });

  test('is put back before the next build', async () => {
    const next = await prepareRelease(root);
    expect(await siteNow()).toBe('good');
    expect(existsSync(join(next, 'index.html'))).toBe(false);
  });

  test('is put back before the site is served', async () => {
    await restoreInterrupted(root);
    expect(await siteNow()).toBe('good');
  });
});

test('no two commands that may run at the same time work in one folder', () => {
  const folders = Object.values(workFolders('/srv/kb'));
  expect(new Set(folders).size).toBe(folders.length);
});

test('an old site that waits beside a whole one is never put in its place', async () => {
  await putSite('good');
  await mkdir(workFolders(root).previous, { recursive: true });
  await restoreInterrupted(root);
  expect(await siteNow()).toBe('good');
});

/** Where a link may lead; another disk only on machines that have one for certain. */
const DISKS = [
  ['the same disk', tmpdir()] as const,
  ...(existsSync('/dev/shm') && statSync('/dev/shm').dev !== statSync(tmpdir()).dev ? [['another disk', '/dev/shm'] as const] : []),
];

describe.each(DISKS)('a dist that is a link to a folder on %s', (_, disk) => {
  let served: string;

  beforeEach(async () => {
    served = await mkdtemp(join(disk, 'served-'));
    await symlink(served, workFolders(root).dist, 'junction');
  });

  afterEach(() => rm(served, { recursive: true, force: true }));

  test('stays a link, and the folder stays the same and receives the first site', async () => {
    const { ino } = await stat(served);
    await buildNext('first');
    await release(root);
    expect((await lstat(workFolders(root).dist)).isSymbolicLink()).toBe(true);
    expect((await stat(served)).ino).toBe(ino);
    expect(await readdir(served)).toEqual(['index.html']);
    expect(await siteNow()).toBe('first');
  });

  test('receives the new site, and nothing of the old one stays but what belongs to the server', async () => {
    await putFiles(served, { 'index.html': 'old', 'gone/deep/page.html': 'old', data: 'old', 'id/RC-1': 'old' });
    await putFiles(served, { '.htaccess': 'mine', '.well-known/proof': 'mine' });
    await putFiles(await prepareRelease(root), { 'index.html': 'new', 'data/a.json': 'new', 'id/RC-1/index.html': 'new' });
    await release(root);
    expect(await filesIn(served)).toEqual({
      ...{ '.htaccess': 'mine', '.well-known/proof': 'mine' },
      ...{ 'index.html': 'new', 'data/a.json': 'new', 'id/RC-1/index.html': 'new' },
    });
    expect(await readdir(served)).not.toContain('gone');
    // A process of its own removes it.
    await vi.waitFor(async () => expect(await readdir(workFolders(root).work)).toEqual([]), { timeout: 10_000 });
  });

  test('what an earlier build gave up and did not come to remove is removed', async () => {
    const left = `${workFolders(root).previous}.old-1`;
    await putFiles(left, { 'index.html': 'old' });
    await prepareRelease(root);
    await vi.waitFor(() => expect(existsSync(left)).toBe(false), { timeout: 10_000 });
  });

  test('takes a folder in the place of a file, and a file in that of a folder', async () => {
    await putFiles(served, { 'index.html': 'old', 'a/b/c': 'old', d: 'old' });
    await putFiles(await prepareRelease(root), { 'index.html': 'new', a: 'new', 'd/e/f': 'new' });
    await release(root);
    expect(await filesIn(served)).toEqual({ 'index.html': 'new', a: 'new', 'd/e/f': 'new' });
  });

  test('keeps the last good site when the new one cannot be brought there', async () => {
    await putFiles(served, { 'index.html': 'good' });
    const next = await prepareRelease(root);
    await writeFile(join(next, 'index.html'), 'new');
    await rm(next, { recursive: true });
    await expect(release(root)).rejects.toThrow();
    expect(await filesIn(served)).toEqual({ 'index.html': 'good' });
  });

  test('is filled to the end by the next command when it was cut off between two files', async () => {
    await putFiles(served, { 'index.html': 'old', 'a.js': 'new', 'old.js': 'old', '.incoming/site/index.html': 'new' });
    await putFiles(served, { '.incoming/files.json': JSON.stringify(['a.js', 'index.html']) });
    await restoreInterrupted(root);
    expect(await filesIn(served)).toEqual({ 'index.html': 'new', 'a.js': 'new' });
  });

  test('keeps the last good site when it was cut off before all of the new one had come', async () => {
    await putFiles(served, { 'index.html': 'good', '.incoming/site/index.html': 'half' });
    await restoreInterrupted(root);
    expect(await siteNow()).toBe('good');
    await buildNext('next');
    await release(root);
    expect(await filesIn(served)).toEqual({ 'index.html': 'next' });
  });

  test('may lead to a folder that is not there yet', async () => {
    await rm(served, { recursive: true });
    await buildNext('first');
    await release(root);
    expect(await filesIn(served)).toEqual({ 'index.html': 'first' });
  });

  test('is refused before the build when it leads to something else than a site, and nothing is touched', async () => {
    await putFiles(served, { 'letters/mother.txt': 'dear' });
    await expect(prepareRelease(root)).rejects.toThrow(
      `dist 是一个链接，指向 ${served}，那里有别的文件（letters），没有 index.html，不像是一个网站。放进新站会删去它们，所以没有动。请改指一个空文件夹。`,
    );
    expect(await filesIn(served)).toEqual({ 'letters/mother.txt': 'dear' });
  });

  test('is refused when there is nothing where it leads', async () => {
    await rm(served, { recursive: true });
    await rm(workFolders(root).dist);
    await symlink(join(served, 'unmounted'), workFolders(root).dist, 'junction');
    await expect(prepareRelease(root)).rejects.toThrow(/^dist 是一个链接，指向 .*unmounted，那里连上一层文件夹也没有。/u);
  });

  test('holds for the folder edition as well', async () => {
    const edition = folderEdition(root);
    const copies = join(served, 'copies');
    await putFiles(copies, { 'index.html': 'old', 'old.js': 'old' });
    await symlink(copies, edition.place, 'junction');
    await putFiles(await prepareEdition(edition), { 'index.html': 'new' });
    await releaseEdition(edition);
    expect((await lstat(edition.place)).isSymbolicLink()).toBe(true);
    expect(await filesIn(copies)).toEqual({ 'index.html': 'new' });
  });

  test('holds for a .build that is a link', async () => {
    await rm(workFolders(root).dist);
    await putSite('old');
    await symlink(served, join(root, '.build'), 'junction');
    await buildNext('new');
    await release(root);
    expect(await filesIn(workFolders(root).dist)).toEqual({ 'index.html': 'new' });
    expect((await lstat(join(root, '.build'))).isSymbolicLink()).toBe(true);
    await vi.waitFor(async () => expect(await readdir(served)).toEqual([]), { timeout: 10_000 });
  });
});

test.each(DISKS)('what was made on %s comes to the place of a plain folder', async (_, disk) => {
  const next = await mkdtemp(join(disk, 'next-'));
  const { dist: place, previous } = workFolders(root);
  await putSite('old');
  await putFiles(next, { 'index.html': 'new', 'a/b.js': 'new' });
  await mkdir(workFolders(root).work);
  await releaseEdition({ place, next, previous });
  expect(await filesIn(place)).toEqual({ 'index.html': 'new', 'a/b.js': 'new' });
  expect([existsSync(next), existsSync(previous)]).toEqual([false, false]);
});

test('a link that leads to itself is named', async () => {
  await symlink('dist', workFolders(root).dist);
  await expect(prepareRelease(root)).rejects.toThrow(PlaceError);
});

describe.each([...DISKS.map(([name, disk]) => [`filled on ${name}`, disk] as const), ['exchanged', undefined] as const])(
  'a site that is %s',
  (_, disk) => {
    test('can be read by everyone, whoever made it and however closed', async () => {
      const { dist } = workFolders(root);
      const served = disk === undefined ? dist : await mkdtemp(join(disk, 'served-'));
      if (disk !== undefined) await symlink(served, dist, 'junction');
      const next = await prepareRelease(root);
      await putFiles(next, { 'index.html': 'new', 'a/b/c.json': 'new', 'd/e.js': 'new' });
      for (const path of ['', 'a', 'a/b', 'd']) await chmod(join(next, path), 0o700);
      for (const path of ['index.html', 'a/b/c.json', 'd/e.js']) await chmod(join(next, path), 0o600);
      await release(root);
      const modes = await Promise.all(
        ['', 'a', 'a/b', 'd', 'index.html', 'a/b/c.json', 'd/e.js'].map(async (path) => (await stat(join(served, path))).mode & 0o777),
      );
      expect(modes.map((mode) => mode.toString(8))).toEqual(['755', '755', '755', '755', '644', '644', '644']);
      await rm(served, { recursive: true });
    });
  },
);

/** Writes files below a folder, each with its text. */
async function putFiles(folder: string, files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** The text of every file below a folder, by its path. */
async function filesIn(folder: string): Promise<Record<string, string>> {
  const items = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = items.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name));
  return Object.fromEntries(
    await Promise.all(
      paths.map(async (path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), await readFile(path, 'utf8')] as const),
    ),
  );
}

async function putSite(text: string): Promise<void> {
  await mkdir(workFolders(root).dist, { recursive: true });
  await writeFile(join(workFolders(root).dist, 'index.html'), text);
}

async function buildNext(text: string): Promise<void> {
  await writeFile(join(await prepareRelease(root), 'index.html'), text);
}

function siteNow(): Promise<string> {
  return readFile(join(workFolders(root).dist, 'index.html'), 'utf8');
}
