/**
 * A paper as a Word file, without what only an authority may put on a document: no red head, no number, no seal. The same paper gives the same
 * bytes. Loaded on demand: the library is large.
 */
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
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
import { looksOf, stylesOf } from './looks.ts';
import type { Looks } from './looks.ts';
import { DOCUMENT, HANDOUT, SUMMARY } from './settings.ts';
import type { Setting } from './settings.ts';
import { cardTable, fieldsTable, gridTable, ruledTable } from './tables.ts';
import type { Place } from './tables.ts';
import { Notes, textLine } from './text-line.ts';
import { withOwnMarks } from './toc-marks.ts';
import { encoded, zipFiles } from '../zip.ts';

/** The type of a Word file. */
export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Twentieths of a point in a millimetre. */
const MM = 1440 / 25.4;
const A4 = { short: 210, long: 297 };
/** Characters of a point that is not broken at the end of a page: some three lines. */
const SHORT_POINT = 90;
/** Of the numbers of footnotes before they are raised: large enough beside 三号, not too large in a table. */
const MARK_SIZE = 26;
/** Proofs the text as Chinese. Letters and digits called Chinese too would be broken anywhere at the end of a line, by LibreOffice at least. */
const LANGUAGE = { value: 'en-US', eastAsia: 'zh-CN' };
const RULE = { style: 'single', size: 4, color: '000000' } as const;

/** The bytes of a Word file. */
export function writePaper(paper: Paper, zip = zipFiles): Uint8Array<ArrayBuffer> {
  const setting = paper.isDense ? SUMMARY : paper.runningHead === undefined ? DOCUMENT : HANDOUT;
  const looks = looksOf(setting);
  const styles = stylesOf(looks);
  const notes = new Notes();
  // The parts take their notes as they are set, so the notes are known when the section is.
  const sections = sectionsOf(paper, setting, { notes, looks });
  const footnoteReference = { run: { size: MARK_SIZE, superScript: true } };
  const document = new Document({
    sections,
    footnotes: footnotesOf(notes, looks),
    styles: { ...styles, default: { ...styles.default, document: { run: { language: LANGUAGE } }, footnoteReference } },
  });
  const fixed = [
    { path: 'docProps/core.xml', data: coreProperties(paper.title) },
    { path: 'word/fontTable.xml', data: FONT_TABLE },
  ];
  const parts = compiler.compile(document, undefined, fixed);
  return zip(encoded([...parts].map(([path, xml]) => [path, path === TEXT ? withOwnMarks(xml) : xml])), 6);
}

const TEXT = 'word/document.xml';

/**
 * The library's own step between a document and the parts of its file, by their paths. Its types hide it; what they show packs the parts, dated by the
 * clock, and would have to be unpacked and packed again (docx 9.15.2).
 */
const { compiler } = Packer as unknown as {
  compiler: { compile(document: Document, prettify: undefined, fixed: readonly { path: string; data: string }[]): Map<string, string> };
};

