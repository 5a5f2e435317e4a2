/**
 * Searches that a reader has saved, in this browser only.
 *
 * Format: `localStorage["saved-searches:/"]` (the key ends in the site's base, so that two sites of one host keep apart) is JSON,
 * `{"kind":"saved-searches","v":1,"searches":[{"name":"…","address":"?q=容错","looked":"2026-11-28","seen":{"2026-11-22":["RC-001"]}}]}`, newest first;
 * `seen` holds the entries found when the reader last looked, by the day of their last change as the data had it. The file that is handed out and
 * read back is the same text. Anything else in storage means that nothing is saved. Lifetime: until the reader removes a search or clears the
 * browser's data for the site; nothing is sent anywhere. Only numbers are kept: what was changed or added is told from the data as it is now.
 */
import { isAnyNumber } from '../../schema/number.ts';

export const SAVED_LIMIT = 50;
export const SAVED_NAME_LENGTH = 60;
/** More than browsers keep; a larger file is none. */
export const SAVED_FILE_LIMIT = 6_000_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/u;

export interface SavedSearch {
  name: string;
  /** The part of the search page's address from `?` on. */
  address: string;
  /** The day on which the reader last looked. */
  looked: string;
  /** What was found then: numbers by the day of their last change. */
  seen: Readonly<Record<string, readonly string[]>>;
}

/** The days of the last change, by number. */
export type ChangeDays = ReadonlyMap<string, string>;

/** What has become of a search since its reader last looked. */
export interface News {
  added: string[];
  changed: string[];
  /** How many are found no more. */
  gone: number;
}

/** The saved searches in storage, without any that are damaged; none for anything that is not such a list. */
export function readSaved(stored: string | null): SavedSearch[] {
  const read = searchesIn(stored ?? '');
  return typeof read === 'string' ? [] : read.flatMap((search) => search ?? []);
}

/** The list as it is stored and handed out. */
export function writeSaved(searches: readonly SavedSearch[]): string {
  return JSON.stringify({ kind: 'saved-searches', v: 1, searches });
}

const NOT_A_LIST = '这个文件不是从“我保存的检索”导出的，没有读入。';

/** The searches in a file, or one sentence that says why there are none. */
export function readSavedFile(text: string): SavedSearch[] | string {
  const searches = text.length > SAVED_FILE_LIMIT ? '这个文件太大，不会是导出的检索，没有读入。' : searchesIn(text);
  if (typeof searches === 'string') return searches;
  const sound = searches.flatMap((search) => search ?? []);
  if (sound.length < searches.length)
    return `文件里有 ${searches.length - sound.length} 项检索已经损坏，整个文件没有读入；请重新导出一次。`;
  if (sound.length === 0) return '文件里没有检索，没有读入。';
  return sound.slice(0, SAVED_LIMIT);
}

/** The searches of a list, `undefined` in the place of each that is damaged; a sentence for what is none. */
function searchesIn(text: string): (SavedSearch | undefined)[] | string {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return NOT_A_LIST;
  }
  if (!isRecord(file) || file['kind'] !== 'saved-searches' || !Array.isArray(file['searches'])) return NOT_A_LIST;
  if (file['v'] !== 1) return '这个文件是本站另一个版本导出的，这一版读不了，没有读入。';
  return (file['searches'] as unknown[]).map(readSearch);
}

/** The list with a search at its head; one of the same address gives way. A full list lets its oldest go. */
export function saveSearch(searches: readonly SavedSearch[], search: SavedSearch): SavedSearch[] {
  return [search, ...searches.filter(({ address }) => address !== search.address)].slice(0, SAVED_LIMIT);
}

/** One's own searches, then those of a file that are not among them. */
export function mergeSaved(own: readonly SavedSearch[], others: readonly SavedSearch[]): SavedSearch[] {
  const known = new Set(own.map(({ address }) => address));
  return [...own, ...others.filter(({ address }) => !known.has(address))].slice(0, SAVED_LIMIT);
}

/** The search as it stands after its reader has looked at these entries on a day. */
export function lookedAt(search: SavedSearch, ids: readonly string[], days: ChangeDays, looked: string): SavedSearch {
  const seen: Record<string, string[]> = {};
  for (const id of ids) (seen[days.get(id) ?? ''] ??= []).push(id);
  return { ...search, looked, seen };
}

/** What is new among the entries that a search finds now. */
export function newsOf({ seen }: SavedSearch, ids: readonly string[], days: ChangeDays): News {
  const before = new Map(Object.entries(seen).flatMap(([day, list]) => list.map((id) => [id, day] as const)));
  const added = ids.filter((id) => !before.has(id));
  const changed = ids.filter((id) => before.has(id) && before.get(id) !== (days.get(id) ?? ''));
  return { added, changed, gone: before.size - (ids.length - added.length) };
}

/** The news in words. */
export function tellNews({ added, changed, gone }: News): string {
  const parts = [
    ...(added.length > 0 ? [`新增 ${added.length} 条`] : []),
    ...(changed.length > 0 ? [`改动 ${changed.length} 条`] : []),
    ...(gone > 0 ? [`有 ${gone} 条不再查到`] : []),
  ];
  return parts.length > 0 ? parts.join('，') : '没有新增和改动';
}

function readSearch(value: unknown): SavedSearch | undefined {
  if (!isRecord(value)) return undefined;
  const { name, address, looked, seen } = value;
  if (typeof name !== 'string' || typeof address !== 'string' || typeof looked !== 'string' || !isRecord(seen)) return undefined;
  if (!address.startsWith('?') || !DAY.test(looked)) return undefined;
  const days = Object.entries(seen);
  const isSound = days.every(([day, ids]) => (day === '' || DAY.test(day)) && Array.isArray(ids) && ids.every(isNumber));
  if (!isSound) return undefined;
  return { name: [...name].slice(0, SAVED_NAME_LENGTH).join(''), address, looked, seen: seen as SavedSearch['seen'] };
}

function isNumber(id: unknown): boolean {
  return typeof id === 'string' && isAnyNumber(id);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
