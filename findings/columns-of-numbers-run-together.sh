#!/usr/bin/env bash
# odt2html: what stands in columns set by tabs runs together; of 甲局 with 3 cases and 12 persons 甲局312 is left.
#
# Versions: odt2html 1.0.1; beside it officeparser 8.1.1.
# One would guess: a tab becomes a tab or a space in HTML, as the line break of the same line becomes <br>.
# Seen: the tabs of ODF are elements of their own (text:tab) and are left out, so that 3 and 12 are 312 and 张某 and 李某 张某李某; of several spaces (text:s) one stays,
# and none at the start of a line. A page that goes on in the middle of a paragraph does no harm. Words that were deleted while changes are tracked stand at the head of the
# page with their author, and a comment in the middle of its sentence. No error is told. officeparser has tabs and spaces, and neither the deleted words nor the comment.
# A file of LibreOffice 7.4 was read so, too.
# Why it matters: short lists in official papers are set with tabs, not with tables; the numbers of two columns make one that looks sound.
# Last seen 2026-11-29. Fails when this changes. Not in the README; of another reader it has been reported and mended (pandoc, issue 6473).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts odt2html@1.0.1 officeparser@8.1.1 jszip@3.10.1
cat >read.cjs <<'JS'
const { writeFileSync } = require('node:fs');
const JSZip = require('jszip');
const { toHTML } = require('odt2html');
const { OfficeParser } = require('officeparser');

const MIME = 'application/vnd.oasis.opendocument.text';
const ODF = 'urn:oasis:names:tc:opendocument:xmlns';
async function odtOf(body) {
  const file = new JSZip();
  file.file('mimetype', MIME);
  file.file(
    'META-INF/manifest.xml',
    `<manifest:manifest xmlns:manifest="${ODF}:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${MIME}"/>` +
      '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
  );
  file.file(
    'content.xml',
    `<office:document-content xmlns:office="${ODF}:office:1.0" xmlns:text="${ODF}:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2">` +
      `<office:automatic-styles/><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  );
  return file.generateAsync({ type: 'nodebuffer' });
}
const wordsOf = (html) =>
  html
    .replace(/<br>(?:<\/br>)?|<\/p>/gu, '/')
    .replace(/<style[\s\S]*?<\/style>|<[^>]*>/gu, '')
    .replace(/\/$/u, '')
    .trim();
const info = '<office:change-info><dc:creator>Editor</dc:creator><dc:date>2018-11-12T10:00:00</dc:date></office:change-info>';
async function main() {
  let isAsSeen = true;
  for (const [name, body, seen, right] of [
    ['tabs', '<text:p>甲局<text:tab/>3<text:tab/>12</text:p>', '甲局312', '甲局\t3\t12'],
    ['names', '<text:p>张某<text:tab/>李某<text:line-break/>王某</text:p>', '张某李某/王某', '张某\t李某\n王某'],
    ['spaces', '<text:p><text:s text:c="4"/>3 <text:s text:c="3"/>12</text:p>', '3 12', '3    12'],
    ['page break', '<text:p>第三<text:soft-page-break/>条</text:p>', '第三条', '第三条'],
    [
      'deleted',
      `<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>${info}<text:p>不予</text:p></text:deletion></text:changed-region></text:tracked-changes>` +
        '<text:p>可以<text:change text:change-id="c1"/>免责</text:p>',
      'Editor2018-11-12T10:00:00不予/可以免责',
      '可以免责',
    ],
    ['comment', '<text:p>可以<office:annotation><dc:creator>Editor</dc:creator><text:p>不同意</text:p></office:annotation>免责</text:p>', '可以Editor不同意/免责', '可以免责'],
  ]) {
    const file = await odtOf(body);
    writeFileSync('paper.odt', file);
    const words = wordsOf(await toHTML({ path: 'paper.odt' }));
    const beside = (await (await OfficeParser.parseOffice(file, { fileType: 'odt' })).to('text')).value.trim();
    console.log(`${name.padEnd(11)} ${words}\tbeside it ${JSON.stringify(beside)}`);
    isAsSeen &&= words === seen && beside === right;
  }
  console.log(isAsSeen ? 'as seen before' : 'CHANGED');
  process.exit(isAsSeen ? 0 : 1);
}
main();
JS
node read.cjs
