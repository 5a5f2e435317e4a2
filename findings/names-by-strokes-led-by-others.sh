#!/usr/bin/env bash
# Intl.Collator: names in the order of strokes are not as official lists have them; 王, 毛, 方 come out as 方, 毛, 王.
#
# Versions: Node 24.21.0 (package `node`, ICU 78.3, CLDR 48); Chromium 156 sorts the same.
# One would guess: `zh-u-co-stroke` gives 按姓氏笔画为序: fewer strokes first and, where they are as many, by the kind of the first stroke, 一丨丿丶乛 (GB 13000.1
# and its order of characters; lists for elections are made so).
# Seen: the number of strokes counts, but surnames with the same number follow the radicals of the old dictionary: 方 (radical 70), 毛 (82), 王 (96). Of 38
# surnames with 4 to 11 strokes, whose first strokes settle it, 6 stand where they should, and in none of the 8 groups the right one is first. Taiwan's order is
# the same. Of one surname 李一鸣 comes before 李明, where a name of one character should be first.
# Why it matters: the note “by strokes” says that nobody is ranked; a list sorted so has others at its head than the printed one, and looks ranked.
# Last seen 2026-11-29. Fails when this changes. No report was found among those of ICU, CLDR and ECMA-402.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit node@24.21.0
cat >strokes.mjs <<'JS'
console.log(`Node ${process.versions.node}, ICU ${process.versions.icu}, CLDR ${process.versions.cldr}`);
// By the first stroke: across, down, slanting left, dot, bent.
const groups = [
  [4, '王毛方尹', '尹方毛王'],
  [5, '石田白冯司', '冯司田白石'],
  [6, '成吕任许孙', '任吕孙成许'],
  [7, '李吴何宋张', '何吴宋张李'],
  [8, '林罗周郑孟', '周孟林罗郑'],
  [9, '胡侯姜姚', '侯姚姜胡'],
  [10, '袁晏钱唐陶', '唐晏袁钱陶'],
  [11, '黄崔符康隋', '崔康符隋黄'],
];
const sort = (names, language) => names.toSorted(new Intl.Collator(language).compare);
let isAsSeen = true;
let surnames = 0;
let inPlace = 0;
let first = 0;
for (const [strokes, official, seen] of groups) {
  const [sorted, taiwan] = ['zh-u-co-stroke', 'zh-Hant-TW'].map((language) => sort([...official].reverse(), language).join(''));
  const same = [...official].filter((name, at) => sorted[at] === name).length;
  console.log(`${strokes} strokes\tofficial ${official}\tsorted ${sorted}\tin place ${same}`);
  surnames += official.length;
  inPlace += same;
  first += official[0] === sorted[0] ? 1 : 0;
  isAsSeen &&= sorted === seen && taiwan === seen;
}
console.log(`in place: ${inPlace} of ${surnames}; groups with the right first: ${first} of ${groups.length}`);
const numbers = sort([...'赵陈李王丁'], 'zh-u-co-stroke').join('');
const names = sort(['李大鸣', '李明', '李一鸣'], 'zh-u-co-stroke').join(' ');
console.log(`by their number alone: ${numbers}; one surname: ${names}`);
isAsSeen &&= inPlace === 6 && surnames === 38 && first === 0 && numbers === '丁王李陈赵' && names === '李一鸣 李大鸣 李明';
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node_modules/.bin/node strokes.mjs
