/** How many entries of the case library there are by year, type and place: a count of what this library holds, never of what happened. */
import { yearsOf } from '../entry/entry-time.ts';
import { isOf } from '../entry/records.ts';
import type { Entry, EntryOf } from '../entry/records.ts';
import type { RegionTree } from '../region/regions.ts';

/** Counts of one year or place, in the order of the types. */
export interface CountRow {
  key: string;
  name: string;
  counts: number[];
  total: number;
}

/** How many entries of one type there are of one year and place. */
export interface CaseCell {
  year: string;
  place: string;
  type: string;
  count: number;
}

export interface CaseCounts {
  types: { id: string; name: string }[];
  years: CountRow[];
  places: CountRow[];
  /** By place, in the order of the years. */
  placeYears: CountRow[];
  /** By year, place and type: what is not nought. */
  cells: CaseCell[];
  /** How many entries are counted, each once. */
  total: number;
}

const NO_YEAR = '未载';
const NO_PLACE = '没有写明地方，或写几个省';

/**
 * Counts the published entries that tell of something real. An entry that names several years counts under the first; one of several provinces, or
 * of none, under a row of its own.
 */
export function countCases(entries: readonly Entry[], types: readonly { id: string; name: string }[], regions: RegionTree): CaseCounts {
  const cases = entries
    .filter((entry) => isOf(entry, 'tolerance'))
    .filter(isCounted)
    .map((entry) => ({ type: entry.data.type, year: yearsOf(entry)[0] ?? NO_YEAR, place: provinceOf(entry, regions) ?? NO_PLACE }));
  const byType = Map.groupBy(cases, ({ type }) => type);
  const byYear = Map.groupBy(cases, ({ year }) => year);
  const byPlace = Map.groupBy(cases, ({ place }) => place);
  const used = types.filter(({ id }) => byType.has(id));
  const years = [...byYear.keys()].sort();
  const inOrder = [...years.filter((year) => year !== NO_YEAR), ...years.filter((year) => year === NO_YEAR)];
  const places = [...regions.items.map(({ id }) => id), NO_PLACE].filter((id) => byPlace.has(id));
  const nameOf = (key: string) => regions.byId.get(key)?.name ?? key;
  const row = (key: string, name: string, own: readonly CountedCase[], columns: readonly string[], part: 'type' | 'year'): CountRow => {
    const counts = countsOf(own, part);
    return { key, name, counts: columns.map((column) => counts.get(column) ?? 0), total: own.length };
  };
  const typeIds = used.map(({ id }) => id);
  return {
    types: used.map(({ id, name }) => ({ id, name })),
    years: inOrder.map((key) => row(key, key, byYear.get(key) ?? [], typeIds, 'type')),
    places: places.map((key) => row(key, nameOf(key), byPlace.get(key) ?? [], typeIds, 'type')),
    placeYears: places.map((key) => row(key, nameOf(key), byPlace.get(key) ?? [], inOrder, 'year')),
    cells: inOrder.flatMap((year) => {
      const ofYear = Map.groupBy(byYear.get(year) ?? [], ({ place }) => place);
      return places.flatMap((key) => {
        const counts = countsOf(ofYear.get(key) ?? [], 'type');
        return used.flatMap(({ id, name }): CaseCell[] => {
          const count = counts.get(id) ?? 0;
          return count > 0 ? [{ year, place: nameOf(key), type: name, count }] : [];
        });
      });
    }),
    total: cases.length,
  };
}

/** What a case is counted by. */
interface CountedCase {
  type: string;
  year: string;
  place: string;
}

function countsOf(cases: readonly CountedCase[], part: 'type' | 'year'): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of cases) counts.set(item[part], (counts.get(item[part]) ?? 0) + 1);
  return counts;
}

function isCounted({ data }: EntryOf<'tolerance'>): boolean {
  return data.nature !== '教学情景' && !data.retired;
}

/** The one province, or place without a province, that an entry is of. */
function provinceOf({ data }: EntryOf<'tolerance'>, regions: RegionTree): string | undefined {
  const tops = new Set(data.regions.map((id) => regions.lineageOf(id).at(-1)?.id ?? id));
  return tops.size === 1 ? [...tops][0] : undefined;
}
