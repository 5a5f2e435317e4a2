/** What the rules look at: all of a library, or some files of it. */
import type { StoredFile } from '../store/read-content.ts';
import { isEntryFile } from '../store/library.ts';
import type { Library, StoredEntry, StoredNote } from '../store/library.ts';
import { fieldTexts } from '../store/loose-data.ts';
import type { FieldText } from '../store/loose-data.ts';
import { readCitations } from './entry-citations.ts';
import { claimedId, gatherFacts } from './known-facts.ts';
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
 * What the rules see of some files, all of them unless they are named, in parts: what is out as if there were no drafts, so that no draft makes a fault in
 * it; and the drafts beside everything.
 */
export function partsOf(library: Library, today: string, looked: readonly StoredFile[] = library.files): LintContext[] {
  const all = library.entries.map(toLintEntry);
  const drafts = draftsIn(library, all);
  const isDraft = (file: StoredFile) => drafts.has(file);
  const [inDrafts, out] = [looked.filter(isDraft), looked.filter((file) => !isDraft(file))];
  const parts: LintContext[] = [];
  if (out.length > 0) {
    const entries = all.filter(({ file }) => !isDraft(file));
    const draftIds = new Set([...all.filter(({ file }) => isDraft(file)).map(({ id }) => id), ...[...drafts].flatMap(claimedId)]);
    const { files, ...rest } = library;
    const known = gatherFacts({ ...rest, files: files.filter((file) => !isDraft(file)) }, entries, draftIds);
    parts.push(contextOfFiles(library, out, entries, known, today));
  }
  if (inDrafts.length > 0) parts.push({ ...contextOfFiles(library, inDrafts, all, gatherFacts(library, all), today), isOfDrafts: true });
  return parts;
}

/** The files of drafts. One whose fields cannot be read is known by its line of the state, unless its address is out already. */
function draftsIn({ files, loaded }: Library, entries: readonly LintEntry[]): ReadonlySet<StoredFile> {
  const read = new Map(entries.map((entry) => [entry.file, entry]));
  const addresses = new Set(loaded.ledger?.data.entries.flatMap(({ id, at }) => [id, at]));
  const isUnreadDraft = (file: StoredFile) =>
    isEntryFile(file) &&
    /^status:.*$/mu.exec(file.source)?.[0].includes('草稿') === true &&
    ![`/${file.folder}/${file.name}/`, ...claimedId(file)].some((known) => addresses.has(known));
  return new Set(files.filter((file) => read.get(file)?.isDraft ?? (!read.has(file) && isUnreadDraft(file))));
}

function contextOfFiles(
  library: Library,
  looked: readonly StoredFile[],
  all: readonly LintEntry[],
  known: LintContext['known'],
  today: string,
): LintContext {
  const files = new Set(looked);
  const isLooked = ({ file }: { file: StoredFile }) => files.has(file);
  const pages = library.pages.filter(isLooked).map(withTexts);
  const notes = library.notes.filter(isLooked).map(toLintNote);
  const listProblems = library.loaded.problems.filter(isLooked);
  return { files: looked, entries: all.filter(isLooked), pages, notes, listProblems, known, today };
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
