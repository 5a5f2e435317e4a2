#!/usr/bin/env bash
# xlsx-template: of a list that grows the print area does not, so that the total, the seal and the date are not printed; the total counts the first row and its comment is another's.
#
# Versions: xlsx-template 1.4.7; the template is made and the result read with exceljs 4.4.0.
# One would guess: “named ranges and tables are moved correctly” and “print settings” are kept, as the README says: what lies around the list grows with it and a formula follows its
# cell, as when rows are inserted in Excel.
# Seen: a name for a cell below the list moves, and so do merged cells and the cells themselves. A name that begins above the list or in its row stays, and the print area, which Excel
# keeps as such a name, too: A1:D4 was the whole sheet and ends with three offices at the third. C3*500, 500 for each person of the total, is now that of the second office, and
# SUM(C2:C2) still the first row's. The comment on the total stands at the second office, for comments do not move. There is no message; exceljs reads the file soundly.
# Why it matters: lists of cases and of payments are filled so and sent to be printed and sealed; what is missing on paper is the end, and the total is a number that looks sound.
# Last seen 2026-11-30. Fails when this changes. Not in the README, which speaks of named tables of Excel for formulas; no report was found, but of formulas in another library (carbone, issue 170).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts xlsx-template@1.4.7 exceljs@4.4.0 jszip@3.10.1
cat >fill.cjs <<'JS'
const ExcelJS = require('exceljs');
const JSZip = require('jszip');
const XlsxTemplate = require('xlsx-template');

async function template() {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('表');
  sheet.addRow(['单位', '事由', '人数', '备注']);
  sheet.addRow(['${table:案.单位}', '${table:案.事由}', '${table:案.人数}', '${table:案.备注}']);
  sheet.addRow(['合计', { formula: 'SUM(人数)' }, { formula: 'SUM(C2:C2)' }, { formula: 'C3*500' }]);
  sheet.addRow(['（盖章）', null, '2018年11月20日']);
  sheet.mergeCells('A4:B4');
  sheet.getCell('A3').note = '已核对';
  sheet.pageSetup.printArea = 'A1:D4';
  for (const [name, range] of [['人数', '$C$2:$C$2'], ['合计', '$C$3'], ['全表', '$A$1:$D$4']]) book.definedNames.add(`表!${range}`, name);
  const zip = await JSZip.loadAsync(await book.xlsx.writeBuffer());
  // Excel writes both parts of a print area as fixed.
  const workbook = (await zip.file('xl/workbook.xml').async('string')).replace('$A1:$D4', '$A$1:$D$4');
  return zip.file('xl/workbook.xml', workbook).generateAsync({ type: 'nodebuffer' });
}
async function filled(offices) {
  const file = new XlsxTemplate(await template());
  file.substitute(1, { 案: offices });
  const zip = await JSZip.loadAsync(file.generate({ type: 'nodebuffer' }));
  const workbook = await zip.file('xl/workbook.xml').async('string');
  const names = [...workbook.matchAll(/<definedName [^>]*name="([^"]*)"[^>]*>[^!]*!([^<]*)</g)].map(([, name, range]) => `${name} ${range}`);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await zip.generateAsync({ type: 'nodebuffer' }));
  const sheet = book.getWorksheet('表');
  const rows = [];
  const comments = [];
  sheet.eachRow((row, number) => {
    const words = [1, 2, 3, 4].map((column) => row.getCell(column)).map((cell) => (cell.formula ? `=${cell.formula}` : (cell.value ?? '')));
    rows.push(`${number} ${words.join(' | ')}`);
    row.eachCell((cell) => cell.note && !cell.isMerged && comments.push(`${cell.address} ${cell.value}`));
  });
  return { names: names.sort(), rows, comments, merged: sheet.model.merges.join(' ') };
}
(async () => {
  const offices = [
    { 单位: '甲局', 事由: '问责', 人数: 3, 备注: '' },
    { 单位: '乙局', 事由: '诫勉', 人数: 12, 备注: '' },
    { 单位: '丙局', 事由: '免责', 人数: 1, 备注: '' },
  ];
  const { names, rows, comments, merged } = await filled(offices);
  console.log(rows.join('\n'));
  console.log(`names     ${names.join(', ')}\nmerged    ${merged}\ncomments  ${comments.join(', ')}`);
  const isAsSeen =
    rows[4] === '5 合计 | =SUM(人数) | =SUM(C2:C2) | =C3*500' &&
    rows[5].startsWith('6 （盖章）') &&
    names.join(', ') === '_xlnm.Print_Area $A$1:$D$4, 人数 $C$2, 全表 $A$1:$D$4, 合计 $C$5' &&
    merged === 'A6:B6' &&
    comments.join(', ') === 'A3 乙局';
  console.log(isAsSeen ? 'as seen before' : 'CHANGED');
  process.exit(isAsSeen ? 0 : 1);
})();
JS
node fill.cjs
