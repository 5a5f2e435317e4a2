/** Narrowing a list of entries before anything is typed: any or all values within a facet, all facets together, words, and an order. */
import { compareNumbers } from '../../schema/number.ts';
import { hasWord, readWords } from '../chinese/typed-words.ts';

/** What the filter knows of one entry. */
export interface FilterCard {
  id: string;
  /** Values by facet; a facet that is missing here has no value. */
  values: Readonly<Record<string, readonly string[]>>;
  /** The day of the last change. */
  date: string;
  /** How much of the original was seen: 0 is everything, larger is less. */
  completeness: number;
}

/** A facet of a list with the values that occur in it, as the page offers them. */
export interface FilterFacet {
  key: string;
  name: string;
  values: FacetValue[];
}

/** A value to choose. */
export interface FacetValue {
  value: string;
  label: string;
  /** Of the entries that have it. */
  count: number;
  /** Of a place: how its name sounds, and the value of what it lies in. */
  sound?: string;
  within?: string;
}

/** `year`: of the matter, the newest first; `date`: of the last change of the entry. */
export const SORTS = ['number', 'year', 'date', 'completeness'] as const;
export type Sort = (typeof SORTS)[number];

/** What is asked of the list. */
export interface FilterState {
  words: string;
  /** Chosen values by facet, facets without a choice left out. */
  chosen: Readonly<Record<string, readonly string[]>>;
  /** Facets of which an entry must have all chosen values instead of any. */
  all: readonly string[];
  sort: Sort;
}

export const NO_FILTER: FilterState = { words: '', chosen: {}, all: [], sort: 'number' };

/** The entries that pass, in order, and how many each value of each facet would leave. */
export interface FilterResult {
  ids: string[];
  /** By facet, then by value; a value that is not there would leave nothing. */
  counts: Map<string, Map<string, number>>;
}

/** By word as typed, the numbers of the entries whose text contains it: the index of the search page tells. */
export type WordPlaces = ReadonlyMap<string, ReadonlySet<string>>;

/** Longest text that is looked for. */
export const WORDS_LIMIT = 100;

/** Applies a state to cards given in number order; one pass over the cards, whatever the number of facets. */
export function filterCards(
  cards: readonly FilterCard[],
  state: FilterState,
  facets: readonly string[],
  inBodies: WordPlaces = new Map(),
): FilterResult {
  const words = readWords(state.words);
  const chosen = Object.entries(state.chosen).filter(([, values]) => values.length > 0);
  const counts = new Map(facets.map((facet) => [facet, new Map<string, number>()]));
  const passed: FilterCard[] = [];
  for (const card of cards) {
    if (!words.every((word) => hasWord(card.id.toLowerCase(), word) || inBodies.get(word.text)?.has(card.id))) continue;
    const failed = chosen.filter(([facet, values]) => !passes(card, facet, values, state.all.includes(facet))).map(([facet]) => facet);
    if (failed.length === 0) passed.push(card);
    if (failed.length > 1) continue;
    for (const facet of facets) {
      // A value of an “any” facet is counted as if the facet had no choice yet: so many would one more choice add or keep.
      const counted = failed.length === 0 || (failed[0] === facet && !state.all.includes(facet));
      if (counted) countValues(counts.get(facet), card.values[facet]);
    }
  }
  return { ids: sortCards(passed, state.sort).map(({ id }) => id), counts };
}

/** The state with one value chosen or given up. */
export function choose(state: FilterState, facet: string, value: string, isChosen: boolean): FilterState {
  const others = (state.chosen[facet] ?? []).filter((other) => other !== value);
  const values = isChosen ? [...others, value] : others;
  const chosen = Object.fromEntries(Object.entries({ ...state.chosen, [facet]: values }).filter(([, list]) => list.length > 0));
  return { ...state, chosen };
}

/** The state with a facet set to “all” or back to “any”. */
export function setMode(state: FilterState, facet: string, isAll: boolean): FilterState {
  const others = state.all.filter((other) => other !== facet);
  return { ...state, all: isAll ? [...others, facet] : others };
}

/** Whether anything narrows the list. */
export function isFiltered({ words, chosen }: FilterState): boolean {
  return readWords(words).length > 0 || Object.keys(chosen).length > 0;
}

function passes(card: FilterCard, facet: string, values: readonly string[], isAll: boolean): boolean {
  const own = card.values[facet] ?? [];
  return isAll ? values.every((value) => own.includes(value)) : values.some((value) => own.includes(value));
}

function countValues(counts: Map<string, number> | undefined, values: readonly string[] = []): void {
  for (const value of values) counts?.set(value, (counts.get(value) ?? 0) + 1);
}

function sortCards(cards: FilterCard[], sort: Sort): FilterCard[] {
  if (sort === 'year') return cards.sort((a, b) => compareDays(lastYear(b), lastYear(a)) || compareNumbers(a.id, b.id));
  if (sort === 'date') return cards.sort((a, b) => compareDays(b.date, a.date) || compareNumbers(a.id, b.id));
  if (sort === 'completeness') return cards.sort((a, b) => a.completeness - b.completeness || compareNumbers(a.id, b.id));
  return cards;
}

/** The last year that an entry names; empty for one that names none, which then stands at the end. */
function lastYear({ values }: FilterCard): string {
  const years = (values['year'] ?? []).filter((year) => /^\d{4}$/u.test(year)).sort();
  return years[years.length - 1] ?? '';
}

/** A plain comparison is many times quicker than a collator. */
function compareDays(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
