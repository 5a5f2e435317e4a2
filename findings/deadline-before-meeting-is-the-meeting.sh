#!/usr/bin/env bash
# fast-formula-parser: five working days before a day is that day itself, and six months from 31 August end on 3 March.
#
# Versions: fast-formula-parser 1.0.19; beside it @formulajs/formulajs 4.6.1.
# One would guess: WORKDAY and EDATE, which a “fast and reliable excel formula parser” lists as supported, answer as Excel does, or with an error.
# Seen: WORKDAY and WORKDAY.INTL with a negative number give the first day back, be it a Sunday, whatever the number. EDATE runs over where the month
# is too short: 31 January and a month is 3 March. EOMONTH, NETWORKDAYS and WORKDAY forwards are right; formulajs is right in all.
# Why it matters: “no later than 15 working days before” and the six months of a sanction are how terms are set; the sheet computed on a server has a plausible
# day that the same sheet in Excel has not.
# Last seen 2026-11-29. Fails when this changes. Not in the README; EDATE is known of other libraries (formulajs, issue 162, mended; formula-parser, issue 121).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts fast-formula-parser@1.0.19 @formulajs/formulajs@4.6.1
cat >terms.cjs <<'JS'
const FormulaParser = require('fast-formula-parser');
const formulajs = require('@formulajs/formulajs');

const parser = new FormulaParser();
const day = (serial) => new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
const here = (date) => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
// Formula, what Excel has, what was seen.
const cases = [
  ['WORKDAY("2018/5/21",15)', '2018-06-11', '2018-06-11'],
  ['WORKDAY("2018/5/21",-5)', '2018-05-14', '2018-05-21'],
  ['WORKDAY("2018/5/21",-15)', '2018-04-30', '2018-05-21'],
  ['WORKDAY("2018/5/20",-1)', '2018-05-18', '2018-05-20'],
  ['WORKDAY.INTL("2018/5/21",-5,1)', '2018-05-14', '2018-05-21'],
  ['EDATE("2018/5/20",6)', '2018-11-20', '2018-11-20'],
  ['EDATE("2018/8/31",6)', '2019-02-28', '2019-03-03'],
  ['EDATE("2018/1/31",1)', '2018-02-28', '2018-03-03'],
  ['EDATE("2018/3/31",-1)', '2018-02-28', '2018-03-03'],
  ['EOMONTH("2018/8/31",6)', '2019-02-28', '2019-02-28'],
];
let isAsSeen = true;
for (const [formula, excel, seen] of cases) {
  const got = day(parser.parse(formula));
  const [, name, start, count, weekend] = /^([A-Z.]+)\("([^"]+)",(-?\d+)(?:,(\d))?\)$/u.exec(formula);
  const beside = name === 'WORKDAY.INTL' ? formulajs.WORKDAY.INTL(start, Number(count), Number(weekend)) : formulajs[name](start, Number(count));
  console.log(`${formula.padEnd(32)} Excel ${excel}\tseen ${got}\tformulajs ${here(beside)}`);
  isAsSeen &&= got === seen && here(beside) === excel;
}
const days = parser.parse('NETWORKDAYS("2018/5/1","2018/5/31")');
console.log(`NETWORKDAYS of May 2018: ${days}`);
isAsSeen &&= days === 23;
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
TZ=Asia/Shanghai node terms.cjs
