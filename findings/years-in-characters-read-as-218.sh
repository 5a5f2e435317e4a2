#!/usr/bin/env bash
# nzh: a year in Chinese characters is read as a number of three digits, and nothing says so.
#
# Versions: nzh 1.0.14.
# One would guess: what `decodeS` cannot read it refuses, as `encodeS` and `decodeS` are told to be each other's way back.
# Seen: 二〇一八 is 218, 百分之三十 is 130, 一万二 (12,000) is 10002, and 两千 is 0; 二千零一十八 is read rightly.
# Last seen 2026-11-28. Fails when this changes. Not in the README of the package.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts nzh@1.0.14
cat >read.cjs <<'JS'
const { cn } = require('nzh');
const numbers = { 二千零一十八: 2018, 二〇一八: 218, 百分之三十: 130, 一万二: 10002, 两千: 0, 第十一: 1 };
let isAsSeen = true;
for (const [words, number] of Object.entries(numbers)) {
  const seen = cn.decodeS(words);
  console.log(`${words} ${seen}`);
  isAsSeen = isAsSeen && Number(seen) === number;
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node read.cjs
