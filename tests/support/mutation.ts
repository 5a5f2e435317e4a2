/** What a mutation of an entry is, and what becomes of it. */
import type { EntryDraft } from './entry-draft.ts';
import type { Random } from './seeded-random.ts';

/** A changed file with what a reader of it would say. */
export interface Mutation {
  /** Another place for the file; the draft's own when missing. */
  place?: string;
  content: string | Uint8Array;
  /** Index of the line of the fault in the changed file; more than one where the fault shows in several. Empty when the change is none. */
  lines: number[];
  /** In words, for the list of what was missed. */
  what: string;
}

/** A way of going wrong. */
export interface Operator {
  name: string;
  /** A mutation, or nothing when the draft has no place for it. */
  apply(draft: EntryDraft, random: Random, world: World): Mutation | undefined;
}

/** What operators know beside the one draft. */
export interface World {
  drafts: readonly EntryDraft[];
  /** Whether the field at a path may be missing, as the published JSON schema says. */
  isRequired(draft: EntryDraft, path: readonly (string | number)[]): boolean;
  /** The closed list of values at a path, when there is one. */
  choicesAt(draft: EntryDraft, path: readonly (string | number)[]): string[] | undefined;
  /** The names that may stand beside the field at a path. */
  namesAt(draft: EntryDraft, path: readonly (string | number)[]): string[];
}

/** The draft with some lines replaced by others; the fault is where `lines` say, by default on the first of them. */
export function withLines(draft: EntryDraft, start: number, count: number, replacement: string[], what: string, lines = [start]): Mutation {
  return { content: draft.lines.toSpliced(start, count, ...replacement).join('\n'), lines, what };
}

/** The draft with one written value replaced on its line. */
export function withValue(
  draft: EntryDraft,
  { line, column, written }: { line: number; column: number; written: string },
  value: string,
): Mutation {
  const text = draft.lines[line] ?? '';
  const changed = text.slice(0, column) + value + text.slice(column + written.length);
  return withLines(draft, line, 1, [changed], `${text.trim()} → ${changed.trim()}`);
}
