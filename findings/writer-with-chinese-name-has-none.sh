#!/usr/bin/env bash
# astrocite: a writer with a Chinese name has none, family “”; of 王某某 and Li, Ming one name is left, the office that issued a rule is gone, and 甲市Zeta研究院 is Zeta研究院.
#
# Versions: astrocite 0.16.4 (BibTeX and RIS to CSL JSON); beside it @citation-js/plugin-bibtex 0.8.2.
# One would guess: a name that cannot be taken apart is kept as it is (`literal`, or the family name), as other readers do; CSL has a field for it.
# Seen: without a comma a name is only what begins with a capital Latin letter. 王某某, 王 某某, 张三丰，李四 and 中共中央办公厅 have none and become { family: "" }, with braces around them, too, from BibTeX and RIS alike; the editor
# as well. Of a name with a capital letter inside what stands before it is cut off: 甲市Zeta研究院 is Zeta研究院 and 国家ISO标准组 is ISO标准组, another body. The number of writers stays, so that a count shows nothing, and
# the title and the year are right. With a comma (王, 某某) a name is kept. There is no message.
# Why it matters: Chinese databases write names without a comma, and the writer of a rule is an office; a list of works without writers, or with another's name, goes out.
# Last seen 2026-11-30. Fails when this changes. Not in the README; no report was found.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts astrocite@0.16.4 @citation-js/core@0.8.2 @citation-js/plugin-bibtex@0.8.2
cat >names.cjs <<'JS'
const astrocite = require('astrocite');
const { Cite } = require('@citation-js/core');
require('@citation-js/plugin-bibtex');

const bib = (names) => `@article{a, author = {${names.join(' and ')}}, title = {题名}, journal = {求是}, year = {2018}}`;
const ris = (names) => ['TY  - JOUR', ...names.map((name) => `AU  - ${name}`), 'TI  - 题名', 'PY  - 2018', 'ER  - ', ''].join('\r\n');
const shown = (names) => names.map(({ family, given, literal }) => literal ?? [family, given].filter(Boolean).join(', ')).map((name) => name || '“”').join(' | ');
const cases = [
  [['王某某', 'Li, Ming'], '“” | Li, Ming'],
  [['王, 某某', 'Li, Ming'], '王, 某某 | Li, Ming'],
  [['王 某某'], '“”'],
  [['张三丰，李四'], '“”'],
  [['中共中央办公厅'], '“”'],
  [['甲市Zeta研究院'], 'Zeta研究院'],
  [['国家ISO标准组'], 'ISO标准组'],
];
let isAsSeen = true;
function check(name, seen, expected) {
  console.log(`  ${name.padEnd(10)} ${seen}`);
  isAsSeen &&= seen === expected;
}
for (const [names, expected] of cases) {
  console.log(names.join(' | '));
  check('BibTeX', shown(astrocite.bibtex.parse(bib(names))[0].author), expected);
  check('RIS', shown(astrocite.ris.parse(ris(names))[0].author), expected);
  const beside = shown(new Cite(bib(names)).data[0].author);
  const letters = (text) => text.replaceAll(/[\s,|]/gu, '').split('').toSorted().join('');
  console.log(`  beside it  ${beside}`);
  isAsSeen &&= letters(beside) === letters(names.join(''));
}
const braced = astrocite.bibtex.parse('@book{a, author = {{中共中央}}, editor = {赵某}, title = {题名}, year = {2018}}')[0];
console.log('{中共中央}, editor 赵某');
check('BibTeX', shown([...braced.author, ...braced.editor]), '“” | “”');
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node names.cjs
