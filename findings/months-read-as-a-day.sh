#!/usr/bin/env bash
# citeproc: a range of months in Chinese is read as one day, and 约 is lost.
#
# Versions: citeproc 2.4.63.
# One would guess: a parser that reads 2018年5月20日 reads 2018年5月—6月 as May to June, or keeps the words as they are (it does so with 二〇一八年五月).
# Seen: 2018年5月—6月 is 6 May 2018, and so it is with - or 至, although 2018-05/2018-06 and 2018年5月20日-21日 are read rightly; with 至 the latter is
# 21 May alone. 2017—2018年 is 2018, and so is 约2018年, without a doubt left. 昭和60年 is 1985.
# Last seen 2026-11-28. Fails when this changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts citeproc@2.4.63
cat >read.cjs <<'JS'
const { DateParser } = require('citeproc');
const dates = [
  ['2018年5月20日', { year: 2018, month: 5, day: 20 }],
  ['2018年5月', { year: 2018, month: 5 }],
  ['二〇一八年五月', { literal: '二〇一八年五月' }],
  ['2018-05/2018-06', { year: 2018, month: 5, year_end: 2018, month_end: 6 }],
  ['2018年5月20日-21日', { year: 2018, month: 5, day: 20, year_end: 2018, month_end: 5, day_end: 21 }],
  ['2018年5月20日至21日', { year: 2018, month: 5, day: 21 }],
  ['2018年5月—6月', { year: 2018, month: 5, day: 6, year_end: 2018, month_end: 5, day_end: 6 }],
  ['2018年5月至6月', { year: 2018, month: 5, day: 6, year_end: 2018, month_end: 5, day_end: 6 }],
  ['2017年—2018年', { year: 2017, year_end: 2018 }],
  ['2017—2018年', { year: 2018 }],
  ['约2018年', { year: 2018 }],
  ['昭和60年', { year: 1985 }],
];
const inOrder = (date) => JSON.stringify(Object.fromEntries(Object.entries(date).sort()));
let isAsSeen = true;
for (const [words, date] of dates) {
  const seen = inOrder(DateParser.parseDateToObject(words));
  console.log(`${words.padEnd(20)} ${seen}`);
  isAsSeen = isAsSeen && seen === inOrder(date);
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node read.cjs
