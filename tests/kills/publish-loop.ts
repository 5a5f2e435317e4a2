/**
 * Publishes one small site after the other, and goes back now and then, until it is killed: `node publish-loop.ts DIR link|rename`. Every page of a
 * site holds its number.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishVersion, rollBack } from '../../src/commands/published.ts';
import type { Switch } from '../../src/commands/published.ts';
import { writeChecksums } from '../../src/export/checksums.ts';

const [, , to, how] = process.argv;
if (to === undefined) throw new Error('which folder?');
const site = await mkdtemp(join(tmpdir(), 'published-'));
await mkdir(join(site, 'pages'));
for (let done = 0; ; done += 1) {
  const number = process.pid * 1000 + done;
  await Promise.all(Array.from({ length: 30 }, (_, index) => writeFile(join(site, `pages/${index}.html`), String(number))));
  await rm(join(site, 'SHA256SUMS.txt'), { force: true });
  await writeChecksums(site);
  await publishVersion(to, new Map([['site', site]]), {
    label: 'trial',
    facts: { published: new Date().toISOString(), build: null },
    wanted: how as Switch,
  });
  // Not before there is something to go back to.
  if (done % 3 === 2) await rollBack(to);
}
