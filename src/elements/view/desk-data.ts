/** The data files of the desk, each loaded when it is first needed; addresses start at the site's base. */
import type { PackItem } from '../../domain/course/lesson.ts';
import type { EntryData } from '../../domain/paper/entry-data.ts';
import type { EntryFile } from '../../domain/paper/entry-paper.ts';
import { DETAIL_NAMES } from '../../domain/list/facet-titles.ts';
import type { DetailTable } from '../../domain/list/facet-titles.ts';
import { unpackFilter } from '../../domain/list/filter-table.ts';
import type { FilteredList, FilterTable } from '../../domain/list/filter-table.ts';
import type { ListCard } from '../../domain/list/list-card.ts';
import type { Divisions } from '../../domain/region/divisions.ts';
import type { PlaceName } from '../../domain/region/region-branches.ts';
import type { RegisterEntry } from '../../domain/site/register.ts';
import { registerPartOf } from '../../domain/site/register-parts.ts';
import type { RowData, RowTable } from '../../domain/list/table-rows.ts';
import type { TableFile } from '../../domain/list/table-file.ts';
import { dataOfUnit, registerOfUnit, unitFault, unitsIn, UnitUnread } from '../../domain/site/units.ts';
import type { UnitFacts, UnitList, UnitPlace } from '../../domain/site/units.ts';
import type { NoteText } from '../../domain/entry/local-notes.ts';
import { withRootedPaths } from '../../domain/reference/work.ts';
import { readAnyNumber } from '../../schema/number.ts';
import { fetchInTime } from '../../search/engine/fetch-in-time.ts';
import { readScript } from '../../search/engine/script-file.ts';

/** What the build says of itself. */
export interface BuildFacts {
  version: string;
  entries: number;
  lastUpdated: string | null;
}

/** What is known of these numbers and of what replaces those that are retired, a unit's by its name; rejects when a file of this library cannot be read. Of a unit that cannot be read there is nothing. */
export async function loadRegister(base: string, ids: readonly string[]): Promise<ReadonlyMap<string, RegisterEntry>> {
  const wantedOf = (name: string) =>
    ids.flatMap((number) => {
      const { unit, id } = readAnyNumber(number);
      return unit === name ? id : [];
    });
  const others = unitsIn(ids).map(async (name) => {
    const { site, root } = await openUnit(base, name);
    return registerOfUnit([...(await readNumbers(site, wantedOf(name))).values()], name, root);
  });
  const [own, ...read] = await Promise.all([readNumbers(base, wantedOf('')), ...others.map((reading) => reading.catch(reportFault))]);
  return new Map([...own, ...read.flat().map((entry) => [entry.id, entry] as const)]);
}

/** The parts of one site's register that have these numbers and what replaces those that are retired. */
async function readNumbers(base: string, ids: readonly string[]): Promise<ReadonlyMap<string, RegisterEntry>> {
  const all = await loadOnce<string[]>(base, 'data/register.json');
  const partsWith = (wanted: readonly string[]) => {
    const asked = new Set(wanted.map(registerPartOf));
    return all.filter((part) => asked.has(part));
  };
  const found = await readParts(base, partsWith(ids));
  const next = ids.flatMap((id) => found.get(id)?.retired?.replacedBy ?? []).filter((id) => !found.has(id));
  return next.length === 0 ? found : new Map([...found, ...(await readParts(base, partsWith(next)))]);
}

/** Every published number of this library, for who looks for one. */
export async function loadWholeRegister(base: string): Promise<ReadonlyMap<string, RegisterEntry>> {
  return readParts(base, await loadOnce<string[]>(base, 'data/register.json'));
}

async function readParts(base: string, parts: readonly string[]): Promise<ReadonlyMap<string, RegisterEntry>> {
  const read = await Promise.all(parts.map((part) => loadOnce<RegisterEntry[]>(base, `data/register/${part}.json`)));
  return new Map(read.flatMap((entries) => entries.map((entry) => [entry.id, entry] as const)));
}

const loading = new Map<string, Promise<unknown>>();

/** A file that a page may ask for again; what could not be read is fetched anew. */
function loadOnce<T>(base: string, path: string): Promise<T> {
  const address = base + path;
  const running = (loading.get(address) as Promise<T> | undefined) ?? load<T>(base, path);
  loading.set(address, running);
  running.catch(() => loading.delete(address));
  return running;
}

/** The units whose libraries this one reads. */
export async function loadUnits(base: string): Promise<UnitList> {
  return load(base, 'data/units.json');
}

/** Where a unit's site is to be read, and the whole address at which it begins. */
export interface OpenedUnit {
  /** What its addresses begin with for `load`. */
  site: string;
  root: string;
  facts: BuildFacts & UnitFacts;
}

/** A unit's site, once its version is known to be one that can be read, looked at once a page; rejects otherwise, and then the next call looks again. */
export function openUnit(base: string, name: string): Promise<OpenedUnit> {
  const opening = opened.get(name) ?? lookAtUnit(base, name);
  opened.set(name, opening);
  opening.catch(() => opened.delete(name));
  return opening;
}

const opened = new Map<string, Promise<OpenedUnit>>();

async function lookAtUnit(base: string, name: string): Promise<OpenedUnit> {
  const unit = (await loadUnits(base)).units.find((one) => one.name === name);
  if (!unit) throw new Error(`${name} is no unit of this site`);
  const site = siteOfUnit(base, unit);
  const facts = await readFacts(site, name);
  const fault = unitFault(unit, facts);
  if (fault) throw new UnitUnread(name, fault);
  return { site, root: new URL(site, location.href).href, facts };
}

