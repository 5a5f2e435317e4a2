/**
 * A table as an Excel file (ECMA-376, SpreadsheetML) of two sheets: the rows under a frozen head, and what is said of them with the sources. Written
 * by hand, since the libraries for it are either left alone for years or write the clock into the file. The same table gives the same bytes.
 */
import { cellWords } from '../../domain/list/table-file.ts';
import type { TableFile, TableValue } from '../../domain/list/table-file.ts';
import { encoded, zipFiles } from '../zip.ts';
import { pageSetup } from './page-setup.ts';

/** The type of an Excel file. */
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What stands on the second sheet. */
export interface AboutTable {
  rows: readonly { label: string; value: string }[];
  sources: readonly { mark: string; reference: string; url: string }[];
}

/** Excel refuses a longer cell. */
const CELL_LENGTH = 32_767;
/** A column of Chinese is twice as wide as one of digits, by which Excel counts; no column is wider than a screen can show beside others. */
const DIGITS_PER_CHARACTER = 2;

/** The bytes of an Excel file; links are whole addresses. */
export function writeWorkbook(table: TableFile, about: AboutTable): Uint8Array<ArrayBuffer> {
  const rows = sheetOf({
    head: table.columns.map(({ heading }) => heading),
    rows: table.rows.map(({ cells }) => cells),
    widths: table.columns.map(({ width }) => width),
    named: nameColumns(table),
    isFiltered: table.rows.length > 0,
  });
  const notes = sheetOf({
    head: ['项目', '内容', '网址'],
    rows: [
      ['表名', table.title, ''],
      ['说明', table.note, ''],
      ...about.rows.map(({ label, value }): TableValue[] => [label, value, '']),
      ...about.sources.map(({ mark, reference, url }): TableValue[] => [
        `出处 ${mark}`,
        reference,
        url === '' ? '' : { text: url, link: url },
      ]),
    ],
    widths: [14, 50, 22],
    named: 0,
    isFiltered: false,
  });
  const files: Record<string, string> = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': relationships([
      ['officeDocument', 'xl/workbook.xml'],
      ['metadata/core-properties', 'docProps/core.xml'],
    ]),
    'docProps/core.xml': coreProperties(table.title),
    'xl/workbook.xml': workbook(nameColumns(table)),
    'xl/_rels/workbook.xml.rels': relationships([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['worksheet', 'worksheets/sheet2.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': rows.xml,
    'xl/worksheets/sheet2.xml': notes.xml,
    ...(rows.links.length > 0 && { 'xl/worksheets/_rels/sheet1.xml.rels': hyperlinks(rows.links) }),
    ...(notes.links.length > 0 && { 'xl/worksheets/_rels/sheet2.xml.rels': hyperlinks(notes.links) }),
  };
  return zipFiles(encoded(Object.entries(files).map(([path, text]) => [path, HEAD + text])), 6);
}

interface Sheet {
  head: readonly string[];
  rows: readonly (readonly TableValue[])[];
  /** In characters of Chinese. */
  widths: readonly number[];
  /** How many columns at the left name a row, and stand on every page. */
  named: number;
  isFiltered: boolean;
}

/** The columns at the left that name a row, as far as they leave room for others; the first in any case. */
function nameColumns({ columns }: TableFile): number {
  let width = 0;
  const other = columns.findIndex((column) => {
    width += column.width;
    return !ROW_NAMES.has(column.key) || width > NAMES_WIDTH;
  });
  return Math.max(1, other);
}

const ROW_NAMES = new Set(['group', 'number', 'place', 'title', 'label', 'name']);
const NAMES_WIDTH = 32;

/** A sheet, and the addresses that its cells lead to. */
function sheetOf({ head, rows, widths: wanted, named, isFiltered }: Sheet): { xml: string; links: string[] } {
  const widths = wanted.map((width, column) =>
    fitted(
      width,
      [head, ...rows].map((cells) => cells[column] ?? ''),
    ),
  );
  const links: { cell: string; url: string }[] = [];
  const rowOf = (cells: readonly TableValue[], index: number, isHead: boolean) => {
    const written = cells.map((value, column) => {
      const place = `${columnName(column)}${index + 1}`;
      if (typeof value === 'object' && value.link !== '') links.push({ cell: place, url: value.link });
      return cellOf(value, place, isHead);
    });
    return `<row r="${index + 1}" ht="${heightOf(cells, widths)}" customHeight="1">${written.join('')}</row>`;
  };
  const body = [rowOf(head, 0, true), ...rows.map((cells, index) => rowOf(cells, index + 1, false))].join('');
  const last = `${columnName(head.length - 1)}${rows.length + 1}`;
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width * DIGITS_PER_CHARACTER}" customWidth="1"/>`,
  );
  const { scale, breaks } = pageSetup(
    widths.map((width) => width * DIGITS_PER_CHARACTER),
    named,
  );
  const breaksBefore = breaks.map((column) => `<brk id="${column}" max="1048575" man="1"/>`).join('');
  const linked = links.map(({ cell }, index) => `<hyperlink ref="${cell}" r:id="rId${index + 1}"/>`).join('');
  return {
    links: links.map(({ url }) => url),
    xml: [
      `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${breaks.length > 0 ? '' : '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'}`,
      '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
      `<cols>${columns.join('')}</cols><sheetData>${body}</sheetData>`,
      isFiltered ? `<autoFilter ref="A1:${last}"/>` : '',
      linked ? `<hyperlinks>${linked}</hyperlinks>` : '',
      '<printOptions gridLines="1"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.4"/>',
      `<pageSetup paperSize="9" scale="${scale}" fitToHeight="0" pageOrder="overThenDown" orientation="landscape"/>`,
      '<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>',
      breaks.length > 0 ? `<colBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${breaksBefore}</colBreaks>` : '',
      '</worksheet>',
    ].join(''),
  };
}

