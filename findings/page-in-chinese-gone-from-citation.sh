#!/usr/bin/env bash
# rehype-citation: a page given in Chinese, [@key, 第3页], is gone from the citation.
#
# Versions: rehype-citation 2.3.2 with its APA style, unified 11.0.5, remark-parse 11.0.0, remark-rehype 11.1.2, rehype-stringify 10.0.1.
# One would guess: what stands behind the key is the place if it is known as one, else a suffix that is written as it is, as in Pandoc, whose notation it is.
# Seen: (王小明, 2019), as if nothing had been there; so it is with 第3—5页, 第三章 and 第七条, and with English words that name no place. `p. 3` and a bare 3
# are kept, and behind them Chinese words stay (p. 3，下同); `p. 三` is written 2019三. A full-width comma behind the key leaves the brackets as text.
# Why it matters: the article of a law or the page is what is cited; the page looks sound, and nothing says that it is lost.
# Last seen 2026-11-29. Fails when this changes. Not in the README of the package.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts rehype-citation@2.3.2 unified@11.0.5 remark-parse@11.0.0 remark-rehype@11.1.2 rehype-stringify@10.0.1
cat >library.bib <<'BIB'
@article{wang2019, author = {王小明}, title = {容错纠错机制研究}, journal = {党政研究}, year = {2019}}
BIB
cat >cite.mjs <<'JS'
import rehypeCitation from 'rehype-citation';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

async function shown(text) {
  const options = { bibliography: 'library.bib', path: process.cwd(), csl: 'apa' };
  const page = await unified().use(remarkParse).use(remarkRehype).use(rehypeCitation, options).use(rehypeStringify).process(text);
  return String(page).match(/<p>(.*?)<\/p>/su)[1].replace(/<[^>]+>/gu, '');
}
const texts = [
  ['[@wang2019, 第3页]', '(王小明, 2019)'],
  ['[@wang2019, 第3—5页]', '(王小明, 2019)'],
  ['[@wang2019, 第七条]', '(王小明, 2019)'],
  ['[@wang2019, and elsewhere]', '(王小明, 2019)'],
  ['[@wang2019, p. 3]', '(王小明, 2019, p. 3)'],
  ['[@wang2019, 3]', '(王小明, 2019, p. 3)'],
  ['[@wang2019, p. 3，下同]', '(王小明, 2019, p. 3，下同)'],
  ['[@wang2019, p. 三]', '(王小明, 2019三)'],
  ['[@wang2019，第3页]', '[@wang2019，第3页]'],
];
let isAsSeen = true;
for (const [text, expected] of texts) {
  const seen = await shown(text);
  console.log(`${text.padEnd(28)} ${seen}`);
  isAsSeen &&= seen === expected;
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node --no-deprecation cite.mjs
