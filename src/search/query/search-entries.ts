/** A whole search as the page shows it: words found, filters applied, put in order, and what to say about it. */
import { compareNumbers } from '../../schema/number.ts';
import type { SearchEngine } from '../engine/engine.ts';
import { explain } from './explain.ts';
import type { Explanation } from './explain.ts';
import { cardsWith, facetDrops, factsFor, isSelected } from './facets.ts';
import type { FacetDrop, FacetedCard } from './facets.ts';
import { findEntries } from './find-entries.ts';
import { listNames } from '../words/names.ts';
import { beyond } from './rank.ts';
import type { SearchFinding } from './rank.ts';
import type { SearchState, Sort } from './search-address.ts';
import { phrasesOf } from './parse.ts';
import type { RankedEntry } from './ranking.ts';

export interface SearchResult {
  finding: SearchFinding;
  /** Entries that pass the filters, in the order asked for: the ones that are counted. */
  entries: RankedEntry[];
  /** Entries with another form of the words. */
  also: RankedEntry[];
  /** Entries that come close. */
  near: RankedEntry[];
  /** Entries that stand above the others: see `SearchFinding`. */
  leading: RankedEntry[];
  /** The counted entries that do not stand there already. */
  rest: RankedEntry[];
  /** Cards of all entries found, for the counts of the filters; they know the facts of the chosen groups. */
  unfiltered: FacetedCard[];
  /** What to mark in the titles and excerpts of each list; in `near`, every entry has its own words. */
  marked: { entries: string[]; also: string[] };
  outcome: Outcome;
  explanation: Explanation;
}

/** What the page goes by beside the sentences. */
export interface Outcome {
  /** `all`: no words, only filters. */
  mode: SearchFinding['mode'] | 'all';
  phrases: readonly string[];
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
  const within = state.within.flatMap(phrasesOf);
  const [cards, finding, isWithin] = await Promise.all([
    cardsWith(engine, [...factsFor(selection), ...(sort === 'date' ? (['dates'] as const) : [])]),
    findEntries(engine, q, wish),
    containsAll(engine, within),
  ]);
  const isAll = finding.phrases.length === 0;
  const found = (isAll ? allEntries(cards) : finding.entries).filter(({ key }) => isWithin(key));
  const passes = ({ key }: RankedEntry) => {
    const card = cards.get(key);
    return card !== undefined && isWithin(key) && isSelected(card, selection);
  };
  const entries = inOrder(found.filter(passes), sort, cards);
  const unfiltered = found.flatMap(({ key }) => cards.get(key) ?? []);
  const [also, near] = [finding.also.filter(passes), finding.near.filter(passes)];
  // By date or number, what stands first is not what comes closest.
  const leading = sort === 'relevance' ? finding.leading.filter(passes) : [];
  const outcome: Outcome = {
    ...{ mode: isAll ? 'all' : finding.mode, phrases: finding.phrases, within },
    ...{ count: entries.length, total: found.length },
    drops: entries.length === 0 ? facetDrops(unfiltered, selection) : [],
    names:
      entries.length + also.length + found.length === 0 && !isAll && leading.every(({ sentence }) => sentence === undefined)
        ? await closeNames(engine, finding.plan.normalised.text)
        : [],
  };
  return {
    ...{ finding, entries, leading, rest: beyond(entries, leading), also, near, unfiltered, outcome },
    marked: marksOf(finding, within),
    explanation: isAll ? NOTHING_SAID : explain(finding, { count: entries.length, also: also.length, leading }),
  };
}

const NOTHING_SAID: Explanation = { said: [], also: '', near: '', leading: '' };

function marksOf({ mode, phrases, forms, words }: SearchFinding, within: readonly string[]): SearchResult['marked'] {
  const others = forms.map(({ form }) => form);
  const counted = {
    exact: phrases,
    alternatives: [...phrases, ...others],
    relaxed: words.flatMap(({ word, via }) => [word, ...via]),
    none: phrases,
  }[mode];
  return { entries: [...counted, ...within], also: [...others, ...phrases] };
}

/** Tells whether an entry contains each of the phrases. */
async function containsAll(engine: SearchEngine, phrases: readonly string[]): Promise<(key: string) => boolean> {
  const hits = await Promise.all(phrases.map((phrase) => engine.search(phrase)));
  const sets = hits.map((list) => new Set(list.map(({ key }) => key)));
  return (key) => sets.every((set) => set.has(key));
}

async function closeNames(engine: SearchEngine, text: string): Promise<string[]> {
  const [table, { nearNames }] = await Promise.all([engine.names('names'), import('../words/near-names.ts')]);
  return [...new Set(nearNames(text, listNames(table), MAX_NAMES).map(({ name }) => name.text))];
}

/** Entries without a date come after those with one. */
function inOrder(entries: RankedEntry[], sort: Sort, cards: ReadonlyMap<string, FacetedCard>): RankedEntry[] {
  if (sort === 'relevance') return entries;
  if (sort === 'number') return [...entries].sort((a, b) => compareNumbers(a.key, b.key));
  const date = ({ key }: RankedEntry) => cards.get(key)?.facts?.dates?.[0] ?? '';
  return [...entries].sort((a, b) => (date(a) === date(b) ? 0 : date(a) < date(b) ? 1 : -1));
}

function allEntries(cards: ReadonlyMap<string, FacetedCard>): RankedEntry[] {
  return [...cards].sort(([, a], [, b]) => compareNumbers(a.id, b.id)).map(([key]) => ({ key, score: 0, units: [] }));
}
