/** Builds the site once more, with other settings, in a folder of its own: the project's `dist/` stays as it is. */
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode } from './run-tool.ts';

const ROOT = join(import.meta.dirname, '../..');

const PARTS = ['astro.config.mjs', 'package.json', 'tsconfig.json', 'content', 'public', 'src'];

/** A built copy of the site; `remove` deletes it. */
export interface BuiltCopy {
  dist: string;
  remove: () => Promise<void>;
}

/** Copies the project and builds it under the given settings, such as `SITE_BASE`. Throws what the build said when it fails. */
export async function buildCopy(settings: Record<string, string>): Promise<BuiltCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'copy-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  await Promise.all(PARTS.map((name) => cp(join(ROOT, name), join(folder, name), { recursive: true })));
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const { failed, output } = await runNode([join(folder, 'src/commands/build.ts')], settings, folder);
  if (failed > 0) {
    await remove();
    throw new Error(output);
  }
  return { dist: join(folder, 'dist'), remove };
}
