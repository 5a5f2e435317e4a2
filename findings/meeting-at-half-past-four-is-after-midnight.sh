#!/usr/bin/env bash
# ts-ics: a meeting at 16:30 that is read and written again is at 16:30 in Greenwich, in China at half past midnight of the next day.
#
# Versions: ts-ics 2.4.6; beside it ical.js 2.2.1.
# One would guess: a time without a zone (DTSTART:20181120T163000) is the time of the place, as iCalendar has it, and is written as it was read.
# Seen: it is taken for a time in UTC and written with a Z, whatever the zone of the machine: 20181120T163000Z. What was read is the same object as that of a time with Z, so that nobody can tell them
# apart; a weekly course goes with it, the day of the week in its rule stays, and so does its end, UNTIL without Z becomes one with Z. A time with a zone (TZID=Asia/Shanghai) and a day without a
# time are written as they were. There is no warning. ical.js writes all four as they were read.
# Why it matters: where all live in one zone invitations often have none; passed on by such a program the meeting, the hearing or the end of a deadline moves by eight hours.
# Last seen 2026-11-30. Fails when this changes. Not in the README; of reading and writing times without a zone no report was found.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts ts-ics@2.4.6 ical.js@2.2.1
cat >again.mjs <<'JS'
import ICAL from 'ical.js';
import { convertIcsCalendar, generateIcsCalendar } from 'ts-ics';

const fileOf = (lines) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:a', 'BEGIN:VEVENT', 'UID:1', 'DTSTAMP:20181101T000000Z', ...lines, 'SUMMARY:学习会', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
const kept = (file, names) => file.split(/\r?\n/u).filter((line) => names.some((name) => line.startsWith(name))).map((line) => line.replace(';VALUE=DATE-TIME', ''));
const showIn = (zone, date) => new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'short', timeZone: zone }).format(date);

console.log(`clock of the machine: ${process.env.TZ}`);
let isAsSeen = true;
for (const [lines, written] of [
  [['DTSTART:20181120T163000', 'DTEND:20181120T180000'], ['DTSTART:20181120T163000Z', 'DTEND:20181120T180000Z']],
  [['DTSTART:20181120T163000Z'], ['DTSTART:20181120T163000Z']],
  [['DTSTART;TZID=Asia/Shanghai:20181120T163000'], ['DTSTART;TZID=Asia/Shanghai:20181120T163000']],
  [['DTSTART;VALUE=DATE:20181120'], ['DTSTART;VALUE=DATE:20181120']],
]) {
  const again = kept(generateIcsCalendar(convertIcsCalendar(undefined, fileOf(lines))), ['DTSTART', 'DTEND']);
  const beside = kept(new ICAL.Component(ICAL.parse(fileOf(lines))).toString(), ['DTSTART', 'DTEND']);
  console.log(`  ${lines.join(' ')}\n    ${again.join(' ')}\tbeside it ${beside.join(' ')}`);
  isAsSeen &&= again.join() === written.join() && beside.join() === lines.join();
}
const [local, greenwich] = ['20181120T163000', '20181120T163000Z'].map((time) => convertIcsCalendar(undefined, fileOf([`DTSTART:${time}`])).events[0].start);
const inChina = showIn('Asia/Shanghai', local.date);
console.log(`  read without Z and with: the same? ${JSON.stringify(local) === JSON.stringify(greenwich)}; in China ${inChina}`);
isAsSeen &&= JSON.stringify(local) === JSON.stringify(greenwich) && inChina === '2018-11-21 00:30';
const weekly = generateIcsCalendar(convertIcsCalendar(undefined, fileOf(['DTSTART:20181120T163000', 'RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20181218T163000'])));
const rule = kept(weekly, ['RRULE']).join();
console.log(`  ${rule}`);
isAsSeen &&= rule.includes('BYDAY=TU') && rule.includes('UNTIL=20181218T163000Z');
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
TZ=Asia/Shanghai node again.mjs
TZ=UTC node again.mjs
