/** Kills upgrades of a content folder at random moments: the folder must hold the old files or the new, and the unit's own untouched. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const { restoreContent } = createRequire(import.meta.url)('../../src/commands/guard.cjs') as { restoreContent: (content: string) => void };

/** How many ends left the content whole at once, whole after the next command, or broken; and how many states of it were seen. */
export interface UpgradeTally {
  whole: number;
  restored: number;
  broken: number;
  seen: number;
}

/** `below(most)` gives random numbers. */
export async function killUpgrading(kills: number, below: (most: number) => number): Promise<UpgradeTally> {
  const root = await mkdtemp(join(tmpdir(), 'upgrading-'));
  const content = join(root, 'content');
  mkdirSync(join(content, 'practices'), { recursive: true });
  mkdirSync(join(content, 'notes'));
  writeFileSync(join(content, 'notes/SJ-001.mdx'), 'own');
  for (let index = 0; index < 30; index += 1) writeFileSync(join(content, `practices/${index}.mdx`), '0');
  const seen = new Set<string>();
  const tally: UpgradeTally = { whole: 0, restored: 0, broken: 0, seen: 0 };
  for (let kill = 0; kill < kills; kill += 1) {
    const child = spawn(process.execPath, [join(import.meta.dirname, '../kills/upgrade-loop.ts'), content], {
      detached: true,
      stdio: 'ignore',
    });
    const ended = once(child, 'exit');
    // Each is let upgrade once: starting takes longer than all the rest.
    const standing = stateOf(content);
    while (stateOf(content) === standing && child.exitCode === null) await wait(5);
    await wait(below(150));
    if (child.exitCode !== null || !child.pid) throw new Error(`what was to be killed ended by itself, with ${child.exitCode}`);
    process.kill(-child.pid, 'SIGKILL');
    await ended;
    const before = stateOf(content);
    restoreContent(content);
    const after = stateOf(content);
    tally[after === undefined ? 'broken' : before === undefined ? 'restored' : 'whole'] += 1;
    if (after !== undefined) seen.add(after);
  }
  await rm(root, { recursive: true, force: true });
  return { ...tally, seen: seen.size };
}

/** The number that all files hold; `undefined` when the folder is not there, has files of two sets, or lacks the unit's own. */
function stateOf(content: string): string | undefined {
  try {
    const folder = join(content, 'practices');
    const numbers = new Set(readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')));
    const isOwnThere = readFileSync(join(content, 'notes/SJ-001.mdx'), 'utf8') === 'own';
    return numbers.size === 1 && readdirSync(folder).length === 30 && isOwnThere ? [...numbers][0] : undefined;
  } catch {
    return undefined;
  }
}
