/** Runs every content rule over a content folder and gathers what they find. */
import { existsSync } from 'node:fs';
import { isEntryFile, openLibrary, readLibrary } from '../store/library.ts';
import type { Library } from '../store/library.ts';
import type { StoredFile } from '../store/read-content.ts';
import { contextOf, contextOfChange, contextOfFiles, onlyFiles } from './gather-context.ts';
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

/** Checks the content below `root` as of the day `today` (`2026-11-22`); `cacheFolder` is where what was read before is kept, `sound` what was checked. */
export async function checkContent(root: string, today: string, cacheFolder?: string, sound?: SoundFiles): Promise<CheckReport> {
  if (!existsSync(root)) {
    const message = '没有这个文件夹。内容文件夹一般叫 content，里面是各类条目和 vocab 文件夹。';
    const issue: Issue = { file: root, at: undefined, rule: 'unreadable-file', severity: 'error', message };
    return { issues: [issue], entryCount: 0, listCount: 0, errorCount: 1 };
  }
  return checkLibrary(await openLibrary(root, cacheFolder), today, sound);
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
  const context = contextOf(library, today);
  const issues = sound ? runRulesBeside(sound, context) : runRules(context);
  return {
    issues,
    entryCount: files.filter(isEntryFile).length,
    listCount: files.filter((file) => file.folder === 'vocab').length,
    errorCount: issues.filter(stopsBuild).length,
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
  return rules.flatMap((rule) => runRule(rule, context)).sort(byPlace);
}

/** The same, but what one file alone decides is not asked again of a file that was sound. */
function runRulesBeside(sound: SoundFiles, context: LintContext): Issue[] {
  const unsure = onlyFiles(
    context,
    context.files.filter((file) => !sound.has(file)),
  );
  const alone = rules.filter(({ isAlone }) => isAlone).flatMap((rule) => runRule(rule, unsure));
  // Of an entry whose fields do not fit yet, hardly anything was looked at.
  const unfit = context.entries.filter(({ fieldProblems, gaps }) => fieldProblems.length + gaps.length > 0);
  const left = new Set([...alone.map(({ file }) => file), ...unfit.map(({ file }) => file.path)]);
  sound.save(context.files.filter(({ path }) => !left.has(path)));
  return [...alone, ...rules.filter(({ isAlone }) => !isAlone).flatMap((rule) => runRule(rule, context))].sort(byPlace);
}

function runRule(rule: Rule, context: LintContext): Issue[] {
  const { id, severity } = rule;
  const drafts = severity === 'error' && !rule.isOfPublished ? draftsIn(context) : NO_DRAFTS;
  return [...rule.check(context)].map((finding): Issue => ({
    ...finding,
    rule: id,
    severity,
    ...(drafts.has(finding.file) && { isInDraft: true }),
  }));
}

const NO_DRAFTS: ReadonlySet<string> = new Set();
const draftsOf = new WeakMap<LintContext, ReadonlySet<string>>();

/** The files of drafts. */
function draftsIn(context: LintContext): ReadonlySet<string> {
  const drafts = draftsOf.get(context) ?? new Set(context.entries.flatMap(({ isDraft, file }) => (isDraft ? [file.path] : [])));
  draftsOf.set(context, drafts);
  return drafts;
}

function byPlace(a: Issue, b: Issue): number {
  const lines = (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0);
  return compare(a.file, b.file) || lines || compare(a.rule, b.rule);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
