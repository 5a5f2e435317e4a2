/**
 * `npm run fetch:units`: takes what other units' sites hand out, `data/build.json` and `data/entries.json`, from their folders or from their addresses,
 * and lays it in `units/CODE/` for the next build. The one command that asks other machines, and only when an operator starts it. A unit that cannot be
 * read keeps what was fetched before.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { SiteUnit } from '../schema/site.ts';
import { settings } from '../site.ts';
import { checkUnit, FETCHED_FILE, readUnit, REFUSED_FILE, sumOf, unitsFolder, waitingFolder } from '../store/units.ts';
import { codeOf, OperatorError, printFailure, tellRefused, tellUnreached } from './operator-error.ts';
import { readArguments } from './read-arguments.ts';
import { exchangeFolders } from './release.ts';
import { requireSettings } from './settings.ts';
import { today } from './today.ts';

const FILES = ['build.json', 'entries.json'] as const;
/** A slow line is waited for; one that is dead is not. */
const PATIENCE = 60_000;

/** Fetches every unit that is to be gathered; gives how many could not be read. */
async function fetchUnits(root: string, say: (line: string) => void): Promise<number> {
  const units = settings.units.filter(({ use }) => use === '汇集');
  if (units.length === 0)
    throw new OperatorError('content/site.yaml 的 units 里没有写“use: 汇集”的单位，没有可取的。写法见“部署和维护手册”。');
  let failed = 0;
  for (const unit of units) {
    const told = await fetchUnit(unit, join(unitsFolder(root), unit.code));
    if (told.isFailed) failed += 1;
    say(`${unit.name}：${told.what}`);
  }
  return failed;
}

async function fetchUnit(unit: SiteUnit, folder: string): Promise<{ what: string; isFailed: boolean }> {
  const before = readUnit(folder, unit);
  /** `told` stands on the page of the units: no address and no path of this machine. */
  const fail = async (why: string, told = why) => {
    if (typeof before !== 'string') return { what: `${why}仍用 ${before.day} 取来的 ${before.entries.length} 条。`, isFailed: true };
    await keepUnit(folder, { [REFUSED_FILE]: JSON.stringify({ day: today(), why: told }) });
    return { what: `${why}没有汇集它。`, isFailed: true };
  };
  try {
    const from = placeOf(unit);
    const [build = '', json = ''] = await Promise.all(FILES.map((name) => readFrom(from, name)));
    const read = checkUnit(unit, build, json);
    if (typeof read === 'string') return await fail(read);
    await keepUnit(folder, {
      'build.json': build,
      'entries.json': json,
      [FETCHED_FILE]: JSON.stringify({ from, day: today(), entries: sumOf(json) }),
    });
    const { version } = read.facts;
    const isSame = typeof before !== 'string' && before.facts.version === version;
    return { what: `${read.entries.length} 条，数据版本 ${version}${isSame ? '，和上次一样' : ''}。`, isFailed: false };
  } catch (error) {
    return fail(`没有取到（${reasonOf(error)}）。`, '没有取到。');
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (codeOf(error) === 'ENOENT') return `${'path' in error ? String(error.path) : ''} 没有这个文件`;
  return error.name === 'TimeoutError' ? '太久没有回应' : (tellUnreached(error) ?? tellRefused(error) ?? error.message);
}

/** The folder of a site, or its address. */
function placeOf({ from, address }: SiteUnit): string {
  if (from !== undefined) return resolve(from);
  if (!address.startsWith('/')) return address;
  if (settings.url === '') throw new Error('它和本站同一台主机，而 site.yaml 没有写 address；请写上，或者用 from 写它的文件夹');
  return new URL(address, settings.url).href;
}

async function readFrom(place: string, name: string): Promise<string> {
  if (!/^https?:/u.test(place)) return readFile(join(place, 'data', name), 'utf8');
  const response = await fetch(new URL(`data/${name}`, place), { signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) throw new Error(`${name} 的回答是 ${response.status}`);
  return response.text();
}

/** All files of a unit or none: a command that is ended in between leaves the old ones, where they stood or where `readUnit` finds them. */
export async function keepUnit(folder: string, files: Record<string, string>): Promise<void> {
  const [next, previous] = [`${folder}.part`, waitingFolder(folder)];
  await rm(next, { recursive: true, force: true });
  await mkdir(next, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(next, name), text);
  // Where nothing stands, these are all that there is until the new ones do.
  if (existsSync(folder)) await rm(previous, { recursive: true, force: true });
  if (!exchangeFolders({ place: folder, next, previous }))
    throw new OperatorError(`${folder} 换不上新取来的：有程序开着里面的文件，或者上一层文件夹不让写`);
  for (const left of [next, previous]) await rm(left, { recursive: true, force: true });
}

if (import.meta.main) {
  readArguments({});
  try {
    requireSettings();
    const failed = await fetchUnits(process.cwd(), console.log);
    if (failed > 0) process.exitCode = 1;
    console.log(failed > 0 ? `有 ${failed} 个单位没有取到，见上面。` : '都取到了，运行 npm run build 收进索引。');
  } catch (error) {
    printFailure(error);
    process.exitCode = 1;
  }
}
