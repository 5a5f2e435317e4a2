/** `npm run build:folder`: builds the site, then writes it as a folder that opens by double click, `dist-folder/`. A failure leaves both as they were. */
import { writeFolder } from '../export/folder/write-folder.ts';
import { settings } from '../site.ts';
import { build } from './build.ts';
import { printFailure } from './operator-error.ts';
import { readBuildArguments } from './read-arguments.ts';
import type { BuildWish } from './read-arguments.ts';
import { startProgress } from './progress.ts';
import { checkPlace, folderEdition, prepareEdition, releaseEdition, workFolders } from './release.ts';

/** Builds the site of the project at `root` and writes its folder edition; `false` when the content was refused. */
export async function buildFolder(root: string, wish?: BuildWish): Promise<boolean> {
  const edition = folderEdition(root);
  await checkPlace(edition);
  if (!(await build(root, 'public', wish))) return false;
  const progress = startProgress();
  progress.step('写出文件夹版');
  const next = await prepareEdition(edition);
  const { files, bytes } = await writeFolder({ folder: workFolders(root).dist, base: settings.base }, next);
  await releaseEdition(edition);
  progress.done(`${files} 个文件、${(bytes / 1e6).toFixed(1)} MB，在 ${edition.place} ，双击 index.html 打开，SHA256SUMS.txt 是校验清单`);
  return true;
}

if (import.meta.main) {
  const written = await buildFolder(process.cwd(), readBuildArguments()).catch((error: unknown) => {
    printFailure(error);
    return false;
  });
  if (!written) {
    console.error('没有写出文件夹版；原有的 dist-folder/ 保持不变。');
    process.exitCode = 1;
  }
}
