#!/usr/bin/env bash
# xlsx-calc: of a column of offices SUMIF looks at the first row only; the office of that row has its first number for a sum, and every other office has 0.
#
# Versions: xlsx-calc 0.9.2; beside it hyperformula 3.5.0.
# One would guess: SUMIF(A1:A3,"甲局",B1:B3) adds what stands beside each 甲局, as SUM and SUMPRODUCT add a column.
# Seen: with 甲局 3, 乙局 5, 甲局 7 the sum of 甲局 is 3 and that of 乙局 is 0. Lists that run to the right instead of down are added whole: 10 and 5. A condition with a sign, ">4", gives 0
# either way. There is no error, though a function that is not known (COUNTIF) raises one, and SUM and SUMPRODUCT over the same cells are right. hyperformula has 10 and 5.
# Why it matters: sums by office, kind or year are what such lists are kept for, and lists run down; an office of which nothing is counted looks like one that did nothing.
# Last seen 2026-11-30. Fails when this changes. Not in the README; no report was found.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts xlsx-calc@0.9.2 hyperformula@3.5.0
cat >sum.cjs <<'JS'
const { HyperFormula } = require('hyperformula');
const calculate = require('xlsx-calc');

const down = [['甲局', 3], ['乙局', 5], ['甲局', 7]];
const right = [['甲局', '乙局', '甲局'], [3, 5, 7]];
function sum(rows, formula) {
  const sheet = { '!ref': 'A1:H9', H9: { t: 'n', f: formula, v: 0 } };
  rows.forEach((row, at) => {
    row.forEach((value, column) => {
      sheet[`${'ABC'[column]}${at + 1}`] = { t: typeof value === 'number' ? 'n' : 's', v: value };
    });
  });
  try {
    calculate({ SheetNames: ['表'], Sheets: { 表: sheet } });
    return sheet.H9.v;
  } catch {
    return 'an error';
  }
}
function sumBeside(rows, formula) {
  const table = HyperFormula.buildFromArray(rows, { licenseKey: 'gpl-v3', useArrayArithmetic: true });
  const at = table.addSheet('和');
  return table.calculateFormula(`=${formula.replace(/[A-C]\d/gu, 'Sheet1!$&').replace(/:Sheet1!/gu, ':')}`, table.getSheetId(at));
}
let isAsSeen = true;
for (const [name, rows, formula, seen, expected] of [
  ['down', down, 'SUMIF(A1:A3,"甲局",B1:B3)', 3, 10],
  ['down', down, 'SUMIF(A1:A3,"乙局",B1:B3)', 0, 5],
  ['right', right, 'SUMIF(A1:C1,"甲局",A2:C2)', 10, 10],
  ['right', right, 'SUMIF(A1:C1,"乙局",A2:C2)', 5, 5],
  ['down', down, 'SUMIF(B1:B3,">4",B1:B3)', 0, 12],
  ['right', right, 'SUMIF(A2:C2,">4",A2:C2)', 0, 12],
  ['down', down, 'SUM(B1:B3)', 15, 15],
  ['down', down, 'SUMPRODUCT((A1:A3="甲局")*(B1:B3))', 10, 10],
  ['down', down, 'COUNTIF(A1:A3,"甲局")', 'an error', 2],
]) {
  const [here, beside] = [sum(rows, formula), sumBeside(rows, formula)];
  console.log(`${name.padEnd(6)} ${formula.padEnd(38)} ${here}\tbeside it ${beside}`);
  isAsSeen &&= here === seen && beside === expected;
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node sum.cjs
