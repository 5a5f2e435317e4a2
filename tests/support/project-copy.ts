/** A copy of the project in a folder of its own, with content of its own, to build without touching this one. */
import { cp, mkdir, mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROJECT = join(import.meta.dirname, '../..');
/** What a build reads. */
const PARTS = ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'];

/** The sound content of the fixtures: a site of ten entries, which builds in seconds. */
export const SMALL_CONTENT = join(PROJECT, 'tests/fixtures/sound-content/content');
export const OWN_CONTENT = join(PROJECT, 'content');

/** Copies the project with the given content; the packages are shared. Give back the folder with `remove`. */
export async function copyProject(content: string, parent = tmpdir()): Promise<{ root: string; remove: () => Promise<void> }> {
  await mkdir(parent, { recursive: true });
  const root = await realpath(await mkdtemp(join(parent, 'project-')));
  for (const part of PARTS) await cp(join(PROJECT, part), join(root, part), { recursive: true });
  await cp(content, join(root, 'content'), { recursive: true });
  await symlink(join(PROJECT, 'node_modules'), join(root, 'node_modules'), 'junction');
  return { root, remove: () => rm(root, { recursive: true, force: true }) };
}