/** One section; where what stands at the foot of the pages changes, another. */
function sectionsOf(
  { title, note, foot: ownFoot = '', runningHead, isLandscape, parts }: Paper,
  { margin, labelShare }: Setting,
  { notes, looks }: Pick<Place, 'notes' | 'looks'>,
): ISectionOptions[] {
  const { top, right, bottom, left } = isLandscape
    ? { top: margin.left, right: margin.bottom, bottom: margin.right, left: margin.top }
    : margin;
  const width = Math.round(((isLandscape ? A4.long : A4.short) - left - right) * MM);
  const lists = new Lists();
  const page = {
    size: {
      width: Math.round(A4.short * MM),
      height: Math.round(A4.long * MM),
      orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: { top: Math.round(top * MM), right: Math.round(right * MM), bottom: Math.round(bottom * MM), left: Math.round(left * MM) },
  };
  const front = [
    textLine(title, looks.title, notes, {
      alignment: AlignmentType.CENTER,
      spacing: { after: 200 },
    }),
    ...(note ? [textLine(note, looks.note, notes, { spacing: { after: 200 } })] : []),
  ];
  const sections: { foot: string; children: FileChild[] }[] = [{ foot: ownFoot, children: front }];
  for (const [index, part] of parts.entries()) {
    const isHead = part.kind === 'heading' && (part.startsPage === true || index === 0);
    const foot = isHead ? (part.foot ?? ownFoot) : sections[sections.length - 1]?.foot;
    // The first page of a paper begins with its title, that of any other section with the heading.
    const isNew = isHead && (index === 0 || foot !== sections[sections.length - 1]?.foot);
    if (isNew && index === 0) sections[0] = { foot: foot ?? '', children: front };
    else if (isNew) sections.push({ foot: foot ?? '', children: [] });
    sections[sections.length - 1]?.children.push(
      // Word makes one table of two that touch.
      ...(isTable(part) && isTable(parts[index - 1]) ? [textLine('', looks.between, notes)] : []),
      ...partOf(isNew ? { ...part, startsPage: false } : part, parts[index + 1], { width, labelShare, notes, lists, looks }),
    );
  }
  return sections.map(({ foot, children }, index) => ({
    properties: { page, type: SectionType.NEXT_PAGE },
    // A section without a head of its own has that of the section before.
    ...(runningHead !== undefined &&
      index === 0 && { headers: { default: new Header({ children: [headLine(runningHead, looks, width)] }) } }),
    footers: { default: new Footer({ children: [pageNumber(looks, foot)] }) },
    children,
  }));
}

function isTable(part: PaperPart | undefined): boolean {
  return part?.kind === 'table' || part?.kind === 'fields' || part?.kind === 'blank';
}

/** Points of a list that stay with what follows it. */
const LAST_POINTS = 2;
/** Points at the end of a list with nothing after it that stay together: one reference alone is no page. */
const CLOSING_POINTS = 4;
type FileChild = Paragraph | Table | TableOfContents;

function partOf(part: PaperPart, next: PaperPart | undefined, place: Place): FileChild[] {
  const { looks, notes } = place;
  switch (part.kind) {
    case 'heading':
      return [
        textLine(part.text, looks.heading, notes, {
          keepNext: true,
          pageBreakBefore: part.startsPage ?? false,
          spacing: { before: 160 },
        }),
      ];
    case 'subheading':
      return [
        textLine(part.text, looks.subheading, notes, {
          keepNext: true,
          pageBreakBefore: part.startsPage ?? false,
          spacing: { before: 120 },
        }),
      ];
    case 'note':
      return [
        textLine(part.text, looks.note, notes, {
          spacing: { before: 60 },
          keepNext: isLeadIn(part, next),
        }),
      ];
    case 'paragraph':
      return [
        textLine(part.text, looks.body, notes, {
          indent: { firstLine: looks.body.size * 20 },
          keepNext: isLeadIn(part, next),
        }),
      ];
    case 'list':
      return listOf(part, next, place, 0);
    case 'blank':
      return [ruledTable(part, place)];
    case 'card':
      return [cardTable(part, place), textLine('', looks.between, notes)];
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

const LIST_LOOKS = { text: 'body', small: 'cell', usual: 'item' } as const;

/** The points of a list; the first paragraph of each has its sign, and a list in it stands further in. */
function listOf(list: PaperList, next: PaperPart | undefined, place: Place, depth: number): FileChild[] {
  const { looks, notes, lists } = place;
  const look = looks[LIST_LOOKS[list.look ?? 'usual']];
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
function footnotesOf({ texts }: Notes, { footnote }: Looks): NonNullable<IPropertiesOptions['footnotes']> {
  return Object.fromEntries(texts.map((text, at) => [String(at + 1), { children: [textLine(text, footnote, new Notes())] }]));
}

/** The school and the day stand once, in the head of every page: filled in there, or by hand on paper. */
function headLine(text: string, { page }: Looks, width: number): Paragraph {
  return new Paragraph({
    style: page.style,
    tabStops: [{ type: TabStopType.RIGHT, position: width }],
    border: { bottom: RULE },
    children: [new TextRun({ children: [SCHOOL_LINE, new Tab(), text] })],
  });
}

const SCHOOL_LINE = '学校：＿＿＿＿＿＿＿＿　日期：＿＿＿＿＿＿';

/** — 1 —, as on official paper; the number is the only field of the file beside its contents. What must be said of the page stands before it. */
function pageNumber({ page }: Looks, foot: string): Paragraph {
  return new Paragraph({
    style: page.style,
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [...(foot ? [`${foot}　`] : []), '— ', PageNumber.CURRENT, ' —'], font: FACES.title })],
  });
}
