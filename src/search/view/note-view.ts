/** The list of a unit's own notes below the results. */
import type { NoteText } from '../../domain/entry/local-notes.ts';
import { notesWith } from '../query/local-notes.ts';
import type { FoundNote } from '../query/local-notes.ts';
import { nodesOf } from './hit-view.ts';

/** Shows the notes that hold all phrases in `place`, whose template says what one looks like; hides it when there are none. */
export function showNotes(place: HTMLElement, notes: readonly NoteText[], phrases: readonly string[]): void {
  const found = notesWith(notes, phrases);
  const template = place.querySelector('template');
  place.hidden = found.length === 0;
  const count = place.querySelector('[data-note-count]');
  if (count) count.textContent = String(found.length);
  place.querySelector('ol')?.replaceChildren(...found.flatMap((one) => (template ? [noteItem(one, template)] : [])));
}

function noteItem({ note, excerpt }: FoundNote, template: HTMLTemplateElement): Node {
  const item = template.content.cloneNode(true) as DocumentFragment;
  const part = (name: string) => item.querySelector(`[data-part="${name}"]`);
  part('title')?.setAttribute('href', note.url);
  part('title')?.append(note.title);
  part('by')?.append(`${note.by}，${note.date}`);
  part('excerpt')?.append(...nodesOf(excerpt));
  return item;
}
