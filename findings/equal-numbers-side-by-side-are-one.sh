#!/usr/bin/env bash
# odt2txt, odfpy: of two neighbouring cells with the same number one is left, so that 甲局 with 3, 3 and 6 is read as 3 and 6; of two equal rows one is left, too.
#
# Versions: odt2txt 0.5 (Debian 0.5-7, as ods2txt) and the two converters of odfpy 1.4.2 (Debian python3-odf 1.4.2-2), odf2xhtml and odf2moinmoin; beside them xlsx 0.18.5. Later ones were not tried.
# One would guess: a table has the same cells in the text, the HTML or the wiki page as in the file.
# Seen: the format lets neighbours of the same content be written once with the number of times (`number-columns-repeated`), as spreadsheets do when they save, and all three put such a cell out once. Behind it
# the row slides to the left: the HTML and the wiki page have the total 6 under 免责, and of two empty cells one is left, so that the 5 of 合计 stands under 免责, too. ods2txt has one cell a line and no columns to
# slide; what lacks there is the second 3. A row that is like the one above it (`number-rows-repeated`) comes once. There is no message.
# Why it matters: in tables of small numbers equal neighbours are ordinary, and the number of the wrong column looks like any other.
# Last seen 2026-11-30. Fails when this changes. Other readers had the like and mended it; for these no report was found (one of odfpy, issue 125, is of numbers that are empty in HTML).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version), $(/usr/bin/python3 --version)"
packages=(odt2txt=0.5-7 python3-odf=1.4.2-2 python3-defusedxml)
if ! apt-get download "${packages[@]}" >/dev/null 2>&1; then
  apt-get update >/dev/null
  apt-get download "${packages[@]}" >/dev/null 2>&1
fi
for package in ./*.deb; do dpkg -x "$package" root; done
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts jszip@3.10.1 xlsx@0.18.5
cat >repeat.cjs <<'JS'
const { execFileSync } = require('node:child_process');
const { writeFileSync } = require('node:fs');
const JSZip = require('jszip');
const xlsx = require('xlsx');

const names = ['office', 'table', 'text'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(' ');
const mime = 'application/vnd.oasis.opendocument.spreadsheet';
const cell = (text, times = 1) =>
  `<table:table-cell${times > 1 ? ` table:number-columns-repeated="${times}"` : ''}${text ? ` office:value-type="string"><text:p>${text}</text:p></table:table-cell>` : '/>'}`;
const row = (cells, times = 1) => `<table:table-row${times > 1 ? ` table:number-rows-repeated="${times}"` : ''}>${cells.join('')}</table:table-row>`;
const body = [
  row([cell('单位'), cell('问责'), cell('免责'), cell('合计')]),
  row([cell('甲局'), cell('3', 2), cell('6')]),
  row([cell('乙局'), cell('', 2), cell('5')]),
  row([cell('丙局'), cell('1'), cell('2'), cell('3')], 2),
].join('');
const part = (name, inner) => `<?xml version="1.0" encoding="UTF-8"?><office:document-${name} ${names} office:version="1.2">${inner}</office:document-${name}>`;
const entry = (path, type) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
const manifest = 'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"';
const text = (tag) => tag.replaceAll(/<[^>]*>/gu, '').trim();

async function main() {
  const zip = new JSZip();
  zip.file('mimetype', mime);
  zip.file('content.xml', part('content', `<office:body><office:spreadsheet><table:table table:name="表"><table:table-column table:number-columns-repeated="4"/>${body}</table:table></office:spreadsheet></office:body>`));
  zip.file('styles.xml', part('styles', '<office:styles/>'));
  zip.file('meta.xml', part('meta', '<office:meta/>'));
  zip.file('META-INF/manifest.xml', `<?xml version="1.0" encoding="UTF-8"?><manifest:manifest ${manifest} manifest:version="1.2">${entry('/', mime)}${entry('content.xml', 'text/xml')}${entry('styles.xml', 'text/xml')}${entry('meta.xml', 'text/xml')}</manifest:manifest>`);
  writeFileSync('a.ods', await zip.generateAsync({ type: 'nodebuffer' }));

  const python = (code) => execFileSync('/usr/bin/python3', ['-c', code], { encoding: 'utf8', env: { ...process.env, PYTHONPATH: 'root/usr/lib/python3/dist-packages', PYTHONIOENCODING: 'utf-8' } });
  const lines = execFileSync('root/usr/bin/odt2txt.odt2txt', ['--width=-1', '--encoding=UTF-8', 'a.ods'], { encoding: 'utf8', env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' } });
  const html = python("from odf.odf2xhtml import ODF2XHTML\nprint(ODF2XHTML(False, False).odf2xhtml('a.ods'))");
  const wiki = python("from odf.odf2moinmoin import ODF2MoinMoin\nprint(ODF2MoinMoin('a.ods').toString())");
  const rows = {
    ods2txt: [lines.split('\n').filter((line) => line.trim()).join('|')],
    odf2xhtml: Array.from(html.matchAll(/<tr>([\s\S]*?)<\/tr>/gu), ([, cells]) => Array.from(cells.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/gu), ([, inner]) => text(inner)).join('|')),
    odf2moinmoin: wiki.split('\n').filter((line) => line.startsWith('||')).map((line) => line.slice(2, -2).split('||').join('|')),
    'beside them, xlsx': xlsx.utils.sheet_to_json(xlsx.readFile('a.ods').Sheets['表'], { header: 1, defval: '' }).map((cells) => cells.join('|')),
  };
  const short = ['单位|问责|免责|合计', '甲局|3|6', '乙局||5', '丙局|1|2|3'];
  const expected = {
    ods2txt: ['单位|问责|免责|合计|甲局|3|6|乙局|5|丙局|1|2|3'],
    odf2xhtml: short,
    odf2moinmoin: short,
    'beside them, xlsx': ['单位|问责|免责|合计', '甲局|3|3|6', '乙局|||5', '丙局|1|2|3', '丙局|1|2|3'],
  };
  let isAsSeen = true;
  for (const [name, seen] of Object.entries(rows)) {
    console.log(`${name}\n  ${seen.join('\n  ')}`);
    isAsSeen &&= seen.join('\n') === expected[name].join('\n');
  }
  console.log(isAsSeen ? 'as seen before' : 'CHANGED');
  process.exit(isAsSeen ? 0 : 1);
}
main();
JS
node repeat.cjs
