#!/usr/bin/env bash
# tmexchange: in a memory of translations a word that is set off leaves its sentence: 经核实，不予免责。 with 不予 (“not”) in <hi> is read as 经核实，免责。
#
# Versions: tmexchange 2.0.6.
# One would guess: the text of a segment is all its text; TMX gives <hi> (words set off by the author) and <sub> (a footnote or a caption) as parts of it that are translated, too.
# Seen: what stands in them is taken out and laid beside, in a list `hi`, and the text goes on without it as if nothing had been there; where it stood is told nowhere. English goes the same way:
# “It is <hi>not</hi> exempted.” is “It is  exempted.” So do two of them in one sentence, and the list is longer. What stands in <bpt>, <ept> and <ph>, codes of the layout, is rightly
# taken out. There is no error. A segment without such elements is a plain string, one with them an object, of which `_` is the text.
# Why it matters: drafts set off what was changed or must not be overlooked, and that is what is gone; both languages lose it, so that comparing them shows nothing.
# Last seen 2026-11-30. Fails when this changes. Not in the README; no report was found.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts tmexchange@2.0.6
cat >read.mjs <<'JS'
import tmexchange from 'tmexchange';

const header = '<header srclang="zh-CN" segtype="sentence" adminlang="en" creationtool="a" creationtoolversion="1" o-tmf="a" datatype="plaintext"/>';
const unit = (id, chinese, english) =>
  `<tu tuid="${id}"><tuv xml:lang="zh-CN"><seg>${chinese}</seg></tuv><tuv xml:lang="en"><seg>${english}</seg></tuv></tu>`;
const cases = [
  ['经核实，不予免责。', 'It is not exempted.', '经核实，不予免责。', 'It is not exempted.'],
  ['经核实，<hi>不予</hi>免责。', 'It is <hi>not</hi> exempted.', '经核实，免责。 | hi: 不予', 'It is  exempted. | hi: not'],
  ['<hi>不得</hi>兼任，<hi>不得</hi>领取报酬。', 'a', '兼任，领取报酬。 | hi: 不得, 不得', 'a'],
  ['期限为六个月<sub>不含公示期</sub>。', 'a', '期限为六个月。 | sub: 不含公示期', 'a'],
  ['经核实，<bpt i="1">&lt;b&gt;</bpt>不予<ept i="1">&lt;/b&gt;</ept>免责。', 'a', '经核实，不予免责。 | bpt: <b> | ept: </b>', 'a'],
];
const file = `<?xml version="1.0"?><tmx version="1.4">${header}<body>${cases.map(([chinese, english], at) => unit(`u${at}`, chinese, english)).join('')}</body></tmx>`;
const { resources } = await new Promise((resolve, reject) => {
  tmexchange.tmx2js(file, (error, read) => (error ? reject(error) : resolve(read)));
});
function shown(segment) {
  if (typeof segment === 'string') return segment;
  const { _: text, ...others } = segment;
  const lists = Object.entries(others).map(([name, parts]) => `${name}: ${parts.map((part) => part._ ?? part).join(', ')}`);
  return [text, ...lists].join(' | ');
}
let isAsSeen = true;
cases.forEach(([chinese, english, chineseSeen, englishSeen], at) => {
  const read = resources[`u${at}`];
  console.log(`${chinese}\n  ${shown(read['zh-CN'])}`);
  if (english !== 'a') console.log(`${english}\n  ${shown(read.en)}`);
  isAsSeen &&= shown(read['zh-CN']) === chineseSeen && shown(read.en) === englishSeen;
});
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node read.mjs