async function readFacts(site: string, name: string): Promise<BuildFacts & UnitFacts> {
  if (location.protocol === 'file:') {
    return load<BuildFacts & UnitFacts>(site, 'data/build.json').catch(() => {
      throw new UnitUnread(name, '没有文件夹');
    });
  }
  const text = await fetchInTime(`${site}data/build.json`, { cache: 'no-cache' });
  try {
    return JSON.parse(text) as BuildFacts & UnitFacts;
  } catch {
    throw new UnitUnread(name, '读不出来');
  }
}

/** Where the files of a unit's site lie for a page of this one: on its server, or in the folder beside this one. */
export function siteOfUnit(base: string, { name, address, folder }: UnitPlace): string {
  if (location.protocol !== 'file:') return new URL(address, location.href).href;
  if (folder === '') throw new UnitUnread(name, '没有文件夹');
  return `${base}../${encodeURIComponent(folder)}/`;
}

function reportFault(error: unknown): [] {
  console.error(error);
  return [];
}

/** One entry as booklets and slides need it, with the addresses of the site that is being read; `root` is where it begins. */
export async function loadPackItem(base: string, id: string, root: string): Promise<PackItem> {
  const { pack } = await loadEntryData(base, id);
  if (!pack) throw new Error(`${id} cannot be put into a pack`);
  return JSON.parse(withAddresses(JSON.stringify(pack), root)) as PackItem;
}

/** A course as a pack is made from it, with the addresses of the site that is being read. */
export async function loadCourse(base: string, id: string, root: string): Promise<EntryData['course']> {
  const { course } = await loadEntryData(base, id);
  return course && (JSON.parse(withAddresses(JSON.stringify(course), root)) as EntryData['course']);
}

/** The addresses of the site that is being read; a folder on one machine is no address for anybody else, and is left out. */
function withAddresses(json: string, root: string): string {
  const rooted = withRootedPaths(json, root);
  return root.startsWith('file:') ? rooted.replace(/，?file:\/\/[^"；，\s]*/gu, '') : rooted;
}

/** One entry as its Word file and its references need it. */
export async function loadEntryFile(base: string, id: string): Promise<EntryFile> {
  return (await loadEntryData(base, id)).file;
}

/** Everything that the browser makes of one entry. */
export async function loadEntryData(base: string, number: string): Promise<EntryData> {
  const { unit, id } = readAnyNumber(number);
  const path = `data/entry/${encodeURIComponent(id)}.json`;
  if (unit === '') return load(base, path);
  const { site, root } = await openUnit(base, unit);
  return dataOfUnit(await load<EntryData>(site, path), unit, root);
}

/** A list as its filter sees it. */
export async function loadFilter(base: string, collection: string): Promise<FilteredList> {
  return unpackFilter(await load<FilterTable>(base, `data/cards/${encodeURIComponent(collection)}.json`));
}

/** What some items of a list show: those of one file, `CARDS_A_FILE` of them. */
export function loadCards(base: string, collection: string, part: number): Promise<ListCard[]> {
  return load(base, `data/cards/${encodeURIComponent(collection)}/${part}.json`);
}

/** What only some kinds of entries are sorted by. */
export async function loadSearchDetails(base: string): Promise<DetailTable> {
  const read = DETAIL_NAMES.map(async (name) => [name, await load(base, `data/search-details/${name}.json`)] as const);
  return Object.fromEntries(await Promise.all(read)) as DetailTable;
}

/** The unit's own notes. */
export function loadLocalNotes(base: string): Promise<NoteText[]> {
  return load(base, 'data/local-notes.json');
}

/** The places with what they lie in. */
export function loadPlaces(base: string): Promise<PlaceName[]> {
  return load(base, 'data/region-tree.json');
}

/** What lies in which city and province, whether or not an entry is of it. */
export function loadDivisions(base: string): Promise<Divisions> {
  return loadOnce(base, 'data/divisions.json');
}

/** The days of the last change, by number. */
export async function loadChangeDays(base: string): Promise<ReadonlyMap<string, string>> {
  const days = await load<Record<string, string[]>>(base, 'data/updated.json');
  return new Map(Object.entries(days).flatMap(([day, ids]) => ids.map((id) => [id, day] as const)));
}

/** A table of the site, by the name of its file. */
export function loadTable(base: string, name: string): Promise<TableFile> {
  return load(base, `data/tables/${encodeURIComponent(name)}.json`);
}

/** Some rows of a long table: those of one file. */
export function loadRows(base: string, table: RowTable, file: number): Promise<RowData[]> {
  return load(base, `data/rows/${table}/${file}.json`);
}

/** Which content this is. */
export function loadBuild(base: string): Promise<BuildFacts> {
  return load(base, 'data/build.json');
}

/** The data versions of this library and of the units that the numbers name, as reports write them. */
export async function loadVersions(base: string, numbers: readonly string[]): Promise<string> {
  const own = versionText(await loadBuild(base));
  const others = await Promise.all(
    unitsIn(numbers).map((name) => openUnit(base, name).then(({ facts }) => `${name}：${versionText(facts)}`, reportFault)),
  );
  return [own, ...others.flat()].join('；');
}

/** The data version as reports write it. */
export function versionText({ version, entries, lastUpdated }: BuildFacts): string {
  return `${version}（共 ${entries} 个条目，最近修改 ${lastUpdated ?? '未载'}）`;
}

/** A file below the site's base; without a server, its script form. */
async function load<T>(base: string, path: string): Promise<T> {
  if (location.protocol === 'file:') return readScript(base, path);
  const address = base + path;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return (await response.json()) as T;
}
