/** A unit's own note on an entry, to be written on: its place, and what is known of it already. */
import { NOTES_FOLDER } from '../schema/local-notes.ts';
import { meantNumber } from '../schema/number.ts';
import type { Library } from '../store/library.ts';
import { textOf } from '../store/loose-data.ts';
import { NewEntryError } from './new-entry.ts';

/** The file of a note on the entry whose number or title was typed; `by` may be empty, and the check then asks for it. Throws a `NewEntryError` when there is no such entry on the site. */
export function newNote(
  { entries }: Library,
  typed: string,
  { by, today }: { by: string; today: string },
): { place: string; text: string; title: string } {
  const id = meantNumber(typed) ?? typed;
  const named = (title: unknown) => typed !== '' && textOf(title) === typed.replace(/^《|》$/gu, '');
  const entry = entries.find((one) => one.id === id) ?? entries.find(({ data }) => named(data['title']));
  if (!entry) throw new NewEntryError(`没有编号或标题是“${typed}”的条目。请写所注条目的编号，如 RC-001，或者照抄它的标题。`);
  if (entry.data['status'] === '草稿') throw new NewEntryError(`“${entry.id}”还是草稿，不会出现在网站上。请先发布它，再写本地注。`);
  return {
    place: `${NOTES_FOLDER}/${entry.id}.mdx`,
    text: `---\nid: ${entry.id}\ndate: "${today}"\n${`by: ${by}`.trimEnd()}\n---\n\n`,
    title: textOf(entry.data['title']),
  };
}
