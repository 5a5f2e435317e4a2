/** Kills publishing and going back at random moments, and looks at what the server reads: always a whole site. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { finishSwitch, listVersions } from '../../src/commands/published.ts';
import type { Switch } from '../../src/commands/published.ts';
import { faultyFiles } from '../../src/export/checksums.ts';

/** How many ends left the site whole at once, whole after the next command, or broken; and how many versions were seen in its place. */
export interface PublishTally {
  whole: number;
  restored: number;
  broken: number;
  seen: number;
}

/** `below(most)` gives random numbers. */
export async function killPublishing(kills: number, how: Switch, below: (most: number) => number): Promise<PublishTally> {
  const to = await mkdtemp(join(tmpdir(), 'publishing-'));
  const loop = join(import.meta.dirname, '../kills/publish-loop.ts');
  const start = () => spawn(process.execPath, [loop, to, how], { detached: true, stdio: 'ignore' });
  const seen = new Set<string>();
  const tally: PublishTally = { whole: 0, restored: 0, broken: 0, seen: 0 };
  for (let kill = 0; kill <= kills; kill += 1) {
    const child = start();
    const ended = once(child, 'exit');
    // Each is let publish once: starting takes longer than all the rest.
    const standing = numberAt(to);
    while (numberAt(to) === standing && child.exitCode === null) await wait(10);
    if (kill > 0) await wait(below(300));
    if (child.exitCode !== null || !child.pid) throw new Error(`what was to be killed ended by itself, with ${child.exitCode}`);
    process.kill(-child.pid, 'SIGKILL');
    await ended;
    if (kill === 0) continue;
    const before = numberAt(to);
    await finishSwitch(to);
    const after = numberAt(to);
    const versions = await listVersions(to);
    const isSound =
      after !== undefined &&
      (await faultyFiles(join(to, 'site')))?.length === 0 &&
      versions.filter(({ isCurrent }) => isCurrent).length === 1;
    tally[!isSound ? 'broken' : before === undefined ? 'restored' : 'whole'] += 1;
    if (after !== undefined) seen.add(after);
  }
  await rm(to, { recursive: true, force: true });
  return { ...tally, seen: seen.size };
}

/** The number that all pages of the site hold; `undefined` when there is no site or pages of two. */
function numberAt(to: string): string | undefined {
  try {
    const folder = join(to, 'site/pages');
    const numbers = new Set(readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')));
    return numbers.size === 1 && readdirSync(folder).length === 30 ? [...numbers][0] : undefined;
  } catch {
    return undefined;
  }
}
