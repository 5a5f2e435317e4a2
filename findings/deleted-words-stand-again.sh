#!/usr/bin/env bash
# Readers of RTF: words that were deleted while changes are tracked stand in the text again; 可以免责 (may be exempted) is read as 可以不予免责.
#
# Versions: officeparser 8.1.1, rtf.js 3.0.9 (in jsdom 26.1.0), @iarna/rtf-to-html 1.1.0; beside them officeparser with the same paper as DOCX.
# One would guess: of a tracked change either the new text is read or old and new are told apart, as it is from a DOCX.
# Seen: in RTF a deletion is a property of the words (\deleted), as bold is one, and all three read on as if it were not there: the old and the new word stand side by side,
# 三个月六个月内, and the deleted 不予 turns the sentence round. Nothing marks them in HTML, no <del> and no line through them, and there is no message. Words that Word
# hides (\v) are shown as well, by all three. LibreOffice 7.4 writes deletions so, too.
# Why it matters: drafts go round as RTF between Word, WPS and older systems, with changes tracked; the negation that was struck out is back in force.
# Last seen 2026-11-29. Fails when this changes. Not in the READMEs: that of officeparser says that deleted text of DOCX and ODT is not read. Readers of DOC have had it
# reported (word-extractor, issue 32, mended).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts officeparser@8.1.1 rtf.js@3.0.9 @iarna/rtf-to-html@1.1.0 jsdom@26.1.0 docx@9.15.2
cat >read.cjs <<'JS'
const rtfToHtml = require('@iarna/rtf-to-html');
const docx = require('docx');
const { JSDOM } = require('jsdom');
const { OfficeParser } = require('officeparser');

globalThis.window = new JSDOM('').window;
globalThis.document = window.document;
const RTFJS = require('./node_modules/rtf.js/dist/RTFJS.bundle.js');
RTFJS.loggingEnabled(false);

const inRtf = (text) => text.replace(/[^\x00-\x7f]/gu, (character) => `\\u${(character.charCodeAt(0) << 16) >> 16} `);
const rtfOf = (pieces) =>
  `{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}}{\\*\\revtbl{Unknown;}{Editor;}}\\uc0\\pard\\f0 ` +
  pieces.map(([mark, words]) => `{${mark}${inRtf(words)}}`).join('') +
  '\\par}';
const DELETED = '\\deleted\\revauthdel1\\revdttmdel661348992';
const INSERTED = '\\revised\\revauth1\\revdttm661348992';
const HIDDEN = '\\v';
const textOf = (html) => new JSDOM(html).window.document.body.textContent.trim();
const readers = {
  'officeparser': async (rtf) => (await (await OfficeParser.parseOffice(Buffer.from(rtf), { fileType: 'rtf' })).to('text')).value.trim(),
  'officeparser, HTML': async (rtf) => (await (await OfficeParser.parseOffice(Buffer.from(rtf), { fileType: 'rtf' })).to('html')).value,
  'rtf.js': async (rtf) => {
    const { buffer, byteOffset, length } = Buffer.from(rtf);
    return (await new RTFJS.Document(buffer.slice(byteOffset, byteOffset + length), {}).render()).map(({ outerHTML }) => outerHTML).join('');
  },
  'rtf-to-html': (rtf) => new Promise((resolve, reject) => rtfToHtml.fromString(rtf, (error, html) => (error ? reject(error) : resolve(html)))),
};
const change = { id: 1, author: 'Editor', date: '2018-11-12T10:00:00Z' };
async function readDocx(pieces) {
  const runs = { [DELETED]: (text) => new docx.DeletedTextRun({ text, ...change }), [INSERTED]: (text) => new docx.InsertedTextRun({ text, ...change }) };
  const children = pieces.map(([mark, words]) => runs[mark]?.(words) ?? new docx.TextRun(words));
  const file = await docx.Packer.toBuffer(new docx.Document({ sections: [{ children: [new docx.Paragraph({ children })] }] }));
  return (await (await OfficeParser.parseOffice(file, { fileType: 'docx' })).to('text')).value.trim();
}

async function main() {
  let isAsSeen = true;
  for (const [pieces, seen, right] of [
    [[['', '可以'], [DELETED, '不予'], ['', '免责']], '可以不予免责', '可以免责'],
    [[['', '应当在'], [DELETED, '三个月'], [INSERTED, '六个月'], ['', '内答复']], '应当在三个月六个月内答复', '应当在六个月内答复'],
    [[['', '可以'], [HIDDEN, '报省委后'], ['', '公开']], '可以报省委后公开'],
  ]) {
    for (const [name, read] of Object.entries(readers)) {
      const html = await read(rtfOf(pieces));
      const text = textOf(html);
      const isMarked = /<(?:del|s|ins)\b|line-through|display: *none/u.test(html.replace(/<style[\s\S]*?<\/style>/gu, ''));
      console.log(`${name.padEnd(20)} ${text}${isMarked ? ' (marked)' : ''}`);
      isAsSeen &&= text.includes(seen) && !isMarked;
    }
    if (right === undefined) continue;
    const beside = await readDocx(pieces);
    console.log(`${'beside them, DOCX'.padEnd(20)} ${beside}`);
    isAsSeen &&= beside === right;
  }
  console.log(isAsSeen ? 'as seen before' : 'CHANGED');
  process.exit(isAsSeen ? 0 : 1);
}
main();
JS
node read.cjs
