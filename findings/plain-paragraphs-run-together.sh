#!/usr/bin/env bash
# docx2txt: paragraphs of a Word file that carry no mark of their own run together with what follows; of a table with 甲局, 3 and 12 stays 甲局312, and of 不予问责 and 免责 below it 不予问责免责.
#
# Versions: docx2txt 1.4 (Debian 1.4-5; later ones were not tried). The file is made with docx 9.15.2; beside it mammoth 1.13.0.
# One would guess: each paragraph is a line of the text, whoever has written the file.
# Seen: a paragraph ends a line only if its tag has an attribute (<w:p w:rsidR="…">, as Word usually writes) or properties stand in it (<w:pPr>). A bare <w:p>, as docx writes it, is no paragraph: its text is
# joined to the next one with nothing between, up to the next paragraph that has either. In tables, of which the cells are told apart by their paragraphs only, a row and the rows below it are one word.
# With rsid attributes added to the same file, all lines are there. There is no message.
# Why it matters: papers that a system writes (lists of cases, reports) are searched and compared by such text; numbers of two columns become one, and 不予问责 stands before 免责 as if it went with it.
# Last seen 2026-11-30. Fails when this changes. The package's ToDo wants the columns of tables set apart and says nothing of paragraphs; no report of it was found.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version), Perl $(perl -e 'printf "%vd", $^V')"
if ! apt-get download docx2txt=1.4-5 >/dev/null 2>&1; then
  apt-get update >/dev/null
  apt-get download docx2txt=1.4-5 >/dev/null 2>&1
fi
dpkg -x docx2txt_*.deb root
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts docx@9.15.2 jszip@3.10.1 mammoth@1.13.0
cat >paragraphs.cjs <<'JS'
const { execFileSync } = require('node:child_process');
const { writeFileSync } = require('node:fs');
const { Document, Packer, Paragraph, Table, TableCell, TableRow } = require('docx');
const JSZip = require('jszip');
const mammoth = require('mammoth');

const cell = (text) => new TableCell({ children: [new Paragraph(text)] });
const row = (cells) => new TableRow({ children: cells.map(cell) });
const children = [
  new Paragraph({ text: '办法', heading: 'Heading1' }),
  new Paragraph('不予问责'),
  new Paragraph('免责'),
  new Paragraph({ text: '附表', heading: 'Heading1' }),
  new Table({ rows: [row(['甲局', '3', '12']), row(['乙局', '5', '8'])] }),
  new Paragraph('合计28人'),
];
const read = (name) => execFileSync('perl', ['root/usr/bin/docx2txt', name, '-'], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
const lines = (text) => text.split('\n').map((line) => line.trim()).filter(Boolean).join('|');
async function main() {
  const file = await Packer.toBuffer(new Document({ sections: [{ children }] }));
  writeFileSync('a.docx', file);
  const zip = await JSZip.loadAsync(file);
  const body = await zip.file('word/document.xml').async('string');
  zip.file('word/document.xml', body.replaceAll('<w:p>', '<w:p w:rsidR="00A10001">'));
  writeFileSync('b.docx', await zip.generateAsync({ type: 'nodebuffer' }));

  const all = '办法|不予问责|免责|附表|甲局|3|12|乙局|5|8|合计28人';
  const cases = [
    ['docx2txt', lines(read('a.docx')), '办法|不予问责免责附表|甲局312乙局58合计28人'],
    ['with attributes', lines(read('b.docx')), all],
    ['beside it, mammoth', lines((await mammoth.extractRawText({ buffer: file })).value), all],
  ];
  let isAsSeen = true;
  for (const [name, seen, expected] of cases) {
    console.log(`${name.padEnd(18)} ${seen}`);
    isAsSeen &&= seen === expected;
  }
  console.log(isAsSeen ? 'as seen before' : 'CHANGED');
  process.exit(isAsSeen ? 0 : 1);
}
main();
JS
node paragraphs.cjs
