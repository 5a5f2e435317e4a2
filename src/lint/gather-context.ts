/** What the rules look at: all of a library, or one file of it that has changed. */
import type { StoredFile } from '../store/read-content.ts';
import { withChanges } from '../store/library.ts';
import type { Library, StoredEntry, StoredNote } from '../store/library.ts';
import { fieldTexts } from '../store/loose-data.ts';
import type { FieldText } from '../store/loose-data.ts';
import { readCitations } from './entry-citations.ts';
import { gatherFacts } from './known-facts.ts';
import type { LintContext } from './rule.ts';
import type { LintEntry, LintNote } from './lint-entry.ts';

/** What the rules see when all of a library is checked on the day `today`. */
export function contextOf(library: Library, today: string): LintContext {
  const entries = library.entries.map(toLintEntry);
  const { files, loaded } = library;
  const pages = library.pages.map(withTexts);
  const notes = library.notes.map(toLintNote);
  return { files, entries, pages, notes, listProblems: loaded.problems, known: gatherFacts(library, entries), today };
}

/**
 * What the rules see when one entry's file has changed and only that file is looked at, beside everything else as it was. The library must
 * hold a file of the same path; a changed controlled list changes how all entries are read, so that it needs `readLibrary`.
 */
export function contextOfChange(before: Library, changed: StoredFile, today: string): LintContext {
  return contextOfFiles(withChanges(before, [changed]), [changed], today);
}

/** What the rules see when only some files of a library are looked at, beside all others. */
export function contextOfFiles(library: Library, looked: readonly StoredFile[], today: string): LintContext {
  const all = library.entries.map(toLintEntry);
  const files = new Set(looked);
  const entries = all.filter(({ file }) => files.has(file));
  const pages = library.pages.filter(({ file }) => files.has(file)).map(withTexts);
  const notes = library.notes.filter(({ file }) => files.has(file)).map(toLintNote);
  return { files: [...looked], entries, pages, notes, listProblems: [], known: gatherFacts(library, all), today };
}

/** The same context with some of its files to check. */
export function onlyFiles(context: LintContext, looked: readonly StoredFile[]): LintContext {
  const files = new Set(looked);
  const isLooked = ({ file }: { file: StoredFile }) => files.has(file);
  const { entries, pages, notes, listProblems } = context;
  return {
    ...context,
    files: looked,
    entries: entries.filter(isLooked),
    pages: pages.filter(isLooked),
    notes: notes.filter(isLooked),
    listProblems: listProblems.filter(isLooked),
  };
}

function withTexts<P extends { data: unknown }>(page: P): P & { texts: FieldText[] } {
  return { ...page, texts: fieldTexts(page.data) };
}

function toLintNote(note: StoredNote): LintNote {
  const texts = fieldTexts(note.data);
  return { ...note, texts, citations: readCitations(note.file, texts, note.body) };
}

/** Texts and citations are gathered for the rules alone. */
const lintEntries = new WeakMap<StoredEntry, LintEntry>();

function toLintEntry(entry: StoredEntry): LintEntry {
  const known = lintEntries.get(entry);
  if (known) return known;
  const texts = fieldTexts(entry.data);
  const made = {
    ...entry,
    // Stand-ins are for pages: nothing is asked of what nobody has written.
    record: entry.gaps.length > 0 ? undefined : entry.record,
    texts,
    citations: readCitations(entry.file, texts, entry.body),
    isDraft: entry.data['status'] === '草稿',
  };
  lintEntries.set(entry, made);
  return made;
}
