#!/usr/bin/env bash
# markdown-docx: a second paragraph of a numbered point becomes a point of its own, and all points behind it get another number.
#
# Versions: markdown-docx 1.7.0; beside it @mohtasham/md-to-docx 4.0.1.
# One would guess: a paragraph that is indented below a point belongs to it, as everywhere in Markdown, and stands in Word without a number.
# Seen: it is numbered like the points, so that 1. 申请 (with a sentence below), 2. 核实, 3. 认定 comes out as 1 to 4, and 认定 is 4. So is a heading below a point, and a
# paragraph behind points of a second level. A quotation is safe. @mohtasham/md-to-docx gives such a paragraph no number.
# LibreOffice shows the file with 4 points. There is no message.
# Why it matters: “step 3” of a procedure or “condition 2” is cited by its number; the Word file has another step there, and its list looks sound.
# Last seen 2026-11-29. Fails when this changes. Not in the READMEs; what is known of others is lists that count on (remark-docx, issue 88).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts markdown-docx@1.7.0 @mohtasham/md-to-docx@4.0.1 jszip@3.10.1
cat >write.mjs <<'JS'
import { convertMarkdownToDocx } from '@mohtasham/md-to-docx';
import JSZip from 'jszip';
import markdownDocx, { Packer } from 'markdown-docx';

const writers = {
  'markdown-docx': async (text) => Packer.toBuffer(await markdownDocx(text)),
  '@mohtasham/md-to-docx': async (text) => (await convertMarkdownToDocx(text)).arrayBuffer(),
};
/** The paragraphs of a Word file, those in a list of the first level with the number that Word counts. */
async function read(file) {
  const xml = await (await JSZip.loadAsync(file)).file('word/document.xml').async('string');
  let number = 0;
  return (xml.match(/<w:p[ >].*?<\/w:p>/gsu) ?? [])
    .map((paragraph) => {
      const text = Array.from(paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)/gu), ([, words]) => words).join('');
      if (!text || !paragraph.includes('<w:numPr>')) return text;
      if (!paragraph.includes('<w:ilvl w:val="0"/>')) return `- ${text}`;
      number += 1;
      return `${number}. ${text}`;
    })
    .filter(Boolean)
    .join(' | ');
}
const cases = [
  ['1. 申请\n\n   写明事由。\n\n2. 核实\n3. 认定\n', '1. 申请 | 2. 写明事由。 | 3. 核实 | 4. 认定', '1. 申请 | 写明事由。 | 2. 核实 | 3. 认定'],
  ['1. 申请\n   - 本人\n\n   写明事由。\n2. 核实\n', '1. 申请 | - 本人 | 2. 写明事由。 | 3. 核实', '1. 申请 | - 本人 | 写明事由。 | 2. 核实'],
  ['1. 申请\n\n   > 引文\n\n2. 核实\n', '1. 申请 | 引文 | 2. 核实', '1. 申请 | 引文 | 2. 核实'],
  ['1. 申请\n\n   ## 题\n\n2. 核实\n', '1. 申请 | 2. 题 | 3. 核实', '1. 申请 | 题 | 2. 核实'],
  ['1. 申请\n2. 核实\n3. 认定\n', '1. 申请 | 2. 核实 | 3. 认定', '1. 申请 | 2. 核实 | 3. 认定'],
];
let isAsSeen = true;
for (const [text, ...expected] of cases) {
  console.log(JSON.stringify(text));
  for (const [at, [name, write]] of Object.entries(writers).entries()) {
    const paragraphs = await read(await write(text));
    console.log(`  ${name.padEnd(22)} ${paragraphs}`);
    isAsSeen &&= paragraphs === expected[at];
  }
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node write.mjs
