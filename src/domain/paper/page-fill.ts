/** What is handed out in a class, page by page: how much of a page some parts take, as far as one can tell before they are set, and room to write on what is left. */
import { partsOfItem, plainText } from './paper.ts';
import type { PaperPart, PaperText } from './paper.ts';

/** A page in rows of its text, and a row in letters; small text has more. */
const PAGE_ROWS = 37;
const ROW_LETTERS = 38;
const SMALL_LETTERS = 43;
/** Rows that a part takes beside its text. */
const EXTRA_ROWS = { heading: 0.5, subheading: 0.3, paragraph: 0, note: -0.1 };
/** A ruled line with its border, a line of small text, and the margins of the row of a table. */
const WRITING_ROWS = 1.54;
const SMALL_ROWS = 0.85;
/** A point hangs: its later lines are shorter. */
const LIST_LETTERS = { text: ROW_LETTERS, usual: 41, small: 41 };
const LIST_ROWS = { text: 1, usual: 0.87, small: 0.77 };
const CELL_ROWS = 0.22;
/** More lines than these under one question look like an examination. */
const MOST_LINES = 9;

/** The title of a paper with the note below it. */
export const TITLE_ROWS = 3.5;

/** Parts that belong together; `isOwn`: they begin a page. */
export interface Block {
  parts: PaperPart[];
  isOwn: boolean;
}

/** Sets blocks on pages: one that has no room left on a page begins the next, and what a page has left is given to the ruled lines on it. */
export function onPages(blocks: readonly Block[], used = 0): PaperPart[] {
  const pages: { parts: PaperPart[]; from: number }[] = [{ parts: [], from: used }];
  let rows = used;
  for (const { parts, isOwn } of blocks) {
    const own = rowsOf(parts);
    const page = pages[pages.length - 1];
    if (page && !(isOwn && page.parts.length + page.from > 0) && rows + own <= PAGE_ROWS) {
      page.parts.push(...parts);
      rows += own;
    } else {
      pages.push({ parts: startingPage(parts), from: 0 });
      rows = own;
    }
  }
  return pages.flatMap(({ parts, from }) => fillPage(parts, from));
}

/** The parts of one page with more ruled lines, as many as it has room for beside the rows that are `used`; parts of several pages stay as they are. */
export function fillPage(parts: readonly PaperPart[], used = 0): PaperPart[] {
  const lines = parts.map((part) => (part.kind === 'blank' ? part.lines : 0));
  let left = PAGE_ROWS - used - rowsOf(parts);
  for (let round = 0; round < MOST_LINES; round += 1) {
    for (const [at, count] of lines.entries()) {
      if (count === 0 || count >= MOST_LINES || left < WRITING_ROWS) continue;
      lines[at] = count + 1;
      left -= WRITING_ROWS;
    }
  }
  return parts.map((part, at) => (part.kind === 'blank' ? { ...part, lines: lines[at] ?? part.lines } : part));
}

/** Whether parts have room on a page of their own. */
export function fitsPage(parts: readonly PaperPart[]): boolean {
  return rowsOf(parts) <= PAGE_ROWS;
}

/** The ruled lines that a page still holds. */
export function linesLeft(parts: readonly PaperPart[]): number {
  return Math.max(0, Math.floor((PAGE_ROWS - rowsOf(parts)) / WRITING_ROWS));
}

/** Rows of a paragraph of small text. */
export function rowsOfText(text: PaperText, letters = SMALL_LETTERS, row = SMALL_ROWS): number {
  return Math.ceil(plainText(text).length / letters) * row;
}

/** How many rows some parts take. */
export function rowsOf(parts: readonly PaperPart[]): number {
  return parts.reduce((sum, part) => sum + rowsOfPart(part), 0);
}

function rowsOfPart(part: PaperPart): number {
  switch (part.kind) {
    case 'heading':
    case 'subheading':
    case 'paragraph':
    case 'note':
      return Math.ceil((plainText(part.text).length + 2) / ROW_LETTERS) + EXTRA_ROWS[part.kind];
    case 'blank':
      return part.lines * WRITING_ROWS;
    case 'list': {
      const { look = 'usual' } = part;
      const rowsOfItem = (item: PaperPart) =>
        'text' in item ? rowsOfText(item.text, LIST_LETTERS[look], LIST_ROWS[look]) : rowsOfPart(item);
      return part.items.flatMap(partsOfItem).reduce((sum, item) => sum + rowsOfItem(item), 0);
    }
    case 'table': {
      const total = part.columns.reduce((sum, { width }) => sum + width, 0);
      const letters = part.columns.map(({ width }) => Math.max(1, Math.floor((SMALL_LETTERS * width) / total) - 1));
      const cells = [part.columns.map(({ heading }) => ({ text: heading })), ...part.rows];
      return cells.reduce((sum, row) => sum + Math.max(...row.map(({ text }, at) => rowsOfText(text, letters[at]))) + CELL_ROWS, 0);
    }
    case 'fields':
      return part.rows.reduce((sum, { value }) => sum + Math.max(SMALL_ROWS, rowsOfText(value)) + CELL_ROWS, 0);
    // Neither stands on a page that is written on.
    case 'card':
    case 'contents':
      return 0;
  }
}

function startingPage([first, ...more]: readonly PaperPart[]): PaperPart[] {
  if (!first) return [];
  return first.kind === 'heading' || first.kind === 'subheading' ? [{ ...first, startsPage: true }, ...more] : [first, ...more];
}
