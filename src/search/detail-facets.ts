/** What only some kinds of entries are sorted by (cases, rules, teaching blocks): fetched when it is wanted, and then part of the cards. */
import type { DetailName, DetailTable } from '../domain/facet-titles.ts';
import type { SearchEngine } from './engine.ts';
import type { FacetedCard } from './facets.ts';

/** The details of each entry, by number. */
export type Details = ReadonlyMap<string, FacetedCard['details']>;

/** The table turned round. */
export function readDetails(table: DetailTable): Details {
  const details = new Map<string, Partial<Record<DetailName, string[]>>>();
  for (const [name, values] of Object.entries(table) as [DetailName, Record<string, string[]>][]) {
    for (const [value, ids] of Object.entries(values)) {
      for (const id of ids) {
        const own = details.get(id) ?? {};
        details.set(id, { ...own, [name]: [...(own[name] ?? []), value] });
      }
    }
  }
  return details;
}

/** Cards that know their details. */
export function addDetails(cards: readonly FacetedCard[], details: Details): FacetedCard[] {
  return cards.map((card) => ({ ...card, details: details.get(card.id) ?? {} }));
}

/** The engine with cards that know their details, so that a search can be narrowed by them. */
export function withDetails(engine: SearchEngine, details: Details): SearchEngine {
  const cards = async () => new Map(addDetails([...(await engine.cards()).values()], details).map((card) => [card.id, card]));
  return { ...engine, cards };
}
