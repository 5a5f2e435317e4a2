import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readPackage } from '../../src/import/library-package.ts';
import { runNode } from '../support/run-tool.ts';

const SOUND = join(import.meta.dirname, '../fixtures/sound-content/content');

test('no draft goes into a package, least of all one whose fields cannot be read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pack-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const content = join(folder, 'content');
  cpSync(SOUND, content, { recursive: true });
  const draft = readFileSync(join(content, 'practices/example.mdx'), 'utf8')
    .replace('id: SJ-001', 'id: SJ-901')
    .replace(/^title: .*$/mu, 'title: 别处：写了一半')
    .replace(/^status: .*$/mu, 'status: 草稿');
  writeFileSync(join(content, 'practices/draft.mdx'), draft);
  writeFileSync(join(content, 'practices/unread.mdx'), draft.replace('SJ-901', 'SJ-902').replace(/^actor: .*$/mu, 'actor: 甲: 乙: "丙'));
  const settings = { CONTENT_DIR: content };
  expect(await runNode(['src/commands/register.ts'], settings)).toMatchObject({ failed: 0 });
  const archive = join(folder, 'library.zip');
  expect(await runNode(['src/commands/pack-library.ts', '--out', archive], settings)).toMatchObject({ failed: 0 });
  const places = [...readPackage(readFileSync(archive)).texts.keys()].filter((place) => place.startsWith('practices/'));
  expect(places.toSorted()).toEqual(['practices/example.mdx', 'practices/second.mdx']);
});
