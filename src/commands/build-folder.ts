/** `npm run build:folder`: builds the site, then writes it as a folder that opens by double click, `dist-folder/`. A failure leaves both as they were. */
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFolder } from '../export/folder/write-folder.ts';
import { absoluteUrl } from '../site.ts';
import { build } from './build.ts';
import { startProgress } from './progress.ts';
import { workFolders } from './release.ts';

/** Writes the folder edition of the site that is built in `dist/` of the project at `root`. */
async function buildFolder(root: string): Promise<void> {
  const progress = startProgress();
  progress.step('写出文件夹版');
  const next = join(root, '.build/folder');
  const target = join(root, 'dist-folder');
  await rm(next, { recursive: true, force: true });
  await mkdir(next, { recursive: true });
  const { files, bytes } = await writeFolder({ folder: workFolders(root).dist, address: absoluteUrl('/') }, next);
  await rm(target, { recursive: true, force: true });
  await rename(next, target);
  progress.done(`${files} 个文件、${(bytes / 1e6).toFixed(1)} MB，在 ${target} ，双击 index.html 打开，SHA256SUMS 是校验清单`);
}

if (import.meta.main) {
  const root = process.cwd();
  const built = await build(root).catch((error: unknown) => {
    console.error(error);
    return false;
  });
  if (built) await buildFolder(root);
  else {
    console.error('没有生成网站，也没有写出文件夹版；原有的保持不变。');
    process.exitCode = 1;
  }
}
