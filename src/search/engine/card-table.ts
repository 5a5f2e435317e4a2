/** The cards of all entries as one table, a column a fact, and beside it a table for each fact that only some searches need. */
import { columnOf, rowsOf } from '../../domain/list/columns.ts';
import type { Column } from '../../domain/list/columns.ts';
import { joinNumber, splitNumber } from '../../schema/number.ts';
import type { EntryCard, FactValues } from './engine.ts';
import { packNumbers, unpackNumbers } from './packed-numbers.ts';

/** What an entry has once, or one list of. */
const COLUMNS = ['collection', 'natures', 'offers'] as const;
type ColumnName = (typeof COLUMNS)[number];

/** Columns in the order of the entries. */
export interface CardTable extends Record<ColumnName, Column> {
  /** The unit of each entry, where there are several. */
  units?: Column;
  /** The year in which each ended, and 0, where some are documents that have. */
  ended?: Column;
  ids: IdTable;
  /** How many names each has, and which of them is its title, counted from the longest; 0 where none is. */
  names: Column;
  /** The length of the shortest name of each, 0 where there is none, */
  shortest: Column;
  /** and by how much each further name is longer than the one before it, those of all entries one after the other: two thirds of all that a card takes. */
  longer: Column;
}

/** Numbers in rows that begin alike and count upwards: how each row begins, its digits, and how many it has; then each number's distance from the one before. */
export interface IdTable {
  rows: (readonly [prefix: string, digits: number, count: number])[];
  steps: string;
}

export function packCards(cards: readonly EntryCard[]): CardTable {
  const columns = COLUMNS.map((name) => [name, columnOf(cards.map((card) => card[name]))] as const);
  return {
    ...(Object.fromEntries(columns) as Record<ColumnName, Column>),
    ids: packIds(cards.map(({ id }) => id)),
    ...(cards.some(({ endedIn }) => endedIn !== undefined) && { ended: columnOf(cards.map(({ endedIn }) => endedIn ?? 0)) }),
    ...(cards.some(({ unit }) => unit !== undefined) && { units: columnOf(cards.map(({ unit }) => unit ?? '')) }),
    names: columnOf(cards.map(({ names, title }) => [names.length, title < 0 ? 0 : names.length - title])),
    shortest: columnOf(cards.map(({ names }) => names[0] ?? 0)),
    longer: columnOf(cards.flatMap(({ names }) => names.slice(1).map((length, at) => length - (names[at] ?? 0)))),
  };
}

export function unpackCards(table: CardTable): EntryCard[] {
  const [collections, natures, offers] = COLUMNS.map((name) => rowsOf(table[name])) as [
    EntryCard['collection'][],
    EntryCard['natures'][],
    EntryCard['offers'][],
  ];
  const units = table.units && (rowsOf(table.units) as string[]);
  const ended = table.ended && (rowsOf(table.ended) as number[]);
  const counts = rowsOf(table.names) as [count: number, title: number][];
  const shortest = rowsOf(table.shortest) as number[];
  const longer = rowsOf(table.longer) as number[];
  let at = 0;
  const namesOf = (place: number, count: number) => {
    if (count === 0) return [];
    const names = [shortest[place] ?? 0];
    while (names.length < count) names.push((names[names.length - 1] ?? 0) + (longer[at++] ?? 0));
    return names;
  };
  return unpackIds(table.ids).map((id, place) => {
    const unit = units?.[place];
    const endedIn = ended?.[place];
    const [count = 0, title = 0] = counts[place] ?? [];
    return {
      id,
      collection: collections[place] ?? '',
      names: namesOf(place, count),
      title: title === 0 ? -1 : count - title,
      natures: natures[place] ?? [],
      offers: offers[place] ?? [],
      ...(endedIn && { endedIn }),
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

function packIds(ids: readonly string[]): IdTable {
  const rows: [prefix: string, digits: number, count: number][] = [];
  const steps: number[] = [];
  let last = 0;
  for (const id of ids) {
    const { prefix, count: number, digits } = splitNumber(id);
    const row = rows[rows.length - 1];
    if (row && row[0] === prefix && number > last && joinNumber({ prefix, count: number, digits: row[1] }) === id) {
      row[2] += 1;
      steps.push(number - last);
    } else {
      rows.push([prefix, digits, 1]);
      steps.push(number);
    }
    last = number;
  }
  return { rows, steps: packNumbers(steps) };
}

function unpackIds({ rows, steps }: IdTable): string[] {
  const ids: string[] = [];
  const distances = unpackNumbers(steps);
  for (const [prefix, digits, count] of rows) {
    let number = 0;
    for (let left = count; left > 0; left--) {
      number += distances[ids.length] ?? 0;
      ids.push(joinNumber({ prefix, count: number, digits }));
    }
  }
  return ids;
}
