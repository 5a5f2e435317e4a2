#!/usr/bin/env bash
# Cutting Chinese into words: 第二十七条规定 (“article 27 provides”) holds neither 第二十七条 nor 规定 for segmentit and segment, but the word 条规.
#
# Versions: segmentit 2.0.3, segment 0.1.3, both with all their dictionaries (`useDefault`); beside them jieba-wasm 2.4.0.
# One would guess: of 第二十七|条规|定 and 第二十七条|规定 the second is taken, for it leaves no single character and 规定 is by far the more common word.
# Seen: every article that “provides” is cut 条规|定, whatever its number, in characters or digits; 第二十七条要求 and 第七条规划 are cut rightly, and so is
# 第二十七条 before a space or a comma. 第三章规定 and 《条例》规定 hold the word 规定. jieba cuts 第二十七条|规定. 正处级干部 is cut 正处级|干|部.
# Why it matters: nothing stands more often in decisions and cases; an index made of these words answers neither 规定 nor the article where it is applied.
# Last seen 2026-11-29. Fails when this changes. Not in the READMEs.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts segmentit@2.0.3 segment@0.1.3 jieba-wasm@2.4.0
cat >cut.mjs <<'JS'
import { cut } from 'jieba-wasm';
import Segment from 'segment';
import segmentit from 'segmentit';

const old = new Segment();
old.useDefault();
const cutters = [segmentit.useDefault(new segmentit.Segment()), old];
const texts = [
  ['第二十七条规定', '第二十七|条规|定', '第二十七条|规定'],
  ['第七条规定的情形', '第七|条规|定|的|情形', '第七条|规定|的|情形'],
  ['第27条规定', '第|27|条规|定', '第|27|条|规定'],
  ['第二十七条，规定', '第二十七条|，|规定', '第二十七条|，|规定'],
  ['第二十七条要求', '第二十七条|要求', '第二十七条|要求'],
  ['第三章规定', '第三|章|规定', '第三章|规定'],
  ['正处级干部', '正处级|干|部', '正处级|干部'],
];
let isAsSeen = true;
for (const [text, theirs, jieba] of texts) {
  const seen = cutters.map((cutter) => cutter.doSegment(text).map(({ w: word }) => word).join('|'));
  const beside = cut(text, true).join('|');
  console.log(`${text.padEnd(9)} ${seen.join('   ').padEnd(40)} jieba ${beside}`);
  isAsSeen &&= seen.every((one) => one === theirs) && beside === jieba;
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node cut.mjs
