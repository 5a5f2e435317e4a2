#!/usr/bin/env bash
# limax: 法律 is addressed as fa-l, for ü is dropped from pinyin.
#
# Versions: limax 4.2.3.
# One would guess: 律 is lü, lu or lv in an address, as the package has pinyin for Chinese and writes ü as ue elsewhere (German “über” is ueber).
# Seen: it is l, with tones l4, and so are 绿, 率 and 履; 女 is n and 略 le. Without tones a lone l takes the hyphens beside it away, too: 纪律处分 is
# jilchu-fen.
# Why it matters: 法律, 纪律, 履职 and 效率 are the words of this field; their addresses cannot be read or guessed, and more of them are alike.
# Last seen 2026-11-28. Fails when this changes. Not in the README of the package.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts limax@4.2.3
cat >slug.mjs <<'JS'
import limax from 'limax';

const words = [
  ['法律', 'fa3-l4', 'fa-l'],
  ['纪律处分', 'ji4-l4-chu3-fen4', 'jilchu-fen'],
  ['履职', 'l3-zhi2', 'l-zhi'],
  ['效率', 'xiao4-l4', 'xiao-l'],
  ['女干部', 'n3-gan4-bu4', 'n-gan-bu'],
  ['战略', 'zhan4-le4', 'zhan-le'],
  ['法规', 'fa3-gui1', 'fa-gui'],
  ['陆路', 'lu4-lu4', 'lu-lu'],
  ['über', 'ueber', 'ueber'],
];
let isAsSeen = true;
for (const [word, toned, plain] of words) {
  const seen = [limax(word), limax(word, { tone: false })];
  console.log(`${word.padEnd(6)} ${seen[0].padEnd(18)} without tones ${seen[1]}`);
  isAsSeen &&= seen[0] === toned && seen[1] === plain;
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node slug.mjs
