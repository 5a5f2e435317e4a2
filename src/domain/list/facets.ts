/** The ways in which the entries of a collection are sorted into lists, as plain links that need no script. */
import { compareRead } from '../chinese/compare-read.ts';
import type { CollectionName } from '../../schema/number.ts';
import { filtersOf, hasFilters } from './list-filters.ts';
import type { FilterContext, ListFilter } from './list-filters.ts';
import { isOf } from '../entry/records.ts';
import type { Entry } from '../entry/records.ts';
import { isUnknown } from '../../schema/unknown.ts';

/** One value of a facet with the entries that have it. */
export interface FacetValue {
  value: string;
  entries: Entry[];
}

const theme: ListFilter = { key: 'theme', name: '领域', valuesOf: ({ data }) => data.themes };
const problemType: ListFilter = { key: 'type', name: '类型', valuesOf: ({ data }) => ('types' in data ? data.types : []) };

const asker: ListFilter = { key: 'who', name: '谁来问', valuesOf: (entry) => (isOf(entry, 'situations') ? entry.data.who : []) };

/** The facets of lists without a filter panel; the others are sorted by what their panel filters by. */
const FACETS: Partial<Record<CollectionName, ListFilter[]>> = {
  situations: [asker, theme],
  problems: [problemType, theme],
  causes: [theme],
  measures: [theme],
  courses: [theme],
  terms: [theme],
  tensions: [theme],
};

/** The facets of a collection with their values, most entries first, what says nothing last; facets with fewer than two values are left out. */
export function facetsOf(collection: CollectionName, entries: readonly Entry[], context: FilterContext) {
  const facets = hasFilters(collection) ? filtersOf(collection) : (FACETS[collection] ?? []);
  return facets
    .filter(({ hasNoPages }) => !hasNoPages)
    .map((facet) => ({ facet, values: sortIntoValues(facet, entries, context) }))
    .filter(({ values }) => values.length > 1);
}

/** Puts the values that say nothing of an entry last, however many have them: nobody looks for 未载. */
export function tellingFirst(a: string, b: string): number {
  return Number(saysNothing(a)) - Number(saysNothing(b));
}

function saysNothing(value: string): boolean {
  return isUnknown(value) || value === '不适用' || value === '其他';
}

function sortIntoValues(facet: ListFilter, entries: readonly Entry[], context: FilterContext): FacetValue[] {
  const byValue = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const value of new Set(facet.valuesOf(entry, context))) append(byValue, value, entry);
  }
  return [...byValue]
    .map(([value, list]) => ({ value, entries: list }))
    .sort((a, b) => tellingFirst(a.value, b.value) || b.entries.length - a.entries.length || compareRead(a.value, b.value));
}

function append(map: Map<string, Entry[]>, value: string, entry: Entry): void {
  const list = map.get(value);
  if (list) list.push(entry);
  else map.set(value, [entry]);
}
