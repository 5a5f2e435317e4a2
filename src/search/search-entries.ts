/** A whole search as the page shows it: words found, filters applied, and what to say about it. */
import type { EntryCard, SearchEngine } from './engine.ts';
import { isSelected } from './facets.ts';
import { findEntries } from './find-entries.ts';
import type { Finding } from './find-entries.ts';
import type { SearchState } from './search-address.ts';
import { joinUnits } from './query.ts';
import type { RankedEntry } from './ranking.ts';

export interface SearchResult {
  /** Entries that pass the filters, best first. */
  entries: RankedEntry[];
  /** Cards of all entries found, for the counts of the filters. */
  unfiltered: EntryCard[];
  /** What to mark in titles and excerpts. */
  marked: string[];
  outcome: Outcome;
}

/** What is said about a search. */
export interface Outcome {
  /** `all`: no words, only filters. */
  mode: Finding['mode'] | 'all';
  phrases: readonly string[];
  /** Words as a reader would say them. */
  units: readonly string[];
  /** Entries after the filters. */
  count: number;
  /** Entries before the filters. */
  total: number;
}

/** Runs a search; without words, the filters alone choose among all entries, in number order. */
export async function searchEntries(engine: SearchEngine, { q, selection }: SearchState): Promise<SearchResult> {
  const [cards, finding] = await Promise.all([engine.cards(), findEntries(engine, q)]);
  const isAll = q.trim() === '';
  const found = isAll ? allEntries(cards) : finding.entries;
  const entries = found.filter(({ key }) => {
    const card = cards.get(key);
    return card !== undefined && isSelected(card, selection);
  });
  const { phrases, units } = finding;
  return {
    entries,
    unfiltered: found.flatMap(({ key }) => cards.get(key) ?? []),
    marked: finding.mode === 'relaxed' ? units : phrases,
    outcome: { mode: isAll ? 'all' : finding.mode, phrases, units: joinUnits(units), count: entries.length, total: found.length },
  };
}

function allEntries(cards: ReadonlyMap<string, EntryCard>): RankedEntry[] {
  return [...cards.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ key }) => ({ key, score: 0, units: [] }));
}
