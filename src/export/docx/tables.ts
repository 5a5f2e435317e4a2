/** The two kinds of tables of a paper: labels with values, and columns with headings. Widths in twentieths of a point. */
import { Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { PaperColumn, PaperPart } from '../../domain/paper.ts';
import { FACES } from './fixed-parts.ts';
import type { Setting } from './settings.ts';
import { textLine } from './text-line.ts';
import type { Look } from './text-line.ts';

/** Characters in a cell that fit into a few lines. */
const SHORT_CELL = 120;
/** Characters in a table that fit into half a page. */
const SHORT_TABLE = 600;

/** Labels with values; they stay on one page where that leaves no hole. */
export function fieldsTable(
  { rows, isRecord = false }: Extract<PaperPart, { kind: 'fields' }>,
  width: number,
  { face, size, distance, labelShare }: Setting,
): Table {
  const label = Math.round(width * labelShare);
  const isShort = !isRecord || rows.map(({ value }) => value).join('').length <= SHORT_TABLE;
  const look = isRecord ? { face, size: size.table, distance: distance.table } : { face, size: size.note, distance: distance.note };
  return tableOf(
    [label, width - label],
    rows.map(({ label: name, value }, index) => {
      const isKept = isShort && index < rows.length - 1;
      return new TableRow({
        cantSplit: value.length <= SHORT_CELL,
        children: [cell(name, label, { ...look, face: FACES.heading }, isKept), cell(value, width - label, look, isKept)],
      });
    }),
  );
}

/** Columns with headings, which stand again on every page that the table goes on to; a short table stays on one page. */
export function gridTable(
  columns: readonly PaperColumn[],
  rows: readonly string[][],
  width: number,
  { face, size, distance }: Setting,
): Table {
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.floor((width * column.width) / total));
  const look = { face, size: size.table, distance: distance.table };
  const heading = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, index) => cell(column.heading, widths[index], { ...look, face: FACES.heading }, true)),
  });
  const isShort = rows.flat().join('').length <= SHORT_TABLE;
  const body = rows.map(
    (row, at) =>
      new TableRow({
        // A short row moves to the next page whole; a long one would leave a hole there.
        cantSplit: row.every((text) => text.length <= SHORT_CELL),
        children: row.map((text, index) => cell(text, widths[index], look, isShort && at < rows.length - 1)),
      }),
  );
  return tableOf(widths, [heading, ...body]);
}

function tableOf(columnWidths: number[], rows: TableRow[]): Table {
  const size = columnWidths.reduce((sum, width) => sum + width, 0);
  return new Table({ width: { size, type: WidthType.DXA }, columnWidths, layout: TableLayoutType.FIXED, rows });
}

/** `isKept`: with the row that follows. */
function cell(text: string, width = 0, look: Look, isKept: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: text.split('\n').map((part) => textLine(part, look, { keepNext: isKept })),
  });
}
