#!/usr/bin/env bash
# HyperFormula: VLOOKUP for 甲市人民政府* answers with the last row that begins so, not the first; the number of the office in place of the government's.
#
# Versions: hyperformula 3.5.0; beside it fast-formula-parser 1.0.19.
# One would guess: an exact lookup takes the first row that fits, with * or without, as in Excel, with which the README calls the syntax compatible.
# Seen: without * the first row is taken; with * or ? the last, whether the index of columns is on or off. XLOOKUP with wildcards takes the first, HLOOKUP goes as VLOOKUP
# does, and MATCH finds nothing at all (#N/A). fast-formula-parser takes the first.
# Why it matters: lists have an office before its departments, so that Excel finds the office; here the sheet has the same formula and another number, and looks sound.
# Last seen 2026-11-29. Fails when this changes. Not in the README; no report was found (issue 1072 is of sorted lists).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts hyperformula@3.5.0 fast-formula-parser@1.0.19
cat >look.cjs <<'JS'
const FormulaParser = require('fast-formula-parser');
const { HyperFormula } = require('hyperformula');

const rows = [
  ['中共甲市委员会', 1],
  ['甲市人民政府', 2],
  ['甲市监察委员会', 3],
  ['甲市人民政府', 4],
  ['甲市人民政府办公室', 5],
];
const columns = [rows.map(([name]) => name), rows.map(([, number]) => number)];
const parser = new FormulaParser({ onRange: ({ from, to }) => rows.map((cells) => cells.slice(from.col - 1, to.col)) });
const formulas = [
  ['VLOOKUP("甲市人民政府",A1:B5,2,FALSE())', 2, 2],
  ['VLOOKUP("甲市人民政府*",A1:B5,2,FALSE())', 5, 2],
  ['VLOOKUP("*委员会",A1:B5,2,FALSE())', 3, 1],
  ['VLOOKUP("甲市????",A1:B5,2,FALSE())', 4, 2],
  ['XLOOKUP("甲市人民政府*",A1:A5,B1:B5,0,2)', 2],
  ['MATCH("甲市人民政府*",A1:A5,0)', '#N/A'],
];
let isAsSeen = true;
for (const useColumnIndex of [false, true]) {
  const sheet = HyperFormula.buildFromArray(rows, { licenseKey: 'gpl-v3', useColumnIndex });
  const across = HyperFormula.buildFromArray(columns, { licenseKey: 'gpl-v3', useColumnIndex });
  for (const [formula, seen, right] of formulas) {
    const answer = sheet.calculateFormula(`=${formula}`, 0);
    const result = answer?.value ?? answer;
    const beside = right === undefined ? undefined : parser.parse(formula, { row: 9, col: 1, sheet: 0 });
    console.log(`${useColumnIndex ? 'with' : 'without'} index  ${formula.padEnd(44)} ${result}${right === undefined ? '' : `   beside it ${beside}`}`);
    isAsSeen &&= result === seen && beside === right;
  }
  const answer = across.calculateFormula('=HLOOKUP("甲市人民政府*",A1:E2,2,FALSE())', 0);
  console.log(`HLOOKUP with * ${answer}`);
  isAsSeen &&= answer === 5;
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node look.cjs
