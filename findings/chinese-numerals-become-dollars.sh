#!/usr/bin/env bash
# SheetJS: a cell in the Chinese numerals of Excel is read as dollars.
#
# Versions: xlsx 0.18.5.
# One would guess: the text of a cell with the format that Excel lists as 中文小写数字, `[DBNum1][$-804]General`, is 一万二千三百四十五, or 12345.
# Seen: it is `$12345`, in the cell's text and in CSV; 壹万…, `[DBNum2]`, is too. The weekday 星期三 (`[$-804]aaaa`) becomes `$aaaa`, a text without its
# value, and 12件 (`[$-804]0"件"`) is `$12件`: the mark of the language leaves its dollar sign behind. In a date it does not.
# Last seen 2026-11-28. Fails when this changes. Not in the README of the package.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts xlsx@0.18.5
cat >read.cjs <<'JS'
const XLSX = require('xlsx');
const cells = [
  ['General', 12345, '12345'],
  ['[DBNum1][$-804]General', 12345, '$12345'],
  ['[DBNum2][$-804]General', 12345, '$12345'],
  ['[DBNum1][$-804]yyyy"年"m"月"d"日"', 43432, '2018年11月28日'],
  ['[$-804]aaaa', 43432, '$aaaa'],
  ['[$-804]0"件"', 12, '$12件'],
];
const sheet = XLSX.utils.aoa_to_sheet(cells.map(([, value]) => [value]));
cells.forEach(([format], row) => (sheet[`A${row + 1}`].z = format));
const written = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(written, sheet, '件数');
const read = XLSX.read(XLSX.write(written, { type: 'buffer', bookType: 'xlsx' })).Sheets['件数'];
const csv = XLSX.utils.sheet_to_csv(read).split('\n');
let isAsSeen = true;
cells.forEach(([format, value, text], row) => {
  const seen = read[`A${row + 1}`].w;
  console.log(`${String(value)} as ${format.padEnd(36)} text ${seen}   CSV ${csv[row]}`);
  isAsSeen = isAsSeen && seen === text && csv[row] === text;
});
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node read.cjs
