#!/usr/bin/env bash
# Recognizers-Text: in 六个月以上一年以下 (six months to a year) the year is taken for 上一年, “last year”; 三年以上七年以下 ends in the seven years up to today.
#
# Versions: @microsoft/recognizers-text-suite 1.3.1, its dates and times for Chinese (zh-cn), asked on 2018-11-20.
# One would guess: two lengths of time, six months and a year, as when one of them stands alone, or a range of them.
# Seen: the words are taken where they touch, 上 of 以上 (“and more”) with the number behind it: 2017-01-01 to 2018-01-01 for 一年, 2011-11-20 to 2018-11-20 for 七年; and
# 下 of 以下 (“and less”) with 一年 is next year. Months, weeks and digits go the same way. 一年以上 alone, and with a comma or 、 between, are right; so is 一年半.
# Nothing marks the answer as doubtful: its type is a range of dates.
# Why it matters: sanctions, terms of office and what a law threatens are all worded so; whoever fills a form or a time line by it has dates that no text holds.
# Last seen 2026-11-30. Fails when this changes. Not in the READMEs; no report of it was found (issue 1824 is of 上半年, which is taken for last year, too; issue 2660 of 春节).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts @microsoft/recognizers-text-suite@1.3.1
cat >read.cjs <<'JS'
const { recognizeDateTime } = require('@microsoft/recognizers-text-suite');

const asked = new Date(2018, 10, 20, 9);
const DAY = 86400;
const read = (text) =>
  recognizeDateTime(text, 'zh-cn', undefined, asked)
    .map(({ text: words, resolution }) => {
      const { value, start, end } = resolution.values[0];
      return `${words} ${value ? `${value / DAY} days` : `${start} to ${end}`}`;
    })
    .join(', ');
let isAsSeen = true;
for (const [text, seen] of [
  ['六个月以上一年以下', '六个月 180 days, 上一年 2017-01-01 to 2018-01-01'],
  ['任现职六个月以上两年以下', '六个月 180 days, 上两年 2016-11-20 to 2018-11-20'],
  ['一年以上三年以下', '一年 365 days, 上三年 2015-11-20 to 2018-11-20'],
  ['三年以上七年以下', '三年 1095 days, 上七年 2011-11-20 to 2018-11-20'],
  ['2年以上3年以下', '2年 730 days, 上3年 2015-11-20 to 2018-11-20'],
  ['一个月以上三个月以下', '一个月 30 days, 上三个月 2018-08-20 to 2018-11-20'],
  ['一周以上一个月以下', '一周 7 days, 上一个月 2018-10-01 to 2018-11-01'],
  ['五年以下一年以上', '五年 1825 days, 下一年 2019-01-01 to 2020-01-01'],
  ['六个月以上、一年以下', '六个月 180 days, 一年 365 days'],
  ['六个月以上，一年以下', '六个月 180 days, 一年 365 days'],
  ['上半年', '上半年 2017-01-01 to 2018-01-01'],
  ['一年以上', '一年 365 days'],
  ['三年以上', '三年 1095 days'],
  ['一年以上一年半以下', '一年 365 days, 一年半 547.5 days'],
]) {
  const words = read(text);
  console.log(`${text.padEnd(20, '　')} ${words}`);
  isAsSeen &&= words === seen;
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node read.cjs
