/** The two kinds of tables of a paper: labels with values, and columns with headings. Widths in twentieths of a point. */
import { HeightRule, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { joinRuns, plainText, runsOf } from '../../domain/paper.ts';
import type { PaperColumn, PaperPart, PaperRun, PaperText } from '../../domain/paper.ts';
import { FACES } from './fixed-parts.ts';
import type { Lists } from './lists.ts';
import type { Setting } from './settings.ts';
import { textLine } from './text-line.ts';
import type { Look, Notes } from './text-line.ts';

/** Twentieths of a point in a millimetre. */
const MM = 1440 / 25.4;
/** Characters in a cell that fit into a few lines. */
const SHORT_CELL = 120;
/** A quarter of the height of the text, in twentieths of a point: so much may be left free at the foot of a page for a table to stay whole. */
const SHORT_TABLE = 3200;
/** Twentieths of a point in half a point, in which letters are measured. */
const HALF_POINT = 10;
/** Beside the text of a cell, and above and below it, in twentieths of a point. */
const MARGIN = 80;
const SPACE = 40;

/** What a part of a paper is set on: the width of the text in twentieths of a point, how the paper is set, and the notes and lists of the file. */
export interface Place {
  width: number;
  setting: Setting;
  notes: Notes;
  lists: Lists;
}

/** Labels with values; they stay on one page where that leaves no hole. */
export function fieldsTable(
  { rows, isRecord = false }: Extract<PaperPart, { kind: 'fields' }>,
  { width, setting: { face, size, distance, labelShare }, notes }: Place,
): Table {
  const label = Math.round(width * labelShare);
  const look = isRecord ? { face, size: size.table, distance: distance.table } : { face, size: size.note, distance: distance.note };
  const widths = [label, width - label];
  const isShort = isWithin(
    rows.map(({ label: name, value }) => [name, value]),
    widths,
    look,
  );
  return tableOf(
    widths,
    rows.map(({ label: name, value }, index) => {
      const isKept = isKeptWithNext(index, rows.length, isShort, FIELDS_END);
      return new TableRow({
        cantSplit: plainText(value).length <= SHORT_CELL,
        children: [cell(name, label, { ...look, face: FACES.heading }, notes, isKept), cell(value, width - label, look, notes, isKept)],
      });
    }),
  );
}

/** Columns with headings, which stand again on every page that the table goes on to; a short table stays on one page. */
export function gridTable(
  columns: readonly PaperColumn[],
  rows: readonly PaperText[][],
  { width, setting: { face, size, distance }, notes }: Place,
  rowHeight?: number,
): Table {
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.floor((width * column.width) / total));
  const look = { face, size: size.table, distance: distance.table };
  const heading = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, index) => cell(column.heading, widths[index], { ...look, face: FACES.heading }, notes, true)),
  });
  const isShort = isWithin(rows, widths, look, (rowHeight ?? 0) * MM);
  const body = rows.map(
    (row, at) =>
      new TableRow({
        // A short row moves to the next page whole; a long one would leave a hole there.
        cantSplit: row.every((text) => plainText(text).length <= SHORT_CELL),
        ...(rowHeight !== undefined && { height: { value: Math.round(rowHeight * MM), rule: HeightRule.ATLEAST } }),
        children: row.map((text, index) => cell(text, widths[index], look, notes, isKeptWithNext(at, rows.length, isShort))),
      }),
  );
  return tableOf(widths, [heading, ...body]);
}

/** Rows at the end of a table that stay together; facts end many papers, and the last of them would have a page for themselves. */
const END = 2;
const FIELDS_END = 4;

/** A short table stays whole; of a longer one no row stands alone at the foot or at the head of a page. */
function isKeptWithNext(index: number, count: number, isShort: boolean, end = END): boolean {
  return index < count - 1 && (isShort || index === 0 || index >= count - end);
}

/** Whether rows of texts are a short table, as far as one can tell before they are set. */
function isWithin(rows: readonly (readonly PaperText[])[], widths: readonly number[], { size, distance }: Look, least = 0): boolean {
  const linesOf = (text: PaperText, width = 1) =>
    plainText(text)
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * size * HALF_POINT) / Math.max(1, width - 2 * MARGIN))), 0);
  const heights = rows.map((cells) => {
    const lines = Math.max(1, ...cells.map((text, index) => linesOf(text, widths[index])));
    return Math.max(least, lines * distance + 2 * SPACE);
  });
  return heights.reduce((sum, height) => sum + height, 0) <= SHORT_TABLE;
}

/** A box kept whole, with room to write where it asks for something. */
export function cardTable(
  { title, lines, blanks = [] }: Extract<PaperPart, { kind: 'card' }>,
  { width, setting: { face, size, distance }, notes }: Place,
): Table {
  const look = { face, size: size.body, distance: distance.body };
  const written = blanks.map((label) =>
    textLine(`${label}：`, { ...look, distance: distance.writing }, notes, { border: { bottom: CARD_RULE }, keepNext: true }),
  );
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: [width],
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          new TableCell({
            width: { size: width, type: WidthType.DXA },
            margins: { top: 120, bottom: 160, left: 200, right: 200 },
            children: [
              textLine(title, { ...look, face: FACES.heading }, notes, { keepNext: true }),
              ...lines.map((line) => textLine(line, look, notes)),
              ...written,
            ],
          }),
        ],
      }),
    ],
  });
}

const CARD_RULE = { style: 'single', size: 4, color: '808080' } as const;

function tableOf(columnWidths: number[], rows: TableRow[]): Table {
  const size = columnWidths.reduce((sum, width) => sum + width, 0);
  return new Table({ width: { size, type: WidthType.DXA }, columnWidths, layout: TableLayoutType.FIXED, rows });
}

/** `isKept`: with the row that follows. */
function cell(text: PaperText, width = 0, look: Look, notes: Notes, isKept: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: SPACE, bottom: SPACE, left: MARGIN, right: MARGIN },
    children: linesOf(text).map((line) => textLine(line, look, notes, { keepNext: isKept })),
  });
}

/** The lines of a text, each with its notes. */
function linesOf(text: PaperText): PaperText[] {
  const lines: PaperRun[][] = [[]];
  for (const run of runsOf(text)) {
    const [first = '', ...more] = typeof run === 'string' ? run.split('\n') : [run];
    lines[lines.length - 1]?.push(first);
    lines.push(...more.map((line) => [line]));
  }
  return lines.map(joinRuns);
}
