#!/usr/bin/env bash
# HyperFormula: COUNTIF with ??? (three characters) counts shorter names, too, and 副?长 finds 副长.
#
# Versions: hyperformula 3.5.0; beside it fast-formula-parser 1.0.19.
# One would guess: ? stands for one character, as in Excel, whose syntax the README calls compatible, and as * is right here.
# Seen: ? stands for one character or none. Of 7 names all match ???, though one has three characters; 第?条 counts 第条, a number that was left open; 优秀? counts 优秀.
# COUNTIFS, SUMIF, SUMIFS, AVERAGEIF, MAXIFS, VLOOKUP, XLOOKUP and SEARCH go the same way. `matchWholeCell`, on by default, does not help.
# Why it matters: ? is how names, codes and numbers are checked for their length (第??条, 6 digits of a place); too short a one is what is looked for, and it passes.
# Last seen 2026-11-29. Fails when this changes. Not in the README; no report was found.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts fast-formula-parser@1.0.19 hyperformula@3.5.0
cat >count.cjs <<'JS'
const FormulaParser = require('fast-formula-parser');
const { HyperFormula } = require('hyperformula');

const rows = [
  ['张某', '第3条', 1],
  ['李某', '第12条', 2],
  ['欧阳某', '第条', 4],
  ['王某', '优秀', 8],
  ['赵某', '副长', 16],
  ['钱某', '副处长', 32],
  ['孙某', '优秀（党）', 64],
];
const sheet = HyperFormula.buildFromArray(rows, { licenseKey: 'gpl-v3' });
const parser = new FormulaParser({ onRange: ({ from, to }) => rows.map((cells) => cells.slice(from.col - 1, to.col)) });
const formulas = [
  ['COUNTIF(A1:A7,"???")', 7, 1],
  ['COUNTIF(A1:A7,"??")', 6],
  ['COUNTIF(B1:B7,"第?条")', 2, 1],
  ['COUNTIF(B1:B7,"第??条")', 3, 1],
  ['COUNTIF(B1:B7,"副?长")', 2, 1],
  ['COUNTIF(B1:B7,"优秀?")', 1],
  ['COUNTIF(B1:B7,"优秀*")', 2, 2],
  ['SUMIF(A1:A7,"???",C1:C7)', 127, 4],
  ['AVERAGEIF(B1:B7,"副?长",C1:C7)', 24, 32],
  ['COUNTIFS(A1:A7,"???")', 7],
  ['SUMIFS(C1:C7,A1:A7,"???")', 127],
  ['MAXIFS(C1:C7,A1:A7,"???")', 64],
  ['XLOOKUP("???",A1:A7,C1:C7,0,2)', 1],
  ['VLOOKUP("第??条",B1:C7,2,FALSE())', 4, 2],
  ['SEARCH("第?条","见第条、第3条")', 2, 5],
];
let isAsSeen = true;
for (const [formula, seen, right] of formulas) {
  const result = sheet.calculateFormula(`=${formula}`, 0);
  const beside = right === undefined ? undefined : parser.parse(formula, { row: 9, col: 1, sheet: 0 });
  console.log(`${formula.padEnd(40)} ${result}${right === undefined ? '' : `   beside it ${beside}`}`);
  isAsSeen &&= result === seen && beside === right;
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node count.cjs
