#!/usr/bin/env bash
# amis-formula: UPPERMONEY writes one sum in thirteen a 分 too low; 0.47 is 肆角陆分 and 2.01 贰元整.
#
# Versions: amis-formula 6.13.0; beside it nzh 1.0.14.
# One would guess: the sum in capital characters is the sum typed, to the 分; the function is told to turn a number into 中文大写金额.
# Seen: of the 100,000 sums from 0.01 to 1,000.00 yuan 7,669 lose a 分, because 2.01 × 100 is 200.99… to the machine and what stands behind the point is cut off.
# It goes on with large sums: 1,234,567,890.12 ends in 壹角壹分. Besides, the 零 before 分 is left out (10.05: 壹拾元伍分, where bills have 壹拾元零伍分), and
# 10 to the twelfth is 壹兆元, with the sign that stands for a million in units. nzh is right in all.
# Why it matters: forms for claims and contracts are what amis is made for; on a bill the words and the figures must agree by law, or it is void.
# Last seen 2026-11-29. Fails when this changes. Not in the README or the list of functions; another fault, sums above a hundred million, is issue 5402 of amis,
# and FLOOR(2.01, 2) its issue 12232.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts amis-formula@6.13.0 nzh@1.0.14
cat >sums.cjs <<'JS'
const { evaluate } = require('amis-formula');
const nzh = require('nzh/cn');

const written = (sum) => evaluate('${UPPERMONEY(sum)}', { sum });
const seen = [
  [0.47, '肆角陆分'],
  [2.01, '贰元整'],
  [8.29, '捌元贰角捌分'],
  [19.99, '壹拾玖元玖角捌分'],
  [1234567890.12, '壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元壹角壹分'],
  [0.29, '贰角玖分'],
  [1680.32, '壹仟陆佰捌拾元叁角贰分'],
  [10.05, '壹拾元伍分'],
  [1e12, '壹兆元整'],
];
let isAsSeen = true;
for (const [sum, words] of seen) {
  console.log(`${String(sum).padEnd(14)} ${written(sum)}\tnzh ${nzh.toMoney(sum, { outSymbol: false })}`);
  isAsSeen &&= written(sum) === words;
}
// Every sum of up to 1,000 yuan, read back from its last two places; nzh passes the same test.
const digits = '零壹贰叁肆伍陆柒捌玖';
const part = (words, unit) => Math.max(0, digits.indexOf(words[words.indexOf(unit) - 1] ?? '零'));
const isWhole = (cents, words) => part(words, '角') * 10 + part(words, '分') === cents % 100;
let lost = 0;
let lostBeside = 0;
for (let cents = 1; cents <= 100000; cents += 1) {
  const sum = cents / 100;
  lost += isWhole(cents, written(sum)) ? 0 : 1;
  lostBeside += isWhole(cents, nzh.toMoney(sum, { outSymbol: false })) ? 0 : 1;
}
console.log(`of 100,000 sums ${lost} have other 角 and 分 than typed; with nzh ${lostBeside}`);
isAsSeen &&= lost === 7669 && lostBeside === 0;
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node sums.cjs
