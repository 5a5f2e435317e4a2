/** What the site knows, as plain data: entries of every collection, and the controlled lists. */
import type { Root } from 'mdast';
import { compareNumbers } from '../../schema/number.ts';
import type { CollectionName } from '../../schema/number.ts';
import type { RecordData } from '../../schema/index.ts';
import type { Ledger } from '../../schema/ledger.ts';
import type { LocalNoteData } from '../../schema/local-notes.ts';
import type { VocabularyData } from '../../schema/vocabulary.ts';

/** What an entry's body points to. */
export interface BodyMarks {
  /** Citations of `<Cite at>` and `<Quote at>`, in order. */
  cites: string[];
  /** Entry numbers of links `[…](SJ-009)` and of `<Term id>`. */
  links: string[];
}

/** One content file: validated frontmatter and the body as a tree. */
export interface EntryOf<C extends CollectionName> {
  collection: C;
  /** The file name without extension; the last part of the address. */
  slug: string;
  data: RecordData[C];
  /** The author's own text; empty children when there is none. */
  body: Root;
  marks: BodyMarks;
}

export type Entry = { [C in CollectionName]: EntryOf<C> }[CollectionName];

/** What the unit that runs the site notes on an entry (本地注); its own word, and no text of the entry. */
export interface LocalNote extends LocalNoteData {
  body: Root;
}

/** Everything published, and the lists it draws on. */
export interface SiteContent {
  entries: Entry[];
  vocabulary: VocabularyData;
  /** Published addresses that have changed, and where they lead. */
  redirects: Ledger['redirects'];
  /** At most one an entry. */
  localNotes: LocalNote[];
}

/** The address of an entry's page below the site's base, with slashes at both ends. */
export function entryPath(entry: Pick<Entry, 'collection' | 'slug'>): string {
  return `/${entry.collection}/${entry.slug}/`;
}

/** The same entries in number order. */
export function inNumberOrder<E extends Entry>(entries: readonly E[]): E[] {
  return [...entries].sort((a, b) => compareNumbers(a.data.id, b.data.id));
}

/** Narrows an entry to one collection. */
export function isOf<C extends CollectionName>(entry: Entry, collection: C): entry is Extract<Entry, { collection: C }> {
  return entry.collection === collection;
}
