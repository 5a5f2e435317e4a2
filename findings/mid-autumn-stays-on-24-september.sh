#!/usr/bin/env bash
# node-ical: Mid-Autumn by the Chinese calendar stays on 24 September every year, for what stands before FREQ in a rule is cut off; a course till October never ends.
#
# Versions: node-ical 0.27.2; beside it rrule-temporal 2.2.8, which reckons its dates, and ical.js 2.2.1.
# One would guess: RRULE:RSCALE=CHINESE;FREQ=YEARLY, the order of RFC 7529, is the day of the Chinese calendar, for rrule-temporal knows it; or there is an error.
# Seen: everything up to the last “FREQ=” is cut off before rrule-temporal gets the rule, so that no RSCALE is left: 2018-09-24, 2019-09-24, … in place of 2019-09-13.
# With BYMONTH=8 and BYMONTHDAY=15 it is 15 August. Written behind FREQ the same parts are right. UNTIL, COUNT and INTERVAL before FREQ go the same way (readers must take
# any order by RFC 5545): “every two weeks, three times” is every week without end. Nothing is told. ical.js takes any order, but drops RSCALE without a word.
# Why it matters: the festivals by which notices on discipline, duty rosters and lunar birthdays go are told to calendars so; the wrong day looks as sound as the right one.
# Last seen 2026-11-30. Fails when this changes. Not in the READMEs; no report was found, but of another library (ical.net, issue 755); that rrule lacks RSCALE is its issue 133.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts node-ical@0.27.2 rrule-temporal@2.2.8 ical.js@2.2.1
cat >read.mjs <<'JS'
import ICAL from 'ical.js';
import ical from 'node-ical';
import { RRuleTemporal } from 'rrule-temporal';

const calendar = (rule) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//example//example//',
    'BEGIN:VEVENT',
    'UID:1@example.com',
    'DTSTAMP:20180101T000000Z',
    'DTSTART;VALUE=DATE:20180924',
    `RRULE:${rule}`,
    'SUMMARY:中秋',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
const day = (date) => [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
const [from, to] = [new Date('2018-01-01'), new Date('2020-12-31')];
const list = (days) => (days.length > 4 ? `${days.slice(0, 4).join(' ')} … ${days.length}` : days.join(' '));
function byNodeIcal(rule) {
  const { rrule } = Object.values(ical.sync.parseICS(calendar(rule))).find(({ type }) => type === 'VEVENT');
  return list(rrule.between(from, to, true).map(day));
}
function byIcalJs(rule) {
  const next = new ICAL.Event(new ICAL.Component(ICAL.parse(calendar(rule))).getFirstSubcomponent('vevent')).iterator();
  const days = [];
  for (let one = next.next(); one && one.year < 2021; one = next.next()) days.push(one.toString());
  return list(days);
}
const byRruleTemporal = (rule) => {
  const reckoned = new RRuleTemporal({ rruleString: `DTSTART;VALUE=DATE:20180924\nRRULE:${rule}` });
  return list(reckoned.between(from, to, true).map((one) => one.toPlainDate().toString()));
};
const mid = '2018-09-24 2019-09-13 2020-10-01';
const same = '2018-09-24 2019-09-24 2020-09-24';
const fortnights = '2018-09-24 2018-10-08 2018-10-22';
const weekly = '2018-09-24 2018-10-01 2018-10-08 2018-10-15';
const forEver = `${weekly} … 119`;
let isAsSeen = true;
for (const [rule, seen, right, other] of [
  ['RSCALE=CHINESE;FREQ=YEARLY', same, mid, same],
  ['FREQ=YEARLY;RSCALE=CHINESE', mid, mid, same],
  ['RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=15', '2019-08-15 2020-08-15', mid, '2019-08-15 2020-08-15'],
  ['INTERVAL=2;COUNT=3;FREQ=WEEKLY', forEver, fortnights, fortnights],
  ['FREQ=WEEKLY;INTERVAL=2;COUNT=3', fortnights, fortnights, fortnights],
  ['UNTIL=20181020;FREQ=WEEKLY', forEver, weekly, weekly],
  ['FREQ=WEEKLY;UNTIL=20181020', weekly, weekly, weekly],
]) {
  const days = [byNodeIcal(rule), byRruleTemporal(rule), byIcalJs(rule)];
  console.log(`${rule}\n  node-ical       ${days[0]}\n  rrule-temporal  ${days[1]}\n  ical.js         ${days[2]}`);
  isAsSeen &&= days[0] === seen && days[1] === right && days[2] === other;
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node read.mjs
