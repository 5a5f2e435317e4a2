/**
 * How the texts of a Word file look. Each look is a style of the file, so that who works in the file changes the style, and with it all that looks so; a
 * paragraph names its style and says no more.
 */
import { LineRuleType } from 'docx';
import type { IBaseParagraphStyleOptions, IStylesOptions } from 'docx';
import { FACES } from './fixed-parts.ts';
import type { Setting } from './settings.ts';

export interface Look {
  /** The style that paragraphs name. */
  style: string;
  face: (typeof FACES)[keyof typeof FACES];
  /** Half points. */
  size: number;
  /** Of lines, in twentieths of a point. */
  distance: number;
  isBold?: boolean;
}

/** Styles that every program knows: it shows the outline of a file by them, makes its table of contents, and sets its footnotes. */
const KNOWN = { title: 'Title', heading: 'Heading1', subheading: 'Heading2', footnote: 'FootnoteText' } as const;
/** Styles of our own, as the list of styles calls them. */
const OWN = {
  ...{ body: '正文文字', note: '说明', item: '条目', value: '要素', label: '要素名称', cell: '表格文字', columnHead: '表格栏名' },
  ...{ cardTitle: '卡片题目', writing: '手写线', between: '表间', page: '页眉页脚' },
} as const;

export type Looks = Readonly<Record<keyof typeof KNOWN | keyof typeof OWN, Look>>;

/** Of footnotes, 小五 throughout, and of the line between two tables. */
const FOOTNOTE = { size: 18, distance: 260 };
const BETWEEN = { size: 12, distance: 160 };
/** Of the line that stands on every page: as high as its letters. */
const PAGE_LINE = 240;

export function looksOf({ face, size, distance }: Setting): Looks {
  const body = { face, size: size.body, distance: distance.body };
  const note = { face, size: size.note, distance: distance.note };
  const cell = { face, size: size.table, distance: distance.table };
  return {
    title: { style: KNOWN.title, face: FACES.title, size: size.title, distance: distance.title, isBold: true },
    heading: { style: KNOWN.heading, ...body, face: FACES.heading, size: size.heading },
    subheading: { style: KNOWN.subheading, ...body, face: FACES.note, isBold: true },
    footnote: { style: KNOWN.footnote, face, ...FOOTNOTE },
    body: { style: 'body', ...body },
    note: { style: 'note', ...note, face: FACES.note },
    item: { style: 'item', face, size: size.note, distance: distance.list },
    value: { style: 'value', ...note },
    label: { style: 'label', ...note, face: FACES.heading },
    cell: { style: 'cell', ...cell },
    columnHead: { style: 'columnHead', ...cell, face: FACES.heading },
    cardTitle: { style: 'cardTitle', ...body, face: FACES.heading },
    writing: { style: 'writing', ...body, distance: distance.writing },
    between: { style: 'between', face: FACES.body, ...BETWEEN },
    page: { style: 'page', face: FACES.note, size: size.page, distance: PAGE_LINE },
  };
}

/** The styles of a file that has these looks. */
export function stylesOf(looks: Looks): IStylesOptions {
  const known = { title: looks.title, heading1: looks.heading, heading2: looks.subheading, footnoteText: looks.footnote };
  return {
    // Headings of some programs are blue.
    default: Object.fromEntries(Object.entries(known).map(([name, look]) => [name, formatOf(look, { color: '000000' })])),
    paragraphStyles: Object.entries(OWN).map(([key, name]) => {
      const look = looks[key as keyof typeof OWN];
      return { id: look.style, name, basedOn: 'Normal', quickFormat: true, ...formatOf(look) };
    }),
  };
}

function formatOf({ face, size, distance, isBold }: Look, more: IBaseParagraphStyleOptions['run'] = {}): IBaseParagraphStyleOptions {
  return {
    run: { font: face, size, ...(isBold !== undefined && { bold: isBold }), ...more },
    paragraph: { spacing: { line: distance, lineRule: LineRuleType.AT_LEAST } },
  };
}
