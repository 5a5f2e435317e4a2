#!/usr/bin/env bash
# Defuddle (the Obsidian Web Clipper): of a page of rules “there is no exemption in these cases：” stays and the list of the cases is gone.
#
# Versions: defuddle 0.19.4, jsdom 31.0.1 (which needs Node 22.19 or later), Node 24.21.0.
# One would guess: a list that a sentence with a colon leads to is content; in English it is kept, and paragraphs in place of the list are kept in Chinese.
# Seen: a list whose points have up to 8 characters each and 30 in all is taken for the dates and names of a blog and removed, near the beginning and the end of a page.
# What saves an English list, “:” before it or “.” behind its points, is known in half width only: ： and ；。 do not count, and a character counts as a word. With “:” in
# half width the same Chinese list stays, and so it does below a heading and in the middle of a long page. In Markdown it is the same. Without `debug` nothing is told.
# Why it matters: conditions, exceptions and measures of rules are lists of just this length; a clipped rule reads on without them.
# Last seen 2026-11-29. Fails when this changes. Not in the README, by which it is the one that “removes fewer uncertain elements”; no report was found.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 22 ? 0 : 1)' || { echo "needs Node 22.19 or later"; exit 2; }
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts defuddle@0.19.4 jsdom@31.0.1
cat >clip.mjs <<'JS'
import { Defuddle } from 'defuddle/node';
import { JSDOM } from 'jsdom';

const url = 'http://localhost/rules/1.html';
const paragraph = '<p>为激励干部担当作为，宽容其在改革创新中的失误，根据有关规定，结合本市实际，经研究，制定本办法，请各单位认真学习，抓好落实。</p>';
const english = `<p>${'To encourage officials to act and to take responsibility, these rules are made under the law that applies in this city. '.repeat(3)}</p>`;
async function clipped(lines, filler, options) {
  const html = `<!doctype html><html><title>办法</title><body><article><h1>办法</h1>${filler}${lines}${filler}</article></body></html>`;
  const { content } = await Defuddle(new JSDOM(html, { url }).window.document, url, options);
  return content;
}
const list = (...points) => `<ul>${points.map((point) => `<li>${point}</li>`).join('')}</ul>`;
const cases = [
  ['list behind ：', `<p>下列情形不予容错：</p>${list('违反纪律的；', '谋取私利的；', '造成损失的。')}`, '谋取私利', false],
  ['numbered list', `<p>可以采取：</p>${list('诫勉', '提醒', '批评教育').replaceAll('ul>', 'ol>')}`, '批评教育', false],
  ['list behind :', `<p>下列情形不予容错:</p>${list('违反纪律的；', '谋取私利的；', '造成损失的。')}`, '谋取私利', true],
  ['below a heading', `<h2>不予容错的情形</h2>${list('违反纪律的；', '谋取私利的；', '造成损失的。')}`, '谋取私利', true],
  ['longer points', `<p>下列情形不予容错：</p>${list('违反党的政治纪律和组织纪律的；', '为本人谋取私利的；', '造成损失的。')}`, '谋取私利', true],
  ['many points', `<p>下列情形不予容错：</p>${list('违反纪律的；', '谋取私利的；', '造成损失的；', '屡教不改的；', '弄虚作假的；', '打击报复的。')}`, '谋取私利', true],
  ['in the middle', `${paragraph.repeat(8)}<p>下列情形不予容错：</p>${list('违反纪律的；', '谋取私利的；', '造成损失的。')}${paragraph.repeat(8)}`, '谋取私利', true],
  ['paragraphs', '<p>下列情形不予容错：</p><p>违反纪律的；</p><p>谋取私利的；</p>', '谋取私利', true],
  ['English, colon', `<p>No exemption in case of:</p>${list('breach of discipline;', 'private gain;', 'grave loss.')}`, 'private gain', true],
];
let isAsSeen = true;
for (const [name, lines, words, isKept] of cases) {
  const filler = name.startsWith('English') ? english : paragraph.repeat(3);
  const kept = [];
  for (const options of [{}, { markdown: true }]) kept.push((await clipped(lines, filler, options)).includes(words));
  console.log(`${name.padEnd(18)} ${kept.map((is) => (is ? 'kept' : 'gone')).join(', in Markdown ')}`);
  isAsSeen &&= kept.every((is) => is === isKept);
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node clip.mjs
