#!/usr/bin/env bash
# fast-formula-parser: COUNTIF with 称职* (all that begin with “fit”) counts 不称职 (unfit), too, and with 处级* the deputies, 副处级.
#
# Versions: fast-formula-parser 1.0.19; beside it hyperformula 3.5.0.
# One would guess: a criterion with * is held against the whole cell, as in Excel and as the same parser does where there is no *.
# Seen: as soon as there is a * or ? the words may stand anywhere in the cell: *处级 counts 处级非领导, ?? a name of three characters. SUMIF, AVERAGEIF and <> go the
# same way, and VLOOKUP takes the first such row, here the mark of the unfit. Without * only 称职 is counted. SEARCH is right. HyperFormula counts right.
# Why it matters: results of the yearly assessment are counted so, 称职 with its variants; the number of the fit has the unfit in it, and their mean mark falls.
# Last seen 2026-11-29. Fails when this changes. Not in the README; no report was found, but of another library (excelize, issue 2411).
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
  ['张某', '不称职', 40],
  ['李某', '称职', 80],
  ['欧阳某', '称职（试用）', 75],
  ['王某', '基本称职', 60],
  ['赵某', '处级', 8],
  ['钱某', '副处级', 4],
  ['孙某', '处级非领导', 2],
];
const parser = new FormulaParser({
  onCell: ({ row, col }) => rows[row - 1]?.[col - 1] ?? null,
  onRange: ({ from, to }) => rows.slice(from.row - 1, to.row).map((cells) => cells.slice(from.col - 1, to.col)),
});
const beside = HyperFormula.buildFromArray(rows, { licenseKey: 'gpl-v3' });
const formulas = [
  ['COUNTIF(B1:B7,"称职*")', 4, 2],
  ['COUNTIF(B1:B7,"<>称职*")', 3, 5],
  ['COUNTIF(B1:B7,"处级*")', 3, 2],
  ['COUNTIF(B1:B7,"*处级")', 3, 2],
  ['COUNTIF(B1:B7,"称职")', 1, 1],
  ['SUMIF(B1:B7,"处级*",C1:C7)', 14, 10],
  ['AVERAGEIF(B1:B7,"称职*",C1:C7)', 63.75, 77.5],
  ['VLOOKUP("称职*",B1:C7,2,FALSE())', 40],
  ['SEARCH("称职","不称职")', 2, 2],
];
let isAsSeen = true;
for (const [formula, seen, right] of formulas) {
  const result = parser.parse(formula, { row: 9, col: 1, sheet: 0 });
  const other = right === undefined ? undefined : beside.calculateFormula(`=${formula}`, 0);
  console.log(`${formula.padEnd(36)} ${result}${right === undefined ? '' : `   beside it ${other}`}`);
  isAsSeen &&= result === seen && other === right;
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node count.cjs
