/** The cards of all entries as one table: a column a fact. */
import { columnOf, rowsOf } from '../../domain/list/columns.ts';
import type { Column } from '../../domain/list/columns.ts';
import { nextNumber } from '../../schema/number.ts';
import type { EntryCard } from './engine.ts';

/** Facts that an entry has once, or one list of. */
const FACTS = ['collection', 'title', 'date', 'regions', 'themes', 'levels', 'natures', 'years', 'sources', 'offers'] as const;
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
  const facts = FACTS.map((fact) => [fact, rowsOf(table[fact])] as const);
  const units = table.units && (rowsOf(table.units) as string[]);
  const lengths = rowsOf(table.nameLength) as number[];
  const cards: EntryCard[] = [];
  let id = '';
  let at = 0;
  (rowsOf(table.nameCount) as number[]).forEach((count, place) => {
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
