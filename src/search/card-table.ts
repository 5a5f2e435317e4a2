/** The cards of all entries as one table: a column a fact, each value once, which compresses to half of what a list of cards takes. */
import type { EntryCard } from './engine.ts';

/** Facts of which an entry may have several. */
type Many = 'regions' | 'themes' | 'levels' | 'natures' | 'years' | 'sources';

/** Columns in the order of the entries. */
export interface CardTable extends Record<Many, Column<number[]>> {
  ids: string[];
  collection: Column<number>;
  names: number[][];
  title: number[];
  date: Column<number>;
}

/** Each value of a column once, and for each entry which of them it has. */
interface Column<Row> {
  values: string[];
  rows: Row[];
}

export function packCards(cards: readonly EntryCard[]): CardTable {
  const many = (name: Many) => columnOf(cards.map((card) => card[name]));
  const one = (name: 'collection' | 'date') => {
    const { values, rows } = columnOf(cards.map((card) => [card[name]]));
    return { values, rows: rows.map(([row = 0]) => row) };
  };
  return {
    ids: cards.map(({ id }) => id),
    collection: one('collection'),
    names: cards.map(({ names }) => names),
    title: cards.map(({ title }) => title),
    date: one('date'),
    ...{ regions: many('regions'), themes: many('themes'), levels: many('levels') },
    ...{ natures: many('natures'), years: many('years'), sources: many('sources') },
  };
}

export function unpackCards(table: CardTable): EntryCard[] {
  return table.ids.map((id, at) => {
    const many = (name: Many) => (table[name].rows[at] ?? []).map((row) => table[name].values[row] ?? '');
    const one = (name: 'collection' | 'date') => table[name].values[table[name].rows[at] ?? 0] ?? '';
    return {
      ...{ id, collection: one('collection'), names: table.names[at] ?? [], title: table.title[at] ?? -1, date: one('date') },
      ...{ regions: many('regions'), themes: many('themes'), levels: many('levels') },
      ...{ natures: many('natures'), years: many('years'), sources: many('sources') },
    };
  });
}

function columnOf(lists: readonly (readonly string[])[]): Column<number[]> {
  const places = new Map<string, number>();
  const rows = lists.map((list) =>
    list.map((value) => {
      const place = places.get(value) ?? places.size;
      places.set(value, place);
      return place;
    }),
  );
  return { values: [...places.keys()], rows };
}
