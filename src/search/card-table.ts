/**
 * The cards of all entries as one table: a column a fact. A column holds each of its values once, and for every entry a character that stands for
 * its value, which compresses to half of what a list of cards takes.
 */
import { nextNumber } from '../schema/number.ts';
import type { EntryCard } from './engine.ts';

/** Facts that an entry has once, or one list of. */
const FACTS = ['collection', 'title', 'date', 'regions', 'themes', 'levels', 'natures', 'years', 'sources', 'offers', 'common'] as const;
type Fact = (typeof FACTS)[number];

/** Columns in the order of the entries. */
export interface CardTable extends Record<Fact, Column> {
  /** The unit of each entry, where there are several. */
  units?: Column;
  /** Empty where the number is the one before it, plus one. */
  ids: string[];
  nameCount: Column;
  /** The lengths of all names of all entries, one after the other. */
  nameLength: Column;
}

interface Column {
  values: unknown[];
  /** A character a row. */
  rows: string;
}

export function packCards(cards: readonly EntryCard[]): CardTable {
  const facts = FACTS.map((fact) => [fact, columnOf(cards.map((card) => card[fact]))] as const);
  return {
    ...(Object.fromEntries(facts) as Record<Fact, Column>),
    ids: cards.map(({ id }, place) => (id === nextNumber(cards[place - 1]?.id ?? '') ? '' : id)),
    ...(cards.some(({ unit }) => unit !== undefined) && { units: columnOf(cards.map(({ unit }) => unit ?? '')) }),
    nameCount: columnOf(cards.map(({ names }) => names.length)),
    nameLength: columnOf(cards.flatMap(({ names }) => names)),
  };
}

export function unpackCards(table: CardTable): EntryCard[] {
  const facts = FACTS.map((fact) => [fact, valuesOf(table[fact])] as const);
  const units = table.units && (valuesOf(table.units) as string[]);
  const lengths = valuesOf(table.nameLength) as number[];
  const cards: EntryCard[] = [];
  let id = '';
  let at = 0;
  (valuesOf(table.nameCount) as number[]).forEach((count, place) => {
    id = table.ids[place] || nextNumber(id);
    const names = lengths.slice(at, (at += count));
    const unit = units?.[place];
    cards.push({
      id,
      names,
      ...(unit && { unit }),
      ...Object.fromEntries(facts.map(([fact, values]) => [fact, values[place]])),
    } as EntryCard);
  });
  return cards;
}

/** The first character that stands for a value, the first visible one that JSON writes as it is. */
const FIRST = 0x23;
/** From here on a character takes two units. */
const SURROGATES = 0xd800;

function columnOf(rows: readonly unknown[]): Column {
  const keys = rows.map((row) => JSON.stringify(row));
  const places = new Map([...new Set(keys)].map((key, place) => [key, place]));
  if (FIRST + places.size > SURROGATES) throw new RangeError(`a column of the cards has ${places.size} different values`);
  return {
    values: [...places.keys()].map((key) => JSON.parse(key) as unknown),
    rows: keys.map((key) => String.fromCharCode(FIRST + (places.get(key) ?? 0))).join(''),
  };
}

function valuesOf({ values, rows }: Column): unknown[] {
  return [...rows].map((row) => values[row.charCodeAt(0) - FIRST]);
}
