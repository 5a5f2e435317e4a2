#!/usr/bin/env bash
# html-to-docx: the words in <cite>, <q>, <time>, <abbr>, <ruby>, <small>, <dfn> and other elements of HTML are left out of the Word file.
#
# Versions: html-to-docx 1.8.0, @turbodocx/html-to-docx 1.23.1 (a fork).
# One would guess: an element without a look of its own in Word is written as plain text, as a browser shows one that it does not know.
# Seen: the words are gone and the sentence closes over the gap, in paragraphs and list items, with no message: 依据<cite>《条例》</cite>第三条 is 依据第三条,
# and of 可以<small>（两次以上的除外）</small>免责 the exception is gone. In the cell of a table they stay; <span>, <mark> and <del> keep theirs anywhere.
# Why it matters: titles, dates and quotations are what well-made pages mark so; a dossier made of such a page misses just these.
# Last seen 2026-11-29. Fails when this changes. Not in the READMEs.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts html-to-docx@1.8.0 @turbodocx/html-to-docx@1.23.1 jszip@3.10.1
cat >write.cjs <<'JS'
const turbo = require('@turbodocx/html-to-docx');
const plain = require('html-to-docx');
const JSZip = require('jszip');

async function textOf(file) {
  const document = await (await JSZip.loadAsync(file)).file('word/document.xml').async('string');
  const texts = document.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu);
  return Array.from(texts, ([, text]) => text).join('').trim();
}
const pieces = [
  ['<p>依据<cite>《条例》</cite>第三条</p>', '依据第三条'],
  ['<p>他说：<q>可以</q>。</p>', '他说：。'],
  ['<p>于<time>5月20日</time>印发</p>', '于印发'],
  ['<p>由<abbr title="某某委员会">某委</abbr>审核</p>', '由审核'],
  ['<p>容错<ruby>纠<rt>jiū</rt></ruby>错</p>', '容错错'],
  ['<p>可以<small>（两次以上的除外）</small>免责</p>', '可以免责'],
  ['<p><dfn>容错</dfn>是指</p>', '是指'],
  ['<ul><li>依据<cite>《条例》</cite></li></ul>', '依据'],
  ['<table><tr><td>于<time>5月20日</time></td></tr></table>', '于5月20日'],
  ['<p>容<span>错</span><mark>纠</mark><del>错</del></p>', '容错纠错'],
];
(async () => {
  let isAsSeen = true;
  for (const [html, expected] of pieces) {
    const seen = [await textOf(await plain(html)), await textOf(await turbo(html))];
    console.log(`${html.padEnd(48)} ${seen.join('   fork: ')}`);
    isAsSeen = isAsSeen && seen.every((text) => text === expected);
  }
  console.log(isAsSeen ? 'as seen before' : 'CHANGED');
  process.exit(isAsSeen ? 0 : 1);
})();
JS
node write.cjs
