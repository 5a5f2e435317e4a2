/** Pages keep their limits as the library grows: the content grown to two thousand entries and built; `npm run bench:build` tells the same of ten thousand. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readContent } from '../../src/store/read-content.ts';
import { writeFiles } from '../bench/peers.ts';
import { today } from '../../src/commands/today.ts';
import { growContent } from '../bench/build/grow-content.ts';
import { copyProject, OWN_CONTENT } from '../support/project-copy.ts';
import { heavyFiles } from '../support/site-limits.ts';

const SIZE = 2000;
const MINUTES = 60_000;

test(
  `of ${SIZE} entries no page and no file that a page loads is heavier than its kind may be, in the folder edition too`,
  { timeout: 40 * MINUTES },
  async () => {
    const { root, remove } = await copyProject(OWN_CONTENT);
    try {
      const grown = growContent(await readContent(OWN_CONTENT), SIZE, today());
      await writeFiles(join(root, 'content'), new Map(grown.map(({ place, text }) => [place, text])));
      const { status, stderr } = spawnSync(process.execPath, ['src/commands/build-folder.ts'], { cwd: root, encoding: 'utf8' });
      expect([status, status === 0 ? '' : stderr.slice(-500)]).toEqual([0, '']);
      for (const folder of ['dist', 'dist-folder']) expect(heavyFiles(join(root, folder))).toEqual([]);
    } finally {
      await remove();
    }
  },
);
