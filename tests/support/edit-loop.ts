/** An editor who changes and saves without end, for tests that end the desk in the middle of it: `node edit-loop.ts FOLDER`. */
import { join } from 'node:path';
import { Desk } from '../../src/edit/desk.ts';
import { DeskContent } from '../../src/edit/desk-content.ts';

const [folder = ''] = process.argv.slice(2);
const content = await DeskContent.open({ root: join(folder, 'content'), cache: join(folder, 'read') }, () => '2026-11-28');
const desk = await Desk.open(content, join(folder, 'edit'));
const place = 'practices/example';
let entry = await desk.open(place);
process.stdout.write('begun\n');
for (let round = 1; ; round += 1) {
  const title = `第 ${round} 次${'改'.repeat(round % 40)}`;
  entry = await desk.change(place, entry.revision, [{ path: ['title'], value: title }]);
  if (round % 3 > 0) continue;
  const saved = await desk.save(place, entry.revision);
  if (saved.kind === 'saved') ({ entry } = saved);
}
