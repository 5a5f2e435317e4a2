/** What the site knows, as plain data: entries of every collection, and the controlled lists. */
import type { CollectionName } from '../schema/fields.ts';
import type { RecordData } from '../schema/index.ts';
import type { VocabularyData } from '../schema/vocabulary.ts';

/** What an entry's body points to. */
export interface BodyMarks {
  /** Citations of `<Cite at>` and `<Quote at>`, in order. */
  cites: string[];
  /** Entry numbers of links `[…](SJ-009)` and of `<Term id>`. */
  links: string[];
}

/** One content file: validated frontmatter and the body's source. */
export interface EntryOf<C extends CollectionName> {
  collection: C;
  /** The file name without extension; the last part of the address. */
  slug: string;
  data: RecordData[C];
  body: string;
  marks: BodyMarks;
}

export type Entry = { [C in CollectionName]: EntryOf<C> }[CollectionName];

/** Everything published, and the lists it draws on. */
export interface SiteContent {
  entries: Entry[];
  vocabulary: VocabularyData;
}

/** The address of an entry's page below the site's base, with slashes at both ends. */
export function entryPath(entry: Pick<Entry, 'collection' | 'slug'>): string {
  return `/${entry.collection}/${entry.slug}/`;
}

/** The last day on which an editor changed anything, of which the whole content speaks; empty without entries. */
export function contentDay(entries: readonly Entry[]): string {
  return entries.reduce((latest, { data }) => (data.updated > latest ? data.updated : latest), '');
}

/** Narrows an entry to one collection. */
export function isOf<C extends CollectionName>(entry: Entry, collection: C): entry is Extract<Entry, { collection: C }> {
  return entry.collection === collection;
}
