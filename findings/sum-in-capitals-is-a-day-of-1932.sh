#!/usr/bin/env bash
# Roo (Ruby): 12,000 in the capital numerals of Excel, 壹万贰仟, is read as 7 November 1932, and 三十五 persons are 3 February 1900.
#
# Versions: roo 2.10.0 (Debian's ruby-roo 2.10.0-1) on Ruby 3.1.2; beside it xlsx 0.18.5. The file is made with exceljs 4.4.0.
# One would guess: a number with a format that is none of a date is that number: 0"件" of 12 is 12, [Red]0 of 3 is 3, and so is what Excel lists as 中文大写数字 and 中文小写数字.
# Seen: [DBNum2][$-804]General and [DBNum1], with or without a unit in Chinese behind them, make a Date of the number: the d of DBNum is taken for that of a day, though colours in brackets are not. `celltype` says :date, and CSV has 1932-11-07.
# 壹万贰仟元整 goes the same way; with # in the format, [DBNum2][$-804]#,##0, it is a number. There is no message. xlsx has the values as numbers.
# Why it matters: sums of vouchers and contracts, and numbers in titles of tables, are shown so; the column of sums is one of dates, those of small numbers all lie in 1900, and they cannot be added.
# Last seen 2026-11-30. Fails when this changes. Not in the README; no report of it was found.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
packages=(ruby-roo=2.10.0-1 ruby-nokogiri=1.13.10+dfsg-2+b1 ruby-zip=2.3.2-1 ruby-mini-portile2 racc ruby3.1 libruby3.1)
libraries=(libxml2 libxslt1.1 libicu72 libyaml-0-2)
if ! apt-get download "${packages[@]}" "${libraries[@]}" >/dev/null 2>&1; then
  apt-get update >/dev/null
  apt-get download "${packages[@]}" "${libraries[@]}" >/dev/null 2>&1
fi
for package in ./*.deb; do dpkg -x "$package" root; done
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts exceljs@4.4.0 xlsx@0.18.5
cat >read.rb <<'RB'
require 'roo'
STDERR.puts "Ruby #{RUBY_VERSION}, roo #{Roo::VERSION}"
book = Roo::Spreadsheet.open('a.xlsx')
(1..book.last_row).each { |row| puts [book.celltype(row, 1), book.cell(row, 1)].join(' ') }
puts book.to_csv
RB
cat >read.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import ExcelJS from 'exceljs';
import XLSX from 'xlsx';

const cells = [
  ['[DBNum2][$-804]General', 12000, 'date 1932-11-07'],
  ['[DBNum2][$-804]General"元整"', 12000, 'date 1932-11-07'],
  ['[DBNum1][$-804]General', 35, 'date 1900-02-03'],
  ['[DBNum1][$-804]0"人"', 6, 'date 1900-01-05'],
  ['[DBNum2][$-804]#,##0', 12000, 'float 12000'],
  ['0"件"', 12, 'float 12'],
  ['[Red]0', 3, 'float 3'],
  ['[$-804]0"人"', 6, 'float 6'],
  ['yyyy"年"m"月"d"日"', 43240, 'date 2018-05-20'],
];
const book = new ExcelJS.Workbook();
const sheet = book.addWorksheet('表');
cells.forEach(([numFmt, value], row) => Object.assign(sheet.getCell(row + 1, 1), { value, numFmt }));
await book.xlsx.writeFile('a.xlsx');
const [folder] = execFileSync('bash', ['-c', 'echo "$PWD"/root/usr/lib/*-linux-gnu'], { encoding: 'utf8' }).trim().split(' ');
const root = `${process.cwd()}/root/usr`;
const env = {
  ...process.env,
  LC_ALL: 'C.UTF-8',
  LD_LIBRARY_PATH: folder,
  RUBYLIB: [`${root}/lib/ruby/vendor_ruby`, `${root}/lib/ruby/3.1.0`, `${folder}/ruby/3.1.0`, `${folder}/ruby/vendor_ruby/3.1.0`].join(':'),
  GEM_PATH: [`${root}/share/rubygems-integration/all`, `${folder}/rubygems-integration/3.1.0`].join(':'),
};
const lines = execFileSync(`${root}/bin/ruby3.1`, ['-rdelegate', 'read.rb'], { encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'inherit'] }).trim().split('\n');
const beside = XLSX.readFile('a.xlsx').Sheets['表'];
let isAsSeen = true;
cells.forEach(([format, value, expected], row) => {
  const seen = lines[row];
  const inCsv = lines[cells.length + row];
  console.log(`${format.padEnd(32)} ${String(value).padEnd(6)} ${seen}, in CSV ${inCsv}; xlsx ${beside[`A${row + 1}`].v}`);
  isAsSeen &&= seen === expected && inCsv === expected.split(' ')[1] && beside[`A${row + 1}`].v === value;
});
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node read.mjs
