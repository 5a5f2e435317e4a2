#!/usr/bin/env bash
# docx-preview: rows and cells of a table that stand in a content control are not shown.
#
# Versions: docx-preview 0.4.1 (in jsdom 31.0.1); beside it mammoth 1.13.0.
# One would guess: a control (a field of a form, or a section that Word lets people repeat) shows what is in it, as it does around words and paragraphs.
# Seen: around words and paragraphs it does; a row in it is left out and a cell in it leaves its row short, and nothing is reported. So is all that a
# w:customXml holds. mammoth has every row.
# Why it matters: tables to be filled in are made with repeated rows; the page shows the first, typed row and none of those that were filled in.
# Last seen 2026-11-28. Fails when this changes. Not in the README of the package.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts docx-preview@0.4.1 mammoth@1.13.0 jszip@3.10.1 jsdom@31.0.1
cat >read.mjs <<'JS'
import { JSDOM } from 'jsdom';
import JSZip from 'jszip';
import mammoth from 'mammoth';

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
async function shown(file) {
  const box = document.createElement('div');
  await renderAsync(file, box, box);
  return Array.from(box.querySelectorAll('article p'), ({ textContent }) => textContent).join(' / ');
}
const control = (content) => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
const run = (text) => `<w:r><w:t>${text}</w:t></w:r>`;
const cell = (text) => `<w:tc><w:p>${run(text)}</w:p></w:tc>`;
const row = (text) => `<w:tr>${cell(text)}</w:tr>`;
const file = await fileOf(
  [
    `<w:p>${run('事项')}${control(run('一'))}</w:p>${control(`<w:p>${run('整段')}</w:p>`)}<w:customXml w:element="x"><w:p>${run('整段二')}</w:p></w:customXml>`,
    `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid>${row('甲')}${control(row('乙') + row('丙'))}<w:tr>${cell('丁')}${control(cell('戊'))}</w:tr></w:tbl>`,
  ].join(''),
);
const seen = {
  'docx-preview': [await shown(file), '事项一 / 整段 / 甲 / 丁'],
  mammoth: [(await mammoth.extractRawText({ buffer: file })).value.trim().replace(/\n+/gu, ' / '), '事项一 / 整段 / 整段二 / 甲 / 乙 / 丙 / 丁 / 戊'],
};
let isAsSeen = true;
for (const [name, [text, expected]] of Object.entries(seen)) {
  console.log(`${name.padEnd(14)} ${text}`);
  isAsSeen &&= text === expected;
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node read.mjs
