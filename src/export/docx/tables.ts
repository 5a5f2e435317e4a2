/** The tables of a paper: labels with values, columns with headings, ruled lines, cards. Widths in twentieths of a point. */
import { BorderStyle, HeightRule, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { joinRuns, plainText, runsOf } from '../../domain/paper/paper.ts';
import type { PaperColumn, PaperPart, PaperRun, PaperText } from '../../domain/paper/paper.ts';
import type { Lists } from './lists.ts';
import type { Look, Looks } from './looks.ts';
import { textLine } from './text-line.ts';
import type { Notes } from './text-line.ts';

/** Twentieths of a point in a millimetre. */
const MM = 1440 / 25.4;
/** Characters in a cell that fit into a few lines. */
const SHORT_CELL = 120;
/** Characters beside a label, where a line is long, that may move to the next page whole. */
const SHORT_VALUE = 320;
/** A quarter of the height of the text, in twentieths of a point: so much may be left free at the foot of a page for a table to stay whole. */
const SHORT_TABLE = 3200;
/** A third, for what ends the paper: two rows alone would be its last page. */
const CLOSING_TABLE = 4300;
/** Twentieths of a point in half a point, in which letters are measured. */
const HALF_POINT = 10;
/** Beside the text of a cell, and above and below it, in twentieths of a point. */
const MARGIN = 80;
const SPACE = 40;

/** What a part of a paper is set on: the width of the text in twentieths of a point, a label's share of it, and the looks, notes and lists of the file. */
export interface Place {
  width: number;
  labelShare: number;
  looks: Looks;
  notes: Notes;
  lists: Lists;
}

/** Labels with values; they stay on one page where that leaves no hole. */
export function fieldsTable(
  { rows, isRecord = false }: Extract<PaperPart, { kind: 'fields' }>,
  { width, labelShare, looks, notes }: Place,
  { isLast }: { isLast: boolean },
): Table {
  const label = Math.round(width * labelShare);
  const look = isRecord ? looks.cell : looks.value;
  const widths = [label, width - label];
  const isKept = keptWithNext(
    heightsOf(
      rows.map(({ label: name, value }) => [name, value]),
      widths,
      look,
    ),
    { end: FIELDS_END, isLast },
  );
  return tableOf(
    widths,
    rows.map(({ label: name, value }, index) => {
      const isRowKept = isKept[index] ?? false;
      return new TableRow({
        cantSplit: plainText(value).length <= SHORT_VALUE,
        children: [
          cell(name, label, isRecord ? looks.columnHead : looks.label, notes, isRowKept),
          cell(value, width - label, look, notes, isRowKept),
        ],
      });
    }),
  );
}

/** Columns with headings, which stand again on every page that the table goes on to; a short table stays on one page. `isKept`: with what follows. */
export function gridTable(
  columns: readonly PaperColumn[],
  rows: readonly PaperText[][],
  { width, looks, notes }: Place,
  { rowHeight, isKept: isTableKept, isLast }: { rowHeight?: number | undefined; isKept: boolean; isLast: boolean },
): Table {
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.floor((width * column.width) / total));
  const heading = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, index) => cell(column.heading, widths[index], looks.columnHead, notes, true)),
  });
  const isKept = keptWithNext(heightsOf(rows, widths, looks.cell, (rowHeight ?? 0) * MM), { isTableKept, isLast });
  const body = rows.map(
    (row, at) =>
      new TableRow({
        // A short row moves to the next page whole; a long one would leave a hole there.
        cantSplit: row.every((text) => plainText(text).length <= SHORT_CELL),
        ...(rowHeight !== undefined && { height: { value: Math.round(rowHeight * MM), rule: HeightRule.ATLEAST } }),
        children: row.map((text, index) => cell(text, widths[index], looks.cell, notes, isKept[at] ?? false)),
      }),
  );
  return tableOf(widths, [heading, ...body]);
}

/** Rows at the end of a table that stay together; facts end many papers, and the last of them would have a page for themselves. */
const END = 2;
const FIELDS_END = 4;

/**
 * Which rows stay with the next, the last one with what follows the table if that is wanted: all of a short table; of a longer one the first and those
 * at the end, unless they would leave a hole. `isLast`: nothing follows; as many rows as a last page is worth stay together.
 */
function keptWithNext(heights: readonly number[], { end = END, isTableKept = false, isLast = false } = {}): boolean[] {
  const fits = (some: readonly number[]) => some.reduce((sum, height) => sum + height, 0) <= (isLast ? CLOSING_TABLE : SHORT_TABLE);
  const last = heights.length - 1;
  return heights.map((_, index) => {
    if (index === last) return isTableKept;
    return fits(heights) || (index === 0 && fits(heights.slice(0, 2))) || ((isLast || index > last - end) && fits(heights.slice(index)));
  });
}

/** The heights of rows in twentieths of a point, as far as one can tell before they are set. */
function heightsOf(rows: readonly (readonly PaperText[])[], widths: readonly number[], { size, distance }: Look, least = 0): number[] {
  const linesIn = (text: PaperText, width = 1) =>
    plainText(text)
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * size * HALF_POINT) / Math.max(1, width - 2 * MARGIN))), 0);
  return rows.map((cells) => {
    const lines = Math.max(1, ...cells.map((text, index) => linesIn(text, widths[index])));
    return Math.max(least, lines * distance + 2 * SPACE);
  });
}

/**
 * Lines to write on by hand; a few stay together. Rows, since LibreOffice can leave a heading alone at the foot of a page before empty paragraphs
 * that have borders.
 */
export function ruledTable({ lines }: Extract<PaperPart, { kind: 'blank' }>, { width, looks: { writing }, notes }: Place): Table {
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: [width],
    layout: TableLayoutType.FIXED,
    borders: { top: NO_RULE, left: NO_RULE, right: NO_RULE, bottom: WRITING_RULE, insideHorizontal: WRITING_RULE, insideVertical: NO_RULE },
    rows: Array.from(
      { length: lines },
      (_, index) =>
        new TableRow({
          cantSplit: true,
          height: { value: writing.distance, rule: HeightRule.ATLEAST },
          children: [
            new TableCell({
              width: { size: width, type: WidthType.DXA },
              margins: { left: 0, right: 0 },
              children: [textLine('', writing, notes, { keepNext: lines <= TOGETHER && index < lines - 1 })],
            }),
          ],
        }),
    ),
  });
}

/** So many ruled lines at most belong together and stay on their page. */
const TOGETHER = 10;
const NO_RULE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const WRITING_RULE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;

/** A box kept whole, with room to write where it asks for something. */
export function cardTable({ title, lines, blanks = [] }: Extract<PaperPart, { kind: 'card' }>, { width, looks, notes }: Place): Table {
  const written = blanks.map((label) =>
    textLine(`${label}：`, looks.writing, notes, {
      border: { bottom: CARD_RULE, between: CARD_RULE },
      keepNext: true,
    }),
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
              textLine(title, looks.cardTitle, notes, { keepNext: true }),
              ...lines.map((line) => textLine(line, looks.body, notes)),
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
  return new Table({
    width: { size, type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    margins: { marginUnitType: WidthType.DXA, top: SPACE, bottom: SPACE, left: MARGIN, right: MARGIN },
    rows,
  });
}

/** `isKept`: with the row that follows. */
function cell(text: PaperText, width = 0, look: Look, notes: Notes, isKept: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
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
