import { describe, expect, test } from 'vitest';
import { openOfficeFile } from '../../src/import/office-file.ts';
import { readCsv } from '../../src/import/read-csv.ts';
import { readWorkbook } from '../../src/import/read-xlsx.ts';
import { OFFICE_LIMITS, readZip } from '../../src/import/zip-parts.ts';
import { officeFile, workbookParts } from '../support/office-files.ts';

const read = (rows: string, options = {}) => readWorkbook(openOfficeFile(officeFile(workbookParts(rows, options))))[0];
const cellsOf = (rows: string, options = {}) =>
  [...(read(rows, options)?.rows.values() ?? [])].map((row) => row.map((cell) => cell && [cell.kind, cell.text]));
const STYLES =
  '<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="177" formatCode="[$-804]yyyy\\-mm\\-dd;@"/><numFmt numFmtId="178" formatCode="0.00&quot;d&quot;"/><numFmt numFmtId="179" formatCode="[$-804]aaaa"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="10"/><xf numFmtId="31"/><xf numFmtId="178"/><xf numFmtId="49"/><xf numFmtId="179"/></cellXfs>';

describe('cells of Excel', () => {
  test('days by their formats, built in, Chinese or own; months that have no day; numbers that only look like it', () => {
    const day = (style: number) => `<c r="${'ABCDEFG'[style]}1" s="${style}"><v>44431</v></c>`;
    expect(cellsOf(`<row r="1">${[1, 2, 3, 5, 0, 6].map(day).join('')}</row>`, { styles: STYLES })).toEqual([
      [
        ['number', '44431'],
        ['day', '2021-08-23'],
        ['day', '2021-08'],
        ['day', '2021-08-23'],
        undefined,
        ['day', '2021-08-23'],
        ['number', '44431'],
      ],
    ]);
  });

  test('a day that shows as a day of the week is the day', () => {
    expect(cellsOf('<row r="1"><c r="A1" s="8"><v>44431</v></c></row>', { styles: STYLES })).toEqual([[['day', '2021-08-23']]]);
  });

  test.each([
    ['e&quot;年&quot;', 'day', '2021'],
    ['e&quot;年&quot;m&quot;月&quot;', 'day', '2021-08'],
    ['e/m/d', 'day', '2021-08-23'],
    ['m&quot;月&quot;', 'day', '2021-08'],
    ['mm:ss', 'number', '44431'],
    ['0.00E+00', 'number', '44431'],
    ['General;General', 'number', '44431'],
  ])('the format %s makes a %s', (code, kind, text) => {
    const styles = `<numFmts><numFmt numFmtId="176" formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="176"/></cellXfs>`;
    expect(cellsOf('<row r="1"><c r="A1" s="0"><v>44431</v></c></row>', { styles })).toEqual([[[kind, text]]]);
  });

  test.each([
    ['&quot;第&quot;0&quot;条&quot;', '第…条'],
    ['[=1]&quot;同意&quot;;[=0]&quot;不同意&quot;;&quot;弃权&quot;', '同意、不同意、弃权'],
    ['0.0&quot;万&quot;', '万'],
    ['0人', '人'],
    ['[DBNum1][$-804]General', '大写数字'],
    ['0&quot;人&quot;;-0&quot;人&quot;;&quot;无&quot;', '人、无'],
    ['&quot;¥&quot;#,##0.00', undefined],
    ['#,##0_);[Red]\\(#,##0\\)', undefined],
  ])('of a number with the format %s the words are told', (code, words) => {
    const styles = `<numFmts><numFmt numFmtId="176" formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="176"/></cellXfs>`;
    const [cell] = [...(read('<row r="1"><c r="A1" s="0"><v>12</v></c></row>', { styles })?.rows.values() ?? [])].flat();
    expect(cell).toEqual({ kind: 'number', text: '12', ...(words !== undefined && { formatWords: words }) });
  });

  test('days of the 1904 calendar are the days that were typed', () => {
    expect(cellsOf('<row r="1"><c r="A1" s="1"><v>42969</v></c></row>', { styles: STYLES, date1904: true })).toEqual([
      [['day', '2021-08-23']],
    ]);
  });

  test('a number that no calendar has is a number, whatever its format', () => {
    expect(
      cellsOf('<row r="1"><c r="A1" s="1"><v>510101199001011230</v></c><c r="B1" s="1"><v>-1</v></c></row>', { styles: STYLES }),
    ).toEqual([
      [
        ['number', '510101199001011000'],
        ['number', '-1'],
      ],
    ]);
  });

  test('errors, formulas without a value and with one, truth, percent', () => {
    const row =
      '<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1"><f>1+1</f></c><c r="C1"><f>1+1</f><v>2</v></c><c r="D1" t="str"><f>A1</f><v>甲</v></c><c r="E1" t="b"><v>1</v></c><c r="F1" s="4"><v>0.326</v></c></row>';
    expect(cellsOf(row, { styles: STYLES })).toEqual([
      [
        ['error', '#N/A'],
        ['formula without value', ''],
        ['number', '2'],
        ['text', '甲'],
        ['truth', '是'],
        ['number', '32.6%'],
      ],
    ]);
  });

  test('shared and rich text without the readings above it, in-line text, other prefixes, cells without places', () => {
    const shared = ['<t>甲</t>', '<r><t>张</t></r><r><rPr/><t xml:space="preserve">某 </t></r><rPh sb="0" eb="1"><t>zhang</t></rPh>'];
    expect(cellsOf('<row r="1"><c r="A1" t="s"><v>0</v></c><c t="s"><v>1</v></c></row>', { shared })).toEqual([
      [
        ['text', '甲'],
        ['text', '张某 '],
      ],
    ]);
    expect(
      cellsOf('<x:row r="3"><x:c r="B3" t="inlineStr"><x:is><x:t>乙&amp;丙_x000D_\n丁</x:t></x:is></x:c></x:row>', { prefix: 'x' }),
    ).toEqual([[undefined, ['text', '乙&丙\n丁']]]);
  });

  test('numbers as they are shown, long codes with all the digits that the file has', () => {
    expect(
      cellsOf(
        '<row r="1"><c r="A1"><v>0.30000000000000004</v></c><c r="B1"><v>1.23456789012345E+17</v></c><c r="C1"><v>35000</v></c></row>',
      ),
    ).toEqual([
      [
        ['number', '0.3'],
        ['number', '123456789012345000'],
        ['number', '35000'],
      ],
    ]);
  });

  test('merged cells and hidden rows are told', () => {
    const sheet = read('<row r="1" hidden="1"><c r="A1"><v>1</v></c></row>', {
      after: '<mergeCells><mergeCell ref="A2:A5"/></mergeCells>',
    });
    expect([sheet?.merged, sheet?.hiddenRows]).toEqual([['A2:A5'], 1]);
  });
});

