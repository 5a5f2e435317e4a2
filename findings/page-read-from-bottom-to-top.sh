#!/usr/bin/env bash
# pdf2json: the text of a page is read from its last line to its first, so that cases with exemption stand below “no exemption in these cases：”.
#
# Versions: pdf2json 4.1.0; beside it unpdf 1.8.1. The files are printed by Chromium 156 (CHROMIUM_PATH names another than that of Debian; playwright-core 1.65.1) and
# made by pdf-lib 1.17.1 and pdfkit 0.20.2.
# One would guess: `getRawTextContent`, by which the README saves the text of a PDF, gives the lines as they stand on the page, as the `Texts` of each page are.
# Seen: on every page the lines are in the opposite order, the words in each line right; the pages themselves follow each other rightly. So it is whatever made the file, in
# Chinese and in English, and in files of LibreOffice 7.4, too. The heading of a page comes last. There is no message.
# What is told in the code is an order from top to bottom; heights in a PDF count from the bottom.
# Why it matters: the text is fed to search and summaries, where nobody sees the page; headings that end in a colon take the points of the part before.
# Last seen 2026-11-29. Fails when this changes. Not in the README; no report was found (issue 421, whose cure brought it, is of words within a line).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts pdf2json@4.1.0 pdf-lib@1.17.1 pdfkit@0.20.2 playwright-core@1.65.1 unpdf@1.8.1
cat >read.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import PDFParser from 'pdf2json';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import Pdfkit from 'pdfkit';
import { chromium } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';

// Fonts may hold radicals (⼀) in place of characters (一), and print their own spaces; neither is the subject here.
const plain = (text) => text.replace(/[\u2f00-\u2fd5]/gu, (radical) => radical.normalize('NFKC')).replace(/ /gu, '').trim();
async function readWith(file) {
  writeFileSync('file.pdf', file);
  const parser = new PDFParser(null, true);
  const texts = await new Promise((resolve, reject) => {
    parser.on('pdfParser_dataError', reject);
    parser.on('pdfParser_dataReady', ({ Pages }) => resolve(Pages.map(({ Texts }) => plain(Texts.map(({ R }) => decodeURIComponent(R[0].T)).join('')))));
    parser.loadPDF('file.pdf', 0);
  });
  const pages = parser.getRawTextContent().split(/-+Page \(\d+\) Break-+/u).slice(0, -1);
  return { raw: pages.map((page) => plain(page).split(/\s+/u)), texts };
}
const parts = ['一、免责的情形：', '先行先试的失误', '二、不予免责的情形：', '谋取私利的'];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
console.log(`Chromium ${browser.version()}`);
const page = await browser.newPage();
await page.setContent(parts.map((part) => `<p>${part}</p>`).join('') + '<p style="break-before: page">三、附则</p><p>自公布之日起施行</p>');
const printed = await page.pdf({ format: 'A4' });
await browser.close();

const { raw, texts } = await readWith(printed);
for (const lines of raw) console.log(`read: ${lines.join(' / ')}`);
console.log(`in Texts: ${texts.join(' / ')}`);
const beside = plain((await extractText(await getDocumentProxy(new Uint8Array(printed)), { mergePages: true })).text).split(/\s+/u);
console.log(`beside it: ${beside.join(' / ')}`);
let isAsSeen =
  raw[0].join() === parts.toReversed().join() && raw[1].join() === '自公布之日起施行,三、附则' && texts[0] === parts.join('') && beside.slice(0, 4).join() === parts.join();
console.log(`below ${parts[2]} stands ${raw[0][raw[0].indexOf(parts[2]) + 1]}`);

const made = await PDFDocument.create();
const font = await made.embedFont(StandardFonts.Helvetica);
const sheet = made.addPage();
for (const [index, text] of ['Rule1', 'Rule2', 'Rule3'].entries()) sheet.drawText(text, { x: 50, y: 700 - index * 30, font });
const kit = new Pdfkit();
const pieces = [];
kit.on('data', (piece) => pieces.push(piece));
const isEnded = new Promise((resolve) => kit.on('end', resolve));
for (const text of ['Rule1', 'Rule2', 'Rule3']) kit.text(text);
kit.end();
await isEnded;
for (const [maker, file] of [
  ['pdf-lib', await made.save()],
  ['pdfkit', Buffer.concat(pieces)],
]) {
  const lines = (await readWith(file)).raw[0].join(' / ');
  console.log(`made by ${maker}: ${lines}`);
  isAsSeen &&= lines === 'Rule3 / Rule2 / Rule1';
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node read.mjs 2>&1 | grep -v '^Warning'
