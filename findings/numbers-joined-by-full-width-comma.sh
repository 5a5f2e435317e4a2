#!/usr/bin/env bash
# Intl.Segmenter: a full-width comma between numbers is part of a word.
#
# Versions: Node 24 (ICU 78); Chromium 156 cuts the same.
# One would guess: ， parts words wherever it stands, as 、 and 。 do.
# Seen: in 问责12，35，58件 the three numbers are one word, “12，35，58”, so that an index made of such words does not know 35; with a semicolon, ；, it is
# the same. Between characters, or before a letter, it parts, and one space behind it is enough to part numbers too.
# Last seen 2026-11-28. Fails when this changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version), ICU $(node -p process.versions.icu)"
cat >cut.mjs <<'JS'
const words = new Intl.Segmenter('zh', { granularity: 'word' });
const texts = {
  '问责12，35，58件': '问|责|12，35，58|件',
  '问责12、35、58件': '问|责|12|、|35|、|58|件',
  '2018；2019': '2018；2019',
  '2018。2019': '2018|。|2019',
  '12， 35': '12|，| |35',
  'A1，B2': 'A1|，|B2',
  '甲，乙': '甲|，|乙',
};
let isAsSeen = true;
for (const [text, cut] of Object.entries(texts)) {
  const seen = Array.from(words.segment(text), ({ segment }) => segment).join('|');
  console.log(`${text}   ${seen}`);
  isAsSeen &&= seen === cut;
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node cut.mjs
