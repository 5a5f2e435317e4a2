/** How many entries of the case library there are by year, type and place: a count of what this library holds, never of what happened. */
import { yearsOf } from './entry-time.ts';
import { isOf } from './records.ts';
import type { Entry, EntryOf } from './records.ts';
import type { RegionTree } from './regions.ts';

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
  const cases = entries.filter((entry) => isOf(entry, 'tolerance')).filter(isCounted);
  const used = types.filter(({ id }) => cases.some(({ data }) => data.type === id));
  const rowsBy = (keyOf: (entry: EntryOf<'tolerance'>) => string, keys: readonly string[], nameOf = (key: string) => key): CountRow[] =>
    keys.map((key) => {
      const own = cases.filter((entry) => keyOf(entry) === key);
      return { key, name: nameOf(key), counts: used.map(({ id }) => own.filter(({ data }) => data.type === id).length), total: own.length };
    });
  const yearOf = (entry: EntryOf<'tolerance'>) => yearsOf(entry)[0] ?? NO_YEAR;
  const placeOf = (entry: EntryOf<'tolerance'>) => provinceOf(entry, regions) ?? NO_PLACE;
  const present = (keys: readonly string[], keyOf: (entry: EntryOf<'tolerance'>) => string) =>
    keys.filter((key) => cases.some((entry) => keyOf(entry) === key));
  const years = [...new Set(cases.map(yearOf))].sort();
  const places = present([...regions.items.map(({ id }) => id), NO_PLACE], placeOf);
  const inOrder = [...years.filter((year) => year !== NO_YEAR), ...years.filter((year) => year === NO_YEAR)];
  const nameOf = (key: string) => regions.byId.get(key)?.name ?? key;
  return {
    types: used.map(({ id, name }) => ({ id, name })),
    years: rowsBy(yearOf, inOrder),
    places: rowsBy(placeOf, places, nameOf),
    placeYears: places.map((key) => {
      const own = cases.filter((entry) => placeOf(entry) === key);
      const counts = inOrder.map((year) => own.filter((entry) => yearOf(entry) === year).length);
      return { key, name: nameOf(key), counts, total: own.length };
    }),
    cells: inOrder.flatMap((year) =>
      places.flatMap((key) =>
        used.flatMap(({ id, name }): CaseCell[] => {
          const own = cases.filter((entry) => yearOf(entry) === year && placeOf(entry) === key && entry.data.type === id);
          return own.length > 0 ? [{ year, place: nameOf(key), type: name, count: own.length }] : [];
        }),
      ),
    ),
    total: cases.length,
  };
}

function isCounted({ data }: EntryOf<'tolerance'>): boolean {
  return data.nature !== '教学情景' && !data.retired;
}

/** The one province, or place without a province, that an entry is of. */
function provinceOf({ data }: EntryOf<'tolerance'>, regions: RegionTree): string | undefined {
  const tops = new Set(data.regions.map((id) => regions.lineageOf(id).at(-1)?.id ?? id));
  return tops.size === 1 ? [...tops][0] : undefined;
}
