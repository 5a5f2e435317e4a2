#!/usr/bin/env bash
# Intl.Segmenter: a Chinese sentence takes the opening mark of the next one with it.
#
# Versions: Node 24 (ICU 78).
# One would guess: a sentence ends behind 。 and the marks that close it, so that 《办法》… begins the next one.
# Seen: 规定。《办法》明确。 is cut into 规定。《 and 办法》明确。, and so it is with “ （ 【 〔 and in ja and en as well. A space or a new line between helps,
# as every English text has one; Chinese has none. 他说：“可以。”然后走了 is cut behind the quotation, too.
# Why it matters: what quotes, reads aloud or cites sentence by sentence begins without 《 or “ and ends with a stray one; the text looks misquoted.
# Last seen 2026-11-28. Fails when this changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version), ICU $(node -p process.versions.icu)"
cat >cut.mjs <<'JS'
const texts = [
  ['规定。《办法》明确。', '规定。《|办法》明确。'],
  ['规定。“容错”是指。', '规定。“|容错”是指。'],
  ['好！（一）区分。', '好！（|一）区分。'],
  ['印发。〔2018〕29号。', '印发。〔|2018〕29号。'],
  ['规定。容错是指。', '规定。|容错是指。'],
  ['规定。\n《办法》明确。', '规定。\n|《办法》明确。'],
  ['规定。　《办法》明确。', '规定。　|《办法》明确。'],
  ['他说：“可以。”然后走了。', '他说：“可以。”|然后走了。'],
  ['It rules. (The rule) says.', 'It rules. |(The rule) says.'],
];
let isAsSeen = true;
for (const language of ['zh', 'ja', 'en']) {
  const sentences = new Intl.Segmenter(language, { granularity: 'sentence' });
  for (const [text, cut] of texts) {
    const seen = Array.from(sentences.segment(text), ({ segment }) => segment).join('|');
    console.log(`${language} ${JSON.stringify(text)} ${JSON.stringify(seen)}`);
    isAsSeen &&= seen === cut;
  }
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node cut.mjs
