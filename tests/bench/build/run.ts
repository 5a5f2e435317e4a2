/**
 * `npm run bench:build [-- --size 1000,10000] [--peers] [--before COMMIT] [--repeat 3]`: what a build costs as the library grows. Grows a copy of the
 * content to each size (without `--size`: as many entries as there are, 1,000 and 4,000), builds it in a copy of the project, and measures wall time,
 * processor time, memory, and the built site; then edits one entry and builds again. `--peers` builds sites of the same texts with Starlight and with
 * Hugo and Pagefind; `--before` builds the project as a commit has it, with that commit's own content; `--repeat` takes turns that often and gives
 * medians. Writes the tables and all figures below `.build/bench/`. The exit code is 1 when anything did not build.
 */
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { readContent } from '../../../src/store/read-content.ts';
import { isEntryFile } from '../../../src/store/library.ts';
import { reportPart } from '../../support/part-report.ts';
import { OWN_CONTENT } from '../../support/project-copy.ts';
import { installPeers, PEERS, peerVersions } from '../peers.ts';
import { say, seconds, timed } from '../timed.ts';
import { measureSite, ownSite, peerSites, removeBefore, siteBefore } from './contender.ts';
import type { Contender, Run } from './contender.ts';
import { requireHugo } from './hugo.ts';
import { cannotMeasure, StoppedError } from './measure.ts';
import { readOptions } from './options.ts';
import type { Options } from './options.ts';
import { formatReport } from './report.ts';

const began = performance.now();
const date = new Date().toISOString();
const real = await readContent(OWN_CONTENT);
const options = accept(readOptions(process.argv.slice(2), real.filter(isEntryFile).length));
// Under another address the files of a site would have to be told from its pages' links anew.
for (const name of ['SITE_URL', 'SITE_BASE']) Reflect.deleteProperty(process.env, name);

const versions: Record<string, string> = {};
if (options.peers) {
  versions['hugo'] = requireHugo(say);
  installPeers(say);
  Object.assign(versions, await peerVersions());
}

const parent = await realpath(await mkdtemp(join(tmpdir(), 'bench-build-')));
const notes: string[] = [];
try {
  const contenders = await prepare();
  const runs = new Map<Contender, Run[]>(contenders.map((contender) => [contender, []]));
  let turn = 0;
  for (let round = 1; round <= options.repeat; round += 1) {
    for (const [contender, own] of runs) {
      turn += 1;
      say(`[${turn}/${contenders.length * options.repeat}] 本机负载 ${load()}，共用时 ${seconds(performance.now() - began)}`);
      own.push(await measureSite(contender, async (name, run) => (await timed(name, run)).result));
    }
  }
  await report([...runs].map(([{ name, size }, own]) => ({ name, size, runs: own })));
} catch (error) {
  if (!(error instanceof StoppedError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  removeBefore(parent);
  await rm(parent, { recursive: true, force: true });
}

/** The options, when they can be followed on this machine; else says why not and ends. */
function accept(read: Options | string): Options {
  const refusal = typeof read === 'string' ? read : cannotMeasure();
  if (typeof read !== 'string' && refusal === undefined) return read;
  console.error(refusal);
  process.exit(2);
}

/** Puts every site in its place. */
async function prepare(): Promise<Contender[]> {
  const { sizes, before, peers } = options;
  const contenders: Contender[] = [];
  if (before !== undefined) contenders.push(...(await attempt(`取出 ${before}`, async () => [await siteBefore(before, parent, say)])));
  for (const size of sizes) {
    const own = await attempt(`编出 ${size} 个条目`, async () => [await ownSite(size, real, parent)]);
    contenders.push(...own);
    if (peers)
      for (const one of own) contenders.push(...(await attempt(`为对照的生成器写出同样的 ${size} 个条目`, () => peerSites(one, parent))));
  }
  return contenders;
}

/** What cannot be had is noted, and the rest is measured. */
async function attempt(name: string, make: () => Promise<Contender[]>): Promise<Contender[]> {
  try {
    return (await timed(name, make)).result;
  } catch (error) {
    notes.push(`${name}没有成：${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
}

async function report(results: { name: string; size: number; runs: Run[] }[]): Promise<void> {
  const machine = { cpu: cpus()[0]?.model ?? '', cores: cpus().length, memory: totalmem(), node: process.version };
  const commit = git('rev-parse', 'HEAD');
  const isChanged = git('status', '--porcelain') !== '';
  const loads = results.flatMap(({ runs }) => runs.map((run) => run.load.toFixed(1)));
  const tables = [
    `${date}，提交 ${commit.slice(0, 7)}${isChanged ? '（有没提交的改动）' : ''}，${machine.cpu} × ${machine.cores}，Node ${machine.node}。`,
    `${options.repeat} 轮，取中位。各轮各站开始时的本机负载：${loads.join('、') || '未知'}。`,
    ...(options.peers
      ? [
          `对照：${Object.entries(versions)
            .map((one) => one.join(' '))
            .join('，')}。`,
        ]
      : []),
    formatReport(results),
    ...notes,
  ].join('\n\n');
  const folder = join(PEERS, '..');
  const name = `build-${date.slice(0, 19).replaceAll(':', '')}`;
  const [markdown, json] = [join(folder, `${name}.md`), join(folder, `${name}.json`)];
  await mkdir(folder, { recursive: true });
  await writeFile(markdown, `${tables}\n`);
  await writeFile(json, `${JSON.stringify({ date, commit, isChanged, machine, versions, options, notes, results }, null, 2)}\n`);
  say(`\n${tables}\n\n表格在 ${markdown}\n全部数据在 ${json}\n共用时 ${seconds(performance.now() - began)}`);
  const measured = results.flatMap(({ runs }) => runs.flatMap(({ cold, check, edited }) => [cold, check, edited]));
  const undone = measured.filter((one) => one?.isDone === false).length;
  reportPart({ passed: measured.length - undone, failed: undone + notes.length });
  process.exitCode = undone + notes.length > 0 ? 1 : 0;
}

function load(): string {
  return loadavg()[0]?.toFixed(1) ?? '未知';
}

function git(...args: string[]): string {
  return spawnSync('git', args, { cwd: OWN_CONTENT, encoding: 'utf8' }).stdout.trim();
}