describe('tables as text', () => {
  const cells = (bytes: Uint8Array) => [...readCsv(bytes, '案例').rows.values()].map((row) => row.map((cell) => cell?.text));
  test('UTF-8 with its mark, quotation marks, line ends and separators inside them', () => {
    expect(cells(new TextEncoder().encode('\ufeff标题,经过\r\n甲,"一，""二"",\r\n三"\r\n'))).toEqual([
      ['标题', '经过'],
      ['甲', '一，"二",\n三'],
    ]);
  });
  test('GBK, as Excel saves it in Chinese', () => {
    expect(cells(new Uint8Array([0xb1, 0xea, 0xcc, 0xe2, 0x2c, 0xbc, 0xd7, 0x0d, 0x0a]))).toEqual([['标题', '甲']]);
  });
  test('a last line whose last cell is empty, in a file that ends with it', () => {
    expect(cells(new TextEncoder().encode('标题,摘要,备注\n甲,乙,'))).toEqual([
      ['标题', '摘要', '备注'],
      ['甲', '乙'],
    ]);
  });
  test('an open quotation mark is told with its line', () => {
    expect(() => readCsv(new TextEncoder().encode('标题\n"甲\n'), '')).toThrow('第 2 行');
  });
});

describe('files that are not taken in, each with one sentence', () => {
  const good = workbookParts('');
  const refused = (bytes: Uint8Array, limits = OFFICE_LIMITS) => {
    try {
      readWorkbook(openOfficeFile(bytes, limits));
      return '';
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };
  const deep = (depth: number) => ({ ...good, 'xl/worksheets/sheet1.xml': '<a>'.repeat(depth) + '</a>'.repeat(depth) });

  test.each([
    ['macros', officeFile({ ...good, 'xl/vbaProject.bin': 'x' }), '宏'],
    ['other workbooks', officeFile({ ...good, 'xl/externalLinks/externalLink1.xml': '<x/>' }), '别的工作簿'],
    ['objects', officeFile({ ...good, 'xl/embeddings/oleObject1.bin': 'x' }), '嵌'],
    [
      'pictures from elsewhere',
      officeFile({
        ...good,
        'xl/_rels/a.rels': '<R><Relationship Type="http://x/image" Target="http://example.com/a.png" TargetMode="External"/></R>',
      }),
      '外面的图片',
    ],
    ['entities', officeFile({ ...good, 'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }), 'DOCTYPE'],
    ['elements 201 deep', officeFile(deep(201)), '200 层'],
    ['half a part', officeFile({ ...good, 'xl/workbook.xml': '<a><b></a>' }), '没有存完'],
    ['old files and those with passwords', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), '另存为 .docx 或 .xlsx'],
    ['half a file', officeFile(good).slice(0, -30), '损坏'],
    ['something else', officeFile({ 'a.txt': 'x' }), '压缩包'],
  ])('%s', (_, bytes, words) => {
    expect(refused(bytes)).toContain(words);
    expect(refused(bytes).match(/[。]/gu)?.length).toBeLessThanOrEqual(3);
  });

  test('200 deep is read', () => {
    expect(refused(officeFile(deep(200)))).toBe('');
  });

  test('just over the limits of size and number of parts', () => {
    const bytes = officeFile(good);
    expect(refused(bytes, { ...OFFICE_LIMITS, file: bytes.length })).toBe('');
    expect(refused(bytes, { ...OFFICE_LIMITS, file: bytes.length - 1 })).toContain('上限');
    expect(refused(bytes, { ...OFFICE_LIMITS, parts: Object.keys(good).length - 1 })).toContain('部件');
    expect(refused(bytes, { ...OFFICE_LIMITS, unpacked: 100 })).toContain('展开以后');
  });

  test('a part that unpacks to more than it says is not unpacked further', () => {
    const bytes = officeFile({ 'a.xml': '0'.repeat(5000) });
    const view = new DataView(bytes.buffer);
    const central = bytes.findIndex((_, at) => view.getUint32(Math.min(at, bytes.length - 4), true) === 0x02014b50);
    view.setUint32(central + 24, 100, true);
    expect(() => readZip(bytes).get('a.xml')?.bytes()).toThrow('展开以后');
  });
});
