/** `npm start`: builds the site and serves it. When the new content is refused, the last good site is served instead. */
import { build } from './build.ts';
import { printFailure } from './operator-error.ts';
import { readBuildArguments } from './read-arguments.ts';
import { requirePlace, serveProject } from './serve.ts';

const wish = readBuildArguments();
try {
  await requirePlace();
  const built = await build(process.cwd(), 'public', wish).catch((error: unknown) => {
    printFailure(error);
    return false;
  });
  if (!built) console.error('没有生成新的网站；下面是上一次生成的，如果有的话。');
  await serveProject();
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}
