#!/usr/bin/env bash
# exceljs: read as a stream, a cell in which Excel keeps a reading (显示拼音字段) holds the reading alone; the name of the place or person is gone.
#
# Versions: exceljs 4.4.0; beside it xlsx 0.18.5.
# One would guess: what is read of a cell is what is typed in it, with `WorkbookReader` as with `readFile`, which drops the reading.
# Seen: of a shared text, its words and each reading (rPh) overwrite each other: 重庆 with chóng and qìng is qìng. Rich text keeps its words. A text within the
# sheet (inlineStr) is the reading alone, chóng; `readFile` has no value there at all. xlsx has 重庆 in all. There is no message.
# Why it matters: readings are set for just the names that one may misread; a big sheet, for which the stream is meant, loses them and looks odd in a few rows.
# Last seen 2026-11-29. Fails when this changes. Not in the README; that `readFile` did so was mended in 2016 (exceljs, pull request 114).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts exceljs@4.4.0 xlsx@0.18.5 jszip@3.10.1
cat >read.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import XLSX from 'xlsx';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const sheets = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const parts = { workbook: 'sheet', 'worksheets/sheet1': 'worksheet', sharedStrings: 'sharedStrings', styles: 'styles' };
const typeOf = (name) => (name === 'workbook' ? 'sheet.main' : parts[name]);
const relation = (id, name, target) => `<Relationship Id="${id}" Type="${office}/${name}" Target="${target}"/>`;
const relations = (inner) => `${head}<Relationships xmlns="${packages}/relationships">${inner}</Relationships>`;
const reading = (from, text) => `<rPh sb="${from}" eb="${from + 1}"><t>${text}</t></rPh>`;

const zip = new JSZip();
const overrides = Object.keys(parts).map(
  (name) => `<Override PartName="/xl/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${typeOf(name)}+xml"/>`,
);
const rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>';
zip.file('[Content_Types].xml', `${head}<Types xmlns="${packages}/content-types">${rels}<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`);
zip.file('_rels/.rels', relations(relation('r', 'officeDocument', 'xl/workbook.xml')));
zip.file('xl/workbook.xml', `${head}<workbook xmlns="${sheets}" xmlns:r="${office}"><sheets><sheet name="甲" sheetId="1" r:id="rId1"/></sheets></workbook>`);
zip.file(
  'xl/_rels/workbook.xml.rels',
  relations(
    relation('rId1', 'worksheet', 'worksheets/sheet1.xml') + relation('rId2', 'sharedStrings', 'sharedStrings.xml') + relation('rId3', 'styles', 'styles.xml'),
  ),
);
zip.file(
  'xl/styles.xml',
  `${head}<styleSheet xmlns="${sheets}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" xfId="0"/></cellXfs></styleSheet>`,
);
const rich = `<r><t>单</t></r><r><rPr><b/></rPr><t>某</t></r>${reading(0, 'shàn')}`;
zip.file(
  'xl/sharedStrings.xml',
  `${head}<sst xmlns="${sheets}" count="3" uniqueCount="3"><si><t>重庆</t>${reading(0, 'chóng')}${reading(1, 'qìng')}<phoneticPr fontId="0"/></si><si>${rich}<phoneticPr fontId="0"/></si><si><t>北京</t></si></sst>`,
);
const shared = ['A1', 'B1', 'C1'].map((at, index) => `<c r="${at}" t="s"><v>${index}</v></c>`).join('');
const inline = `<c r="D1" t="inlineStr"><is><t>重庆</t>${reading(0, 'chóng')}</is></c>`;
zip.file('xl/worksheets/sheet1.xml', `${head}<worksheet xmlns="${sheets}"><sheetData><row r="1">${shared}${inline}</row></sheetData></worksheet>`);
writeFileSync('names.xlsx', await zip.generateAsync({ type: 'nodebuffer' }));

const text = (value) => value?.richText?.map((run) => run.text).join('') ?? value ?? '';
const row = ({ values }) => values.slice(1).map(text).join(' | ');
const book = new ExcelJS.Workbook();
await book.xlsx.readFile('names.xlsx');
let streamed;
for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader('names.xlsx')) for await (const each of sheet) streamed = row(each);
const seen = {
  'exceljs, readFile': [row(book.worksheets[0].getRow(1)), '重庆 | 单某 | 北京 | '],
  'exceljs, stream': [streamed, 'qìng | 单某 | 北京 | chóng'],
  xlsx: [XLSX.utils.sheet_to_json(XLSX.readFile('names.xlsx').Sheets['甲'], { header: 1 })[0].join(' | '), '重庆 | 单某 | 北京 | 重庆'],
};
let isAsSeen = true;
for (const [name, [cells, expected]] of Object.entries(seen)) {
  console.log(`${name.padEnd(18)} ${cells}`);
  isAsSeen &&= cells === expected;
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node --no-deprecation read.mjs
