#!/usr/bin/env bash
# subsrt-ts: captions of a lecture in ASS or SSA lose their first character, so that 不予免责 is read as 予免责, 不合格 (unfit) as 合格 (fit) and 非公职人员 as 公职人员.
#
# Versions: subsrt-ts 2.1.2; beside it subsrt 1.1.1, of which it is a rewriting in TypeScript.
# One would guess: the text of a line is what stands behind the ninth comma, as in subsrt.
# Seen: `parse` and `convert` leave out the first character of each caption, in ASS and in SSA, with both kinds of line ends, and of {\i1} the bracket, so that the mark for italics becomes words. A caption of one
# character is empty. What the package has written itself loses a character, too, when it is read again. SRT and WebVTT are read as they are. There is no message, and times and number of captions are right.
# Why it matters: in Chinese the first character is often the negation, and what is left is a sentence; in English one sees it (“ot exempt”). Captions of lessons are made in ASS because it places two languages.
# Last seen 2026-11-30. Fails when this changes. Not in the README; no report at the package was found, but a player that uses it works around it (mkdir700/EchoPlayer, pull request 229).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts subsrt-ts@2.1.2 subsrt@1.1.1
cat >captions.cjs <<'JS'
const before = require('subsrt');
const rewritten = require('subsrt-ts');

const texts = ['不予免责', '不合格', '非公职人员', '第二条，未经批准', '一', 'Not exempt'];
const lost = '予免责|合格|公职人员|二条，未经批准||ot exempt';
const kept = texts.join('|');
const at = (seconds) => `0:00:0${seconds}.00`;
const file = (end) =>
  [
    '[Script Info]',
    'Title: 课程',
    'ScriptType: v4.00+',
    '',
    '[V4+ Styles]',
    'Format: Name, Fontname, Fontsize',
    'Style: Default,Arial,20',
    '',
    '[Events]',
    'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text',
    ...texts.map((text, place) => `Dialogue: 0,${at(place)},${at(place + 1)},Default,,0,0,0,,${text}`),
    '',
  ].join(end);
const srt = texts.map((text, place) => `${place + 1}\r\n00:00:0${place},000 --> 00:00:0${place + 1},000\r\n${text}\r\n`).join('\r\n');
const words = (captions) => captions.filter(({ type }) => type === 'caption').map(({ text }) => text.trim()).join('|');
const ass = file('\n');
const cases = [
  ['ASS', words(rewritten.parse(ass)), lost],
  ['ASS, lines by CR LF', words(rewritten.parse(file('\r\n'))), lost],
  ['ASS to SRT', words(rewritten.parse(rewritten.convert(ass, { format: 'srt' }))), lost.replace('||', '|')],
  ['SRT', words(rewritten.parse(srt)), kept],
  ['SRT to ASS and back', words(rewritten.parse(rewritten.convert(srt, { format: 'ass' }), { format: 'ass' })), lost],
  ['SRT to SSA and back', words(rewritten.parse(rewritten.convert(srt, { format: 'ssa' }), { format: 'ssa' })), lost],
  ['beside it, subsrt', words(before.parse(ass)), kept],
];
let isAsSeen = true;
for (const [name, seen, expected] of cases) {
  console.log(`${name.padEnd(20)} ${seen}`);
  isAsSeen = isAsSeen && seen === expected;
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node captions.cjs
