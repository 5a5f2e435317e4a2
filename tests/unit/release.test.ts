import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { prepareRelease, release, restoreInterrupted, workFolders } from '../../src/commands/release.ts';

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

test('an old site that waits beside a whole one is never put in its place', async () => {
  await putSite('good');
  await mkdir(workFolders(root).previous, { recursive: true });
  await restoreInterrupted(root);
  expect(await siteNow()).toBe('good');
});

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
