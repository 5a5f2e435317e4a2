#!/usr/bin/env bash
# Intl.ListFormat: a list without “and” has no marks at all in Chinese.
#
# Versions: Node 24 (ICU 78).
# One would guess: `type: 'unit'`, which leaves out “and” in English (A, B, C), writes 免责、减责、纠错 in Chinese.
# Seen: 免责减责纠错, in every style (spaces in Taiwan's); three words become one. It is made for 1年6个月. The other types have 、 and 和 or 或, and
# 免责、减责、纠错 is what `style: 'narrow'` writes, without a type.
# Why it matters: lists of measures, posts or articles of a law read as one name, and nothing looks wrong in a test with English.
# Last seen 2026-11-28. Fails when this changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version), ICU $(node -p process.versions.icu)"
cat >list.mjs <<'JS'
const words = ['免责', '减责', '纠错'];
let isAsSeen = true;
function look(language, options, list) {
  const seen = new Intl.ListFormat(language, options).format(words);
  console.log(`${language.padEnd(6)} ${JSON.stringify(options).padEnd(34)} ${seen}`);
  isAsSeen &&= seen === list;
}
for (const style of ['long', 'short', 'narrow']) look('zh-CN', { type: 'unit', style }, '免责减责纠错');
look('zh-TW', { type: 'unit' }, '免责 减责 纠错');
look('en', { type: 'unit' }, '免责, 减责, 纠错');
look('zh-CN', {}, '免责、减责和纠错');
look('zh-CN', { type: 'disjunction' }, '免责、减责或纠错');
look('zh-CN', { style: 'narrow' }, '免责、减责、纠错');
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node list.mjs
