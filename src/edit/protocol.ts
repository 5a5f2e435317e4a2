/** What the desk and the browser tell each other: plain data, known to both sides. */
import type { TimeStyle } from '../schema/dates.ts';
import type { NOTES_FOLDER } from '../schema/local-notes.ts';
import type { CollectionName } from '../schema/number.ts';
import type { Remark } from '../schema/remarks.ts';
import type { FieldGroup, FieldPath, FieldValue } from '../store/write-yaml.ts';

export type { FieldGroup, FieldPath, FieldValue };

/** What has forms on the desk: the collections, and a unit's own notes on their entries. */
export type DeskCollection = CollectionName | typeof NOTES_FOLDER;

/** A field of a form, with its name in the file. */
export interface FormField {
  name: string;
  label: string;
  /** What to write, beside the label; may be empty. */
  help: string;
  isRequired: boolean;
  control: Control;
}

export type Control =
  | { kind: 'text'; most?: number; isAddress?: boolean; time?: TimeStyle }
  | { kind: 'number'; isWhole: boolean }
  | { kind: 'check' }
  | { kind: 'date'; isPartial: boolean }
  /** One of a few words. */
  | { kind: 'choice'; options: string[] }
  /** An item of a controlled list, by its name. */
  | { kind: 'listed'; list: string }
  /** Another entry, by its title; of any collection for an empty list. */
  | { kind: 'entry'; collections: CollectionName[] }
  | { kind: 'cite' }
  | { kind: 'list'; item: Control; itemLabel: string; least: number; most?: number }
  | { kind: 'group'; fields: FormField[] }
  /** A value, or one of the words for what is not known. */
  | { kind: 'known'; unknown: string[]; of: Control }
  | { kind: 'either'; options: { label: string; control: Control }[] };

/** A part of a form with a heading. */
export interface FormSection {
  heading: string;
  fields: FormField[];
}

/** An entry in the list of the desk. */
export interface DeskRow {
  /** `tolerance/wuhua`: the file below the content folder, without its extension. */
  place: string;
  collection: DeskCollection;
  id: string;
  title: string;
  state: EntryState;
  errors: number;
  /** Of these, how many keep the site from being made anew. */
  stops: number;
  warnings: number;
  updated: string;
  /** Of a reviewer, to be seen to before it goes out. */
  remarks: number;
  /** The last day on which it was saved or brought in at this computer; empty when it was not. */
  here: string;
  /** Why it is to be looked at again by now; empty when it is not. */
  due: string;
  /** There are changes that have not been saved. */
  isChanged: boolean;
  /** It is to go out, and nobody has signed it off; known once all is checked. */
  isUnsigned: boolean;
  /** Another desk over the same folder has changes that have not been saved. */
  isElsewhere: boolean;
}

/** A draft is ready when nothing keeps it from being published. */
export type EntryState = '草稿' | '可以发布' | '已发布' | '已退出';

export interface DeskList {
  rows: DeskRow[];
  /** The findings of all entries are known. */
  isChecked: boolean;
  collections: { name: DeskCollection; title: string }[];
  today: string;
}

/** A controlled list, with the form of its items. */
export interface DeskVocabulary {
  name: string;
  title: string;
  note: string;
  fields: FormField[];
  items: FieldGroup[];
}

/** An item of a list was written, or would break something. */
export type ListSaved = { kind: 'saved'; list: DeskVocabulary } | { kind: 'refused'; problems: string[] };

/** A place in a table with what is wrong there. */
export interface TableProblem {
  sheet: string;
  cell: string;
  message: string;
}

/** An entry that stands otherwise than its row in the table: changed by hand since, or taken away. */
export interface HeldRow {
  id: string;
  title: string;
  /** `tolerance/wuhua` */
  place: string;
  row: number;
  isGone: boolean;
  /** What taking the table's words would change in the file. */
  lines: DiffLine[];
}

/** A table as it was read, and what bringing it in does or has done. */
export interface TableLook {
  kind: 'table';
  collection: CollectionName;
  rows: number;
  /** What was read in each column that holds more than words. */
  columns: string[];
  notes: string[];
  problems: TableProblem[];
  reminders: TableProblem[];
  /** Rows without a problem. */
  good: number;
  fresh: number;
  updated: number;
  same: number;
  held: HeldRow[];
  isWritten: boolean;
  /** What has been written. */
  written: { place: string; id: string; title: string }[];
}

/** A document as it was read: the draft that it becomes. */
export interface DocumentLook {
  kind: 'document';
  collection: CollectionName;
  id: string;
  title: string;
  place: string;
  notes: string[];
  /** Fields that stand open. */
  open: string[];
  isWritten: boolean;
}

