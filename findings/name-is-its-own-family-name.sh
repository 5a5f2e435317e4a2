#!/usr/bin/env bash
# abook: a contact 王某某 that goes through the address book has the family name 王某某 and the given name 王某某; the office and its department are gone.
#
# Versions: abook 0.6.1 (Debian 0.6.1-2+b1; later ones were not tried).
# One would guess: family and given name of a vCard (N:王;某某) come back as they were, or the whole name is in one of the two fields.
# Seen: only FN is kept, and on writing N is made of it: what stands behind the last space becomes the family name. A Chinese name has no space, and the whole of it is put into
# both fields, N:王某某;王某某, N:欧阳某;欧阳某; “Ming Li” becomes Li and Ming, as it should. `ORG` and `TITLE` are not in the file any more. There is no message.
# Why it matters: the contacts of an office are handed on as such a file; where family and given name are shown together 王某某王某某 stands there, and a letter by family name is addressed to the whole name.
# Last seen 2026-11-30. Fails when this changes. Not in the manual (abook(1), abookrc(5)), whose standard fields hold no office; own fields can be added, which was not tried. No report was found.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
if ! apt-get download abook=0.6.1-2+b1 >/dev/null 2>&1; then
  apt-get update >/dev/null
  apt-get download abook=0.6.1-2+b1 >/dev/null 2>&1
fi
dpkg -x abook_*.deb root
cat >names.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const people = [
  ['王', '某某', '王某某'],
  ['欧阳', '某', '欧阳某'],
  ['Li', 'Ming', 'Ming Li'],
];
const card = ([family, given, name]) =>
  ['BEGIN:VCARD', 'VERSION:3.0', `N:${family};${given};;;`, `FN:${name}`, 'ORG:甲市委;组织部', 'TITLE:科长', 'EMAIL:a@example.org', 'END:VCARD', ''].join('\r\n');
writeFileSync('given.vcf', people.map(card).join(''));
const convert = (...words) =>
  execFileSync('root/usr/bin/abook', ['--convert', ...words], { encoding: 'utf8', env: { ...process.env, HOME: process.cwd(), LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' } });
convert('--informat', 'vcard', '--infile', 'given.vcf', '--outformat', 'abook', '--outfile', 'book');
convert('--informat', 'abook', '--infile', 'book', '--outformat', 'vcard', '--outfile', 'written.vcf');
const written = readFileSync('written.vcf', 'utf8');

const names = (file) =>
  Array.from(file.matchAll(/BEGIN:VCARD[\s\S]*?END:VCARD/gu), ([text]) => {
    const [family, given] = /^N:(.*)$/mu.exec(text)[1].trim().split(';');
    return `${family}|${given}`;
  }).join('  ');
const offices = (file) => (file.match(/^(?:ORG|TITLE)/gmu) ?? []).length;
const [before, after] = [names(readFileSync('given.vcf', 'utf8')), names(written)];
console.log(`given    ${before}  lines of office and post: ${offices(readFileSync('given.vcf', 'utf8'))}`);
console.log(`written  ${after}  lines of office and post: ${offices(written)}`);
const isAsSeen = before === '王|某某  欧阳|某  Li|Ming' && after === '王某某|王某某  欧阳某|欧阳某  Li|Ming' && offices(written) === 0;
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node names.mjs
