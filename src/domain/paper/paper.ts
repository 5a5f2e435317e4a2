/** A document to be printed or saved for Word, before it is either: what is on it, in order. One model, so that screen, paper and file agree. */

export interface Paper {
  title: string;
  /** Stands small under the title: what the paper is not. */
  note?: string;
  isLandscape: boolean;
  /** Set small, because it is to stand on so many pages as it says. */
  isDense?: boolean;
  /** Stands beside the number of every page: what nobody may miss who has one sheet of it. */
  foot?: string;
  /** Stands at the head of every page of what is handed out in a class, which is set smaller than a document for the file. */
  runningHead?: string;
  parts: PaperPart[];
}

/** A text of a paper; a list of runs where notes stand in it. */
export type PaperText = string | readonly PaperRun[];

/** Plain text, or the text of a note, which a Word file has at the foot of its page. */
export type PaperRun = string | { note: string };

/** A text with what it rests on in a note behind it; without one when there is nothing to say. */
export function noted(text: string, note: string): PaperText {
  return note ? [text, { note }] : text;
}

/** Texts and runs as one, neighbours that are plain text joined. */
export function joinRuns(runs: readonly PaperRun[]): PaperText {
  const joined: PaperRun[] = [];
  for (const run of runs) {
    const last = joined[joined.length - 1];
    if (typeof run === 'string' && typeof last === 'string') joined[joined.length - 1] = last + run;
    else if (run !== '') joined.push(run);
  }
  const [only = '', ...more] = joined;
  return more.length === 0 && typeof only === 'string' ? only : joined;
}

/** The runs of a text. */
export function runsOf(text: PaperText): readonly PaperRun[] {
  return typeof text === 'string' ? [text] : text;
}

/** A text with its notes in brackets, where a paper is shown and not filed. */
export function plainText(text: PaperText): string {
  return runsOf(text)
    .map((run) => (typeof run === 'string' ? run : `［${run.note}］`))
    .join('');
}

export type PaperPart =
  /** `startsPage`: printed from a new page; `foot` then stands beside the number of that page and of those after it, up to the next heading that starts one. */
  | { kind: 'heading'; text: string; startsPage?: boolean; foot?: string }
  | { kind: 'subheading'; text: string; startsPage?: boolean }
  | { kind: 'paragraph'; text: PaperText }
  /** Small, for where something comes from and what must be said of it. */
  | { kind: 'note'; text: string }
  /** A label with a value; an empty value is a blank line to be filled in by hand. A record of many is set as small as a table. */
  | { kind: 'fields'; rows: PaperField[]; isRecord?: boolean }
  | PaperList
  /** Ruled lines left empty for the officer. */
  | { kind: 'blank'; lines: number }
  /** `rowHeight`: least height of the rows below the heading in millimetres, for what is filled in by hand. */
  | { kind: 'table'; columns: PaperColumn[]; rows: PaperCell[][]; rowHeight?: number }
  /** A box with a line round it, kept whole, to be cut out; `blanks` are labels with a line to write on. */
  | { kind: 'card'; title: string; lines: string[]; blanks?: string[] }
  /** The table of contents, which the program makes from the headings. */
  | { kind: 'contents' };

/** Parts that follow one another without a forced new page, with what stands at the foot of their pages. */
export interface PaperRunOfPages {
  foot: string;
  startsPage: boolean;
  parts: PaperPart[];
}

/** The parts of a paper by the pages that they start: where nothing must be said of a page, all up to the next that has something. */
export function byFoot(parts: readonly PaperPart[]): PaperRunOfPages[] {
  const runs: PaperRunOfPages[] = [];
  for (const [index, part] of parts.entries()) {
    const last = runs[runs.length - 1];
    // The first page begins with the title.
    const startsPage = index > 0 && 'startsPage' in part && (part.startsPage ?? false);
    const foot = part.kind === 'heading' && (startsPage || index === 0) ? (part.foot ?? '') : (last?.foot ?? '');
    if (last?.foot === foot && (foot === '' || !startsPage)) last.parts.push(part);
    else runs.push({ foot, startsPage, parts: [part] });
  }
  return runs;
}

const LED_IN = new Set<PaperPart['kind']>(['blank', 'table', 'fields', 'list']);

/** Whether a part stays with the next: a question with the lines for its answer, a lead-in with its table or list. */
export function isLeadIn(part: PaperPart, next: PaperPart | undefined): boolean {
  if (next === undefined || (part.kind !== 'paragraph' && part.kind !== 'note')) return false;
  return LED_IN.has(next.kind) || (part.kind === 'paragraph' && next.kind === 'note');
}

/** Points of a list, which the program that opens the file numbers; without a mark they stand as they are. */
export interface PaperList {
  kind: 'list';
  mark?: ListMark;
  /** The number of the first point, as its author began; 1 where nothing is said. */
  from?: number;
  /** Set like running text, or as small as a table; usually between the two, hanging. */
  look?: 'text' | 'small' | 'usual';
  items: PaperItem[];
}

/** What stands before each point: `·`, `1．`, `[1]`. */
export type ListMark = 'point' | 'number' | 'bracket';

/** A point: its text, or what it is made of where that is more: several paragraphs, lists in it. */
export type PaperItem = PaperText | readonly PaperPart[];

/** What a point is made of. */
export function partsOfItem(item: PaperItem): readonly PaperPart[] {
  return isParts(item) ? item : [{ kind: 'paragraph', text: item }];
}

/** Whether a point is made of more than a text. */
export function isParts(item: PaperItem): item is readonly PaperPart[] {
  const [first] = typeof item === 'string' ? [] : item;
  return typeof first === 'object' && 'kind' in first;
}

/** What stands before a point where it is shown as text; empty without a mark. */
export function markOf({ mark, from = 1 }: PaperList, index: number): string {
  switch (mark) {
    case 'point':
      return '· ';
    case 'number':
      return `${from + index}．`;
    case 'bracket':
      return `[${from + index}] `;
    default:
      return '';
  }
}

export interface PaperField {
  label: string;
  value: PaperText;
}

export interface PaperColumn {
  heading: string;
  /** Share of the width of the page, in any unit. */
  width: number;
}

/** The text of a cell; `link` is an address for the screen, which paper and file leave out. */
export interface PaperCell {
  text: PaperText;
  link?: string;
}
