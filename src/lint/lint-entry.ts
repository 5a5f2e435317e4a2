/** What the rules see of a file: what was read of it, with its texts and citations laid out. */
import type { StoredEntry, StoredNote } from '../store/library.ts';
import type { FieldText } from '../store/loose-data.ts';
import type { WrittenCitation } from './entry-citations.ts';

/** What an author wrote into the fields of a file. */
export interface Written {
  /** Every text in `data`, at any depth. */
  texts: FieldText[];
}

/** An entry as the rules see it. */
export interface LintEntry extends StoredEntry, Written {
  citations: WrittenCitation[];
  /** Drafts stay off the site. */
  isDraft: boolean;
}

/** A unit's own note as the rules see it. */
export interface LintNote extends StoredNote, Written {
  citations: WrittenCitation[];
}
