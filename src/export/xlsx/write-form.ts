/** Excel files to be filled in: heads that stay in view, lists to choose from, and a note at each cell. The same form gives the same bytes. */
import { encoded, zipFiles } from '../zip.ts';
import { columnName, coreProperties, escaped, HEAD, MAIN, OFFICE, PACKAGE, relationships } from './write-workbook.ts';

export interface FormColumn {
  head: string;
  /** In digits, by which Excel counts. */
  width: number;
  /** Shown while a cell of the column is chosen. */
  note: string;
  /** Where the words to choose from stand, such as `选项!$A$2:$A$9`; others may be typed only when `isOpen`. */
  choices?: string;
  isOpen?: boolean;
  isNeeded?: boolean;
}

export interface FormSheet {
  name: string;
  columns: readonly FormColumn[];
  rows: readonly (readonly string[])[];
  /** Rows below the head that carry lists and notes. */
  prepared: number;
}

/** The bytes of an Excel file with these sheets. */
export function writeForm(title: string, sheets: readonly FormSheet[]): Uint8Array<ArrayBuffer> {
  const names = sheets.map((_, index) => `xl/worksheets/sheet${index + 1}.xml`);
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(names),
    '_rels/.rels': relationships([
      ['officeDocument', 'xl/workbook.xml'],
      ['metadata/core-properties', 'docProps/core.xml'],
    ]),
    'docProps/core.xml': coreProperties(title),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets
      .map(({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...names.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': STYLES,
    ...Object.fromEntries(sheets.map((sheet, index) => [names[index] ?? '', sheetXml(sheet)])),
  };
  return zipFiles(encoded(Object.entries(parts).map(([path, text]) => [path, HEAD + text])), 6);
}

function sheetXml({ columns, rows, prepared }: FormSheet): string {
  const head = columns.map(({ head: name, isNeeded }, index) =>
    cell(`${name}${isNeeded ? '＊' : ''}`, `${columnName(index)}1`, isNeeded ? 3 : 2),
  );
  const body = rows.map(
    (cells, row) => `<row r="${row + 2}">${cells.map((text, index) => cell(text, `${columnName(index)}${row + 2}`, 1)).join('')}</row>`,
  );
  const last = prepared + 1;
  const rules = columns.flatMap(({ note, choices, isOpen }, index) => {
    if (note === '' && choices === undefined) return [];
    const place = `${columnName(index)}2:${columnName(index)}${last}`;
    const list =
      choices === undefined
        ? ''
        : ` type="list"${isOpen ? '' : ' showErrorMessage="1"'} errorTitle="不在选项里" error="请从下拉的选项里选。"`;
    const prompt =
      note === ''
        ? ''
        : ` showInputMessage="1" promptTitle="${escaped(columns[index]?.head.slice(0, 30) ?? '')}" prompt="${escaped(note.slice(0, 250))}"`;
    return [
      `<dataValidation${list} allowBlank="1"${prompt} sqref="${place}">${choices === undefined ? '' : `<formula1>${escaped(choices)}</formula1>`}</dataValidation>`,
    ];
  });
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" style="1" customWidth="1"/>`,
  );
  return [
    `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane xSplit="2" ySplit="1" topLeftCell="C2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>`,
    `<cols>${widths.join('')}</cols><sheetData><row r="1" ht="32" customHeight="1">${head.join('')}</row>${body.join('')}</sheetData>`,
    rules.length > 0 ? `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>` : '',
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/></worksheet>',
  ].join('');
}

function cell(text: string, place: string, style: number): string {
  return text === '' ? '' : `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

function contentTypes(sheets: readonly string[]): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return (
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${sheets
      .map((name) => `<Override PartName="/${name}" ContentType="${type}.worksheet+xml"/>`)
      .join('')}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`
  );
}

const WRAPPED = '<alignment vertical="top" wrapText="1"/>';
/** Cells are text (format 49): no day, number or formula is made of what somebody types. */
const STYLES =
  `<styleSheet xmlns="${MAIN}"><fonts count="3"><font><sz val="11"/><name val="宋体"/><charset val="134"/></font>` +
  `<font><b/><sz val="11"/><name val="黑体"/><charset val="134"/></font>` +
  `<font><b/><sz val="11"/><color rgb="FF9C0006"/><name val="黑体"/><charset val="134"/></font></fonts>` +
  `<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>` +
  `<fill><patternFill patternType="solid"><fgColor rgb="FFF2F2F2"/></patternFill></fill></fills>` +
  `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
  `<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/>` +
  `<xf xfId="0" numFmtId="49" applyNumberFormat="1" applyAlignment="1">${WRAPPED}</xf>` +
  `<xf xfId="0" numFmtId="49" fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1">${WRAPPED}</xf>` +
  `<xf xfId="0" numFmtId="49" fontId="2" fillId="2" applyFont="1" applyFill="1" applyAlignment="1">${WRAPPED}</xf></cellXfs></styleSheet>`;
