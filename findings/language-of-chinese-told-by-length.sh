#!/usr/bin/env bash
# lande: a short Chinese title is Korean with certainty, and which words it has does not matter; only their number does.
#
# Versions: lande 1.0.10; beside it franc 6.2.0.
# One would guess: characters that Korean has not been written in for decades speak for Chinese, the more so as the README says that it works well on short
# inputs.
# Seen: 容错 is Korean (1.000), and so are 2018年 and a text without a sign in it; four characters are Korean by 0.978, whether 问责条例, 行政处分 or the Japanese
# ひらがな; six by 0.578. From seven on it is Chinese, nine by 0.817, from fifteen on Japanese, whatever they are, until one comes that it
# knows, such as 的. So the characters are not looked at, and what is left where nothing is known is Korean. franc tells all of them rightly.
# Why it matters: the language of a page or a cell, set by its title, chooses font, voice and search index; most terms of this field have two to six characters.
# Last seen 2026-11-29. Fails when this changes. Not in the README of the package.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts lande@1.0.10 franc@6.2.0
cat >tell.mjs <<'JS'
import { franc } from 'franc';
import lande from 'lande';

const texts = [
  ['容错', 'kor', '1.000', 'cmn'],
  ['问责', 'kor', '1.000', 'cmn'],
  ['问责条例', 'kor', '0.978', 'cmn'],
  ['行政处分', 'kor', '0.978', 'cmn'],
  ['ひらがな', 'kor', '0.978', 'jpn'],
  ['国务院办公厅', 'kor', '0.578', 'cmn'],
  ['三个区分开来', 'kor', '0.578', 'cmn'],
  ['容错纠错机制', 'kor', '0.578', 'cmn'],
  ['中国共产党问责条例', 'cmn', '0.817', 'cmn'],
  ['建立健全容错纠错机制', 'cmn', '0.783', 'cmn'],
  ['建立健全容错纠错机制完善配套措施宽容干部', 'jpn', '0.680', 'cmn'],
  ['', 'kor', '1.000', 'und'],
];
let isAsSeen = true;
for (const [text, language, share, rightly] of texts) {
  const [[told, certainty]] = lande(text);
  const other = franc(text, { minLength: 1 });
  console.log(`${(text || '(empty)').padEnd(10)} ${told} ${certainty.toFixed(3)}   franc ${other}`);
  isAsSeen &&= told === language && certainty.toFixed(3) === share && other === rightly;
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node tell.mjs
