#!/usr/bin/env bash
# Orama: a search with `exact` finds no Chinese word, unless a Latin letter touches it.
#
# Versions: @orama/orama 3.1.18, @orama/tokenizers 3.1.18 (its tokenizer for Chinese).
# One would guess: `exact: true` finds the pages in which the word stands as it is typed, as it does in English.
# Seen: 容错 is found without `exact` and not with it, though it stands alone in one title and between other characters in another; only A容错B is found.
# 2018 is found in 2018年. What is looked for after the index has answered is a boundary between a Latin letter or digit and another sign.
# Why it matters: quotation marks or a box “exact words” in a search page are answered with “nothing found” for every Chinese word.
# Last seen 2026-11-28. Fails when this changes. Not in the README of the package.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts @orama/orama@3.1.18 @orama/tokenizers@3.1.18
cat >search.mjs <<'JS'
import { create, insert, search } from '@orama/orama';
import { createTokenizer } from '@orama/tokenizers/mandarin';

const titles = ['容错', '建立容错机制', 'A容错B', '2018年容错办法', 'fault tolerance'];
const index = create({ schema: { title: 'string' }, components: { tokenizer: createTokenizer() } });
for (const title of titles) insert(index, { title });
async function found(term, exact) {
  const { hits } = await search(index, { term, exact });
  return hits.map(({ document }) => document.title).sort().join(', ');
}
const terms = [
  ['容错', '2018年容错办法, A容错B, 容错, 建立容错机制', 'A容错B'],
  ['机制', '建立容错机制', ''],
  ['2018', '2018年容错办法', '2018年容错办法'],
  ['fault', 'fault tolerance', 'fault tolerance'],
];
let isAsSeen = true;
for (const [term, loose, exact] of terms) {
  const seen = [await found(term, false), await found(term, true)];
  console.log(`${term.padEnd(6)} finds: ${seen[0]}   exact: ${seen[1] || 'nothing'}`);
  isAsSeen &&= seen[0] === loose && seen[1] === exact;
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node search.mjs
