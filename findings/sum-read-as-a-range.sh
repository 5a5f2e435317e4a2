#!/usr/bin/env bash
# officeparser: in a paper saved as RTF a sum of 1 500 yuan is read as 1~500, “1 to 500”, if its parts are kept together.
#
# Versions: officeparser 8.1.1; beside it rtf.js 3.0.9 (in jsdom 26.1.0).
# One would guess: the space that does not break (Ctrl+Shift+Space in Word), which RTF writes \~, is a space in the text, as it is when the same paper is a DOCX.
# Seen: its sign in the file is put out as it is: 罚款1~500元, 第~三~条; the hyphen that does not break is a low line, 2018_2019. Text, Markdown and HTML are alike,
# there is no message, and what is written again as DOCX has the range, too. A space written \u160 is a space. The hyphen where one may break (Ctrl+-), which should leave
# nothing, takes the digits behind it away: of GB/T 9704 remains GB/T. LibreOffice 7.4 writes \~ for every such space. rtf.js has a space, a hyphen and
# GB/T 9704.
# Why it matters: digits in groups of three (GB/T 15835) are kept on one line by just this space, and ~ is how Chinese papers write “from … to …”.
# Last seen 2026-11-29. Fails when this changes. Not in the README; no report was found.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts officeparser@8.1.1 rtf.js@3.0.9 jsdom@26.1.0 docx@9.15.2
cat >read.cjs <<'JS'
const docx = require('docx');
const { JSDOM } = require('jsdom');
const { OfficeParser } = require('officeparser');

globalThis.window = new JSDOM('').window;
globalThis.document = window.document;
const RTFJS = require('./node_modules/rtf.js/dist/RTFJS.bundle.js');
RTFJS.loggingEnabled(false);

const inRtf = (text) => text.replace(/[^\x00-\x7f]/gu, (character) => `\\u${(character.charCodeAt(0) << 16) >> 16}?`);
const rtfOf = (text) => `{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}}\\uc1\\pard\\f0 ${inRtf(text)}\\par}`;
async function readWith(file, fileType, kind) {
  const { value, messages } = await (await OfficeParser.parseOffice(file, { fileType })).to(kind);
  if (messages.length > 0) console.log(`messages: ${JSON.stringify(messages)}`);
  return value.trim();
}
const readRtf = (text, kind = 'text') => readWith(Buffer.from(rtfOf(text)), 'rtf', kind);
async function readBeside(text) {
  const { buffer, byteOffset, length } = Buffer.from(rtfOf(text));
  const paragraphs = await new RTFJS.Document(buffer.slice(byteOffset, byteOffset + length), {}).render();
  return paragraphs[0].textContent;
}
async function readDocx(text) {
  const paper = new docx.Document({ sections: [{ children: [new docx.Paragraph(text)] }] });
  return readWith(await docx.Packer.toBuffer(paper), 'docx', 'text');
}

async function main() {
  let isAsSeen = true;
  for (const [text, seen, right] of [
    ['罚款1\\~500元', '罚款1~500元', '罚款1 500元'],
    ['55\\~235\\~367人', '55~235~367人', '55 235 367人'],
    ['第\\~三\\~条', '第~三~条', '第 三 条'],
    ['2018\\_2019年', '2018_2019年', '2018\u20112019年'],
    ['罚款1\\u160?500元', '罚款1\u00a0500元', '罚款1 500元'],
    ['GB/T\\-9704号', 'GB/T号', 'GB/T9704号'],
  ]) {
    const read = await readRtf(text);
    const beside = await readBeside(text);
    console.log(`${text.padEnd(18)} ${read}\tbeside it ${beside}`);
    isAsSeen &&= read === seen && beside.replaceAll('\u00a0', ' ') === right;
  }
  const html = await readRtf('罚款1\\~500元', 'html');
  const markdown = await readRtf('罚款1\\~500元', 'md');
  console.log(`as Markdown: ${markdown}; in the HTML: ${html.includes('1~500')}`);
  isAsSeen &&= html.includes('1~500') && markdown.replaceAll('\\', '').includes('1~500');
  const again = await readWith((await (await OfficeParser.parseOffice(Buffer.from(rtfOf('罚款1\\~500元')), { fileType: 'rtf' })).to('docx')).value, 'docx', 'text');
  const asDocx = await readDocx('罚款1\u00a0500元');
  console.log(`written as DOCX and read again: ${again}; the same paper as DOCX: ${JSON.stringify(asDocx)}`);
  isAsSeen &&= again === '罚款1~500元' && asDocx === '罚款1\u00a0500元';
  console.log(isAsSeen ? 'as seen before' : 'CHANGED');
  process.exit(isAsSeen ? 0 : 1);
}
main();
JS
node read.cjs
