import { lstatSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockFolder } from '../../src/commands/build-lock.ts';
import { makePlace, requireSameBuild, tellWithdrawn } from '../../src/commands/publish-options.ts';
import { editionsShown, finishSwitch, KEPT_VERSIONS, listVersions, publishVersion, rollBack } from '../../src/commands/published.ts';
import type { PublishedName, Switch } from '../../src/commands/published.ts';
import { writeChecksums } from '../../src/export/checksums.ts';
import { killPublishing } from '../support/kill-publishing.ts';
import { runNode } from '../support/run-tool.ts';
import { seededRandom } from '../support/seeded-random.ts';

let work: string;
let to: string;

beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'publish-'));
  to = join(work, '发布 处');
});

afterEach(() => rm(work, { recursive: true, force: true }));

/** Publishes a site of one page that holds these words. */
async function publish(words: string, { wanted, names = ['site'] }: { wanted?: Switch; names?: PublishedName[] } = {}): Promise<string> {
  const editions = new Map<PublishedName, string>();
  for (const name of names) {
    const folder = join(work, name);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'index.html'), words);
    await writeChecksums(folder);
    editions.set(name, folder);
  }
  return publishVersion(to, editions, { label: words, facts: { published: '2026-11-28T00:00:00Z', build: null }, wanted });
}

const shown = (name: PublishedName = 'site') => readFileSync(join(to, name, 'index.html'), 'utf8');
const current = async () => (await listVersions(to)).find(({ isCurrent }) => isCurrent)?.name;

describe.each<Switch>(['link', 'rename'])('with --switch %s', (wanted) => {
  test('each version is shown when it is published, and the one before when it is taken back', async () => {
    await publish('a', { wanted });
    expect(shown()).toBe('a');
    await publish('b', { wanted });
    expect(shown()).toBe('b');
    expect(await rollBack(to)).toBe('0001-a');
    expect(shown()).toBe('a');
    expect(await current()).toBe('0001-a');
  });

  test('taking back leads to the version that was shown before, not to one that was taken back itself', async () => {
    await publish('good', { wanted });
    await publish('bad', { wanted });
    await rollBack(to);
    await publish('worse', { wanted });
    expect(await rollBack(to)).toBe('0001-good');
  });

  test('one can go to any version by its first digits, and forward again', async () => {
    for (const words of ['a', 'b', 'c']) await publish(words, { wanted });
    expect(await rollBack(to, '0001')).toBe('0001-a');
    expect(await rollBack(to, '2')).toBe('0002-b');
    expect(await rollBack(to, '0003-c')).toBe('0003-c');
    expect(shown()).toBe('c');
    await expect(rollBack(to, '0003')).rejects.toThrow('现在就是 0003-c，没有改动。');
    await expect(rollBack(to, '0009')).rejects.toThrow('里没有叫“0009”的版本。有的版本：0001-a、0002-b、0003-c。');
  });

  test('the last five are kept, and the current one whatever its age', async () => {
    for (const words of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) await publish(words, { wanted });
    expect((await listVersions(to)).map(({ name }) => name)).toEqual(['0003-c', '0004-d', '0005-e', '0006-f', '0007-g']);
    expect(await listVersions(to)).toHaveLength(KEPT_VERSIONS);
    await rollBack(to, '0003');
    await publish('h', { wanted });
    expect((await listVersions(to)).map(({ name }) => name)).toContain('0003-c');
  });

  test('who goes to a version without the folder edition is told that its place is empty now', async () => {
    await publish('a', { wanted });
    await publish('b', { wanted, names: ['site', 'folder'] });
    const before = editionsShown(to);
    await rollBack(to);
    expect(tellWithdrawn(to, before, editionsShown(to))).toContain(`${join(to, 'folder')} 撤下了`);
    await rollBack(to, '0002');
    expect(tellWithdrawn(to, ['site'], editionsShown(to))).toBeUndefined();
    expect(tellWithdrawn(to, ['site', 'folder'], editionsShown(to))).toBeUndefined();
  });

  test('two editions go together, and one that is given up goes away', async () => {
    await publish('a', { wanted, names: ['site', 'folder'] });
    expect(shown('folder')).toBe('a');
    await publish('b', { wanted });
    expect(() => shown('folder')).toThrow('ENOENT');
    await rollBack(to);
    expect([shown(), shown('folder')]).toEqual(['a', 'a']);
  });

  test('a version that was changed meanwhile is not put back', async () => {
    await publish('a', { wanted });
    await publish('b', { wanted });
    await writeFile(join(to, 'versions/0001-a/site/index.html'), 'changed');
    await expect(rollBack(to)).rejects.toThrow('1 个文件与校验清单不符（index.html），没有换上');
    expect(shown()).toBe('b');
  });

  test('killed at a random moment, there is always a whole site', { timeout: 60_000 }, async () => {
    const random = seededRandom(7);
    const { broken, whole, restored } = await killPublishing(1, wanted, (most) => random.below(most));
    expect([broken, whole + restored]).toEqual([0, 1]);
    if (wanted === 'link') expect(restored).toBe(0);
  });
});

