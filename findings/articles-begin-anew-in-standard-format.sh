#!/usr/bin/env bash
# LibreOffice: saved in the national format (标文通, UOF) articles begin anew behind every other paragraph, 第三条 is 第一条, and a fixed date becomes today's.
#
# Versions: LibreOffice 7.4.7 (Debian; SOFFICE_PATH names another), its filter “UOF text” (.uot).
# One would guess: a paper that is saved as UOF and opened again has the numbers and the date that it had, as it has when it is saved as ODT; or something is said.
# Seen: the file itself says 重新编号="1" (number anew) for the first article behind a paragraph, although it continues the list; （一）（二） below an article are kept.
# A date that was set as fixed is written as the day on which the paper was made (CREATEDATE), its words beside it, and read as today's. The reading above a character
# becomes part of the text, 担dān当, and the row below a merged cell slides one column to the left. Footnotes and tabs come back. The command line says nothing.
# Why it matters: GB/T 20916 is the national standard for office files, and what is kept in it is opened years later; 第三条 is cited elsewhere, and the day of a paper
# decides which rule applies.
# Last seen 2026-11-30. Fails when this changes. Not in the help, which names the format only; no report was found.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
office=${SOFFICE_PATH:-soffice}
"$office" --version
echo "Node $(node --version)"
cat >write.mjs <<'JS'
import { writeFileSync } from 'node:fs';

const ODF = 'urn:oasis:names:tc:opendocument:xmlns';
const names = ['office', 'text', 'style', 'table'].map((name) => `xmlns:${name}="${ODF}:${name}:1.0"`).join(' ');
const level = (depth, before, behind) =>
  `<text:list-level-style-number text:level="${depth}" style:num-format="一, 二, 三, ..." style:num-prefix="${before}" style:num-suffix="${behind}"/>`;
const paragraph = (words) => `<text:p>${words}</text:p>`;
const items = (...all) => all.map((one) => `<text:list-item>${one}</text:list-item>`).join('');
const articles = (...all) => `<text:list text:style-name="L" text:continue-numbering="true">${items(...all)}</text:list>`;
const points = (...all) => `<text:list>${items(...all.map(paragraph))}</text:list>`;
const cell = (words, span = '') => `<table:table-cell${span}>${paragraph(words)}</table:table-cell>`;
const row = (...cells) => `<table:table-row>${cells.join('')}</table:table-row>`;
const note = `<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${paragraph('两次以上的除外')}</text:note-body></text:note>`;
const body = [
  articles(paragraph('总则'), paragraph('范围')),
  paragraph('前款所称干部，是指本机关的工作人员。'),
  articles(paragraph('条件') + points('先行先试', '没有私利')),
  paragraph('第二章'),
  articles(paragraph('程序') + points('申请')),
  paragraph('<text:ruby><text:ruby-base>担</text:ruby-base><text:ruby-text>dān</text:ruby-text></text:ruby>当'),
  '<table:table table:name="T"><table:table-column table:number-columns-repeated="3"/>' +
    row(cell('甲局', ' table:number-rows-spanned="2"'), cell('局长'), cell('张某')) +
    row('<table:covered-table-cell/>', cell('副局长'), cell('李某')) +
    '</table:table>',
  paragraph('合计<text:tab/>2'),
  paragraph(`可以${note}免责`),
  paragraph('日期：<text:date text:fixed="true" text:date-value="2018-11-20">11/20/18</text:date>'),
];
writeFileSync(
  'paper.fodt',
  `<?xml version="1.0" encoding="UTF-8"?><office:document ${names} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">` +
    `<office:automatic-styles><text:list-style style:name="L">${level(1, '第', '条')}${level(2, '（', '）')}</text:list-style></office:automatic-styles>` +
    `<office:body><office:text>${body.join('')}</office:text></office:body></office:document>`,
);
JS
cat >compare.mjs <<'JS'
import { readFileSync } from 'node:fs';

const lines = (name) =>
  readFileSync(name, 'utf8')
    .replace(/^\uFEFF/u, '')
    .trim()
    .split('\n')
    .map((line) => line.trim());
// A cell is a line; the covered one below 甲局 is an empty line.
const table = ['甲局', '局长', '张某', '', '副局长', '李某'];
const slid = ['甲局', '局长', '张某', '副局长', '李某', ''];
const articles = ['前款所称干部，是指本机关的工作人员。', '第三条 条件', '（一） 先行先试', '（二） 没有私利', '第二章', '第四条 程序', '（一） 申请'];
const rest = ['合计\t2', '可以1免责'];
const kept = ['第一条 总则', '第二条 范围', ...articles, '担当', ...table, ...rest, '日期：11/20/18'];
const anew = ['第一条 总则', '第二条 范围', ...articles.with(1, '第一条 条件').with(5, '第一条 程序'), '担dān当', ...slid, ...rest];
const [before, standard, other] = ['paper.txt', 'standard/paper.txt', 'other/paper.txt'].map(lines);
before.forEach((line, row) => console.log(`${line}\tas UOF ${standard[row]}\tas ODT ${other[row]}`));
const [day] = standard.splice(-1);
const file = readFileSync('paper.uot', 'utf8');
const marks = file.match(/字:编号级别="0" 字:重新编号="1"/gu).length;
const said = lines('uof.txt').filter((line) => !line.includes('java'));
console.log(`${marks} of 4 articles are told to begin anew`);
const isAsSeen = [
  String(before) === String(kept),
  String(other) === String(kept),
  String(standard) === String(anew),
  day.startsWith('日期：') && !day.endsWith('/18'),
  marks === 3 && file.includes('CREATEDATE') && file.includes('两次以上的除外'),
  said.length === 1 && said[0].includes('using filter : UOF text'),
].every(Boolean);
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
convert() { LC_ALL=C.UTF-8 "$office" "-env:UserInstallation=file://$work/profile" --headless --convert-to "$1" --outdir "$2" "$3" >said.txt 2>&1; }
node write.mjs
convert txt:Text . paper.fodt
convert odt other paper.fodt
convert txt:Text other other/paper.odt
convert uot . paper.fodt
cp said.txt uof.txt
convert odt standard paper.uot
convert txt:Text standard standard/paper.odt
node compare.mjs
