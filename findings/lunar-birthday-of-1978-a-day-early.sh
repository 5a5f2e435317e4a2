#!/usr/bin/env bash
# Lunar calendars: Mid-Autumn of 1978 was a day earlier by chinese-lunar than it was, that of 1996 by chinese-days, and that of 2007 a day later by lunar-calendar.
#
# Versions: chinese-lunar 0.1.4, chinese-days 1.5.7, lunar-calendar 0.1.4; beside them lunar-javascript 1.7.7 and lunisolar 2.6.0, which agree on every day of 1950 to 2020.
# One would guess: the years 1900 to 2100 (1891 to 2100), for which the READMEs say that dates can be turned, are right at least where they lie behind us.
# Seen: in the tables of months some are a day too long and their neighbours too short, so that all days of one to four months are told a day off, there and back:
# chinese-lunar in 1954, 1956 (a day late), 1978 and 1996 (a day early), chinese-days in 1996, lunar-calendar for 180 days of 2007 and early 2008. Chinese-days has
# Mid-Autumn of 1996, which was on 27 September, on the 26th among its festivals. All other years from 1950 to 2020 are right.
# Why it matters: many births in the files of cadres stand by the lunar calendar; the day of the other one decides on limits of age and on retirement.
# Last seen 2026-11-29, in UTC; in the zone of China chinese-lunar has some days of the summers of 1986 to 1991 on top (summer time; of a kindred table it is known, wvv8oo/lunar, issue 10). Fails when this changes. Not in
# the READMEs; of other libraries with the same table the error of 1996 has been reported and mended (solarlunar, issue 6; calendar.js, issue 4), of these none was
# found. Intl has Spring Festival of 2027 a day late; that its new moons near midnight are wrong is known (ICU, pull request 4070).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts chinese-lunar@0.1.4 chinese-days@1.5.7 lunar-calendar@0.1.4 lunar-javascript@1.7.7 lunisolar@2.6.0
cat >turn.cjs <<'JS'
const chineseDays = require('chinese-days');
const chineseLunar = require('chinese-lunar');
const lunarCalendar = require('lunar-calendar');
const { Lunar, Solar } = require('lunar-javascript');
const lunisolar = require('lunisolar');

const pad = (number) => String(number).padStart(2, '0');
const dayOf = (year, month, day) => `${year}-${pad(month)}-${pad(day)}`;
// A month is told as its number, and a leap month as the number below zero.
const told = {
  'chinese-lunar': (year, month, day) => {
    const lunar = chineseLunar.solarToLunar(new Date(year, month - 1, day));
    return [lunar.leap ? -lunar.month : lunar.month, lunar.day];
  },
  'chinese-days': (year, month, day) => {
    const { lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(dayOf(year, month, day));
    return [isLeap ? -lunarMon : lunarMon, lunarDay];
  },
  'lunar-calendar': (year, month, day) => {
    const { lunarMonth, lunarDay, lunarLeapMonth } = lunarCalendar.solarToLunar(year, month, day);
    if (!lunarLeapMonth || lunarMonth <= lunarLeapMonth) return [lunarMonth, lunarDay];
    return [lunarMonth === lunarLeapMonth + 1 ? -lunarLeapMonth : lunarMonth - 1, lunarDay];
  },
  'lunisolar': (year, month, day) => {
    const { lunar } = lunisolar(dayOf(year, month, day));
    return [lunar.isLeapMonth ? -(lunar.month % 100) : lunar.month, lunar.day];
  },
};
const off = Object.fromEntries(Object.keys(told).map((name) => [name, {}]));
for (let time = Date.UTC(1950, 0, 1); time < Date.UTC(2021, 0, 1); time += 86_400_000) {
  const date = new Date(time);
  const parts = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const right = Solar.fromYmd(...parts).getLunar();
  for (const [name, tell] of Object.entries(told)) {
    const [month, day] = tell(...parts);
    if (month !== right.getMonth() || day !== right.getDay()) off[name][parts[0]] = (off[name][parts[0]] ?? 0) + 1;
  }
}
let isAsSeen = true;
for (const [name, seen] of [
  ['chinese-lunar', '{"1954":30,"1956":30,"1978":30,"1996":60}'],
  ['chinese-days', '{"1996":60}'],
  ['lunar-calendar', '{"2007":150,"2008":30}'],
  ['lunisolar', '{}'],
]) {
  const years = JSON.stringify(off[name]);
  console.log(`${name.padEnd(15)} days of 1950 to 2020 told otherwise, by year: ${years}`);
  isAsSeen &&= years === seen;
}
const back = {
  'chinese-lunar': (year, month, day) => {
    const date = chineseLunar.lunarToSolar({ year, month, day, leap: false });
    return dayOf(date.getFullYear(), date.getMonth() + 1, date.getDate());
  },
  'chinese-days': (...parts) => chineseDays.getSolarDateFromLunar(dayOf(...parts)).date,
  'lunar-calendar': (...parts) => {
    const { year, month, day } = lunarCalendar.lunarToSolar(...parts);
    return dayOf(year, month, day);
  },
};
for (const [name, parts, seen, right] of [
  ['chinese-lunar', [1954, 11, 15], '1954-12-10', '1954-12-09'],
  ['chinese-lunar', [1956, 11, 15], '1956-12-17', '1956-12-16'],
  ['chinese-lunar', [1978, 8, 15], '1978-09-16', '1978-09-17'],
  ['chinese-lunar', [1985, 8, 15], '1985-09-29', '1985-09-29'],
  ['chinese-days', [1996, 8, 15], '1996-09-26', '1996-09-27'],
  ['lunar-calendar', [2007, 8, 15], '2007-09-26', '2007-09-25'],
]) {
  const solar = back[name](...parts);
  const beside = Lunar.fromYmd(...parts).getSolar().toYmd();
  console.log(`${name.padEnd(15)} ${parts.join('/').padEnd(11)} was ${solar}   beside it ${beside}`);
  isAsSeen &&= solar === seen && beside === right;
}
const festival = chineseDays.getLunarFestivals('1996-09-25', '1996-09-28').map(({ date, name }) => `${date} ${name}`).join();
const [intl] = new Intl.DateTimeFormat('zh-u-ca-chinese', { dateStyle: 'long', timeZone: 'Asia/Shanghai' }).format(new Date('2027-02-06T04:00:00Z')).match(/..三十$/u) ?? [];
console.log(`festival of chinese-days: ${festival}; 2027-02-06 is ${Solar.fromYmd(2027, 2, 6).getLunar()} and by Intl ${intl}`);
isAsSeen &&= festival === '1996-09-26 中秋节' && Solar.fromYmd(2027, 2, 6).getLunar().toString().endsWith('正月初一') && intl === '腊月三十';
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
TZ=UTC node turn.cjs
