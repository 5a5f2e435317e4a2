/** `npm run build:internal`: the site with internal entries and papers in `dist-internal/`, each page of which says so; never for the public. */
import { build } from './build.ts';
import { printFailure } from './operator-error.ts';
import { readBuildArguments } from './read-arguments.ts';

const built = await build(process.cwd(), 'internal', readBuildArguments()).catch((error: unknown) => {
  printFailure(error);
  console.error('生成失败；原有的 dist-internal/ 保持不变。');
  return false;
});
if (!built) process.exitCode = 1;
