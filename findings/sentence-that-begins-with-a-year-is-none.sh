#!/usr/bin/env bash
# SentenceX: a Chinese sentence that begins with a number is no sentence; 甲局问责3人。2018年问责12人。 is one, and of 坚持原则。2.宽严相济。 the number 2 belongs to the point before.
#
# Versions: sentencex 1.0.17 (npm, for Linux on x64); beside it Intl.Segmenter of Node 24.
# One would guess: 。！？ end a sentence in Chinese whatever follows; a point between digits (3.5) is another sign.
# Seen: behind 。！？ no sentence begins if a digit stands there, as if 3人。2018 were a decimal: with 1至3月无。4月2件。5月3件。 all is one sentence. With 1.甲。2.乙。3.丙。 the sentences are 1. / 甲。2. / 乙。3. / 丙。, so that each number
# ends the sentence before its own, and with 1、甲。2、乙。 nothing is parted. A space or a new line, a full-width digit (２０１８年) or 第 before the number makes it right; so that a trial with other words shows nothing. It is so with zh, zh-cn,
# zh-hans and ja. There is no message.
# Why it matters: reports go year by year and point by point; where sentences are the unit of a quotation, a translation memory or an index, the year and its number are given with the sentence of another year.
# Last seen 2026-11-30. Fails when this changes. Not in the README of the package; no report was found.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts sentencex@1.0.17
cat >sentences.mjs <<'JS'
import { segment } from 'sentencex';

const beside = new Intl.Segmenter('zh', { granularity: 'sentence' });
const cases = [
  ['zh', '甲局问责3人。2018年问责12人。', '甲局问责3人。2018年问责12人。'],
  ['zh', '是否问责？2人反对。', '是否问责？2人反对。'],
  ['zh', '处理12人！3人不服。', '处理12人！3人不服。'],
  ['zh', '1至3月无。4月2件。5月3件。', '1至3月无。4月2件。5月3件。'],
  ['zh', '1.坚持原则。2.宽严相济。3.依法办理。', '1.|坚持原则。2.|宽严相济。3.|依法办理。'],
  ['zh', '1、坚持原则。2、宽严相济。', '1、坚持原则。2、宽严相济。'],
  ['zh-cn', '处理12人。3人不服。', '处理12人。3人不服。'],
  ['zh-hans', '处理12人。3人不服。', '处理12人。3人不服。'],
  ['ja', '处理12人。3人不服。', '处理12人。3人不服。'],
  ['zh', '甲局问责3人。２０１８年问责12人。', '甲局问责3人。|２０１８年问责12人。'],
  ['zh', '甲局问责3人。 2018年问责12人。', '甲局问责3人。 |2018年问责12人。'],
  ['zh', '甲局问责3人。第2年问责12人。', '甲局问责3人。|第2年问责12人。'],
  ['zh', '甲局问责3人。乙局问责12人。', '甲局问责3人。|乙局问责12人。'],
];
let isAsSeen = true;
for (const [language, text, expected] of cases) {
  const seen = Array.from(segment(language, text)).join('|');
  const right = Array.from(beside.segment(text), ({ segment: one }) => one).join('|');
  console.log(`${language.padEnd(8)} ${seen}${seen === right ? '' : `   beside it ${right}`}`);
  isAsSeen &&= seen === expected && /[。！？] ?\|/u.test(right);
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node sentences.mjs
