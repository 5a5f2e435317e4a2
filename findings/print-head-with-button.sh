#!/usr/bin/env bash
# A table heading that holds a <button> is printed once, not on every page.
#
# Versions: Chromium 156 (Debian; CHROMIUM_PATH names another), playwright-core 1.65.1, pdfjs-dist 4.10.38 to read the text of the PDF.
# One would guess: <thead> is repeated on every printed page, whatever its cells hold; links, inputs and inline-blocks in it do no harm.
# Seen: with a <button> in a heading cell (what a sortable table has) the heading stands on the first page alone.
# `display: contents` on the button in print styles brings the repetition back.
# Last seen 2026-11-28. Fails when this changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts playwright-core@1.65.1 pdfjs-dist@4.10.38
cat >print.mjs <<'JS'
import { chromium } from 'playwright-core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
console.log(`Chromium ${browser.version()}`);

/** On how many of how many pages the heading stands. */
async function headings(cell, style = '') {
  const page = await browser.newPage();
  const rows = '<tr><td>row</td></tr>'.repeat(200);
  await page.setContent(`<style>${style}</style><table><thead><tr><th>${cell}</th></tr></thead><tbody>${rows}</tbody></table>`);
  const pdf = await getDocument({ data: new Uint8Array(await page.pdf({ format: 'A4' })), verbosity: 0 }).promise;
  let count = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    if (items.some(({ str }) => str.includes('HEADING'))) count += 1;
  }
  await page.close();
  return `${count} of ${pdf.numPages}`;
}

const seen = {
  'text': await headings('HEADING'),
  'a link': await headings('<a href="#x">HEADING</a>'),
  'an input beside it': await headings('HEADING <input>'),
  'an inline-block': await headings('<span style="display: inline-block">HEADING</span>'),
  'a button': await headings('<button>HEADING</button>'),
  'a button, display: contents in print': await headings('<button>HEADING</button>', '@media print { button { display: contents } }'),
};
for (const [cell, pages] of Object.entries(seen)) console.log(`heading cell with ${cell}: on ${pages} pages`);
await browser.close();
const [one, ...all] = ['a button', 'text', 'a link', 'an input beside it', 'an inline-block', 'a button, display: contents in print'].map((name) => seen[name]);
const isAsSeen = /^1 of [2-9]/.test(one) && all.every((pages) => /^(\d+) of \1$/.test(pages));
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node print.mjs