/** A file whose collection cannot be told from it. */
export interface UnnamedLook {
  kind: 'unnamed';
}

export type ImportLook = TableLook | DocumentLook | UnnamedLook;

/** Entries went out, or something keeps one of them back and none went out. */
export type SignedOff = { kind: 'signed'; ids: string[] } | { kind: 'refused'; problems: { id: string; place: string; message: string }[] };

/** What pickers choose from. */
export interface DeskChoices {
  entries: { id: string; title: string; collection: CollectionName }[];
  lists: Record<string, { value: string; label: string; note: string }[]>;
}

/** What can be cited. */
export interface DeskSources {
  documents: { id: string; name: string; title: string; paragraphs: { n: number; heading: string; gist: string; sentences: number }[] }[];
  policies: { id: string; title: string; clauses: { anchor: string; no: string; gist: string }[] }[];
  publicSources: { id: string; title: string; publisher: string; date: string; seen: string }[];
  ownDocuments: { id: string; title: string; facts: string; isInternal: boolean; parts: { at: string; name: string; gist: string }[] }[];
}

/** A finding, at its field. */
export interface DeskFinding {
  /** From the outside in; empty for what concerns the file or the body. */
  path: FieldPath;
  on: 'field' | 'body' | 'file';
  line: number | undefined;
  rule: string;
  isError: boolean;
  /** While it stands in the file, the site is not made anew; an error in a draft keeps that draft back alone. */
  stopsSite: boolean;
  message: string;
}

/** What is noted above a field in the file, such as the original of an imported draft. */
export interface FieldNote {
  path: FieldPath;
  text: string;
}

/** Changes to an entry that another desk over the same folder has not saved yet. */
export interface ElsewhereDraft {
  /** Which desk, in words. */
  desk: string;
  /** When the first of them was made, as a time in UTC. */
  begun: string;
}

/** An entry on the desk, as it now is. */
export interface DeskEntry {
  place: string;
  collection: DeskCollection;
  /** Grows with every change: a window that knows an older one has missed something. */
  revision: number;
  /** Missing when the fields cannot be read; then only the whole text can be changed. */
  data: FieldGroup | undefined;
  body: string;
  /** The whole text of the file. */
  text: string;
  findings: DeskFinding[];
  notes: FieldNote[];
  /** What reviewers have remarked and nobody has seen to yet. */
  remarks: Remark[];
  isChanged: boolean;
  canUndo: boolean;
  canRedo: boolean;
  /** When the changes were begun that this desk has found and taken up again, as a time in UTC. */
  takenUpFrom: string | undefined;
  /** Several ended desks had left changes of this entry: what they differ in is had back by undoing. */
  isJoined: boolean;
  elsewhere: ElsewhereDraft[];
  /** Somebody else has changed the file since it was opened. */
  isOvertaken: boolean;
}

export type Change =
  | { path: FieldPath; value?: FieldValue }
  | { body: string }
  | { text: string }
  /** A reviewer's remark, or that the one at a place has been seen to. */
  | { remark: { by: string; text: string } }
  | { answered: number };

export interface DiffLine {
  kind: 'same' | 'old' | 'new' | 'gap';
  text: string;
  /** In the new text; of lines that go, in the old one. */
  line: number | undefined;
}

/** A field that has changed, in words. */
export interface ToldChange {
  label: string;
  before: string;
  after: string;
}

/** What saving would write. */
export interface SavingLook {
  /** Empty for an entry that has no file yet: all of it is new. */
  changes: ToldChange[];
  lines: DiffLine[];
}

/** A field that two have changed. */
export interface Clash {
  path: FieldPath;
  /** The field in words. */
  label: string;
  before: string;
  theirs: string;
  mine: string;
}

/** What has happened to a file that somebody else has changed. */
export interface Overtaking {
  /** The file is not there any more. */
  isGone: boolean;
  theirs: DiffLine[];
  /** Fields that only this desk has changed, in words. */
  kept: string[];
  clashes: Clash[];
}

/** What another name of an entry's file would do, in words; nothing has been done. */
export interface Renaming {
  /** The address as it is, and as it would be. */
  from: string;
  to: string;
  /** A name made from the title as it now is; empty when the entry has it. */
  suggested: string;
  /** Why it cannot be; empty when it can. */
  problem: string;
  /** Empty while it is the name that the entry has. */
  steps: string[];
  /** The ledger keeps why an address has changed. */
  asksWhy: boolean;
}

export type Saved = { kind: 'saved'; entry: DeskEntry } | { kind: 'overtaken'; overtaking: Overtaking };
