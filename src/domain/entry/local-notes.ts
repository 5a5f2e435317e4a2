/** A unit's own notes (本地注) beside the entries: what is said of their age, and what search goes through. */
import type { Nodes } from 'mdast';
import type { Entry, LocalNote, SiteContent } from './records.ts';

/** A note as search has it. */
export interface NoteText {
  /** The number of the entry. */
  id: string;
  /** The title of the entry. */
  title: string;
  /** Where the note stands. */
  url: string;
  by: string;
  date: string;
  text: string;
}

/** The anchor and the heading of a note, and what it is. */
export const LOCAL_NOTE = 'local-note';
export const LOCAL_NOTE_HEADING = '本地注（本单位）';
export const LOCAL_NOTE_NATURE = '本单位自己写的，不是条目的内容，不作条目所载事实的依据。';

/** When a note was written, and whether its entry has changed since. */
export function noteDating({ date }: Pick<LocalNote, 'date'>, { data: { updated } }: Pick<Entry, 'data'>): string {
  return updated > date ? `${date}；条目此后有改动（${updated}），这条注还没有重新核对。` : date;
}

/** The notes of a site's entries, in the order of the entries; `addressOf` gives the place of an entry's note. */
export function noteTexts(
  { localNotes: notes, entries }: Pick<SiteContent, 'localNotes' | 'entries'>,
  addressOf: (entry: Entry) => string,
): NoteText[] {
  const byId = new Map(notes.map((note) => [note.id, note]));
  return entries.flatMap((entry) => {
    const note = byId.get(entry.data.id);
    if (!note) return [];
    const { id, by, date, body } = note;
    return [{ id, title: entry.data.title, url: addressOf(entry), by, date, text: plainText(body).trim() }];
  });
}

const BLOCKS = new Set<Nodes['type']>(['paragraph', 'heading', 'listItem', 'tableRow']);

/** The words of a tree, blocks separated by line ends. */
function plainText(node: Nodes): string {
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  const text = node.children.map(plainText).join('');
  return BLOCKS.has(node.type) && !text.endsWith('\n') ? `${text}\n` : text;
}
