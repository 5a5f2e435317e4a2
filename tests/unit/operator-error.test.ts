/** What a disk or a network refuses is told in words; a fault of the program is not taken for it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { tellDisk } from '../../src/commands/operator-error.ts';

const folder = mkdtempSync(join(tmpdir(), 'refused-'));
afterAll(() => rmSync(folder, { recursive: true }));

const caught = (doing: Promise<unknown>) =>
  doing.then(
    () => undefined,
    (error: unknown) => error,
  );

test('what is not there is named', async () => {
  const path = join(folder, 'none');
  expect(tellDisk(await caught(readFile(path)))).toBe(`没有这个文件或文件夹（${path}）`);
  await writeFile(join(folder, 'file'), '');
  expect(tellDisk(await caught(readFile(join(folder, 'file/in'))))).toContain('路径里有一段是文件');
});

test('an address where nobody listens is told by the cause of the failure', async () => {
  expect(tellDisk(await caught(fetch('http://127.0.0.1:9/')))).toBeUndefined();
  expect(tellDisk(new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ECONNREFUSED' }) }))).toContain('没有开');
});

test('a fault of the program is told as one', () => {
  expect(tellDisk(new TypeError('undefined is not a function'))).toBeUndefined();
  expect(tellDisk('text')).toBeUndefined();
});
