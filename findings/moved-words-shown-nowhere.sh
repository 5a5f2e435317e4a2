#!/usr/bin/env bash
# docx-preview: words that were moved while changes are tracked are shown neither where they were nor where they went.
#
# Versions: docx-preview 0.4.1 (in jsdom 31.0.1); beside it mammoth 1.13.0.
# One would guess: a viewer shows the text as it reads with all changes accepted, or old and new together; insertions are shown, deletions are not.
# Seen: the sentence in w:moveTo is gone as well as that in w:moveFrom, with and without `renderChanges`; nothing is reported. mammoth has it at its new place.
# Why it matters: drafts of rules are made with tracked changes, and moving an article by dragging is common; the reader of such a page misses an article.
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
async function shown(file, options) {
  const box = document.createElement('div');
  await renderAsync(file, box, box, options);
  return Array.from(box.querySelectorAll('article p'), ({ textContent }) => textContent).join(' / ');
}
const run = (text) => `<w:r><w:t>${text}</w:t></w:r>`;
const change = (name, text) => `<w:${name} w:id="1" w:author="a" w:date="2026-11-28T00:00:00Z">${text}</w:${name}>`;
const file = await fileOf(
  [
    `<w:p>${run('第二条')}${change('moveTo', run('容错的情形。'))}</w:p>`,
    `<w:p>${run('第五条')}${change('moveFrom', run('容错的情形。'))}</w:p>`,
    `<w:p>${run('第六条')}${change('ins', run('加上的话。'))}${change('del', '<w:r><w:delText>删去的话。</w:delText></w:r>')}</w:p>`,
  ].join(''),
);
const seen = {
  'docx-preview': [await shown(file), '第二条 / 第五条 / 第六条加上的话。'],
  'docx-preview, renderChanges': [await shown(file, { renderChanges: true }), '第二条 / 第五条 / 第六条加上的话。删去的话。'],
  mammoth: [(await mammoth.extractRawText({ buffer: file })).value.trim().replace(/\n+/gu, ' / '), '第二条容错的情形。 / 第五条 / 第六条加上的话。'],
};
let isAsSeen = true;
for (const [name, [text, expected]] of Object.entries(seen)) {
  console.log(`${name.padEnd(28)} ${text}`);
  isAsSeen &&= text === expected;
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node read.mjs
