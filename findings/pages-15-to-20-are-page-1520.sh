#!/usr/bin/env bash
# biblatex-csl-converter: pages 15 to 20 of an article from RIS, EndNote or PubMed are given as page 1520.
#
# Versions: biblatex-csl-converter 3.6.0; beside it @citation-js/plugin-ris 0.8.2.
# One would guess: SP and EP are the first and the last page, and whatever is written from them, BibLaTeX or CSL, has a dash between the two.
# Seen: the two are joined without it: 15 and 20 are 1520, 9 and 12 are 912, an article of one page, 1 and 1, is on page 11. So it is with %P 15-20 of an .enw file and PG 15-20 of PubMed, with a
# hyphen as with a dash. From BibLaTeX and from an SP that holds the whole range it is right. Lists of errors and warnings are empty.
# Why it matters: the libraries of journals give out such files, 知网 the one for EndNote; a page 1520 looks like a page, and by GB/T 7714 it is where the passage is found.
# Last seen 2026-11-30. Fails when this changes. Not in the README; no report was found.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts biblatex-csl-converter@3.6.0 @citation-js/core@0.8.2 @citation-js/plugin-ris@0.8.2
cat >pages.mjs <<'JS'
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-ris';
import { BibLatexExporter, CSLExporter, parse, parseENW, parseNBIB, parseRIS } from 'biblatex-csl-converter';

const ris = (pages) => ['TY  - JOUR', 'AU  - 王某', 'TI  - 题名', 'JO  - 求是', 'PY  - 2018', ...pages, 'ER  - ', ''].join('\n');
const enw = (pages) => ['%0 Journal Article', '%A 王某', '%T 题名', '%J 求是', '%D 2018', `%P ${pages}`, ''].join('\n');
const nbib = (pages) => ['PMID- 1', 'FAU - Wang, Mou', 'TI  - Title', 'JT  - Qiushi', 'DP  - 2018', `PG  - ${pages}`, '', ''].join('\n');
const bib = (pages) => `@article{a, author = {王某}, title = {题名}, journaltitle = {求是}, date = {2018}, pages = {${pages}}}`;

console.warn = () => undefined;
let isAsSeen = true;
function show(name, { entries, errors, warnings }, latex, csl, beside, besideRight) {
  const [, inLatex] = /pages = \{([^}]*)\}/u.exec(new BibLatexExporter(entries).parse());
  const [{ page }] = Object.values(new CSLExporter(entries).parse());
  const messages = errors.length + warnings.length;
  console.log(`${name.padEnd(26)} BibLaTeX ${inLatex}, CSL ${page}, messages ${messages}${beside === undefined ? '' : `; beside it ${beside}`}`);
  isAsSeen &&= inLatex === latex && page === csl && messages === 0 && beside === besideRight;
}
for (const [pages, latex, csl, right] of [
  [['SP  - 15', 'EP  - 20'], '1520', '1520', '15-20'],
  [['SP  - 9', 'EP  - 12'], '912', '912', '9-12'],
  [['SP  - 1', 'EP  - 1'], '11', '11', '1-1'],
  [['SP  - 15-20'], '15-20', '15-20', '15-20'],
  [['SP  - 15'], '15', '15', '15'],
]) {
  show(`RIS ${pages.join(', ')}`, parseRIS(ris(pages)), latex, csl, new Cite(ris(pages)).data[0].page, right);
}
show('EndNote %P 15-20', parseENW(enw('15-20')), '1520', '1520');
show('EndNote %P 15–20', parseENW(enw('15–20')), '1520', '1520');
show('EndNote %P 15', parseENW(enw('15')), '15', '15');
show('PubMed PG 15-20', parseNBIB(nbib('15-20')), '1520', '1520');
show('BibLaTeX 15--20', parse(bib('15--20')), '15--20', '15-20');
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node pages.mjs
