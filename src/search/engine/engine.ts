/** What the query planner and the page need from an index; Pagefind and our own index both stand behind it. */
import { writeAnyNumber } from '../../schema/number.ts';
import type { Lexicon } from '../words/lexicon.ts';
import type { NamesPart, SearchNames, SearchWords } from '../words/names.ts';
import type { PageHeading } from '../making/page-text.ts';

/** Finds phrases exactly, and hands out entries. Every method rejects with `SearchUnavailable` when the index cannot be used. */
export interface SearchEngine {
  /** Fetches what every search needs, so that the first one is quick. */
  open(): Promise<void>;
  /** What is known of every entry before any is loaded, by its key: see `keyOf`. */
  cards(): Promise<ReadonlyMap<string, EntryCard>>;
  /** What entries have of a fact that only some searches need, by their keys; those that have nothing may be missing. */
  facts(fact: Fact): Promise<FactValues>;
  /** Every entry whose text contains the phrase, punctuation runs being equivalent; loads no entry. */
  search(phrase: string): Promise<PhraseHit[]>;
  /** The whole of one entry. */
  load(key: string): Promise<EntryText>;
  /** Traditional characters, frequent words and how much is asked for each entry: what every query needs. */
  words(): Promise<SearchWords>;
  /** What is known of these pairs of characters; there may be more in it. */
  lexicon(pairs: readonly string[]): Promise<Lexicon>;
  /** Traditional characters beyond those of `words`, in the same form: what only a query with a character beyond GB/T 2312 needs. */
  traditional(): Promise<string>;
  /** Names and how they sound: what suggestions and a few queries need. */
  names(part: NamesPart): Promise<SearchNames>;
}

export interface PhraseHit {
  /** See `keyOf`. */
  key: string;
  /** How early the phrase stands, above 0, 1 at the start: see `scoreAt`. */
  score: number;
  /** The shortest name that the phrase stands in, or the text. */
  place: 'title' | 'alias' | 'text';
  /** Length of that name in tokens; 0 in the text. */
  nameLength: number;
  /** Stands at the very beginning of that name. */
  isFirst: boolean;
}

/** The score of a phrase by its distance in tokens from the start of the text: half at 100. */
export function scoreAt(distance: number): number {
  return 1 / (1 + distance / 100);
}

/** Values that readers filter by, as shown to them; a region's ancestors are included. */
export interface EntryFacets {
  regions: string[];
  themes: string[];
  levels: string[];
  natures: string[];
  years: string[];
  /** Numbers of the source documents that the entry cites. */
  sources: string[];
}

/**
 * What filters, sorting and the joining of libraries need of all entries, and most searches do not: of fifty thousand entries it is more than all else
 * that a search reads. `dates` has what sorting goes by, `2021-08` or as much of it as is known; `marks` what tells an entry of the common library, by
 * its number together with this, wherever it stands. Of either an entry has one or none.
 */
export const FACTS = ['regions', 'themes', 'levels', 'years', 'sources', 'dates', 'marks'] as const;
export type Fact = (typeof FACTS)[number];
export type FactValues = ReadonlyMap<string, readonly string[]>;

/** A typed figure as a result shows it. */
export interface EntryFigure {
  /** As written out: `1600余名`. */
  value: string;
  what: string;
  whose: string;
  period: string;
}

/** What an entry has that somebody asks for: whom to turn to, who decides, a deadline, a figure. */
export type Offer = 'channel' | 'decider' | 'deadline' | 'figure';

/** What ranking needs of an entry. */
export interface EntryCard {
  id: string;
  collection: string;
  natures: readonly string[];
  /** Lengths in tokens of title and other names, in the order in which the index begins with them: the shortest first. */
  names: readonly number[];
  /** Which of them is the title; -1 when the page does not show it. */
  title: number;
  /** What it answers questions with. */
  offers: readonly Offer[];
  /** The year in which a document was replaced, or ended: there only where it is so. */
  endedIn?: number;
  /** The unit that the entry belongs to, where several are searched. */
  unit?: string;
}

/** What the cards of this library are marked with where several are searched. */
export const OWN_UNIT = '本库';

/** By what an engine knows an entry: its number, with the unit where it is another's. */
export function keyOf({ unit = OWN_UNIT, id }: Pick<EntryCard, 'unit' | 'id'>): string {
  return writeAnyNumber({ unit: unit === OWN_UNIT ? '' : unit, id });
}

/** What the list of results needs of an entry. */
export interface EntryText extends StoredText, Pick<EntryCard, 'collection' | 'natures'> {
  /** With the unit's name where it is another unit's. */
  id: string;
}

/** The part of it that is fetched when the entry is shown. */
export interface StoredText extends Pick<EntryFacets, 'regions' | 'years' | 'sources'> {
  /** Address below the site's base. */
  url: string;
  title: string;
  text: string;
  headings: PageHeading[];
  figures: EntryFigure[];
  /** How people ask for it, made up by the editors; no part of the text. */
  asked: string[];
  /** What a document says of itself that may not hold any more. */
  caution?: string;
  /** Where it is another unit's. */
  owner?: UnitEntry;
}

/** Another unit's entry as a result shows it. */
export interface UnitEntry {
  name: string;
  /** The address of its page: whole, or a path of this host. */
  address: string;
}

/** The index is missing, damaged, or may not run here; the message says which, in English, for the console. */
export class SearchUnavailable extends Error {
  override name = 'SearchUnavailable';
}

/** What came is not what the index is made of: half a file, or another page in its place. */
export class IndexDamaged extends SearchUnavailable {
  override name = 'IndexDamaged';
}
