#!/usr/bin/env bash
# biblatex-csl-converter: from an EndNote file the university of the writers becomes the family name of the last of them: given 欧阳某 %+, family 某大学法学院.
#
# Versions: biblatex-csl-converter 3.6.0; beside it @citation-js/core 0.8.2 with @citation-js/plugin-enw 0.3.0.
# One would guess: a line of an .enw file that begins with % and a sign is a field; one that is not known is left out and told as `unknown_tag`, as %W is.
# Seen: only % with a letter, a digit, ! or @ is taken for a field. A line of %+ (author address), %~ (database), %[ (date of access) or %( (original title) is taken for more text of the line
# before, with its sign: the address joins the last writer, whose name now has a space and is cut there; the others end up in title, keywords or abstract, after whatever they stand.
# Nothing is told of it. Written as BibLaTeX and as CSL it is so, too. Citation.js has both writers right.
# Why it matters: what 知网 gives out for EndNote has %+ right behind the last %A; the list of works then names “某大学法学院 欧阳某 %+”.
# Last seen 2026-11-30. Fails when this changes. Not in the README; no report was found.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts --legacy-peer-deps biblatex-csl-converter@3.6.0 @citation-js/core@0.8.2 @citation-js/plugin-enw@0.3.0
cat >names.mjs <<'JS'
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-enw';
import { BibLatexExporter, CSLExporter, parseENW } from 'biblatex-csl-converter';

const fileOf = (...lines) => ['%0 Journal Article', ...lines, '%J 求是', '%D 2018', ''].join('\n');
const nameOf = ({ literal, family, given }) => literal ?? [family && `family=${family}`, given && `given=${given}`].filter(Boolean).join(' ');

console.warn = () => undefined;
let isAsSeen = true;
for (const [lines, names, title, told] of [
  [['%A 王某', '%A 欧阳某', '%T 题名'], '王某; 欧阳某', '题名', ''],
  [['%A 王某', '%A 欧阳某', '%+ 某大学法学院', '%T 题名'], '王某; family=某大学法学院 given=欧阳某 %+', '题名', ''],
  [['%A 王某', '%T 题名', '%~ 某数据库'], '王某', '题名\n%~ 某数据库', ''],
  [['%A 王某', '%T 题名', '%[ 2018-11-20'], '王某', '题名\n%[ 2018-11-20', ''],
  [['%A 王某', '%T 题名', '%W 某数据库'], '王某', '题名', 'unknown_tag %W'],
]) {
  const { entries, errors, warnings } = parseENW(fileOf(...lines));
  const [csl] = Object.values(new CSLExporter(entries).parse());
  const seen = csl.author.map(nameOf).join('; ');
  const messages = [...errors, ...warnings].map(({ type, tag }) => `${type} ${tag}`).join(', ');
  const beside = new Cite(fileOf(...lines)).data[0];
  const besideNames = beside.author.map(({ family, given }) => [family, given].filter(Boolean).join(' ')).join('; ');
  console.log(`${lines.join(' | ')}\n  ${seen} | ${JSON.stringify(csl.title)} | told: ${messages || 'nothing'} | beside it ${besideNames} | ${JSON.stringify(beside.title)}`);
  isAsSeen &&= seen === names && csl.title === title && messages === told && besideNames === lines.filter((line) => line.startsWith('%A')).map((line) => line.slice(3)).join('; ');
}
const latex = new BibLatexExporter(parseENW(fileOf('%A 欧阳某', '%+ 某大学法学院', '%T 题名')).entries).parse();
const [author] = /author = .*/u.exec(latex);
console.log(author);
isAsSeen &&= author.includes('family={某大学法学院}');
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node names.mjs