/** Points of a line of text, and of the tallest row that Excel knows. */
const LINE = 15;
const TALLEST = 409;

/** No column is wider than a page can show beside the names of its rows. */
const WIDEST = 60;

/** The height of a row, told by the longest cell: not every program finds it when it opens the file. */
function heightOf(cells: readonly TableValue[], widths: readonly number[]): number {
  return Math.min(TALLEST, LINE * Math.max(1, ...cells.map((value, index) => linesOf(value, widths[index] ?? 1))));
}

/** The width that the cells of a column, its head first, are worth: no more than they fill, and enough for the longest to be shown whole. */
function fitted(wanted: number, cells: readonly TableValue[]): number {
  const longest = Math.max(...cells.flatMap((cell) => cellWords(cell).split('\n')).map(lengthOf));
  const most = Math.floor(TALLEST / LINE);
  let width = Math.max(LEAST_WIDTH, Math.min(wanted, Math.ceil(longest) + 1));
  for (const cell of cells) while (width < WIDEST && linesOf(cell, width) > most) width += 2;
  return width;
}

/** A year, or a head of two characters beside the button of its filter. */
const LEAST_WIDTH = 5;

function linesOf(value: TableValue, width: number): number {
  return cellWords(value)
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(lengthOf(line) / width)), 0);
}

/** In characters of Chinese; letters and digits are half as wide. */
function lengthOf(line: string): number {
  return [...line].reduce((sum, character) => sum + (character < '\u0100' ? 1 / DIGITS_PER_CHARACTER : 1), 0);
}

/** Which of the formats in `STYLES` a cell has. */
const FORMAT = { text: 1, head: 2, date: 3, link: 4 } as const;

function cellOf(value: TableValue, place: string, isHead: boolean): string {
  if (typeof value === 'number') return `<c r="${place}" s="${FORMAT.text}"><v>${value}</v></c>`;
  const text = typeof value === 'object' ? value.text : value;
  if (text === '') return `<c r="${place}" s="${isHead ? FORMAT.head : FORMAT.text}"/>`;
  const day = isHead ? undefined : dayNumber(text);
  if (day !== undefined) return `<c r="${place}" s="${FORMAT.date}"><v>${day}</v></c>`;
  const format = isHead ? FORMAT.head : typeof value === 'object' && value.link !== '' ? FORMAT.link : FORMAT.text;
  // A string as a string: what begins like a formula is never calculated. Without `xml:space`, which the schema has not, spaces at the ends are lost.
  return `<c r="${place}" s="${format}" t="inlineStr"><is><t>${escaped(text.slice(0, CELL_LENGTH)).trim()}</t></is></c>`;
}

