#!/usr/bin/env bash
# docx-preview: articles that run on through the chapters of a law, 第三条 after 第二条, begin with 第一条 again in every chapter.
#
# Versions: docx-preview 0.4.1, Chromium 150 (CHROMIUM_PATH names another than that of Debian), playwright-core 1.65.1.
# One would guess: the numbers are those that Word shows, for w:lvlRestart with the value 0, “do not restart after a higher level”, is read from the file.
# Seen: it is read and not used; 第二章 begins with 第一条. Where the number of a chapter stands in that of its articles, “%1.%2”, it is written as theirs is:
# 1.1 for 一.1. The characters of numbers themselves (第十二条) are right.
# Why it matters: it is how Word is told to number articles; whoever cites from the preview cites another article, which there is.
# Last seen 2026-11-29. Fails when this changes. Not in the README; other faults of numbers with levels are the subject of its pull request 217.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts docx-preview@0.4.1 jszip@3.10.1 playwright-core@1.65.1
cat >read.mjs <<'JS'
import JSZip from 'jszip';
import { chromium } from 'playwright-core';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const level = (number, format, text, more = '') =>
  `<w:lvl w:ilvl="${number}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:suff w:val="nothing"/><w:lvlText w:val="${text}"/></w:lvl>`;
const list = (id, ...levels) => `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels.join('')}</w:abstractNum>`;
const numbering = [
  list(1, level(0, 'chineseCountingThousand', '第%1章'), level(1, 'chineseCountingThousand', '第%2条', '<w:lvlRestart w:val="0"/>')),
  list(2, level(0, 'chineseCountingThousand', '%1、'), level(1, 'decimal', '%1.%2')),
  '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>',
].join('');
const paragraph = (id, depth, text) =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const lines = [
  [1, 0, '总则', '第一章'],
  [1, 1, '目的', '第一条'],
  [1, 1, '原则', '第二条'],
  [1, 0, '容错', '第二章'],
  [1, 1, '情形', '第一条'],
  [2, 0, '要求', '一、'],
  [2, 1, '措施', '1.1'],
];
const zip = new JSZip();
zip.file(
  '[Content_Types].xml',
  `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${type}.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="${type}.numbering+xml"/></Types>`,
);
zip.file('_rels/.rels', `<Relationships xmlns="${packages}/relationships"><Relationship Id="r" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`);
zip.file('word/_rels/document.xml.rels', `<Relationships xmlns="${packages}/relationships"><Relationship Id="r" Type="${office}/numbering" Target="numbering.xml"/></Relationships>`);
zip.file('word/numbering.xml', `<w:numbering xmlns:w="${word}">${numbering}</w:numbering>`);
zip.file('word/document.xml', `<w:document xmlns:w="${word}"><w:body>${lines.map((line) => paragraph(...line)).join('')}<w:sectPr/></w:body></w:document>`);
const file = await zip.generateAsync({ type: 'base64' });

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
console.log(`Node ${process.version}, Chromium ${browser.version()}`);
const page = await browser.newPage();
await page.addScriptTag({ path: 'node_modules/jszip/dist/jszip.min.js' });
await page.addScriptTag({ path: 'node_modules/docx-preview/dist/docx-preview.js' });
await page.evaluate(async (text) => docx.renderAsync(Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)), document.body), file);
const session = await page.context().newCDPSession(page);
const { nodes } = await session.send('Accessibility.getFullAXTree');
const shown = nodes.filter(({ role }) => role?.value === 'StaticText').map(({ name }) => name.value).join('');
await browser.close();
let rest = shown;
let isAsSeen = true;
for (const [, , text, number] of lines) {
  const at = rest.indexOf(text);
  const seen = rest.slice(0, at).trim();
  rest = rest.slice(at + text.length);
  console.log(`${seen.padEnd(6)} ${text}`);
  isAsSeen &&= at >= 0 && seen === number;
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node read.mjs
