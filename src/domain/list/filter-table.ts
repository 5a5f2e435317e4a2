/** A list as its filter sees it, in the form in which the browser loads it: the facets, and the cards a column a fact. */
import { columnOf, rowsOf } from './columns.ts';
import type { Column } from './columns.ts';
import type { FilterCard, FilterFacet } from './filter.ts';

/** `/data/cards/<collection>.json`. */
export interface FilterTable {
  facets: FilterFacet[];
  ids: string[];
  /** By facet. */
  values: Record<string, Column>;
  dates: Column;
  completeness: Column;
}

/** A list that can be filtered. */
export interface FilteredList {
  facets: FilterFacet[];
  cards: FilterCard[];
}

/** Packs a list; cards keep their order. */
export function packFilter({ facets, cards }: FilteredList): FilterTable {
  const keys = [...new Set(cards.flatMap(({ values }) => Object.keys(values)))];
  return {
    facets,
    ids: cards.map(({ id }) => id),
    values: Object.fromEntries(keys.map((key) => [key, columnOf(cards.map(({ values }) => values[key] ?? []))])),
    dates: columnOf(cards.map(({ date }) => date)),
    completeness: columnOf(cards.map(({ completeness }) => completeness)),
  };
}

/** The list again; a facet of which a card has no value is there with none. */
export function unpackFilter({ facets, ids, values, dates, completeness }: FilterTable): FilteredList {
  const columns = Object.entries(values).map(([key, column]) => [key, rowsOf(column)] as const);
  const [days, seen] = [rowsOf(dates), rowsOf(completeness)];
  const cards = ids.map((id, place) => ({
    id,
    values: Object.fromEntries(columns.map(([key, rows]) => [key, rows[place]])) as FilterCard['values'],
    date: String(days[place]),
    completeness: Number(seen[place]),
  }));
  return { facets, cards };
}
