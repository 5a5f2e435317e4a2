/**
 * `npm run test:nightly -- kills`: kills builds at random moments with SIGKILL, the whole process group at once, and looks at `dist/`: it must be the old
 * site or the new one, whole. First real builds of a small site (`KILLS`, 50), at any moment from start to end; then the exchange of sites alone,
 * again and again (`RELEASE_KILLS`, 150), since that is the one moment that matters; last publishing and going back (`PUBLISH_KILLS`, 50, by links and
 * by renaming), and upgrades of a content folder (`UPGRADE_KILLS`, 50). `KILL_SEED` repeats the choices. Exit code 1 on any other outcome.
 */
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { restoreInterrupted, workFolders } from '../../src/commands/release.ts';
import { copyProject, SMALL_CONTENT } from '../support/project-copy.ts';
import { killUpgrading } from '../support/kill-upgrading.ts';
import { killPublishing } from '../support/kill-publishing.ts';
import { reportPart } from '../support/part-report.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { treeHash } from '../support/tree-hash.ts';

const BUILDS = Number(process.env['KILLS'] ?? 50);
const RELEASES = Number(process.env['RELEASE_KILLS'] ?? 150);
const PUBLISHES = Number(process.env['PUBLISH_KILLS'] ?? 50);
const UPGRADES = Number(process.env['UPGRADE_KILLS'] ?? 50);
const SEED = Number(process.env['KILL_SEED'] ?? 1);
const random = seededRandom(SEED);

type Outcome = 'old' | 'new' | 'away, restored whole' | 'broken';
type Tally = Record<Outcome, number>;

const builds = await killBuilds();
const releases = await killReleases();
console.log(`\nseed ${SEED}`);
for (const [name, tally] of [['builds', builds] as const, ['exchanges', releases] as const]) {
  const killed = Object.values(tally).reduce((sum, count) => sum + count, 0);
  console.log(
    `${name} killed: ${killed}; dist/ afterwards: ${Object.entries(tally)
      .map(([outcome, count]) => `${outcome} ${count}`)
      .join(', ')}`,
  );
}
let broken = builds.broken + releases.broken;
for (const how of ['link', 'rename'] as const) {
  const published = await killPublishing(PUBLISHES, how, (most) => random.below(most));
  broken += published.broken;
  console.log(
    `publishing by ${how} killed: ${PUBLISHES}; the site afterwards: whole ${published.whole}, whole after the next command ${published.restored}, broken ${published.broken}; ${published.seen} versions seen`,
  );
}
const upgraded = await killUpgrading(UPGRADES, (most) => random.below(most));
broken += upgraded.broken;
console.log(
  `upgrades of content killed: ${UPGRADES}; the content afterwards: whole ${upgraded.whole}, whole after the next command ${upgraded.restored}, broken ${upgraded.broken}; ${upgraded.seen} states seen`,
);
const killed = BUILDS + RELEASES + 2 * PUBLISHES + UPGRADES;
reportPart({ passed: killed - Math.min(broken, killed), failed: broken });
process.exitCode = broken > 0 ? 1 : 0;

/** Two states of the content take turns; every build that is killed was to put the other in the place of the one that stands. */
async function killBuilds(): Promise<Tally> {
  const tally = emptyTally();
  const { root, remove } = await copyProject(SMALL_CONTENT);
  const { dist } = workFolders(root);
  const entry = join(root, 'content/practices/example.mdx');
  const text = await readFile(entry, 'utf8');
  const states = [text, text.replace(/^title: (.*)$/mu, 'title: $1（修改）')];
  const sites: (string | undefined)[] = [];
  let longest = 0;
  for (const state of states) {
    await writeFile(entry, state);
    const began = performance.now();
    const { status, stderr } = spawnSync(process.execPath, ['src/commands/build.ts'], { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(`the small site does not build:\n${stderr}`);
    longest = Math.max(longest, performance.now() - began);
    sites.push(treeHash(dist));
  }
  console.log(`small site: builds in up to ${(longest / 1000).toFixed(1)} s`);
  for (let kill = 0; kill < BUILDS; kill += 1) {
    const before = treeHash(dist);
    const target = before === sites[0] ? 1 : 0;
    await writeFile(entry, states[target] ?? '');
    const moment = random.below(longest * 1.05);
    await killAfter(spawnGroup(['src/commands/build.ts'], root), moment);
    const outcome = await outcomeOf(root, before, sites[target]);
    tally[outcome] += 1;
    console.log(`build ${kill + 1}/${BUILDS} killed after ${(moment / 1000).toFixed(2)} s: ${outcome}`);
  }
  const { status } = spawnSync(process.execPath, ['src/commands/build.ts'], { cwd: root });
  console.log(`a build after the last kill: ${status === 0 && sites.includes(treeHash(dist)) ? 'ends well' : 'FAILS'}`);
  if (status !== 0) tally.broken += 1;
  await remove();
  return tally;
}

async function killReleases(): Promise<Tally> {
  const tally = emptyTally();
  const root = await mkdtemp(join(tmpdir(), 'releases-'));
  const loop = join(import.meta.dirname, 'release-loop.ts');
  // There is a site to begin with: before the first one there is none to lose.
  const first = spawnGroup([loop, root], root);
  while (versionAt(root) === undefined) await wait(20);
  await killAfter(first, 0);
  await restoreInterrupted(root);
  for (let kill = 0; kill < RELEASES; kill += 1) {
    await killAfter(spawnGroup([loop, root], root), 250 + random.below(500));
    const away = versionAt(root) === undefined;
    await restoreInterrupted(root);
    const version = versionAt(root);
    if (version === undefined || version === 'mixed') tally.broken += 1;
    else tally[away ? 'away, restored whole' : 'new'] += 1;
  }
  await rm(root, { recursive: true, force: true });
  return tally;
}

/** The number that all forty files of a site hold. */
function versionAt(root: string): string | undefined {
  const { dist } = workFolders(root);
  try {
    const versions = new Set(readdirSync(dist).map((name) => readFileSync(join(dist, name), 'utf8')));
    return versions.size === 1 && readdirSync(dist).length === 40 ? [...versions][0] : 'mixed';
  } catch {
    return undefined;
  }
}

async function outcomeOf(root: string, before: string | undefined, after: string | undefined): Promise<Outcome> {
  const { dist } = workFolders(root);
  const found = treeHash(dist);
  if (found !== undefined) return found === before ? 'old' : found === after ? 'new' : 'broken';
  await restoreInterrupted(root);
  return treeHash(dist) === before ? 'away, restored whole' : 'broken';
}

/** A process at the head of a group of its own, so that its helpers die with it. */
function spawnGroup(args: string[], cwd: string): ChildProcess {
  return spawn(process.execPath, args, { cwd, detached: true, stdio: 'ignore' });
}

async function killAfter(child: ChildProcess, milliseconds: number): Promise<void> {
  const ended = once(child, 'exit');
  await Promise.race([wait(milliseconds, undefined, { ref: false }), ended]);
  if (child.exitCode === null && child.signalCode === null && child.pid) process.kill(-child.pid, 'SIGKILL');
  await ended;
}

function emptyTally(): Tally {
  return { old: 0, new: 0, 'away, restored whole': 0, broken: 0 };
}
