/** `npm run build:review`: the site with its drafts in `dist-review/`, each page of which says so; for those who look them over, never for readers. */
import { build } from './build.ts';
import { printFailure } from './operator-error.ts';
import { readBuildArguments } from './read-arguments.ts';

const built = await build(process.cwd(), 'review', readBuildArguments()).catch((error: unknown) => {
  printFailure(error);
  console.error('生成失败；原有的 dist-review/ 保持不变。');
  return false;
});
if (!built) process.exitCode = 1;
