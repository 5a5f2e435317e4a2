#!/usr/bin/env bash
# docxmlater: a Word file that is opened and saved without a change has other words: 见第三条 is 见1, a date is today's, recognised dates are gone.
#
# Versions: docxmlater 10.1.0.
# One would guess: what a library for editing files is not asked to change it leaves as it was, or says so.
# Seen: the stored words of a simple field (w:fldSimple) are replaced by the library's own: a cross-reference and a numbered 3 become 1, the day of the last
# saving in 2018 becomes today, as the machine writes dates, a number of the document (DOCPROPERTY) nothing, the author “Author”; Word shows what is stored until
# somebody updates the fields. Dates that Word 2003 and 2007 recognised in Chinese (w:smartTag, chsdate) are dropped with their words. The same fields in
# their long form (w:fldChar) keep theirs. `getText` has none of the short ones. There is no message.
# Why it matters: whoever only sets a font or fills a cell in a paper by it hands on another article, another day, and no number.
# Last seen 2026-11-29. Fails when this changes. Not in the README.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts docxmlater@10.1.0 jszip@3.10.1
cat >save.mjs <<'JS'
import { Document } from 'docxmlater';
import JSZip from 'jszip';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
async function fileOf(body) {
  const zip = new JSZip();
  zip.file(
    '[Content_Types].xml',
    `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
  );
  zip.file('_rels/.rels', `<Relationships xmlns="${packages}/relationships"><Relationship Id="r" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`);
  zip.file('word/document.xml', `<w:document xmlns:w="${word}"><w:body>${body}<w:sectPr/></w:body></w:document>`);
  return zip.generateAsync({ type: 'nodebuffer' });
}
const run = (text) => `<w:r><w:t>${text}</w:t></w:r>`;
const mark = (type) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const short = (code, text) => `<w:fldSimple w:instr=" ${code} ">${run(text)}</w:fldSimple>`;
const long = (code, text) => `${mark('begin')}<w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r>${mark('separate')}${run(text)}${mark('end')}`;
const date = `<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="chsdate">${run('2018年5月20日')}</w:smartTag>`;
const today = new Date().toLocaleDateString();
const lines = [
  ['见第三条', run('见') + short('REF _Ref1', '第三条'), '见1'],
  ['表3', run('表') + short('SEQ table', '3'), '表1'],
  ['存于2018年5月20日', run('存于') + short('SAVEDATE', '2018年5月20日'), `存于${today}`],
  ['号：中发〔2018〕29号', run('号：') + short('DOCPROPERTY number', '中发〔2018〕29号'), '号：'],
  ['人：某委', run('人：') + short('AUTHOR', '某委'), '人：Author'],
  ['自2018年5月20日起施行', run('自') + date + run('起施行'), '自起施行'],
  ['见第三条（长）', run('见') + long('REF _Ref1', '第三条'), '见第三条'],
];
const opened = await Document.loadFromBuffer(await fileOf(lines.map(([, line]) => `<w:p>${line}</w:p>`).join('')));
const zip = await JSZip.loadAsync(await opened.toBuffer());
const saved = await zip.file('word/document.xml').async('string');
const texts = saved.match(/<w:p[ >].*?<\/w:p>/gsu).map((line) => Array.from(line.matchAll(/<w:t(?: [^>]*)?>([^<]*)</gu), ([, text]) => text).join(''));
let isAsSeen = texts.length === lines.length;
lines.forEach(([before, , expected], at) => {
  console.log(`${before.padEnd(14)} saved: ${texts[at]}`);
  isAsSeen &&= texts[at] === expected;
});
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node save.mjs