test('what the server reads is a link that stays right when the whole folder is moved', async () => {
  await publish('a');
  expect(lstatSync(join(to, 'site')).isSymbolicLink()).toBe(true);
  expect(readlinkSync(join(to, 'site'))).toBe(join('versions', '0001-a', 'site'));
  await cp(to, join(work, 'moved'), { recursive: true, verbatimSymlinks: true });
  await rm(to, { recursive: true });
  expect(readFileSync(join(work, 'moved/site/index.html'), 'utf8')).toBe('a');
});

test('a switch by renaming that was cut off between the two is brought to its end', async () => {
  await publish('a', { wanted: 'rename' });
  await publish('b', { wanted: 'rename' });
  await rename(join(to, 'site'), join(to, 'versions/0002-b/site'));
  await writeFile(join(to, 'versions/switch.json'), JSON.stringify({ name: '0001-a' }));
  await finishSwitch(to);
  expect(shown()).toBe('a');
  expect(await current()).toBe('0001-a');
});

test('a copy that is not whole becomes no version', async () => {
  await publish('a');
  await writeFile(join(work, 'site/index.html'), 'not as listed');
  const editions = new Map<PublishedName, string>([['site', join(work, 'site')]]);
  await expect(publishVersion(to, editions, { label: 'b', facts: { published: '', build: null } })).rejects.toThrow('与校验清单不符');
  expect((await listVersions(to)).map(({ name }) => name)).toEqual(['0001-a']);
  expect(shown()).toBe('a');
});

test('every account can read what is published, whatever the umask', async () => {
  const before = process.umask(0o077);
  try {
    await publish('a');
  } finally {
    process.umask(before);
  }
  for (const path of ['', 'versions', 'site', 'site/index.html'])
    expect(statSync(join(to, path)).mode & 0o005, path).toBeGreaterThanOrEqual(0o004);
});

describe('what others have put there is left alone', () => {
  test('a folder', async () => {
    await mkdir(join(to, 'site'), { recursive: true });
    await expect(publish('a')).rejects.toThrow('里的文件不是由发布放进去的，没有动它');
  });

  test('a link', async () => {
    await mkdir(to);
    await symlink(work, join(to, 'site'));
    await expect(publish('a')).rejects.toThrow('是一个链接，不是由发布建的，没有动它');
  });

  test('a switch of the other kind', async () => {
    await publish('a', { wanted: 'rename' });
    await expect(publish('b', { wanted: 'link' })).rejects.toThrow('现在是文件夹，与 --switch link 不符');
  });
});

test('a place is made with the folder of its versions, and where none can be made is said', () => {
  makePlace(to);
  expect(statSync(join(to, 'versions')).isDirectory()).toBe(true);
  makePlace(to);
  const nowhere = join(work, 'no', 'such', 'place');
  expect(() => makePlace(nowhere)).toThrow(`${nowhere} 建不了`);
});

test('whoever may not write there is told so before minutes of building', async () => {
  makePlace(to);
  const unlock = await lockFolder(join(to, 'versions'), '发布');
  const { failed, output } = await runNode(['src/commands/publish.ts', '--local', '--to', to]);
  await unlock();
  expect(failed).toBe(1);
  expect(output).toContain('没有发布');
  expect(output).not.toContain('检查内容');
});

test('a folder edition of an earlier build is not published beside the site, nor one that was never made', async () => {
  const [site, folder] = [join(work, 'dist'), join(work, 'dist-folder')];
  const make = async (place: string, version: string) => {
    await mkdir(join(place, 'data'), { recursive: true });
    await writeFile(join(place, 'data/build.json'), version);
  };
  await make(site, 'b');
  expect(() => requireSameBuild(site, folder)).toThrow('还没有生成文件夹版');
  await make(folder, 'a');
  expect(() => requireSameBuild(site, folder)).toThrow('dist-folder 不是由现在的 dist 写出的');
  await make(folder, 'b');
  requireSameBuild(site, folder);
});
