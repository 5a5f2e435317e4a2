#!/usr/bin/env bash
# Readers of Word files: the hyphen that does not break (Ctrl+Shift+- in Word) is dropped, so that 2018-2019 is read as 20182019.
#
# Versions: officeparser 8.1.1, word-extractor 1.0.4, docx-preview 0.4.1 (in jsdom 31.0.1); beside them mammoth 1.13.0.
# One would guess: a sign that Word shows and prints is in the text; without it a space or a mark would be left.
# Seen: three of four readers join what it stood between: 20182019, GB/T 97042012, 01012345678, and none warns. docx-preview puts a place to break there.
# mammoth keeps it (as U+2011), and so does LibreOffice 7.4. For docx-preview it is told in its pull request 219.
# Why it matters: years, numbers of standards and telephone numbers are where people use it; what comes out is another number that looks sound.
# Last seen 2026-11-28. Fails when this changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts officeparser@8.1.1 word-extractor@1.0.4 docx-preview@0.4.1 mammoth@1.13.0 jszip@3.10.1 jsdom@31.0.1
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
const readers = {
  officeparser: async (file) => (await (await officeparser.parseOffice(file)).to('text')).value,
  'word-extractor': async (file) => (await new WordExtractor().extract(file)).getBody(),
  'docx-preview': async (file) => {
    const box = document.createElement('div');
    await renderAsync(file, box, box);
    return box.querySelector('article').textContent;
  },
  mammoth: async (file) => (await mammoth.extractRawText({ buffer: file })).value,
};
let isAsSeen = true;
for (const parts of [['2018', '2019'], ['GB/T 9704', '2012'], ['010', '12345678']]) {
  const run = parts.map((part) => `<w:t>${part}</w:t>`).join('<w:noBreakHyphen/>');
  const file = await fileOf(`<w:p><w:r>${run}</w:r></w:p>`);
  for (const [name, read] of Object.entries(readers)) {
    const seen = (await read(file)).trim();
    console.log(`${parts.join('-').padEnd(14)} ${name.padEnd(15)} ${seen}`);
    isAsSeen &&= seen === parts.join(name === 'mammoth' ? '\u2011' : '');
  }
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node read.mjs
