#!/usr/bin/env bash
# number-to-chinese-words: 300,020,000 is written 三億, for 二萬 is lost; 二兆零三億 loses three hundred million.
#
# Versions: number-to-chinese-words 1.0.20; beside it nzh 1.0.14.
# One would guess: a number is written in full, as 100,005,000 and 300,120,000 are (一億零五千, 三億零一十二萬), or an error says that it cannot be.
# Seen: where a group of four digits below the first is 0001 to 0009, its digit goes with its 萬 or 億, whatever follows: 200,050,001 is 二億零一 and 1,200,030,000
# 十二億. So it is in the capital characters that the README shows for sums (參億), in the ordinal and in decimals. 十, 百 and 千 in the group are safe, and so are all
# numbers below one hundred million.
# Why it matters: the sum in words is the one that counts in a contract or a budget; about one sum in 1,100 above a hundred million is another and looks sound.
# Last seen 2026-11-29. Fails when this changes. Not in the README; no report was found.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts number-to-chinese-words@1.0.20 nzh@1.0.14
cat >sums.cjs <<'JS'
const converter = require('number-to-chinese-words');
const nzh = require('nzh/hk');

const seen = [
  [100005000, '一億零五千'],
  [300120000, '三億零一十二萬'],
  [300020000, '三億'],
  [300023000, '三億零三千'],
  [200050001, '二億零一'],
  [1200030000, '十二億'],
  [2000300000000, '二兆'],
];
let isAsSeen = true;
for (const [sum, words] of seen) {
  const written = converter.toWords(sum);
  console.log(`${String(sum).padEnd(14)} ${written}\tnzh ${nzh.encodeS(sum)}`);
  isAsSeen &&= written === words;
}
// Every number of 萬 from 1 to 9999 above 三億; and every 97th number below one hundred million.
const plain = (words) => words.replaceAll('零', '').replace('億一十', '億十');
const isRight = (sum) => plain(converter.toWords(sum)) === plain(nzh.encodeS(sum));
const lost = Array.from({ length: 9999 }, (_, at) => at + 1).filter((tenThousands) => !isRight(3e8 + tenThousands * 1e4));
let below = 0;
for (let sum = 1; sum < 1e8; sum += 97) below += isRight(sum) ? 0 : 1;
const ordinal = converter.toWordsOrdinal(300020000);
const decimal = converter.toWords(300020000.5);
const units = ['拾', '佰', '仟'];
converter.default.labels = Object.assign({}, converter.default.labels, {
  digits: [...'零壹貳參肆伍陸柒捌玖'],
  units: ['', ...['萬', '億', '兆', '京', '垓'].flatMap((unit) => [...units, unit])],
});
const capital = converter.toWords(300020000);
console.log(`wrong above 三億: ${lost.join(' ')} 萬; below one hundred million: ${below}; ordinal ${ordinal}; decimal ${decimal}; capital ${capital}`);
isAsSeen &&= lost.join('') === '123456789' && below === 0 && ordinal === '第三億' && decimal === '三億點五' && capital === '參億';
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node sums.cjs
