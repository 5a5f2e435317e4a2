/** The editor's desk ships to editors, never to readers. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundleDesk, DESK_HTML } from '../../src/edit/desk-page.ts';
import { distFolder } from '../support/built-site.ts';

/** Words that stand in the scripts and the page of the desk; `desk-unsent` is where it keeps what was not sent. */
const MARKS = ['desk-unsent', 'desk-header', '没有送到编辑台', '看改动，保存'];

test('no file that is built holds anything of the desk', async () => {
  const { script, styles } = await bundleDesk();
  const desk = script + styles + DESK_HTML;
  for (const mark of MARKS) expect(desk, `${mark} is a mark of the desk`).toContain(mark);
  const files = globSync('**/*.{html,js,css,json,xml,txt}', { cwd: distFolder });
  expect(files.length).toBeGreaterThan(500);
  const found = files.filter((file) => {
    const text = readFileSync(join(distFolder, file), 'utf8');
    return MARKS.some((mark) => text.includes(mark));
  });
  expect(found).toEqual([]);
});