/** Days since the last day of 1899, as Excel counts from March 1900 on; `undefined` for what is no whole day. */
function dayNumber(text: string): number | undefined {
  if (!/^(?:19|20)\d\d-\d\d-\d\d$/u.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : (time - Date.UTC(1899, 11, 30)) / 86_400_000;
}

/** `A` for 0, `Z` for 25, `AA` for 26. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** Text as XML holds it. */
export function escaped(text: string): string {
  // Line breaks are kept; other control characters and halves of characters make a file that Excel refuses.
  const clean = text.replace(/[\p{Cs}\uFFFE\uFFFF]|(?!\n)\p{Cc}/gu, ' ');
  return clean.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;');
}

/** The line that every part begins with. */
export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SCHEMAS = 'http://schemas.openxmlformats.org';
/** Namespace of sheets. */
export const MAIN = `${SCHEMAS}/spreadsheetml/2006/main`;
/** Namespace of relationships between parts. */
export const OFFICE = `${SCHEMAS}/officeDocument/2006/relationships`;
/** Namespace of what holds the parts together. */
export const PACKAGE = `${SCHEMAS}/package/2006`;

/** The part that says which other parts a part has. */
export function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const items = targets.map(([type, target], index) => {
    const kind = type.startsWith('metadata/') ? `${PACKAGE}/relationships/${type}` : `${OFFICE}/${type}`;
    return `<Relationship Id="rId${index + 1}" Type="${kind}" Target="${target}"/>`;
  });
  return `<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function hyperlinks(urls: readonly string[]): string {
  const items = urls.map(
    (url, index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/hyperlink" Target="${escaped(encodedAddress(url))}" TargetMode="External"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

/** An address as the file wants it, percent codes that it has already left as they are: `%2F` in a question is no slash. */
function encodedAddress(url: string): string {
  return url.replace(/\p{Cs}/gu, '').replace(/[^!#-;=?-[\]_a-z~]|%(?![\dA-Fa-f]{2})/gu, encodeURIComponent);
}

/** The title and language of a file, without a time of saving: two files of one table would differ. */
export function coreProperties(title: string): string {
  return (
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
    `<dc:title>${escaped(title)}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>`
  );
}

const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const CONTENT_TYPES =
  `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Default Extension="xml" ContentType="application/xml"/>` +
  `<Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet2.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>` +
  `<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;

/** The part that names the sheets; on paper heads and names stand again on every page. */
function workbook(named: number): string {
  const titles = [`'表'!$A:$${columnName(named - 1)},'表'!$1:$1`, `'说明和出处'!$1:$1`];
  const names = titles.map((range, sheet) => `<definedName name="_xlnm.Print_Titles" localSheetId="${sheet}">${range}</definedName>`);
  return (
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/>` +
    `<sheet name="说明和出处" sheetId="2" r:id="rId2"/></sheets><definedNames>${names.join('')}</definedNames></workbook>`
  );
}
const WRAPPED = '<alignment vertical="top" wrapText="1"/>';
const STYLES =
  `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
  `<fonts count="3"><font><sz val="11"/><name val="宋体"/><charset val="134"/></font>` +
  `<font><b/><sz val="11"/><name val="黑体"/><charset val="134"/></font>` +
  `<font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="宋体"/><charset val="134"/></font></fonts>` +
  `<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>` +
  `<fill><patternFill patternType="solid"><fgColor rgb="FFF2F2F2"/></patternFill></fill></fills>` +
  `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
  `<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf xfId="0"/>` +
  `<xf xfId="0" applyAlignment="1">${WRAPPED}</xf>` +
  `<xf xfId="0" fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1">${WRAPPED}</xf>` +
  `<xf xfId="0" numFmtId="164" applyNumberFormat="1" applyAlignment="1">${WRAPPED}</xf>` +
  `<xf xfId="0" fontId="2" applyFont="1" applyAlignment="1">${WRAPPED}</xf></cellXfs></styleSheet>`;
