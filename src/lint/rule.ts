/** What a content rule is, and what it gets to see. */
import type { Position } from '../markdown/position.ts';
import type { StoredFile } from '../store/read-content.ts';
import type { FieldProblem } from '../schema/messages.ts';
import type { StoredPage } from '../store/library.ts';
import type { KnownFacts } from './known-facts.ts';
import type { LintEntry, LintNote, Written } from './lint-entry.ts';

/** One thing a rule found. `at` is `undefined` where no place can be named. */
export interface Finding {
  file: string;
  at: Position | undefined;
  message: string;
}

/** A finding with the rule that made it. */
export interface Issue extends Finding {
  rule: string;
  severity: 'error' | 'warning';
  /** An error in a draft, which readers do not get. */
  isInDraft?: true;
}

/** Whether it stops a build: an error in a draft keeps that draft from going out, and nothing else. */
export function stopsBuild({ severity, isInDraft }: Issue): boolean {
  return severity === 'error' && isInDraft === undefined;
}

/** What is to be checked, and what is known beside it. */
export interface LintContext {
  /** The files to check: all of them, or the one that has changed. */
  files: readonly StoredFile[];
  /** The entries of these files. */
  entries: readonly LintEntry[];
  /** The pages of the site's own prose among these files. */
  pages: readonly (StoredPage & Written)[];
  /** The unit's own notes among these files. */
  notes: readonly LintNote[];
  /** What is wrong with the fields of the controlled lists. */
  listProblems: { file: StoredFile; problem: FieldProblem }[];
  /** What all files say, whether they are to be checked or not. */
  known: KnownFacts;
  /** They are drafts, which readers do not get. */
  isOfDrafts?: true;
  /** The day of the check, `2026-11-22`. */
  today: string;
}

export interface Rule {
  /** Permanent; the same as the file's name. */
  id: string;
  severity: Issue['severity'];
  /** What it says of a file depends on that file alone, so that a file found sound stays so. */
  isAlone?: true;
  /** What it finds in a draft is wrong with what readers have already. */
  isOfPublished?: true;
  /** One sentence for the author manual. */
  docs: string;
  check(context: LintContext): Iterable<Finding>;
  /** Run as tests: `ok` gives no finding of any rule, `notOk` gives findings of this rule alone. */
  examples: { ok: Example[]; notOk: Example[] };
}

/** A change to a sound set of content; the entry changed is `practices/example.mdx` unless `file` names another. */
export interface Example {
  file?: string;
  /** Frontmatter fields to set; `undefined` removes a field. */
  fields?: Record<string, unknown>;
  /** The whole body. */
  body?: string;
  /** A change to the text of the file after that. */
  replace?: [from: string, to: string];
  /** Another name for the file, below the content folder. */
  renamedTo?: string;
}

/** Where an editor opens a file whose name, not its text, is at fault. */
export const WHOLE_FILE: Position = { line: 1, column: 1 };

/** A finding at a field of an entry. */
export function atField(entry: LintEntry, path: readonly PropertyKey[], message: string): Finding {
  return { file: entry.file.path, at: entry.file.yaml?.valueAt(path), message };
}

/** Whether the schema already complained about the field at `path` or about something in it. */
export function hasFieldProblem(entry: LintEntry | LintNote, path: readonly PropertyKey[]): boolean {
  if (entry.fieldProblems.length === 0) return false;
  const key = path.join('.');
  return entry.fieldProblems.some((problem) => problem.path.join('.') === key);
}
