/**
 * What other units' sites have handed out, as `npm run fetch:units` has laid it in `units/CODE/`: `build.json` and `entries.json` as they were, and
 * `fetched.json`, which says from where and when. A build reads these files and asks nobody; a unit whose files are not sound is left out by name.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'astro/zod';
import { unitFault } from '../domain/site/units.ts';
import { exportedEntrySchema, sharedFactsSchema } from '../schema/contract.ts';
import type { ExportedEntry, SharedFacts } from '../schema/contract.ts';
import type { SiteUnit } from '../schema/site.ts';

export const FETCHED_FILE = 'fetched.json';
/** Why nothing could be taken of a unit of which there is nothing yet. */
export const REFUSED_FILE = 'refused.json';

/** What the command notes of a unit's files. */
export const fetchedSchema = z.object({
  from: z.string(),
  day: z.string(),
  /** SHA-256 of `entries.json`. */
  entries: z.string(),
});

/** What the command notes of a unit that it could not read. */
export const refusedSchema = z.object({ day: z.string(), why: z.string() });

/** A unit whose entries are taken in. */
export interface GatheredUnit {
  name: string;
  code: string;
  /** Where its site begins, encoded. */
  address: string;
  facts: SharedFacts;
  /** From where and on which day its data was taken. */
  from: string;
  day: string;
  entries: readonly ExportedEntry[];
}

/** All units that are to be gathered. */
export interface GatheredUnits {
  units: readonly GatheredUnit[];
  leftOut: readonly { name: string; why: string }[];
}

/** The folder of the project at `root` with what was fetched: `units`, or what `UNITS_DIR` names. */
export function unitsFolder(root: string): string {
  return resolve(root, process.env['UNITS_DIR'] || 'units');
}

/** Reads what was fetched of the units that are to be gathered. */
export function readUnits(folder: string, listed: readonly SiteUnit[]): GatheredUnits {
  const units: GatheredUnit[] = [];
  const leftOut: { name: string; why: string }[] = [];
  for (const unit of listed.filter(({ use }) => use === '汇集')) {
    const read = readUnit(join(folder, unit.code), unit);
    if (typeof read === 'string') leftOut.push({ name: unit.name, why: read });
    else units.push(read);
  }
  return { units, leftOut };
}

/** Where a unit's files wait while others take their place. When the command was ended in between, they are the last whole ones. */
export function waitingFolder(folder: string): string {
  return `${folder}.before`;
}

/** A unit's data, or in words why it cannot be taken. */
export function readUnit(place: string, unit: SiteUnit): GatheredUnit | string {
  const folder = existsSync(place) ? place : waitingFolder(place);
  if (!existsSync(join(folder, FETCHED_FILE))) {
    const refused = refusedSchema.safeParse(parsed(readText(join(folder, REFUSED_FILE))));
    return refused.success ? `${refused.data.day} 去取时，${refused.data.why}` : '还没有取来它的数据。';
  }
  const noted = fetchedSchema.safeParse(parsed(readText(join(folder, FETCHED_FILE))));
  const json = readText(join(folder, 'entries.json'));
  if (!noted.success || sumOf(json) !== noted.data.entries) return '取来的文件和当时记下的校验值不符。';
  const read = checkUnit(unit, readText(join(folder, 'build.json')), json);
  if (typeof read === 'string') return read;
  return { name: unit.name, code: unit.code, address: encodeURI(unit.address), from: noted.data.from, day: noted.data.day, ...read };
}

/** What a unit's two files say, or in words what is wrong with them. */
export function checkUnit(unit: SiteUnit, build: string, json: string): Pick<GatheredUnit, 'facts' | 'entries'> | string {
  const facts = sharedFactsSchema.safeParse(parsed(build));
  if (!facts.success) return '它的 data/build.json 读不出来，可能不是这样的网站。';
  const fault = unitFault(unit, facts.data);
  if (fault)
    return fault === '是别的单位的库'
      ? `那里的代码是 ${facts.data.unit ?? '空的'}，不是 ${unit.code}。`
      : `它的网站${fault}，数据的写法可能不同。`;
  if (sumOf(json).slice(0, facts.data.version.length) !== facts.data.version)
    return '它的 entries.json 和 build.json 里的数据版本不符，可能正在更新，或者没有传完。';
  const entries = z.array(exportedEntrySchema).safeParse(parsed(json));
  if (entries.success) return { facts: facts.data, entries: entries.data };
  const [problem] = entries.error.issues;
  const [index, ...path] = problem?.path ?? [];
  const id = typeof index === 'number' ? (parsed(json) as { id?: unknown }[])[index]?.id : undefined;
  return `它的 entries.json 里，${typeof id === 'string' ? id : `第 ${Number(index ?? 0) + 1} 条`} 的 ${path.join('.') || '写法'} 不合要求。`;
}

/** The checksum by which files are known to be those that were fetched. */
export function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function readText(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
