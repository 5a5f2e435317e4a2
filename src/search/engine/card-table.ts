/** The cards of all entries as one table, a column a fact, and beside it a table for each fact that only some searches need. */
import { columnOf, rowsOf } from '../../domain/list/columns.ts';
import type { Column } from '../../domain/list/columns.ts';
import { nextNumber } from '../../schema/number.ts';
import type { EntryCard, FactValues } from './engine.ts';

/** What an entry has once, or one list of. */
const COLUMNS = ['collection', 'title', 'natures', 'offers'] as const;
type ColumnName = (typeof COLUMNS)[number];

/** Columns in the order of the entries. */
export interface CardTable extends Record<ColumnName, Column> {
  /** The unit of each entry, where there are several. */
  units?: Column;
  /** Numbers, each the first of so many in a row. */
  ids: (readonly [first: string, count: number])[];
  nameCount: Column;
  /** The lengths of all names of all entries, one after the other. */
  nameLength: Column;
}

export function packCards(cards: readonly EntryCard[]): CardTable {
  const columns = COLUMNS.map((name) => [name, columnOf(cards.map((card) => card[name]))] as const);
  return {
    ...(Object.fromEntries(columns) as Record<ColumnName, Column>),
    ids: runsOf(cards.map(({ id }) => id)),
    ...(cards.some(({ unit }) => unit !== undefined) && { units: columnOf(cards.map(({ unit }) => unit ?? '')) }),
    nameCount: columnOf(cards.map(({ names }) => names.length)),
    nameLength: columnOf(cards.flatMap(({ names }) => names)),
  };
}

export function unpackCards(table: CardTable): EntryCard[] {
  const [collections, titles, natures, offers] = COLUMNS.map((name) => rowsOf(table[name])) as [
    EntryCard['collection'][],
    EntryCard['title'][],
    EntryCard['natures'][],
    EntryCard['offers'][],
  ];
  const units = table.units && (rowsOf(table.units) as string[]);
  const counts = rowsOf(table.nameCount) as number[];
  const lengths = rowsOf(table.nameLength) as number[];
  let at = 0;
  return idsOf(table.ids).map((id, place) => {
    const unit = units?.[place];
    return {
      id,
      collection: collections[place] ?? '',
      names: lengths.slice(at, (at += counts[place] ?? 0)),
      title: titles[place] ?? -1,
      natures: natures[place] ?? [],
      offers: offers[place] ?? [],
      ...(unit && { unit }),
    };
  });
}

/** The values that entries have of one fact, in the order of the cards. */
export function packFact(values: readonly (readonly string[])[]): Column {
  return columnOf(values);
}

export function unpackFact(column: Column): (readonly string[])[] {
  return rowsOf(column) as string[][];
}

/** The same by the keys of the entries. */
export function valuesByKey(keys: readonly string[], values: readonly (readonly string[])[]): FactValues {
  return new Map(keys.map((key, place) => [key, values[place] ?? []]));
}

function runsOf(ids: readonly string[]): [first: string, count: number][] {
  const runs: [string, number][] = [];
  let expected = '';
  for (const id of ids) {
    const run = runs[runs.length - 1];
    if (run && id === expected) run[1] += 1;
    else runs.push([id, 1]);
    expected = nextNumber(id);
  }
  return runs;
}

function idsOf(runs: CardTable['ids']): string[] {
  const ids: string[] = [];
  for (const [first, count] of runs) {
    let id = first;
    for (let left = count; left > 0; left--) {
      ids.push(id);
      id = nextNumber(id);
    }
  }
  return ids;
}
