#!/usr/bin/env bash
# FlexSearch: for its Chinese encoder 第11条 (article 11) and 第1条 are the same words, and so are 2000年 and 20年.
#
# Versions: flexsearch 0.8.212.
# One would guess: `Charset.CJK` takes every character as a word, so that a search wants all those that were typed.
# Seen: a word that repeats the one before it is left out, in the index and in the query, and here a word is a character: 第11条 is 第|1|条, 2000年 is 2|0|年,
# 人人有责 is 人|有|责, 二〇〇八年 is 二|〇|八|年. A search for 第1条 finds 第11条, too, and puts it first; 第222条 is answered with 第2条 alone. Every tokenizer,
# `context` and an encoder with `dedupe: false` do the same.
# Why it matters: articles, years and numbers of documents are what people search a library of rules for.
# Last seen 2026-11-29. Fails when this changes. Not in the README of the package.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts flexsearch@0.8.212
cat >search.cjs <<'JS'
const { Charset, Encoder, Index } = require('flexsearch');

const texts = ['第11条', '第1条', '第2条', '2000年', '20年', '人人有责', '二〇〇八年'];
const kinds = {
  CJK: { encoder: Charset.CJK },
  'CJK, forward': { encoder: Charset.CJK, tokenize: 'forward' },
  'CJK, context': { encoder: Charset.CJK, context: true },
  'CJK, no dedupe': { encoder: new Encoder(Charset.CJK, { dedupe: false }), context: true },
};
const queries = [
  ['第1条', '第11条 第1条'],
  ['第11条', '第11条 第1条'],
  ['第222条', '第2条'],
  ['20年', '2000年 20年'],
];
let isAsSeen = true;
for (const text of texts) console.log(text.padEnd(6), new Encoder(Charset.CJK).encode(text).join('|'));
for (const [name, options] of Object.entries(kinds)) {
  const index = new Index(options);
  texts.forEach((text, at) => index.add(at, text));
  for (const [query, expected] of queries) {
    const seen = index.search(query).map((at) => texts[at]).join(' ');
    console.log(`${name.padEnd(15)} ${query.padEnd(6)} ${seen || 'nothing'}`);
    isAsSeen = isAsSeen && seen === expected;
  }
}
isAsSeen = isAsSeen && new Encoder(Charset.CJK).encode('二〇〇八年').join('|') === '二|〇|八|年';
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node search.cjs
