#!/usr/bin/env bash
# chinese-numbers-converter: 二三十名干部 (twenty or thirty) is written 230名干部, and the plan 十四五 becomes 55.
#
# Versions: chinese-numbers-converter 2.3.1.
# One would guess: `toArabicString`, told to translate a whole text, leaves as it is what is no number, or writes 20-30.
# Seen: two digits in a row and a power of ten are multiplied out: 三四百件 is 3400件, 四五千元 is 45000元, 十七八岁 is 88岁. 十四五 is
# taken as 10 and 45 and added up, 十三五 is 45 and 十二五 35 likewise. `minChars` does not help: they are three characters.
# 一百零五, 二十, 一万二 and 二〇一八 are read rightly.
# Why it matters: about so many is a common way of reports, and the five-year plans are in every second title; what comes out is a number that looks sound.
# Last seen 2026-11-29. Fails when this changes. Not among the “possible unexpected results” of the README.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts chinese-numbers-converter@2.3.1
cat >read.cjs <<'JS'
const ChineseNumber = require('chinese-numbers-converter');

const texts = {
  二三十名干部: '230名干部',
  三四百件: '3400件',
  四五千元: '45000元',
  十七八岁: '88岁',
  '“十四五”规划': '“55”规划',
  '“十三五”期间': '“45”期间',
  '“十二五”末': '“35”末',
  第一百零五条: '第105条',
  二十个月: '20个月',
  一万二: '12000',
  二〇一八年: '2018年',
};
let isAsSeen = true;
for (const [text, expected] of Object.entries(texts)) {
  const seen = new ChineseNumber(text).toArabicString();
  const atLeastTwo = new ChineseNumber(text).toArabicString(2);
  console.log(`${text.padEnd(9)} ${seen.padEnd(10)} at least two characters: ${atLeastTwo}`);
  isAsSeen = isAsSeen && seen === expected && atLeastTwo === expected;
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node read.cjs
