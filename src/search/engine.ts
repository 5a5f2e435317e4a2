/** What the query planner and the page need from an index; Pagefind and the folder index both stand behind it. */
import type { PageFacets, PageHeading } from './page-text.ts';

/** Finds phrases exactly, and hands out entries. Every method rejects with `SearchUnavailable` when the index cannot be used. */
export interface SearchEngine {
  /** Fetches what every search needs, so that the first one is quick. */
  open(): Promise<void>;
  /** What is known of every entry before any is loaded, by key. */
  cards(): Promise<ReadonlyMap<string, EntryCard>>;
  /** Every entry whose text contains the phrase, punctuation runs being equivalent; loads no entry. */
  search(phrase: string): Promise<PhraseHit[]>;
  /** The whole of one entry. */
  load(key: string): Promise<EntryText>;
}

export interface PhraseHit {
  key: string;
  /** How early the phrase stands, above 0, 1 at the start: see `scoreAt`. */
  score: number;
  /** The foremost place where the phrase stands. */
  place: 'title' | 'aliases' | 'text';
}

/** The score of a phrase by its distance in tokens from the start of the text: half at 100. */
export function scoreAt(distance: number): number {
  return 1 / (1 + distance / 100);
}

/** What filters and ranking need of an entry. */
export interface EntryCard extends PageFacets {
  key: string;
  id: string;
  collection: string;
  /** Length of the title in tokens. */
  titleLength: number;
  /** Where the other names end, in tokens from the start of the title. */
  namesEnd: number;
}

/** What the list of results needs of an entry. */
export interface EntryText extends PageFacets {
  id: string;
  collection: string;
  /** Address below the site's base. */
  url: string;
  title: string;
  text: string;
  headings: PageHeading[];
}

/** The index is missing, damaged, or may not run here; the message says which, in English, for the console. */
export class SearchUnavailable extends Error {
  override name = 'SearchUnavailable';
}
