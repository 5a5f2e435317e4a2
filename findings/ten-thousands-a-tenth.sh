#!/usr/bin/env bash
# SheetJS: a number shown in 万 is read as a tenth of it.
#
# Versions: xlsx 0.18.5, ssf 0.11.2; beside them numfmt 4.0.1.
# One would guess: the text of a cell is what Excel shows: 201805 with the format `0\.0,"万"` is 20.2万. (Excel has no scale of 10,000, so this is the usual
# way: the comma divides by 1,000, and an escaped point, a mere sign, is set before the last digit.)
# Seen: 2.02万, in the cell's text, in CSV and in HTML; 12345 is .12万 instead of 1.2万. `0"."0,` does the same and so does a format with conditions; without
# the comma, `0\.0000"万"`, it is read rightly, and so is the plain `0,"千"`. numfmt has 20.2万. With the escape of Chinese guides, `0!.0,`, both write 201!.8万.
# Why it matters: sums and head counts in reports are written in 万; what is taken from the sheet as shown looks sound and is ten times too small.
# Last seen 2026-11-29. Fails when this changes. Not in the README of the packages.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts xlsx@0.18.5 ssf@0.11.2 numfmt@4.0.1
cat >read.mjs <<'JS'
import { format as numfmt } from 'numfmt';
import SSF from 'ssf';
import * as XLSX from 'xlsx';

const cells = [
  [String.raw`0\.0,"万"`, 201805, '2.02万', '20.2万'],
  [String.raw`0\.0,"万"`, 12345, '.12万', '1.2万'],
  ['0"."0,"万"', 201805, '2.02万', '20.2万'],
  ['0!.0,"万"', 201805, '201!.8万', '201!.8万'],
  [String.raw`[>=10000]0\.0,"万";0`, 201805, '2.02万', '20.2万'],
  [String.raw`0\.0000"万"`, 201805, '20.1805万', '20.1805万'],
  ['0,"千"', 201805, '202千', '202千'],
];
const sheet = XLSX.utils.aoa_to_sheet(cells.map(([, value]) => [value]));
cells.forEach(([format], row) => (sheet[`A${row + 1}`].z = format));
const written = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(written, sheet, '金额');
const read = XLSX.read(XLSX.write(written, { type: 'buffer', bookType: 'xlsx' })).Sheets['金额'];
const csv = XLSX.utils.sheet_to_csv(read).split('\n');
const html = XLSX.utils.sheet_to_html(read);
let isAsSeen = true;
cells.forEach(([format, value, text, shown], row) => {
  const seen = [read[`A${row + 1}`].w, csv[row], SSF.format(format, value)];
  const rightly = numfmt(format, value);
  console.log(`${value} as ${format.padEnd(23)} text ${seen[0].padEnd(9)} CSV ${seen[1].padEnd(9)} ssf ${seen[2].padEnd(9)} numfmt ${rightly}`);
  isAsSeen &&= seen.every((one) => one === text) && html.includes(`>${text}<`) && rightly === shown;
});
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node read.mjs
