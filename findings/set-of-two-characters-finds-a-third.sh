#!/usr/bin/env bash
# Rasqal (roqet): a search for 免责 or 问责 by regex(?t, "[免问]责") finds 担责, too, one for titles that begin with 免 or 问 finds 容错, and 第[一二三]条 finds no article at all.
#
# Versions: rasqal 0.9.33 (Debian: rasqal-utils and librasqal3 0.9.33-2, with raptor 2.0.15); later ones were not tried.
# One would guess: a pattern of SPARQL is one of characters, as `strlen` and `contains` of the same program are; strlen("问责办法") is 4.
# Seen: `regex` takes texts by bytes. A set of characters is the set of their bytes and stands for one of them: [免问]责 finds every 责 before which one of the six bytes stands, 担责 as well as 免责, and ^[免问] what begins
# with such a byte, 容错 and 尽责. A set between two characters finds nothing, for one byte is no character: 第[一二三]条 does not find 第一条. The dot is a byte, too: ^.{4}$ finds no title of four characters and
# 问责.法 not 问责办法. What is typed out, 免责|问责, finds what it should. There is no message.
# Why it matters: catalogues of documents (DCAT, SKOS) are sifted with such patterns; the list holds what was not asked for and lacks what was, and nothing looks wrong.
# Last seen 2026-11-30. Fails when this changes. Not in the manual, roqet(1); no report of it was found.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
packages=(rasqal-utils=0.9.33-2 librasqal3=0.9.33-2 libraptor2-0)
libraries=(libyajl2 libmhash2 libxslt1.1)
if ! apt-get download "${packages[@]}" "${libraries[@]}" >/dev/null 2>&1; then
  apt-get update >/dev/null
  apt-get download "${packages[@]}" "${libraries[@]}" >/dev/null 2>&1
fi
for package in ./*.deb; do dpkg -x "$package" root; done
cat >patterns.mjs <<'JS'
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

const titles = ['问责办法', '免责清单', '担责说明', '追责程序', '容错', '尽责情形', '第一条', '第十二条'];
const name = 'http://example.org/title';
writeFileSync('a.nt', titles.map((title, at) => `<http://example.org/${at}> <${name}> "${title}" .\n`).join(''));
const library = execFileSync('bash', ['-c', 'echo "$PWD"/root/usr/lib/*-linux-gnu'], { encoding: 'utf8' }).trim();
// Its exit code is not looked at: it is 2 for every one of these searches, those of `contains` and `strlen` as well.
const search = (filter) =>
  spawnSync('root/usr/bin/roqet', ['-q', '-i', 'sparql', '-D', 'a.nt', '-r', 'csv', '-e', `SELECT ?t { ?s <${name}> ?t FILTER ${filter} }`], {
    encoding: 'utf8',
    env: { ...process.env, LD_LIBRARY_PATH: library, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' },
  }).stdout;
const inOrder = (found) => {
  const [, ...lines] = found.split(/\r?\n/u);
  return titles.filter((title) => lines.includes(title)).join(' ');
};
const cases = [
  ['regex(?t, "[免问]责")', '问责办法 免责清单 担责说明'],
  ['regex(?t, "^[免问]")', '问责办法 免责清单 容错 尽责情形'],
  ['regex(?t, "第[一二三]条")', ''],
  ['regex(?t, "^.{4}$")', ''],
  ['regex(?t, "问责.法")', ''],
  ['regex(?t, "免责|问责")', '问责办法 免责清单'],
  ['(strlen(?t) = 4)', '问责办法 免责清单 担责说明 追责程序 尽责情形 第十二条'],
  ['contains(?t, "第一条")', '第一条'],
];
let isAsSeen = true;
for (const [filter, expected] of cases) {
  const seen = inOrder(search(filter));
  console.log(`${filter.padEnd(26)} ${seen || 'none'}`);
  isAsSeen &&= seen === expected;
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node patterns.mjs
