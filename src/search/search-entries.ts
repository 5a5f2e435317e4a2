/** A whole search as the page shows it: words found, filters applied, put in order, and what to say about it. */
import { compareNumbers } from '../schema/number.ts';
import type { EntryCard, SearchEngine } from './engine.ts';
import { facetDrops, isSelected } from './facets.ts';
import type { FacetDrop } from './facets.ts';
import { findEntries } from './find-entries.ts';
import type { Finding } from './find-entries.ts';
import { listNames } from './names.ts';
import type { SearchState, Sort } from './search-address.ts';
import { joinUnits, parseQuery } from './query.ts';
import type { RankedEntry } from './ranking.ts';
import type { Rewrite } from './rewrites.ts';

export interface SearchResult {
  /** Entries that pass the filters, in the order asked for: the ones that are counted. */
  entries: RankedEntry[];
  /** Entries with another word for the same. */
  also: RankedEntry[];
  /** Entries that come close. */
  near: RankedEntry[];
  /** Situations that answer such a question without containing its words. */
  asked: RankedEntry[];
  /** Cards of all entries found, for the counts of the filters. */
  unfiltered: EntryCard[];
  /** What to mark in the titles and excerpts of each list; in `near`, every entry has its own words. */
  marked: { entries: string[]; also: string[] };
  outcome: Outcome;
}

/** What is said about a search. */
export interface Outcome {
  /** `all`: no words, only filters. */
  mode: Finding['mode'] | 'all';
  phrases: readonly string[];
  rewrites: readonly Rewrite[];
  alternatives: readonly string[];
  /** Words as a reader would say them. */
  units: readonly string[];
  within: readonly string[];
  /** Entries after the filters. */
  count: number;
  /** Entries before the filters. */
  total: number;
  /** Filters that could be dropped, when they leave nothing. */
  drops: readonly FacetDrop[];
  /** Names that come close, when there is nothing. */
  names: readonly string[];
}

const MAX_NAMES = 6;

/** Runs a search; without words, the filters alone choose among all entries, in number order. */
export async function searchEntries(engine: SearchEngine, state: SearchState): Promise<SearchResult> {
  const { q, selection, sort, wish } = state;
  const within = state.within.flatMap((text) => parseQuery(text).phrases.map((phrase) => phrase.text));
  const [cards, finding, isWithin] = await Promise.all([engine.cards(), findEntries(engine, q, wish), containsAll(engine, within)]);
  const isAll = parseQuery(q).phrases.length === 0;
  const found = (isAll ? allEntries(cards) : finding.entries).filter(({ key }) => isWithin(key));
  const passes = ({ key }: RankedEntry) => {
    const card = cards.get(key);
    return card !== undefined && isWithin(key) && isSelected(card, selection);
  };
  const entries = inOrder(found.filter(passes), sort, cards);
  const unfiltered = found.flatMap(({ key }) => cards.get(key) ?? []);
  const { mode, phrases, rewrites, alternatives, units } = finding;
  const also = finding.also.filter(passes);
  const near = finding.near.filter(passes);
  const asked = finding.asked.filter(passes);
  const isNothing = entries.length + also.length === 0 && !isAll;
  const outcome: Outcome = {
    ...{ mode: isAll ? 'all' : mode, phrases, rewrites, alternatives, units: joinUnits(units), within },
    ...{ count: entries.length, total: found.length },
    drops: entries.length === 0 ? facetDrops(unfiltered, selection) : [],
    names: isNothing && found.length === 0 ? await closeNames(engine, q) : [],
  };
  const marks = { exact: phrases, alternatives, relaxed: units, none: phrases }[mode];
  return {
    entries,
    also,
    near,
    asked,
    unfiltered,
    marked: { entries: [...marks, ...within], also: [...alternatives, ...phrases] },
    outcome,
  };
}

/** Tells whether an entry contains each of the phrases. */
async function containsAll(engine: SearchEngine, phrases: readonly string[]): Promise<(key: string) => boolean> {
  const hits = await Promise.all(phrases.map((phrase) => engine.search(phrase)));
  const sets = hits.map((list) => new Set(list.map(({ key }) => key)));
  return (key) => sets.every((set) => set.has(key));
}

async function closeNames(engine: SearchEngine, q: string): Promise<string[]> {
  const [table, { nearNames }] = await Promise.all([engine.names('names'), import('./near-names.ts')]);
  const names = listNames(table);
  return [...new Set(nearNames(q, names, MAX_NAMES).map(({ name }) => name.text))];
}

/** Entries without a date come after those with one. */
function inOrder(entries: RankedEntry[], sort: Sort, cards: ReadonlyMap<string, EntryCard>): RankedEntry[] {
  if (sort === 'relevance') return entries;
  if (sort === 'number') return [...entries].sort((a, b) => compareNumbers(a.key, b.key));
  const date = ({ key }: RankedEntry) => cards.get(key)?.date ?? '';
  return [...entries].sort((a, b) => (date(a) === date(b) ? 0 : date(a) < date(b) ? 1 : -1));
}

function allEntries(cards: ReadonlyMap<string, EntryCard>): RankedEntry[] {
  return [...cards.values()].sort((a, b) => compareNumbers(a.id, b.id)).map(({ id }) => ({ key: id, score: 0, units: [] }));
}
