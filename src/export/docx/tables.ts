/** The two kinds of tables of a paper: labels with values, and columns with headings. Widths in twentieths of a point. */
import { HeightRule, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { joinRuns, plainText, runsOf } from '../../domain/paper.ts';
import type { PaperColumn, PaperPart, PaperRun, PaperText } from '../../domain/paper.ts';
import { FACES } from './fixed-parts.ts';
import type { Setting } from './settings.ts';
import { textLine } from './text-line.ts';
import type { Look, Notes } from './text-line.ts';

/** Twentieths of a point in a millimetre. */
const MM = 1440 / 25.4;
/** Characters in a cell that fit into a few lines. */
const SHORT_CELL = 120;
/** Characters in a table that fit into half a page. */
const SHORT_TABLE = 600;

/** What a part of a paper is set on: the width of the text in twentieths of a point, how the paper is set, and the notes of the file. */
export interface Place {
  width: number;
  setting: Setting;
  notes: Notes;
}

/** Labels with values; they stay on one page where that leaves no hole. */
export function fieldsTable(
  { rows, isRecord = false }: Extract<PaperPart, { kind: 'fields' }>,
  { width, setting: { face, size, distance, labelShare }, notes }: Place,
): Table {
  const label = Math.round(width * labelShare);
  const isShort = !isRecord || rows.map(({ value }) => plainText(value)).join('').length <= SHORT_TABLE;
  const look = isRecord ? { face, size: size.table, distance: distance.table } : { face, size: size.note, distance: distance.note };
  return tableOf(
    [label, width - label],
    rows.map(({ label: name, value }, index) => {
      const isKept = isShort && index < rows.length - 1;
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
  const isShort = rows.flat().map(plainText).join('').length <= SHORT_TABLE;
  const body = rows.map(
    (row, at) =>
      new TableRow({
        // A short row moves to the next page whole; a long one would leave a hole there.
        cantSplit: row.every((text) => plainText(text).length <= SHORT_CELL),
        ...(rowHeight !== undefined && { height: { value: Math.round(rowHeight * MM), rule: HeightRule.ATLEAST } }),
        children: row.map((text, index) => cell(text, widths[index], look, notes, isShort && at < rows.length - 1)),
      }),
  );
  return tableOf(widths, [heading, ...body]);
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
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
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
