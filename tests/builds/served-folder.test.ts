/** A whole build as an operator of a hardened machine has it: a closed umask, no home folder, and links to the folders that the web server serves. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { lstat, mkdir, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject, SMALL_CONTENT } from '../support/project-copy.ts';

/** Not even the administrator can make a folder there. */
const NOWHERE = '/dev/null/home';

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
  const build = ['-c', 'umask 077 && exec "$0" "$@"', process.execPath, 'src/commands/build-folder.ts'];
  const env = { ...process.env, HOME: NOWHERE, USERPROFILE: NOWHERE };
  const { status, stdout, stderr } = spawnSync('sh', build, { cwd: root, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(stdout + stderr);
});

afterAll(() => remove());

test.for(LINKS)('the link %s stays, and the folder %s holds the new edition', async ([link, folder]) => {
  expect((await lstat(join(root, link))).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(root, folder, 'index.html'), 'utf8')).toContain('担当作为知识库');
});

test.for(LINKS)('every file and folder of %s can be read by the account of a web server', async ([link]) => {
  const folder = join(root, link);
  const items = await readdir(folder, { withFileTypes: true, recursive: true });
  expect(items.length).toBeGreaterThan(100);
  const closed = await Promise.all(
    items.map(async (item) => {
      const path = join(item.parentPath, item.name);
      const mode = ((await stat(path)).mode & 0o777).toString(8);
      return mode === (item.isDirectory() ? '755' : '644') ? [] : [`${path} ${mode}`];
    }),
  );
  expect(closed.flat()).toEqual([]);
});
