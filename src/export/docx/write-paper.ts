/**
 * A paper as a Word file, without what only an authority may put on a document: no red head, no number, no seal. The same paper gives the same
 * bytes. Loaded on demand: the library is large.
 */
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx';
import type { IPropertiesOptions, ISectionOptions, Table } from 'docx';
import { isLeadIn, partsOfItem, plainText } from '../../domain/paper/paper.ts';
import type { Paper, PaperList, PaperPart } from '../../domain/paper/paper.ts';
import { coreProperties, FACES, FONT_TABLE } from './fixed-parts.ts';
import { Lists } from './lists.ts';
import { DOCUMENT, HANDOUT } from './settings.ts';
import type { Setting } from './settings.ts';
import { cardTable, fieldsTable, gridTable, ruledTable } from './tables.ts';
import type { Place } from './tables.ts';
import { Notes, textLine } from './text-line.ts';
import { withOwnMarks } from './toc-marks.ts';
import { withFixedDates } from './zip-dates.ts';

/** The type of a Word file. */
export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Twentieths of a point in a millimetre. */
const MM = 1440 / 25.4;
const A4 = { short: 210, long: 297 };
/** Characters of a point that is not broken at the end of a page: some three lines. */
const SHORT_POINT = 90;
/** Of footnotes, 小五 throughout: half points, and twentieths of a point. */
const FOOTNOTE = { size: 18, distance: 260 };
/** Of the numbers of footnotes before they are raised: large enough beside 三号, not too large in a table. */
const MARK_SIZE = 26;
/** Proofs the text as Chinese. Letters and digits called Chinese too would be broken anywhere at the end of a line, by LibreOffice at least. */
const LANGUAGE = { value: 'en-US', eastAsia: 'zh-CN' };
const RULE = { style: 'single', size: 4, color: '000000' } as const;

/** The bytes of a Word file. */
export async function writePaper(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const setting = paper.runningHead === undefined ? DOCUMENT : HANDOUT;
  const notes = new Notes();
  // The parts take their notes as they are set, so the notes are known when the section is.
  const sections = [sectionOf(paper, setting, notes)];
  const footnoteReference = { run: { size: MARK_SIZE, superScript: true } };
  const document = new Document({
    sections,
    footnotes: footnotesOf(notes, setting),
    styles: { default: { document: { run: { language: LANGUAGE } }, ...headingStyles(setting), footnoteReference } },
  });
  const fixed = [
    { path: 'docProps/core.xml', data: coreProperties(paper.title) },
    { path: 'word/fontTable.xml', data: FONT_TABLE },
  ];
  const bytes = new Uint8Array(await Packer.toArrayBuffer(document, undefined, fixed));
  return withFixedDates(paper.parts.some(({ kind }) => kind === 'contents') ? withOwnMarks(bytes) : bytes);
}

