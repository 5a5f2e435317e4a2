/** A search through a unit's own notes, which are no text of the entries: what is found there is listed by itself and not counted. */
import type { NoteText } from '../../domain/entry/local-notes.ts';
import { cutPassage } from './excerpt.ts';
import type { Piece } from './excerpt.ts';
import { matchText, phraseTokens } from '../words/tokens.ts';

export interface FoundNote {
  note: NoteText;
  excerpt: Piece[];
}

/** The notes that hold every one of the phrases, in their order; none without phrases. */
export function notesWith(notes: readonly NoteText[], phrases: readonly string[]): FoundNote[] {
  const sought = phrases.map((phrase) => phraseTokens(phrase).join('')).filter((phrase) => phrase !== '');
  if (sought.length === 0) return [];
  return notes
    .filter(({ text }) => {
      const folded = matchText(text);
      return sought.every((phrase) => folded.includes(phrase));
    })
    .map((note) => ({ note, excerpt: cutPassage(note.text, note.title, phrases).pieces }));
}
