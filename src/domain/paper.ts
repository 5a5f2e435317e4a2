/** A document to be printed or saved for Word, before it is either: what is on it, in order. One model, so that screen, paper and file agree. */

export interface Paper {
  title: string;
  /** Stands small under the title: what the paper is not. */
  note?: string;
  isLandscape: boolean;
  /** Stands at the head of every page of what is handed out in a class, which is set smaller than a document for the file. */
  runningHead?: string;
  parts: PaperPart[];
}

export type PaperPart =
  /** `startsPage`: printed from a new page. */
  | { kind: 'heading'; text: string; startsPage?: boolean }
  | { kind: 'subheading'; text: string }
  | { kind: 'paragraph'; text: string }
  /** Small, for where something comes from and what must be said of it. */
  | { kind: 'note'; text: string }
  /** A label with a value; an empty value is a blank line to be filled in by hand. A record of many is set as small as a table. */
  | { kind: 'fields'; rows: { label: string; value: string }[]; isRecord?: boolean }
  | { kind: 'list'; items: string[] }
  /** Ruled lines left empty for the officer. */
  | { kind: 'blank'; lines: number }
  | { kind: 'table'; columns: PaperColumn[]; rows: PaperCell[][] };

export interface PaperColumn {
  heading: string;
  /** Share of the width of the page, in any unit. */
  width: number;
}

/** The text of a cell; `link` is an address for the screen, which paper and file leave out. */
export interface PaperCell {
  text: string;
  link?: string;
}
