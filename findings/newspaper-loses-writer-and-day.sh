#!/usr/bin/env bash
# Citation.js: an article of a newspaper that goes to RIS loses its writer and its day; from RIS the day is lost and the writer becomes a reporter.
#
# Versions: @citation-js/core 0.8.2, @citation-js/plugin-ris 0.8.2.
# One would guess: `article-newspaper` keeps what `article-magazine` and `article-journal` keep, the more so as a newspaper is cited by its day.
# Seen: with the same fields a magazine has AU and DA, the newspaper has neither, only the year. Reading TY NEWS with AU and DA gives `reporter`, a plain text
# where CSL wants a list of names, and no month or day; without PY there is no date at all. A statute (TY STAT) loses AU, and in an electronic article (EJOUR)
# the day of publication becomes the day on which it was looked at. There is no message.
# Why it matters: editorials and notices of newspapers are a main source here; the list that is handed on names no author and “2018” for 2018-05-20.
# Last seen 2026-11-29. Fails when this changes. Not in the READMEs; of the issues only other types and literal names are the subject.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts @citation-js/core@0.8.2 @citation-js/plugin-ris@0.8.2
cat >turn.mjs <<'JS'
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-ris';

const kept = { title: '题名', author: [{ literal: '王小明' }], issued: { 'date-parts': [[2018, 5, 20]] }, 'container-title': '某报', page: '4' };
const written = (type) => new Cite({ id: 'a', type, ...kept }).format('ris').replace(/ {2}- /gu, ' ').split('\n').map((line) => line.trim()).filter(Boolean).join(' | ');
function read(type, lines = ['PY  - 2018', 'DA  - 2018/05/20/']) {
  const { data } = new Cite([`TY  - ${type}`, 'AU  - 王小明', 'TI  - 题名', ...lines, 'ER  - ', ''].join('\n'));
  const { author, reporter, issued, accessed } = data[0];
  return JSON.stringify({ author: author?.[0].family, reporter, issued: issued?.['date-parts'][0].join('-'), accessed: accessed?.['date-parts'][0].join('-') });
}
const turns = [
  ['magazine to RIS', written('article-magazine'), 'TY MGZN | AU 王小明 | DA 2018/5/20/ | PY 2018 | ID a | SP 4 | T2 某报 | TI 题名 | ER'],
  ['newspaper to RIS', written('article-newspaper'), 'TY NEWS | ID a | PY 2018 | SP 4 | T2 某报 | TI 题名 | ER'],
  ['MGZN from RIS', read('MGZN'), '{"author":"王小明","issued":"2018-5-20"}'],
  ['NEWS from RIS', read('NEWS'), '{"reporter":"王小明","issued":"2018"}'],
  ['NEWS without PY', read('NEWS', ['DA  - 2018/05/20/']), '{"reporter":"王小明"}'],
  ['STAT from RIS', read('STAT'), '{"issued":"2018-5-20"}'],
  ['EJOUR from RIS', read('EJOUR'), '{"author":"王小明","issued":"2018","accessed":"2018-5-20"}'],
];
let isAsSeen = true;
for (const [name, seen, expected] of turns) {
  console.log(`${name.padEnd(18)} ${seen}`);
  isAsSeen &&= seen === expected;
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node turn.mjs
