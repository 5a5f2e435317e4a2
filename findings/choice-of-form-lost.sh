#!/usr/bin/env bash
# Readers of Word files: what was chosen from a list in a form is lost, 结论：免责 is read as 结论：, and mammoth, which tells what it leaves out, does not tell it.
#
# Versions: mammoth 1.13.0, officeparser 8.1.1, word-extractor 1.0.4, docx-preview 0.4.1 (in jsdom 31.0.1).
# One would guess: the chosen word is text in the file, as what is typed into a field of the same form is; or at least that its place is marked.
# Seen: Word keeps the list and the number of the choice (w:ddList, w:result) in the head of the field and no words of it; none of the four writes it, and
# nothing is reported. The choice of a newer control (w:sdt) is kept by all. A box of the form, ticked or not, is nothing but in the HTML of mammoth. A tick set
# as a sign of Wingdings (w:sym), 同意☑ 不同意□, is dropped by officeparser and word-extractor: 同意不同意.
# Why it matters: approval sheets are forms; read by any of these the sheet has the name and the reasons, and not what was decided.
# Last seen 2026-11-29. Fails when this changes. Not in the READMEs; ticks in the raw text of mammoth are its issue 410, and another reader has had it reported (python-docx, issue 696).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts mammoth@1.13.0 officeparser@8.1.1 word-extractor@1.0.4 docx-preview@0.4.1 jszip@3.10.1 jsdom@31.0.1
cat >read.mjs <<'JS'
import { JSDOM } from 'jsdom';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import officeparser from 'officeparser';
import WordExtractor from 'word-extractor';

const { window } = new JSDOM('');
Object.assign(globalThis, { document: window.document, DOMParser: window.DOMParser, XMLSerializer: window.XMLSerializer, Node: window.Node });
const { renderAsync } = await import('docx-preview');

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
const run = (inner) => `<w:r>${inner}</w:r>`;
const text = (words) => run(`<w:t>${words}</w:t>`);
const mark = (type, inner = '') => run(`<w:fldChar w:fldCharType="${type}">${inner}</w:fldChar>`);
const field = (code, data, result = '') => mark('begin', `<w:ffData>${data}</w:ffData>`) + run(`<w:instrText> ${code} </w:instrText>`) + result + mark('end');
const items = ['问责', '免责'].map((item) => `<w:listEntry w:val="${item}"/>`).join('');
const sign = (char) => run(`<w:sym w:font="Wingdings 2" w:char="${char}"/>`);
const paragraphs = {
  typed: text('姓名：') + field('FORMTEXT', '<w:textInput/>', mark('separate') + text('张某')),
  list: text('结论：') + field('FORMDROPDOWN', `<w:ddList><w:result w:val="1"/>${items}</w:ddList>`),
  control: `${text('意见：')}<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:value="免责"/></w:dropDownList></w:sdtPr><w:sdtContent>${text('免责')}</w:sdtContent></w:sdt>`,
  box: text('公开') + field('FORMCHECKBOX', '<w:checkBox><w:sizeAuto/><w:default w:val="0"/><w:checked/></w:checkBox>'),
  signs: text('同意') + sign('F052') + text('不同意') + sign('F0A3'),
};
async function shown(file) {
  const box = document.createElement('div');
  await renderAsync(file, box, box);
  return Array.from(box.querySelectorAll('article p'), ({ textContent }) => textContent).join('\n');
}
const file = await fileOf(Object.values(paragraphs).map((inner) => `<w:p>${inner}</w:p>`).join(''));
const html = await mammoth.convertToHtml({ buffer: file });
const code = (char) => `<${char.codePointAt(0).toString(16)}>`;
const line = (words) => words.trim().replace(/\n+/gu, ' / ').replace(/\p{Co}/gu, code);
const seen = {
  'mammoth, text': [line((await mammoth.extractRawText({ buffer: file })).value), '姓名：张某 / 结论： / 意见：免责 / 公开 / 同意☑不同意□'],
  'mammoth, HTML': [line(html.value.replace(/<input[^>]* checked[^>]*>/gu, '[x]').replace(/<\/p>/gu, '\n').replace(/<[^>]+>/gu, '')), '姓名：张某 / 结论： / 意见：免责 / 公开[x] / 同意☑不同意□'],
  'mammoth, messages': [String(html.messages.length), '0'],
  officeparser: [line((await (await officeparser.parseOffice(file)).to('text')).value), '姓名：张某 / 结论： / 意见：免责 / 公开 / 同意不同意'],
  'word-extractor': [line((await new WordExtractor().extract(file)).getBody()), '姓名：张某 / 结论： / 意见：免责 / 公开 / 同意不同意'],
  'docx-preview': [line(await shown(file)), '姓名：张某 / 结论： / 意见：免责 / 公开 / 同意<f052>不同意<f0a3>'],
};
let isAsSeen = true;
for (const [name, [words, expected]] of Object.entries(seen)) {
  console.log(`${name.padEnd(18)} ${words}`);
  isAsSeen &&= words === expected;
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node --no-deprecation read.mjs