function sectionOf({ title, note, runningHead, isLandscape, parts }: Paper, setting: Setting, notes: Notes): ISectionOptions {
  const { margin, size, distance } = setting;
  const { top, right, bottom, left } = isLandscape
    ? { top: margin.left, right: margin.bottom, bottom: margin.right, left: margin.top }
    : margin;
  const width = Math.round(((isLandscape ? A4.long : A4.short) - left - right) * MM);
  const lists = new Lists();
  return {
    properties: {
      page: {
        size: {
          width: Math.round(A4.short * MM),
          height: Math.round(A4.long * MM),
          orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { top: Math.round(top * MM), right: Math.round(right * MM), bottom: Math.round(bottom * MM), left: Math.round(left * MM) },
      },
    },
    ...(runningHead !== undefined && { headers: { default: new Header({ children: [headLine(runningHead, setting, width)] }) } }),
    footers: { default: new Footer({ children: [pageNumber(setting)] }) },
    children: [
      textLine(title, { face: FACES.title, size: size.title, distance: distance.title, bold: true }, notes, {
        heading: HeadingLevel.TITLE,
        alignment: AlignmentType.CENTER,
        spacing: { after: 200 },
      }),
      ...(note ? [textLine(note, { face: FACES.note, size: size.note, distance: distance.note }, notes, { spacing: { after: 200 } })] : []),
      ...parts.flatMap((part, index) => [
        // Word makes one table of two that touch.
        ...(isTable(part) && isTable(parts[index - 1]) ? [textLine('', BETWEEN, notes)] : []),
        ...partOf(part, parts[index + 1], { width, setting, notes, lists }),
      ]),
    ],
  };
}

/** The line between two tables. */
const BETWEEN = { face: FACES.body, size: 12, distance: 160 };

function isTable(part: PaperPart | undefined): boolean {
  return part?.kind === 'table' || part?.kind === 'fields' || part?.kind === 'blank';
}

/** Points of a list that stay with what follows it. */
const LAST_POINTS = 2;
/** Points at the end of a list with nothing after it that stay together: one reference alone is no page. */
const CLOSING_POINTS = 4;
type FileChild = Paragraph | Table | TableOfContents;

/** The styles by which a program shows the outline of the paper and makes a table of contents; they look as the paper does. */
function headingStyles({ size }: Setting) {
  const black = { color: '000000' };
  return {
    title: { run: { ...black, font: FACES.title, size: size.title, bold: true } },
    heading1: { run: { ...black, font: FACES.heading, size: size.heading } },
    heading2: { run: { ...black, font: FACES.note, size: size.body, bold: true } },
  };
}

function partOf(part: PaperPart, next: PaperPart | undefined, place: Place): FileChild[] {
  const { setting, notes } = place;
  const { face, size, distance } = setting;
  const body = { face, size: size.body, distance: distance.body };
  switch (part.kind) {
    case 'heading':
      return [
        textLine(part.text, { ...body, face: FACES.heading, size: size.heading }, notes, {
          heading: HeadingLevel.HEADING_1,
          keepNext: true,
          pageBreakBefore: part.startsPage ?? false,
          spacing: { before: 160 },
        }),
      ];
    case 'subheading':
      return [
        textLine(part.text, { ...body, face: FACES.note, bold: true }, notes, {
          heading: HeadingLevel.HEADING_2,
          keepNext: true,
          pageBreakBefore: part.startsPage ?? false,
          spacing: { before: 120 },
        }),
      ];
    case 'note':
      return [
        textLine(part.text, { face: FACES.note, size: size.note, distance: distance.note }, notes, {
          spacing: { before: 60 },
          keepNext: isLeadIn(part, next),
        }),
      ];
    case 'paragraph':
      return [
        textLine(part.text, body, notes, {
          indent: { firstLine: size.body * 20 },
          keepNext: isLeadIn(part, next),
        }),
      ];
    case 'list':
      return listOf(part, next, place, 0);
    case 'blank':
      return [ruledTable(part, place)];
    case 'card':
      return [cardTable(part, place), new Paragraph({ spacing: { line: 160 } })];
    case 'contents':
      return [new TableOfContents('目录', { hyperlink: true, headingStyleRange: '1-1' })];
    case 'fields':
      return [fieldsTable(part, place, { isLast: next === undefined })];
    case 'table':
      return [
        gridTable(
          part.columns,
          part.rows.map((row) => row.map(({ text }) => text)),
          place,
          { rowHeight: part.rowHeight, isKept: next?.kind === 'note', isLast: next === undefined },
        ),
      ];
  }
}

/** The points of a list; the first paragraph of each has its sign, and a list in it stands further in. */
function listOf(list: PaperList, next: PaperPart | undefined, place: Place, depth: number): FileChild[] {
  const { setting, notes, lists } = place;
  const { face, size, distance } = setting;
  const looks = {
    text: { face, size: size.body, distance: distance.body },
    small: { face, size: size.table, distance: distance.table },
    usual: { face, size: size.note, distance: distance.list },
  };
  const look = looks[list.look ?? 'usual'];
  const { first, more } = lists.next(list, depth, look);
  const closesPaper = next === undefined && depth === 0;
  return list.items.flatMap((item, at) => {
    const left = list.items.length - at;
    return partsOfItem(item).flatMap((part, index) => {
      if (part.kind === 'list') return listOf(part, undefined, place, depth + 1);
      const text = part.kind === 'paragraph' || part.kind === 'note' ? part.text : undefined;
      if (text === undefined) return partOf(part, list, place);
      const keepLines = plainText(text).length <= SHORT_POINT;
      // The last points take the source line along: it does not go to a page of its own.
      const keepNext = (next?.kind === 'note' && left <= LAST_POINTS) || (closesPaper && left <= CLOSING_POINTS && left > 1);
      return [textLine(text, look, notes, { ...(index === 0 ? first : more), keepLines, keepNext })];
    });
  });
}

/** The notes of the file by their numbers, set small. */
function footnotesOf({ texts }: Notes, { face }: Setting): NonNullable<IPropertiesOptions['footnotes']> {
  return Object.fromEntries(texts.map((text, at) => [String(at + 1), { children: [textLine(text, { face, ...FOOTNOTE }, new Notes())] }]));
}

/** The school and the day stand once, in the head of every page: filled in there, or by hand on paper. */
function headLine(text: string, { size }: Setting, width: number): Paragraph {
  return new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: width }],
    border: { bottom: RULE },
    children: [new TextRun({ children: [SCHOOL_LINE, new Tab(), text], size: size.page, font: FACES.note })],
  });
}

const SCHOOL_LINE = '学校：＿＿＿＿＿＿＿＿　日期：＿＿＿＿＿＿';

/** — 1 —, as on official paper; the number is a page field, the only field of the file. */
function pageNumber({ size }: Setting): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: size.page, font: FACES.title })],
  });
}
