/** A new entry, or a new note on one, from the desk: the same text as `npm run new` writes. */
import { newEntry, NewEntryError } from '../import/new-entry.ts';
import { newNote } from '../import/new-note.ts';
import { NOTES_FOLDER } from '../schema/local-notes.ts';
import { DeskError } from './desk.ts';
import type { DeskContent } from './desk-content.ts';
import type { NewEntry } from './serve-desk.ts';

/** Makes new entries for the content as it is at that moment; a title that cannot be one is told to the editor. `owner` is the unit that notes are by. */
export function newEntryIn(content: DeskContent, owner = ''): NewEntry {
  return async (collection, title) => {
    await content.refresh();
    try {
      if (collection === NOTES_FOLDER) {
        const { place, text } = newNote(content.current, title, { by: owner, today: content.today() });
        return { place: place.replace(/\.mdx$/u, ''), text };
      }
      const { slug, text } = newEntry(content.current, collection, title, content.today());
      return { place: `${collection}/${slug}`, text };
    } catch (error) {
      if (error instanceof NewEntryError) throw new DeskError(error.message);
      throw error;
    }
  };
}
