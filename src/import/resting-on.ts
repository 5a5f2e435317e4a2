/** What of a unit's own rests on parts of the common library: its entries that name or cite them, and its notes on them. */
import { referencesIn } from '../lint/entry-references.ts';
import { contextOf } from '../lint/gather-context.ts';
import type { LintEntry, LintNote } from '../lint/lint-entry.ts';
import { citedNumber } from '../schema/number.ts';
import type { Library } from '../store/library.ts';
import { textOf } from '../store/loose-data.ts';

/** By number or id of a part: what rests on it, each in a few words. `isUnits` tells whether an entry, by its place, is the unit's own. */
export function restingOn(library: Library, isUnits: (place: string) => boolean, today: string): Map<string, string[]> {
  const { entries, notes } = contextOf(library, today);
  const resting = new Map<string, string[]>();
  const add = (id: string, words: string) => resting.set(id, [...(resting.get(id) ?? []), words]);
  for (const entry of entries) {
    if (!isUnits(`${entry.collection}/${entry.file.name}.mdx`)) continue;
    for (const id of namedBy(entry)) add(id, `${entry.id} ${textOf(entry.data['title'])}`);
  }
  for (const note of notes) {
    const words = `本地注（${textOf(note.data['date'])}，${textOf(note.data['by'])}）`;
    add(note.id, words);
    for (const id of namedBy(note)) if (id !== note.id) add(id, `${note.id} 的${words}`);
  }
  return resting;
}

/** Numbers and ids that an entry or a note names: entries, policies, public sources, and items of lists. */
function namedBy(own: LintEntry | LintNote): Set<string> {
  const references = [...referencesIn(own)].map(({ text }) => text.replace(/#.*$/u, ''));
  const cited = own.citations.flatMap(({ text }) => citedNumber(text) ?? []);
  const values = own.texts.filter(({ path }) => path.join() !== 'id').map(({ text }) => text);
  return new Set([...references, ...cited, ...values]);
}
