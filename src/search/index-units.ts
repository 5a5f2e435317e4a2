/** Entries of other units as a common index takes them: with the unit in their numbers, and an entry of the common library once. */
import type { ExportedEntry } from '../schema/contract.ts';
import { writeAnyNumber } from '../schema/number.ts';
import type { IndexedEntry } from './index-facts.ts';

/** What a unit's site has handed out. */
export interface UnitEntries {
  /** What the unit is called here. */
  name: string;
  /** Where its site begins, a whole address or a path of this host, ending in a slash. */
  address: string;
  entries: readonly ExportedEntry[];
}

/** This library's entries and, after them, those of the units that are in none before. */
export function withUnits(own: readonly IndexedEntry[], units: readonly UnitEntries[]): IndexedEntry[] {
  const all = [...own];
  const seen = new Set(own.map(markOf));
  for (const { name, address, entries } of units) {
    const known = new Set(entries.filter((entry) => seen.has(markOf({ id: entry.id, common: entry.search.common }))).map(({ id }) => id));
    for (const entry of entries) {
      const { search } = entry;
      if (!known.has(entry.id)) all.push({ ...indexedOf(entry, name, known), owner: { name, address: address + entry.url.slice(1) } });
      if (search.common !== '') seen.add(markOf({ id: entry.id, common: search.common }));
    }
  }
  return all;
}

function indexedOf(entry: ExportedEntry, unit: string, known: ReadonlySet<string>): IndexedEntry {
  const { collection, title, url, aliases, keywords, asked, text } = entry;
  const { facets, ...search } = entry.search;
  const sources = facets.sources.map((id) => (known.has(id) ? id : writeAnyNumber({ unit, id })));
  return {
    id: writeAnyNumber({ unit, id: entry.id }),
    collection,
    title,
    url,
    aliases,
    keywords,
    asked,
    text,
    ...search,
    facets: { ...facets, sources },
  };
}

/** An entry that no other library has is never seen twice. */
function markOf({ id, common }: { id: string; common: string }): string {
  return common === '' ? '' : `${id} ${common}`;
}
