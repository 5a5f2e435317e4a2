/** Runs every content rule over a content folder and gathers what they find. */
import { existsSync } from 'node:fs';
import { isEntryFile, openLibrary, readLibrary } from '../store/library.ts';
import type { Library } from '../store/library.ts';
import type { StoredFile } from '../store/read-content.ts';
import { contextOf, contextOfChange, contextOfFiles } from './gather-context.ts';
import type { Issue, LintContext } from './rule.ts';
import { rules } from './rules.ts';

/** Everything a check found, sorted by file and place. */
export interface CheckReport {
  issues: Issue[];
  /** Content files read. */
  entryCount: number;
  /** Controlled lists read. */
  listCount: number;
  errorCount: number;
}

/** Checks the content below `root` as of the day `today` (`2026-11-22`); `cacheFolder` is where bodies read before are kept. */
export async function checkContent(root: string, today: string, cacheFolder?: string): Promise<CheckReport> {
  if (!existsSync(root)) {
    const message = '没有这个文件夹。内容文件夹一般叫 content，里面是各类条目和 vocab 文件夹。';
    const issue: Issue = { file: root, at: undefined, rule: 'unreadable-file', severity: 'error', message };
    return { issues: [issue], entryCount: 0, listCount: 0, errorCount: 1 };
  }
  return checkLibrary(await openLibrary(root, cacheFolder), today);
}

/** Checks files already read. */
export function checkFiles(files: readonly StoredFile[], today: string): CheckReport {
  return checkLibrary(readLibrary(files), today);
}

/** Checks content already taken in. */
export function checkLibrary(library: Library, today: string): CheckReport {
  const { files } = library;
  const issues = runRules(contextOf(library, today));
  return {
    issues,
    entryCount: files.filter(isEntryFile).length,
    listCount: files.filter((file) => file.folder === 'vocab').length,
    errorCount: issues.filter((issue) => issue.severity === 'error').length,
  };
}

/** What is wrong with one entry's file as it now is, beside a library read before; in milliseconds, where a whole check takes seconds. */
export function checkChange(library: Library, changed: StoredFile, today: string): Issue[] {
  return runRules(contextOfChange(library, changed, today));
}

/** What is wrong with some files of a library, beside all others. */
export function checkSome(library: Library, looked: readonly StoredFile[], today: string): Issue[] {
  return runRules(contextOfFiles(library, looked, today));
}

function runRules(context: LintContext): Issue[] {
  const issues = rules.flatMap((rule) =>
    [...rule.check(context)].map((finding): Issue => ({ ...finding, rule: rule.id, severity: rule.severity })),
  );
  return issues.sort(byPlace);
}

function byPlace(a: Issue, b: Issue): number {
  const lines = (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0);
  return compare(a.file, b.file) || lines || compare(a.rule, b.rule);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
