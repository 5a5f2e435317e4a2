#!/usr/bin/env bash
# officeparser: in a row below a merged cell everything slides one column to the left; the name of a person stands where the office stood.
#
# Versions: officeparser 8.1.1; beside it word-extractor 1.0.4.
# One would guess: a table read as text keeps its columns, with an empty cell or the merged words where the merged cell goes on, as its own CSV has it.
# Seen: in text, | 甲局 | 张某 | 免责 | is followed by | 李某 | 问责 |. A cell over two columns (合计) draws what follows to the left, in text and in CSV. Its
# HTML and Markdown, with `rowspan` and `colspan`, are right; so is word-extractor for the first, and it, too, draws 2人 below the names.
# Why it matters: lists of names by office are made with merged cells; read by columns, 李某 is an office and 问责 a name.
# Last seen 2026-11-29. Fails when this changes. Not in the README of the package.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts officeparser@8.1.1 word-extractor@1.0.4 jszip@3.10.1
cat >read.mjs <<'JS'
import JSZip from 'jszip';
import officeparser from 'officeparser';
import WordExtractor from 'word-extractor';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
async function fileOf(body) {
  const zip = new JSZip();
  zip.file(
    '[Content_Types].xml',
    `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
  );
  zip.file('_rels/.rels', `<Relationships xmlns="${packages}/relationships"><Relationship Id="r" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`);
  zip.file('word/document.xml', `<w:document xmlns:w="${word}"><w:body>${body}<w:sectPr/></w:body></w:document>`);
  return zip.generateAsync({ type: 'nodebuffer' });
}
const cell = (text, format = '') => `<w:tc><w:tcPr>${format}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
const row = (...cells) => `<w:tr>${cells.join('')}</w:tr>`;
const rows = [
  row(cell('单位'), cell('姓名'), cell('处理')),
  row(cell('甲局', '<w:vMerge w:val="restart"/>'), cell('张某'), cell('免责')),
  row(cell('', '<w:vMerge/>'), cell('李某'), cell('问责')),
  row(cell('合计', '<w:gridSpan w:val="2"/>'), cell('2人')),
];
const file = await fileOf(`<w:tbl><w:tblPr/><w:tblGrid>${'<w:gridCol w:w="2000"/>'.repeat(3)}</w:tblGrid>${rows.join('')}</w:tbl>`);
const read = await officeparser.parseOffice(file);
const lines = (text) => text.trim().split('\n').slice(1).map((line) => line.trimEnd().replaceAll('\t', ' | ')).join(' / ');
const html = (await read.to('html')).value;
const seen = [
  ['officeparser, text', lines((await read.to('text')).value), '| 甲局 | 张某 | 免责 | / | 李某 | 问责 | / | 合计 | 2人 |'],
  ['officeparser, CSV', lines((await read.to('csv')).value), '甲局,张某,免责 / ,李某,问责 / 合计,2人,'],
  ['officeparser, HTML', html.match(/(?:rowspan|colspan)="\d"/gu)?.join(' '), 'rowspan="2" colspan="2"'],
  ['word-extractor', lines((await new WordExtractor().extract(file)).getBody()), '甲局 | 张某 | 免责 /  | 李某 | 问责 / 合计 | 2人'],
];
let isAsSeen = true;
for (const [name, text, expected] of seen) {
  console.log(`${name.padEnd(19)} ${text}`);
  isAsSeen &&= text === expected;
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node read.mjs
