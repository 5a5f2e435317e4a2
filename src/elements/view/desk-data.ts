/** The data files of the desk, each loaded when it is first needed; addresses start at the site's base. */
import type { PackItem } from '../../domain/course-pack.ts';
import type { EntryData } from '../../domain/entry-data.ts';
import type { EntryFile } from '../../domain/entry-paper.ts';
import { DETAIL_NAMES } from '../../domain/facet-titles.ts';
import type { DetailTable } from '../../domain/facet-titles.ts';
import { unpackFilter } from '../../domain/filter-table.ts';
import type { FilteredList, FilterTable } from '../../domain/filter-table.ts';
import type { ListCard } from '../../domain/list-card.ts';
import type { PlaceName } from '../../domain/region-branches.ts';
import type { RegisterEntry } from '../../domain/register.ts';
import { registerPartOf } from '../../domain/register-parts.ts';
import type { RowData, RowTable } from '../../domain/table-rows.ts';
import type { TableFile } from '../../domain/table-file.ts';
import type { NoteText } from '../../domain/local-notes.ts';
import { withRootedPaths } from '../../domain/work.ts';
import { readScript } from '../../search/script-file.ts';

/** What the build says of itself. */
export interface BuildFacts {
  version: string;
  entries: number;
  lastUpdated: string | null;
}

/** The parts of the register that have these numbers and what replaces those that are retired; rejects when one cannot be read. */
export async function loadRegister(base: string, ids: readonly string[]): Promise<ReadonlyMap<string, RegisterEntry>> {
  const all = await loadOnce<string[]>(base, 'data/register.json');
  const partsWith = (wanted: readonly string[]) => {
    const asked = new Set(wanted.map(registerPartOf));
    return all.filter((part) => asked.has(part));
  };
  const found = await readParts(base, partsWith(ids));
  const next = ids.flatMap((id) => found.get(id)?.retired?.replacedBy ?? []).filter((id) => !found.has(id));
  return next.length === 0 ? found : new Map([...found, ...(await readParts(base, partsWith(next)))]);
}

/** Every published number, for who looks for one. */
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
  const running = (loading.get(path) as Promise<T> | undefined) ?? load<T>(base, path);
  loading.set(path, running);
  running.catch(() => loading.delete(path));
  return running;
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
export function loadEntryData(base: string, id: string): Promise<EntryData> {
  return load(base, `data/entry/${encodeURIComponent(id)}.json`);
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
