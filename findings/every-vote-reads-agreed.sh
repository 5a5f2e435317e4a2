#!/usr/bin/env bash
# excelize-wasm: every vote reads 同意 (agreed) where Excel shows 同意, 不同意 and 弃权, and a mark of 59 reads 合格 (passed).
#
# Versions: excelize-wasm 0.1.3; beside it xlsx 0.18.5, which makes the file, too.
# One would guess: `GetCellValue` gives the text that Excel shows, as it does for dates and percentages; what it cannot follow it leaves as it is
# (so its author, issue 1401 of excelize).
# Seen: of a format with conditions, `[=1]"同意";[=0]"不同意";"弃权"`, the first part is taken for every number that is not negative, whatever its condition says;
# `[<60]"不合格";"合格"` fails everybody, and `[>=90]"优秀";[>=60]"合格";"不合格"` makes all excellent. So it is with `0"人";-0"人";"无"`, where 0 is 0人. A
# negative number takes the second part or stays a number. A day in Chinese characters, `[DBNum1]`, is spelt by digits: 二○日 for 二十日. There is no message; xlsx is right but for DBNum1.
# Why it matters: typing 1 and 0 and having words shown is what guides to Excel teach for votes, ticks and marks; the list that is read has one opinion only.
# Last seen 2026-11-29. Fails when this changes. Not in the README; no report of it was found.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts excelize-wasm@0.1.3 xlsx@0.18.5
cat >read.cjs <<'JS'
const { init } = require('excelize-wasm');
const XLSX = require('xlsx');

const vote = '[=1]"同意";[=0]"不同意";"弃权"';
const grade = '[>=90]"优秀";[>=60]"合格";"不合格"';
const cells = [
  [vote, 1, '同意', '同意'],
  [vote, 0, '同意', '不同意'],
  [vote, 2, '同意', '弃权'],
  ['[=1]"√";[=0]"×"', 0, '√', '×'],
  [grade, 95, '优秀', '优秀'],
  [grade, 59, '优秀', '不合格'],
  ['[>=60]"合格";"不合格"', 59, '合格', '不合格'],
  ['[<60]"不合格";"合格"', 100, '不合格', '合格'],
  ['0"人";-0"人";"无"', 0, '0人', '无'],
  ['"升"0;"降"0;"平"', 0, '升0', '平'],
  ['"升"0;"降"0;"平"', -5, '降5', '降5'],
  [vote, -5, '-5', '弃权'],
  ['0.0%', 0.256, '25.6%', '25.6%'],
  ['yyyy"年"m"月"d"日"', 43240, '2018年5月20日', '2018年5月20日'],
  ['[DBNum1][$-804]yyyy"年"m"月"d"日"', 43240, '二○一八年五月二○日', '2018年5月20日'],
];
const sheet = XLSX.utils.aoa_to_sheet(cells.map(([, value]) => [value]));
cells.forEach(([format], row) => (sheet[`A${row + 1}`].z = format));
const written = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(written, sheet, '表决');
const file = XLSX.write(written, { type: 'buffer', bookType: 'xlsx' });
const beside = XLSX.read(file).Sheets['表决'];
(async () => {
  const excelize = await init('node_modules/excelize-wasm/excelize.wasm.gz');
  const book = excelize.OpenReader(new Uint8Array(file));
  let isAsSeen = true;
  for (const [row, [format, value, seen, other]] of cells.entries()) {
    const name = `A${row + 1}`;
    const text = book.GetCellValue('表决', name).value;
    console.log(`${format.padEnd(38)} ${String(value).padEnd(6)} ${text}\txlsx ${beside[name].w}`);
    isAsSeen &&= text === seen && beside[name].w === other;
  }
  console.log(isAsSeen ? 'as seen before' : 'CHANGED');
  process.exit(isAsSeen ? 0 : 1);
})();
JS
node read.cjs
