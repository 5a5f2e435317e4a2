/** Entries of other units as a common index takes them: with the unit in their numbers, and an entry of the common library once. */
import type { ExportedEntry } from '../../schema/contract.ts';
import { writeAnyNumber } from '../../schema/number.ts';
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
  /** The number under which each entry of the common library stands in the index. */
  const taken = new Map(own.filter(({ common }) => common !== '').map((page) => [markOf(page), page.id]));
  for (const { name, address, entries } of units) {
    const numberOf = new Map(
      entries.map(({ id, search: { common } }) => [id, taken.get(markOf({ id, common })) ?? writeAnyNumber({ unit: name, id })] as const),
    );
    for (const entry of entries) {
      const { id, search } = entry;
      const mark = markOf({ id, common: search.common });
      if (mark !== '' && taken.has(mark)) continue;
      all.push({
        ...indexedOf(entry, (source) => numberOf.get(source) ?? writeAnyNumber({ unit: name, id: source })),
        owner: { name, address: address + entry.url.slice(1) },
      });
      if (mark !== '') taken.set(mark, numberOf.get(id) ?? id);
    }
  }
  return all;
}

function indexedOf(entry: ExportedEntry, numberOf: (id: string) => string): IndexedEntry {
  const { collection, title, url, aliases, keywords, asked, text } = entry;
  const { facets, ...search } = entry.search;
  return {
    id: numberOf(entry.id),
    collection,
    title,
    url,
    aliases,
    keywords,
    asked,
    text,
    ...search,
    facets: { ...facets, sources: facets.sources.map(numberOf) },
  };
}

/** An entry that no other library has is never seen twice. */
function markOf({ id, common }: { id: string; common: string }): string {
  return common === '' ? '' : `${id} ${common}`;
}
