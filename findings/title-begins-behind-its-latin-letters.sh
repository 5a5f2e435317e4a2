#!/usr/bin/env bash
# RefLib: the title 基层干部KPI考核研究 of a file of EndNote is 考核研究, and its author UNDP驻华代表处 (an office of UNDP) is two people, UNDP and 驻华代表处.
#
# Versions: @iebh/reflib 2.3.6; beside it bibutils 7.2 (Debian 7.2-2).
# One would guess: text that stands in several <style> elements is one text, as in every field of such a file that holds one.
# Seen: in such files a change of type begins a new element: italics, and Chinese (charset="134") beside letters and figures. Of a title the last element alone is left: 基层干部KPI考核研究 is 考核研究, 《条例》2018年修订解读 is 年修订解读, and 容错机制与KPI is KPI. Of an author or a
# keyword each element is a person or a keyword of its own. The name of the journal is put together rightly. There is no message, and RIS made of it has the same. bibutils has all of it whole.
# Why it matters: titles and offices with a year or with Latin letters are frequent; the title that is cited is the end of one, and searching for doublets sees other people.
# Last seen 2026-11-30. Fails when this changes. Not in the README (which says that EndNote XML is read and written); no report of it was found.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
packages=(bibutils=7.2-2 libbibutils8=7.2-2)
if ! apt-get download "${packages[@]}" >/dev/null 2>&1; then
  apt-get update >/dev/null
  apt-get download "${packages[@]}" >/dev/null 2>&1
fi
for package in ./*.deb; do dpkg -x "$package" root; done
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts @iebh/reflib@2.3.6
cat >read.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from '@iebh/reflib';

/** Runs of Chinese and runs of letters and figures, each in an element of its own. */
const styled = (text) =>
  Array.from(text.matchAll(/[\x20-\x7e]+|[^\x20-\x7e]+/gu), ([run]) => `<style face="normal" font="default"${/[^\x20-\x7e]/u.test(run) ? ' charset="134"' : ''} size="100%">${run}</style>`).join('');
const record = ([title, author, keyword]) =>
  [
    '<record><ref-type name="Journal Article">17</ref-type>',
    `<contributors><authors><author>${styled(author)}</author><author>${styled('王某某')}</author></authors></contributors>`,
    `<titles><title>${styled(title)}</title><secondary-title>${styled('MPA论坛')}</secondary-title></titles>`,
    `<keywords><keyword>${styled(keyword)}</keyword><keyword>${styled('容错')}</keyword></keywords><dates><year>${styled('2018')}</year></dates></record>`,
  ].join('');
const cases = [
  [['基层干部KPI考核研究', 'UNDP驻华代表处', 'KPI考核'], '考核研究 | UNDP, 驻华代表处, 王某某 | KPI, 考核, 容错 | MPA论坛'],
  [['《条例》2018年修订解读', '某省12345热线办公室', '2018年'], '年修订解读 | 某省, 12345, 热线办公室, 王某某 | 2018, 年, 容错 | MPA论坛'],
  [['容错机制与KPI', '某市委组织部', '免责'], 'KPI | 某市委组织部, 王某某 | 免责, 容错 | MPA论坛'],
  [['容错机制研究', '某市委组织部', '免责'], '容错机制研究 | 某市委组织部, 王某某 | 免责, 容错 | MPA论坛'],
];
const [library] = execFileSync('bash', ['-c', 'echo "$PWD"/root/usr/lib/*-linux-gnu'], { encoding: 'utf8' }).trim().split(' ');
const run = (program, file) => execFileSync(`root/usr/bin/${program}`, [file], { encoding: 'utf8', env: { ...process.env, LD_LIBRARY_PATH: library }, stdio: ['ignore', 'pipe', 'ignore'] });
let isAsSeen = true;
for (const [parts, expected] of cases) {
  writeFileSync('a.xml', `<?xml version="1.0" encoding="UTF-8"?><xml><records>${record(parts)}</records></xml>`);
  const [reference] = await readFile('a.xml');
  const seen = [reference.title, reference.authors.join(', '), reference.keywords.join(', '), reference.journal].join(' | ');
  await writeFile('a.ris', [reference]);
  const title = /^TI {2}- (.*)$/mu.exec(readFileSync('a.ris', 'utf8'))[1];
  const beside = run('endx2xml', 'a.xml');
  console.log(`${parts.join(' | ')}\n  read    ${seen}\n  written ${title}`);
  isAsSeen &&= seen === expected && title === reference.title && parts.every((part) => beside.includes(`>${part}<`));
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node read.mjs
