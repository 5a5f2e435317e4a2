#!/usr/bin/env bash
# pandoc: of works in RIS a paper of 20 November 2018 has no date (n.d.), and one of 2018 is of “2018–”, since 2018; only the year alone is read.
#
# Versions: pandoc 3.10 (pandoc-wasm 1.1.0); beside it astrocite-ris 0.16.4.
# One would guess: a date is read as year/month/day/other, of which the last three may be empty (PY  - 2018/11/20/, PY  - 2018///); RIS began with this form for PY and Y1, and files still have it.
# Seen: any date with a month is dropped without a word: the work is n.d. in the list, has no year in BibTeX and CSL JSON, and `date = {}` in BibLaTeX. 2018/// becomes a range with no end, 2018– in the list and 2018/00/00/00 in
# BibLaTeX, and has no year in BibTeX. It is so with PY and Y1; DA, the full date beside the year, is not read at all. The whole date gets into the key (王某某_2018/11/20/), so that it was seen. PY  - 2018 is right.
# Why it matters: whether a newspaper or a rule is of before or after a change is told by its date, and “2018–” claims a thing that no one said.
# Last seen 2026-11-30. Fails when this changes. Not in the manual; no report was found for this reader (an older one, pandoc-citeproc, read such dates).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts pandoc-wasm@1.1.0 astrocite-ris@0.16.4
echo "pandoc $(cat node_modules/pandoc-wasm/pandoc-version.txt)"
cat >dates.mjs <<'JS'
import { createRequire } from 'node:module';
import { convert } from 'pandoc-wasm';

const require = createRequire(import.meta.url);
const astrocite = require('astrocite-ris');

const ris = (...dates) => ['TY  - NEWS', 'AU  - 王某某', 'TI  - 为担当者担当', 'JO  - 人民日报', ...dates, 'ER  - ', ''].join('\n');
const cases = [
  [['PY  - 2018'], '王某某. 2018.', '[[2018]]', 'year = {2018}', '2018'],
  [['PY  - 2018///'], '王某某. 2018–.', '[[2018],[0],[0],[0]]', 'no year', '2018'],
  [['PY  - 2018/11//'], '王某某. n.d.', '[]', 'no year', '2018/11'],
  [['PY  - 2018/11/20'], '王某某. n.d.', '[]', 'no year', '2018/11/20'],
  [['PY  - 2018/11/20/'], '王某某. n.d.', '[]', 'no year', '2018/11/20'],
  [['Y1  - 2018/11/20/'], '王某某. n.d.', '[]', 'no year', '2018/11/20'],
  [['PY  - 2018', 'DA  - 2018/11/20'], '王某某. 2018.', '[[2018]]', 'year = {2018}', null],
];
let isAsSeen = true;
for (const [dates, listed, parts, year, right] of cases) {
  const source = ris(...dates);
  const files = { 'works.ris': source };
  const list = await convert({ from: 'markdown', to: 'plain', wrap: 'none', citeproc: true, bibliography: ['works.ris'] }, '---\nnocite: "@*"\n---\n', files);
  const csl = JSON.parse((await convert({ from: 'ris', to: 'csljson' }, source, {})).stdout)[0];
  const bib = (await convert({ from: 'ris', to: 'bibtex' }, source, {})).stdout.match(/year = \{[^}]*\}/u)?.[0] ?? 'no year';
  const said = list.stderr + list.warnings.filter(({ type }) => type !== 'LoadedResource').map(({ pretty }) => pretty).join('');
  const seen = list.stdout.slice(0, list.stdout.indexOf('“')).trim();
  const beside = astrocite.parse(source.replaceAll('\n', '\r\n'))[0].issued['date-parts'].flat().filter(Boolean).join('/');
  console.log(`${dates.join(', ').padEnd(34)} ${seen.padEnd(14)} ${JSON.stringify(csl.issued['date-parts']).padEnd(22)} ${bib.padEnd(14)} ${csl.id}${said}`);
  if (right) console.log(`${' '.repeat(34)} beside it ${beside}`);
  isAsSeen &&= seen === listed && JSON.stringify(csl.issued['date-parts']) === parts && bib === year && said === '' && (!right || beside === right);
}
const latex = async (date) => (await convert({ from: 'ris', to: 'biblatex' }, ris(date), {})).stdout.match(/date = \{.*\}/u)[0];
const dates = [await latex('PY  - 2018///'), await latex('PY  - 2018/11/20/')].join(' ');
console.log(`in BibLaTeX: ${dates}`);
isAsSeen &&= dates === 'date = {2018/00/00/00} date = {}';
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
# Compiling the program as it runs has been seen to keep Node from ending.
timeout 300 node --liftoff-only dates.mjs
