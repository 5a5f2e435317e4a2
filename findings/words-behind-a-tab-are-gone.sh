#!/usr/bin/env bash
# @docen/import-docx, node-easy-docx: of a line of a Word file what stands behind a tab is gone; of 甲局 with 3 cases and 12 persons the 12 is lost, or both numbers, or the whole line.
#
# Versions: @docen/import-docx 0.2.9 (makes TipTap content of Word files), node-easy-docx 0.1.3; beside them mammoth 1.13.0. The file is made with docx 9.15.2, and once more by LibreOffice 7.4.7 (SOFFICE_PATH names another).
# One would guess: a tab is kept, or becomes a space or nothing; the words on both sides of it stay.
# Seen: a run of the file (words of one form) may hold several pieces of text with tabs between them. @docen/import-docx takes the first piece and drops the others; node-easy-docx drops a run of two pieces altogether and
# gives an empty item. The docx package writes a line as it is told, in one run: 甲局 is left of it, or nothing. LibreOffice begins a run at the first tab: 甲局3 is left, or 甲局. @docen does so in cells of tables, too. There is no
# message. If the form changes at the tab (bold before it), or there is one tab only in a file of LibreOffice, each side is a run of its own and all is kept, so that a trial with a simple line shows nothing.
# Why it matters: short tables and signature lines are set with tabs, and what stands last is the number, the name or the day.
# Last seen 2026-11-30. Fails when this changes. Not in the README of either; no report was found. What Word writes was not tried.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
office=${SOFFICE_PATH:-soffice}
"$office" --version
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts @docen/import-docx@0.2.9 node-easy-docx@0.1.3 mammoth@1.13.0 docx@9.15.2
cat >write.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import { Document, Packer, Paragraph, Tab, Table, TableCell, TableRow, TextRun } from 'docx';

const tab = new Tab();
const line = (...children) => new Paragraph({ children: [new TextRun({ children })] });
const children = [
  line('甲局', tab, '3', tab, '12'),
  new Paragraph({ children: [new TextRun({ bold: true, text: '姓名：' }), new TextRun({ children: [tab, '王某某'] })] }),
  line('姓名：', tab, '赵某'),
  new Table({ rows: [new TableRow({ children: [new TableCell({ children: [line('丙局', tab, '5', tab, '7')] })] })] }),
];
writeFileSync('written.docx', await Packer.toBuffer(new Document({ sections: [{ children }] })));
JS
cat >read.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseDOCX } from '@docen/import-docx';
import mammoth from 'mammoth';

const EasyDocx = createRequire(import.meta.url)('node-easy-docx');
const words = (text) => text.replaceAll(/\s+/gu, ' ').trim();
const lines = (all) => all.map(words).filter((text) => text !== '');
const textOf = (node) => node.text ?? (node.content ?? []).map(textOf).join('');
const easyTextOf = (item) => item.text ?? (item.items ?? []).map(easyTextOf).join('');

let isAsSeen = true;
for (const [file, docen, easy] of [
  ['written.docx', '甲局 / 姓名：王某某 / 姓名： / 丙局', '姓名：王某某'],
  ['saved.docx', '甲局3 / 姓名：王某某 / 姓名：赵某 / 丙局5', '甲局 / 姓名：王某某 / 姓名：赵某'],
]) {
  const bytes = readFileSync(file);
  const read = {
    mammoth: lines((await mammoth.extractRawText({ buffer: bytes })).value.split('\n\n')).join(' / '),
    docen: lines((await parseDOCX(bytes)).content.map(textOf)).join(' / '),
    easy: lines((await new EasyDocx({ path: file }).parseDocx()).map(easyTextOf)).join(' / '),
  };
  console.log(file);
  for (const [name, text] of Object.entries(read)) console.log(`  ${name.padEnd(8)} ${text}`);
  const whole = read.mammoth.replaceAll(' ', '') === '甲局312/姓名：王某某/姓名：赵某/丙局57';
  isAsSeen &&= whole && read.docen === docen && read.easy === easy;
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node write.mjs
"$office" "-env:UserInstallation=file://$work/profile" --headless --convert-to 'docx:MS Word 2007 XML' --outdir out written.docx >/dev/null 2>&1
mv out/written.docx saved.docx
node read.mjs
