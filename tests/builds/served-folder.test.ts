/** A whole build as an operator of a web server has it: links to the folders that the web server serves. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { lstat, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject, SMALL_CONTENT } from '../support/project-copy.ts';

let root: string;
let remove: () => Promise<void>;
const LINKS = [
  ['dist', 'served'],
  ['dist-folder', 'copies'],
] as const;

beforeAll(async () => {
  ({ root, remove } = await copyProject(SMALL_CONTENT));
  for (const [link, folder] of LINKS) {
    await mkdir(join(root, folder));
    await writeFile(join(root, folder, 'index.html'), 'old');
    await symlink(join(root, folder), join(root, link));
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/commands/build-folder.ts'], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stdout + stderr);
});

afterAll(() => remove());

test.for(LINKS)('the link %s stays, and the folder %s holds the new edition', async ([link, folder]) => {
  expect((await lstat(join(root, link))).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(root, folder, 'index.html'), 'utf8')).toContain('担当作为知识库');
});
