/** Exchanges one small site for the next, again and again, until it is killed: `node release-loop.ts ROOT`. Every file of a site holds its number. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { prepareRelease, release } from '../../src/commands/release.ts';

const root = process.argv[2];
if (!root) throw new Error('which folder?');
for (let version = 1; ; version += 1) {
  const next = await prepareRelease(root);
  await Promise.all(Array.from({ length: 40 }, (_, index) => writeFile(join(next, `page-${index}.html`), String(version))));
  await release(root);
}
