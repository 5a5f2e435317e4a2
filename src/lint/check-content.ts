/** Runs every content rule over a content folder and gathers what they find. */
import { existsSync } from 'node:fs';
import { isEntryFile, openLibrary, readLibrary, withChanges } from '../store/library.ts';
import type { Library } from '../store/library.ts';
import type { StoredFile } from '../store/read-content.ts';
import { onlyFiles, partsOf } from './gather-context.ts';
import { stopsBuild } from './rule.ts';
import type { Issue, LintContext, Rule } from './rule.ts';
import { rules } from './rules.ts';

/** Everything a check found, sorted by file and place. */
export interface CheckReport {
  issues: Issue[];
  /** Content files read. */
  entryCount: number;
  /** Controlled lists read. */
  listCount: number;
  /** Errors that stop a build. */
  errorCount: number;
}

/** Checks the content below `root`, which `open` reads, as of the day `today` (`2026-11-22`); `sound` tells what was checked before. */
export async function checkContent(
  root: string,
  today: string,
  open: (root: string) => Promise<Library> = (folder) => openLibrary(folder),
  sound?: SoundFiles,
): Promise<CheckReport> {
  if (!existsSync(root)) {
    const message = '没有这个文件夹。内容文件夹一般叫 content，里面是各类条目和 vocab 文件夹。';
    const issue: Issue = { file: root, at: undefined, rule: 'unreadable-file', severity: 'error', message };
    return { issues: [issue], entryCount: 0, listCount: 0, errorCount: 1 };
  }
  return checkLibrary(await open(root), today, sound);
}

/** Checks files already read. */
export function checkFiles(files: readonly StoredFile[], today: string): CheckReport {
  return checkLibrary(readLibrary(files), today);
}

/** Files in which an earlier check found nothing by what stands in them alone. */
export interface SoundFiles {
  has(file: StoredFile): boolean;
  /** Remembers these and no others. */
  save(files: readonly StoredFile[]): void;
}

/** Checks content already taken in. */
export function checkLibrary(library: Library, today: string, sound?: SoundFiles): CheckReport {
  const { files } = library;
  const issues = runRules(partsOf(library, today), sound);
  return {
    issues,
    entryCount: files.filter(isEntryFile).length,
    listCount: files.filter((file) => file.folder === 'vocab').length,
    errorCount: issues.filter(stopsBuild).length,
  };
}

/** What is wrong with one entry's file as it now is, beside a library read before; in milliseconds, where a whole check takes seconds. */
export function checkChange(library: Library, changed: StoredFile, today: string): Issue[] {
  return checkSome(withChanges(library, [changed]), [changed], today);
}

/** What is wrong with some files of a library, beside all others. */
export function checkSome(library: Library, looked: readonly StoredFile[], today: string): Issue[] {
  // What rules find in other files, such as a number that two of them share, is not these files' fault.
  const paths = new Set(looked.map(({ path }) => path));
  return runRules(partsOf(library, today, looked)).filter(({ file }) => paths.has(file));
}

/** What one file alone decides is not asked again of a file that was sound. */
function runRules(parts: readonly LintContext[], sound?: SoundFiles): Issue[] {
  const unsure = sound
    ? parts.map((part) =>
        onlyFiles(
          part,
          part.files.filter((file) => !sound.has(file)),
        ),
      )
    : parts;
  const run = (contexts: readonly LintContext[], isAlone: boolean) =>
    contexts.flatMap((context) => rules.filter((rule) => (rule.isAlone ?? false) === isAlone).flatMap((rule) => runRule(rule, context)));
  const alone = run(unsure, true);
  if (sound) {
    // Of an entry whose fields do not fit yet, hardly anything was looked at.
    const unfit = parts.flatMap(({ entries }) => entries.filter(({ fieldProblems, gaps }) => fieldProblems.length + gaps.length > 0));
    const left = new Set([...alone.map(({ file }) => file), ...unfit.map(({ file }) => file.path)]);
    sound.save(parts.flatMap(({ files }) => files.filter(({ path }) => !left.has(path))));
  }
  return [...alone, ...run(parts, false)].sort(byPlace);
}

function runRule(rule: Rule, context: LintContext): Issue[] {
  const { id, severity, isOfPublished } = rule;
  const found = [...rule.check(context)].map((finding): Issue => ({ ...finding, rule: id, severity }));
  if (!context.isOfDrafts) return found;
  // What is wrong with all the rest beside drafts is told where it is looked at without them.
  const drafts = new Set(context.files.map(({ path }) => path));
  return found
    .filter(({ file }) => drafts.has(file))
    .map((issue) => (severity === 'error' && !isOfPublished ? { ...issue, isInDraft: true } : issue));
}

function byPlace(a: Issue, b: Issue): number {
  const lines = (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0);
  return compare(a.file, b.file) || lines || compare(a.rule, b.rule);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
