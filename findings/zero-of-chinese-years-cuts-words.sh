#!/usr/bin/env bash
# Cutting Chinese into words: 〇, the zero of years, is no character to the cutters, so that 二〇二五年 holds the word 五年, “five years”.
#
# Versions: jieba-wasm 2.4.0, Node 24 (ICU 78).
# One would guess: 二〇二五年 is cut like 一九九八年, which is one word to jieba.
# Seen: jieba and Intl.Segmenter both cut 二|〇|二|五年, and 第一〇五条 (article 105) into 第一|〇|五条, “five articles”. 二〇一八年 ends in 八年 for jieba.
# 零 in its place parts as well, 二零一|八年 (jieba) and 第|一百|零|五条 (Intl); but jieba knows 一百零五.
# Why it matters: official papers are dated with 〇; an index of such words answers 五年 or 五条 with them and knows no year or article.
# Last seen 2026-11-28. Fails when this changes. Not in the README of the package.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version), ICU $(node -p process.versions.icu)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts jieba-wasm@2.4.0
cat >cut.mjs <<'JS'
import { cut } from 'jieba-wasm';

const words = new Intl.Segmenter('zh', { granularity: 'word' });
const texts = [
  ['一九九八年', '一九九八年', '一九九八|年'],
  ['二〇二五年', '二|〇|二|五年', '二|〇|二|五年'],
  ['二〇一八年', '二|〇|一|八年', '二|〇|一八|年'],
  ['二零一八年', '二零一|八年', '二|零|一八|年'],
  ['第一〇五条', '第一|〇|五条', '第一|〇|五条'],
  ['第一百零五条', '第|一百零五|条', '第|一百|零|五条'],
];
let isAsSeen = true;
for (const [text, jieba, intl] of texts) {
  const seen = [cut(text, true).join('|'), Array.from(words.segment(text), ({ segment }) => segment).join('|')];
  console.log(`${text.padEnd(8)} jieba ${seen[0].padEnd(16)} Intl ${seen[1]}`);
  isAsSeen &&= seen[0] === jieba && seen[1] === intl;
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node cut.mjs
