#!/usr/bin/env bash
# chinese-lunar-calendar: New Year's Eve, 腊月三十, is called 腊月廿十, and so is the day ten days before it; the thirtieth of every month has the name of the twentieth.
#
# Versions: chinese-lunar-calendar 1.0.1; beside it lunar-javascript 1.7.7.
# One would guess: `dateStr`, the date in Chinese, names each day of a month differently: 二十, 廿一 … 廿九, 三十.
# Seen: the twentieth and the thirtieth are both 廿十, which is not a word of the calendar at all; read as it is written it is the twentieth. `lunarDate` beside it is right, 20 and 30. From 1950 to
# 2020 this is so of every one of their 1,344 days, and the other days of the months are numbered and named as lunar-javascript has them.
# Why it matters: holidays, days of duty and birthdays by the lunar calendar are shown by this text; the date of the Eve is ten days off, and two days of a month cannot be told apart.
# Last seen 2026-11-30. Fails when this changes. Not in the README; no report was found, but of other libraries that write 廿十 for the twentieth and 卅十 for the thirtieth (borax, issue 22).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts chinese-lunar-calendar@1.0.1 lunar-javascript@1.7.7
cat >name.cjs <<'JS'
const { getLunar } = require('chinese-lunar-calendar');
const { Solar } = require('lunar-javascript');

let isAsSeen = true;
for (const [day, seen, right] of [
  [[2019, 1, 25], '腊月廿十 20', '腊月二十'],
  [[2019, 2, 3], '腊月廿九 29', '腊月廿九'],
  [[2019, 2, 4], '腊月廿十 30', '腊月三十'],
  [[2018, 9, 29], '八月廿十 20', '八月二十'],
  [[2018, 9, 19], '八月初十 10', '八月初十'],
]) {
  const { dateStr, lunarDate } = getLunar(...day);
  const beside = Solar.fromYmd(...day).getLunar();
  const name = `${beside.getMonthInChinese()}月${beside.getDayInChinese()}`;
  console.log(`${day.join('-')}\t${dateStr} ${lunarDate}\tbeside it ${name}`);
  isAsSeen &&= `${dateStr} ${lunarDate}` === seen && name === right;
}
const others = [];
let wrong = 0;
for (let time = Date.UTC(1950, 0, 1); time < Date.UTC(2021, 0, 1); time += 86_400_000) {
  const date = new Date(time);
  const day = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const { dateStr, lunarDate } = getLunar(...day);
  const beside = Solar.fromYmd(...day).getLunar();
  const endsOtherwise = !dateStr.endsWith(beside.getDayInChinese());
  if (endsOtherwise && dateStr.endsWith('廿十') && [20, 30].includes(lunarDate)) wrong += 1;
  else if (endsOtherwise || lunarDate !== beside.getDay()) others.push(day.join('-'));
}
console.log(`days called 廿十 from 1950 to 2020: ${wrong}; others that differ: ${others.length}`);
isAsSeen &&= wrong === 1344 && others.length === 0;
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node name.cjs
