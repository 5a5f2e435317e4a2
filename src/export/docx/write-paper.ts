/**
 * A paper as a Word file, laid out after GB/T 9704 (A4, margins 37/35/28/26 mm, 仿宋 body, 黑体 headings) without what only an authority may
 * put on a document: no red head, no number, no seal. The same paper gives the same bytes. Loaded on demand: the library is large.
 */
import {
  AlignmentType,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { IParagraphOptions, IRunOptions, ISectionOptions } from 'docx';
import type { Paper, PaperColumn, PaperPart } from '../../domain/paper.ts';
import { CORE_PROPERTIES, FONT_TABLE } from './fixed-parts.ts';
import { FACES } from './fixed-parts.ts';
import { withFixedDates } from './zip-dates.ts';

/** The type of a Word file. */
export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Twentieths of a point in a millimetre. */
const MM = 1440 / 25.4;
const A4 = { short: 210, long: 297 };
/** GB/T 9704: 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm. */
const MARGIN = { top: 37, bottom: 35, left: 28, right: 26 };

/** Sizes in half points: 二号, 三号, 四号, 五号. */
const SIZE = { title: 44, body: 32, note: 28, table: 21 };
/** Fixed distance of lines in twentieths of a point: 22 lines a page. */
const LINE = { title: 700, body: 560, table: 320 };
/** Characters in a cell that fit into a few lines. */
const SHORT = 120;
const RULE = { style: 'single', size: 4, color: '000000' } as const;

/** The bytes of a Word file. */
export async function writePaper(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const width = Math.round((paper.isLandscape ? A4.long - MARGIN.top - MARGIN.bottom : A4.short - MARGIN.left - MARGIN.right) * MM);
  const document = new Document({ sections: [sectionOf(paper, width)] });
  const fixed = [
    { path: 'docProps/core.xml', data: CORE_PROPERTIES },
    { path: 'word/fontTable.xml', data: FONT_TABLE },
  ];
  return withFixedDates(new Uint8Array(await Packer.toArrayBuffer(document, undefined, fixed)));
}

function sectionOf(paper: Paper, width: number): ISectionOptions {
  const { top, right, bottom, left } = paper.isLandscape
    ? { top: MARGIN.left, right: MARGIN.bottom, bottom: MARGIN.right, left: MARGIN.top }
    : MARGIN;
  return {
    properties: {
      page: {
        size: {
          width: Math.round(A4.short * MM),
          height: Math.round(A4.long * MM),
          orientation: paper.isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { top: Math.round(top * MM), right: Math.round(right * MM), bottom: Math.round(bottom * MM), left: Math.round(left * MM) },
      },
    },
    footers: { default: new Footer({ children: [pageNumber()] }) },
    children: [
      line(
        paper.title,
        { font: 'title', size: SIZE.title, distance: LINE.title, bold: true },
        { alignment: AlignmentType.CENTER, spacing: { after: 200 } },
      ),
      ...(paper.note ? [line(paper.note, { font: 'note', size: SIZE.note }, { spacing: { after: 200 } })] : []),
      ...paper.parts.flatMap((part) => partOf(part, width)),
    ],
  };
}

function partOf(part: PaperPart, width: number): (Paragraph | Table)[] {
  switch (part.kind) {
    case 'heading':
      return [
        line(part.text, { font: 'heading' }, { keepNext: true, pageBreakBefore: part.startsPage ?? false, spacing: { before: 160 } }),
      ];
    case 'subheading':
      return [line(part.text, { font: 'note', bold: true }, { keepNext: true, spacing: { before: 120 } })];
    case 'note':
      return [line(part.text, { font: 'note', size: SIZE.note, distance: LINE.body - 120 }, { spacing: { before: 60 } })];
    case 'paragraph':
      return [line(part.text, {}, { indent: { firstLine: SIZE.body * 20 } })];
    case 'list':
      return part.items.map((item) => line(item, { size: SIZE.note, distance: LINE.body - 60 }));
    case 'blank':
      return Array.from({ length: part.lines }, () => line('', {}, { border: { bottom: RULE, between: RULE } }));
    case 'fields':
      return [fieldsTable(part.rows, width)];
    case 'table':
      return [
        table(
          part.columns,
          part.rows.map((row) => row.map(({ text }) => text)),
          width,
        ),
      ];
  }
}

function fieldsTable(rows: readonly { label: string; value: string }[], width: number): Table {
  const widths = [Math.round(width * 0.24), width - Math.round(width * 0.24)];
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: rows.map(
      ({ label, value }) =>
        new TableRow({ cantSplit: true, children: [cell(label, widths[0], SIZE.note, 'heading'), cell(value, widths[1], SIZE.note)] }),
    ),
  });
}

function table(columns: readonly PaperColumn[], rows: readonly string[][], width: number): Table {
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.floor((width * column.width) / total));
  const heading = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, index) => cell(column.heading, widths[index], SIZE.table, 'heading')),
  });
  // A short row moves to the next page whole; a long one would leave a hole there.
  const isShort = (row: readonly string[]) => row.every((text) => text.length <= SHORT);
  const body = rows.map(
    (row) => new TableRow({ cantSplit: isShort(row), children: row.map((text, index) => cell(text, widths[index], SIZE.table)) }),
  );
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [heading, ...body],
  });
}

function cell(text: string, width = 0, size: number, font: Face = 'body'): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: text.split('\n').map((part) => line(part, { size, font, distance: size === SIZE.table ? LINE.table : LINE.body - 120 })),
  });
}

type Face = keyof typeof FACES;

interface Look {
  font?: Face;
  /** Half points. */
  size?: number;
  /** Of lines, in twentieths of a point. */
  distance?: number;
  bold?: boolean;
}

function line(
  text: string,
  { font = 'body', size = SIZE.body, distance = LINE.body, bold = false }: Look,
  more: IParagraphOptions = {},
): Paragraph {
  const look: IRunOptions = { text: cleaned(text), size, bold, font: FACES[font] };
  const run = new TextRun(look);
  return new Paragraph({ ...more, spacing: { line: distance, lineRule: LineRuleType.AT_LEAST, ...more.spacing }, children: [run] });
}

/** — 1 —, as on official paper; the number is a page field, the only field of the file. */
function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: SIZE.note, font: FACES.title })],
  });
}

/** Control characters make a file that Word refuses; they can only come from an address. */
function cleaned(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ');
}
