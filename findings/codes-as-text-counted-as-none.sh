#!/usr/bin/env bash
# excelize-wasm: COUNTIF counts none of the codes and numbers that are typed as text, so the usual check for double entries passes all of them.
#
# Versions: excelize-wasm 0.1.3; beside it hyperformula 3.5.0.
# One would guess: COUNTIF(A:A,A1) is at least 1, for A1 is one of them, and more than 1 where a number stands twice, as in Excel.
# Seen: it is 0 for every text that looks like a number: 0101, 110101 (a place) and a whole ID number of 18 digits. COUNTIFS and SUMIF are 0 as well, AVERAGEIF and MATCH
# are errors. As soon as a letter or a sign is in it (…123X, 甲0101) it is right, so a list of ID numbers is right in one row of eleven. So are true numbers, and VLOOKUP.
# Why it matters: such numbers have to be typed as text, or Excel spoils them; =IF(COUNTIF(A:A,A1)>1,"重复","") is how double payments and double persons are looked for.
# Last seen 2026-11-29. Fails when this changes. Not in the README; no report was found.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts excelize-wasm@0.1.3 hyperformula@3.5.0
cat >count.cjs <<'JS'
const { init } = require('excelize-wasm');
const { HyperFormula } = require('hyperformula');

// The numbers are nobody's, for there is no place 000000.
const rows = [
  ['0101', '000000199001011234', '甲0101', 3],
  ['0102', '000000199001015678', '甲0102', 5],
  ['0101', '000000199001011234', '甲0101', 2],
  ['0103', '00000019900101123X', '甲0103', 2],
  ['0104', '00000019900101123X', '甲0104', 4],
];
const formulas = [
  ['COUNTIF(A1:A5,A1)', '0', 2],
  ['COUNTIF(A1:A5,"0101")', '0', 2],
  ['COUNTIFS(A1:A5,"0101")', '0', 2],
  ['SUMIF(A1:A5,"0101",D1:D5)', '0', 5],
  ['IF(COUNTIF(A1:A5,A1)>1,"重复","不重复")', '不重复', '重复'],
  ['IF(COUNTIF(B1:B5,B1)>1,"重复","不重复")', '不重复', '重复'],
  ['IF(COUNTIF(B1:B5,B4)>1,"重复","不重复")', '重复', '重复'],
  ['AVERAGEIF(A1:A5,"0101",D1:D5)', '#DIV/0!', 2.5],
  ['MATCH("0101",A1:A5,0)', '#N/A', 1],
  ['COUNTIF(C1:C5,C1)', '2', 2],
  ['COUNTIF(A1:A5,"010*")', '5', 5],
  ['COUNTIF(D1:D5,2)', '2', 2],
  ['COUNTIF(D1:D5,"2")', '2', 2],
  ['VLOOKUP("0102",A1:D5,4,FALSE())', '5', 5],
];
const beside = HyperFormula.buildFromArray(
  rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? `'${cell}` : cell))),
  { licenseKey: 'gpl-v3' },
);
(async () => {
  const excelize = await init('node_modules/excelize-wasm/excelize.wasm.gz');
  const book = excelize.NewFile();
  for (const [row, cells] of rows.entries()) book.SetSheetRow('Sheet1', `A${row + 1}`, cells);
  let isAsSeen = true;
  for (const [formula, seen, other] of formulas) {
    book.SetCellFormula('Sheet1', 'F1', `=${formula}`);
    const computed = book.CalcCellValue('Sheet1', 'F1');
    const value = computed.error ?? computed.value;
    const right = beside.calculateFormula(`=${formula}`, 0);
    console.log(`${formula.padEnd(46)} ${value}\tbeside it ${right}`);
    isAsSeen &&= value === seen && right === other;
  }
  console.log(isAsSeen ? 'as seen before' : 'CHANGED');
  process.exit(isAsSeen ? 0 : 1);
})();
JS
node count.cjs
