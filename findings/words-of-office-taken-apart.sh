#!/usr/bin/env bash
# Intl.Segmenter: half of the words that offices use every day are no words. 纪委, 问责, 容错, 调研 and 疫情 come out as single characters.
#
# Versions: Node 24.21.0 (package `node`, ICU 78.3, CLDR 48); beside it jieba-wasm 2.4.0.
# One would guess: the list of words is kept up and holds what stands in every newspaper; at worst a new word is cut into shorter words.
# Seen: of 20 such words jieba knows all; the runtime takes 17 apart, 14 of them into single characters, and 习近平 into 习 and 近平, while 巡视, 处分
# and 考核, no more frequent, are whole.
# Why it matters: an index or a count of words made of the pieces loses just the words that are asked for; whoever keeps pieces of two characters and
# more keeps nothing of 容错纠错. The texts themselves tell: 容 hardly ever stands without 错.
# Last seen 2026-11-29. Fails when this changes. Not in the documentation.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit node@24.21.0 jieba-wasm@2.4.0
cat >cut.mjs <<'JS'
import { cut } from 'jieba-wasm';

const single = ['纪委', '监委', '问责', '免责', '容错', '纠错', '调研', '疫情', '诫勉', '函询', '攻坚', '信访', '申辩', '述职'];
const parted = [['公务员', '公务|员'], ['政绩观', '政绩|观'], ['习近平', '习|近平']];
const whole = ['巡视', '处分', '考核'];
console.log(`Node ${process.versions.node}, ICU ${process.versions.icu}, CLDR ${process.versions.cldr}`);
const expected = new Map([...single.map((word) => [word, [...word].join('|')]), ...parted, ...whole.map((word) => [word, word])]);
let isAsSeen = true;
let known = 0;
for (const [word, seen] of expected) {
  const text = `对${word}的`;
  const pieces = Array.from(new Intl.Segmenter('zh', { granularity: 'word' }).segment(text), ({ segment }) => segment).join('|');
  const beside = cut(text, true);
  if (beside.includes(word)) known += 1;
  console.log(`${word}\t${pieces}\tjieba ${beside.join('|')}`);
  isAsSeen &&= pieces === `对|${seen}|的`;
}
console.log(`jieba knows ${known} of ${expected.size}`);
process.exit(isAsSeen && known === expected.size ? 0 : 1);
JS
node_modules/.bin/node cut.mjs && echo 'as seen on 2026-11-29' || { echo 'this has changed' >&2; exit 1; }
