/** What a check has found sound need not be checked again; whatever could make it unsound makes it be checked. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkLibrary } from '../../src/lint/check-content.ts';
import { readLibrary } from '../../src/store/library.ts';
import { openSoundFiles } from '../../src/store/sound-files.ts';
import { contentWith, soundContent, storeTexts } from '../support/example-content.ts';

const TODAY = '2026-11-22';
const folder = mkdtempSync(join(tmpdir(), 'sound-'));
afterAll(() => rmSync(folder, { recursive: true }));

const check = (files: Parameters<typeof readLibrary>[0]) => checkLibrary(readLibrary(files), TODAY, openSoundFiles(join(folder, 'kept')));

test('a sound library is sound the second time, and what has changed since is found', () => {
  const files = storeTexts(soundContent);
  expect(check(files).issues).toEqual([]);
  const kept = openSoundFiles(join(folder, 'kept'));
  expect(files.every((file) => kept.has(file))).toBe(true);
  expect(check(files).issues).toEqual([]);
  const wrong = contentWith({ body: '联系电话 13800138000。' });
  expect(check(wrong).issues.map(({ rule }) => rule)).toEqual(['private-data']);
  expect(check(wrong).issues.map(({ rule }) => rule)).toEqual(['private-data']);
  expect(check(files).issues).toEqual([]);
});

test('an entry whose fields do not fit is looked at whole when they do', () => {
  const unfit = contentWith({ fields: { summary: undefined }, body: '联系电话 13800138000。' });
  check(unfit);
  const kept = openSoundFiles(join(folder, 'kept'));
  expect(unfit.filter((file) => !kept.has(file)).map(({ path }) => path)).toEqual(['content/practices/example.mdx']);
});
