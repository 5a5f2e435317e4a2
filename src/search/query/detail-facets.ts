/** What only some kinds of entries are sorted by (cases, rules, teaching blocks): fetched when it is wanted, and then part of the cards. */
import type { DetailName, DetailTable } from '../../domain/list/facet-titles.ts';
import { writeAnyNumber } from '../../schema/number.ts';
import { keyOf } from '../engine/engine.ts';
import type { SearchEngine } from '../engine/engine.ts';
import type { FacetedCard } from './facets.ts';

/** The details of each entry, by its key. */
export type Details = ReadonlyMap<string, Partial<Record<DetailName, readonly string[]>>>;

/** The table turned round; of another unit with its name. */
export function readDetails(table: DetailTable, unit = ''): Details {
  const details = new Map<string, Partial<Record<DetailName, string[]>>>();
  for (const [name, values] of Object.entries(table) as [DetailName, Record<string, string[]>][]) {
    for (const [value, ids] of Object.entries(values)) {
      for (const key of ids.map((id) => writeAnyNumber({ unit, id }))) {
        const own = details.get(key) ?? {};
        details.set(key, { ...own, [name]: [...(own[name] ?? []), value] });
      }
    }
  }
  return details;
}

/** Cards that know their details. */
export function addDetails(cards: readonly FacetedCard[], details: Details): FacetedCard[] {
  return cards.map((card) => ({ ...card, facts: { ...card.facts, ...details.get(keyOf(card)) } }));
}

/** The engine with cards that know their details, so that a search can be narrowed by them. */
export function withDetails(engine: SearchEngine, details: Details): SearchEngine {
  const cards = async () => new Map(addDetails([...(await engine.cards()).values()], details).map((card) => [keyOf(card), card]));
  return { ...engine, cards };
}
