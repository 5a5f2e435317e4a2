#!/usr/bin/env bash
# Readers of Word files: a character in a circle (Word: 带圈字符) is lost, and mammoth, which tells what it leaves out, does not tell it.
#
# Versions: mammoth 1.13.0, officeparser 8.1.1, word-extractor 1.0.4.
# One would guess: the character is text with a format, or at least a field whose shown result is in the file, as a cross-reference has one.
# Seen: Word keeps it as the formula `eq \o\ac(○,密)` in the code of a field without a result; all three read 关于密件 as 关于件 without a word. LibreOffice
# 7.4 does the same, and docx-preview. An ordinary cross-reference is read rightly. The file is made by hand, as Word writes it.
# Why it matters: circled numbers over ⑳ and circled marks stand in lists and headings of Chinese papers; a number or a word of the text goes unnoticed.
# Last seen 2026-11-28. Fails when this changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts mammoth@1.13.0 officeparser@8.1.1 word-extractor@1.0.4 jszip@3.10.1
cat >read.mjs <<'JS'
import JSZip from 'jszip';
import mammoth from 'mammoth';
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
const messages = [];
const readers = {
  mammoth: async (file) => {
    const { value, messages: told } = await mammoth.extractRawText({ buffer: file });
    messages.push(...told);
    return value;
  },
  officeparser: async (file) => (await (await officeparser.parseOffice(file)).to('text')).value,
  'word-extractor': async (file) => (await new WordExtractor().extract(file)).getBody(),
};
const run = (inner) => `<w:r>${inner}</w:r>`;
const text = (words) => run(`<w:t>${words}</w:t>`);
const mark = (type) => run(`<w:fldChar w:fldCharType="${type}"/>`);
const field = (code, result) => mark('begin') + run(`<w:instrText>${code}</w:instrText>`) + (result ? mark('separate') + text(result) : '') + mark('end');
const paragraphs = [
  ['关于（密）件', text('关于') + field(String.raw` eq \o\ac(○,密)`) + text('件'), '关于件'],
  ['第（21）项', text('第') + field(String.raw` eq \o\ac(○,21)`) + text('项'), '第项'],
  ['见第三条。', text('见') + field(String.raw` REF a \h `, '第三条') + text('。'), '见第三条。'],
];
let isAsSeen = true;
for (const [words, body, expected] of paragraphs) {
  const file = await fileOf(`<w:p>${body}</w:p>`);
  for (const [name, read] of Object.entries(readers)) {
    const seen = (await read(file)).trim();
    console.log(`${words.padEnd(8)} ${name.padEnd(15)} ${seen}`);
    isAsSeen &&= seen === expected;
  }
}
console.log(`messages of mammoth: ${messages.length}`);
isAsSeen &&= messages.length === 0;
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node read.mjs
