#!/usr/bin/env bash
# Intl: a range of dates in Chinese is never written with 年月日, whatever the options ask for.
#
# Versions: Node 24 (ICU 78); Chromium 156 says the same.
# One would guess: `formatRange` writes both ends as `format` writes one date, as it does in English, German and Korean.
# Seen: with `dateStyle: 'long'` or `month: 'long'` one date is 2026年11月28日, the range 2026/11/1 – 2026/11/28; in zh-HK the day comes first,
# 1/11/2026 至 28/11/2026. Japanese does the same. Only `month: 'long'` alone keeps its words (二月 – 十一月).
# Last seen 2026-11-28. Fails when this changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version), ICU $(node -p process.versions.icu)"
cat >range.mjs <<'JS'
const [from, to] = [new Date(2026, 10, 1), new Date(2026, 10, 28)];
const long = { year: 'numeric', month: 'long', day: 'numeric' };
const plain = (text) => text.replace(/\p{Zs}/gu, ' ');
let isAsSeen = true;
function look(language, options, one, range) {
  const format = new Intl.DateTimeFormat(language, options);
  const seen = [format.format(to), format.formatRange(from, to)].map(plain);
  console.log(`${language.padEnd(6)} ${JSON.stringify(options).padEnd(52)} ${seen.join('   range: ')}`);
  isAsSeen &&= seen[0] === one && seen[1] === range;
}
look('zh-CN', { dateStyle: 'long' }, '2026年11月28日', '2026/11/1 – 2026/11/28');
look('zh-CN', long, '2026年11月28日', '2026/11/1 – 2026/11/28');
look('zh-CN', { month: 'long', day: 'numeric' }, '11月28日', '11/1 – 11/28');
look('zh-HK', long, '2026年11月28日', '1/11/2026 至 28/11/2026');
look('ja', long, '2026年11月28日', '2026/11/01～2026/11/28');
look('ko', long, '2026년 11월 28일', '2026년 11월 1일~28일');
look('en', long, 'November 28, 2026', 'November 1 – 28, 2026');
look('de', long, '28. November 2026', '1.–28. November 2026');
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node range.mjs
