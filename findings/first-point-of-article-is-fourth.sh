#!/usr/bin/env bash
# officeparser: the points of an article count on through the articles, so that 第二条（一） is read as point 2 and 第三条（一） as point 4.
#
# Versions: officeparser 8.1.1; beside it mammoth 1.13.0.
# One would guess: numbers that are put into the text are those of Word, in which a lower level begins anew below every new number of a higher one.
# Seen: it never does, whether the articles follow each other or text stands between; it is right only where a list is told to run on (w:lvlRestart 0). All
# kinds, 第一条 and （一）, are written 1. alike. A second list on the same definition, which Word continues, begins with 1. Articles that have their number by
# their style have none. Text, Markdown and HTML (by `value`) say the same. In the HTML of mammoth each article has a list of points of its own.
# Why it matters: “article 3, point 4” is cited where there are two points, or another one is; nothing in the text shows that the number was made up.
# Last seen 2026-11-29. Fails when this changes. Not in the README, which has `itemIndex` as the “sequential position within the list level”.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts officeparser@8.1.1 mammoth@1.13.0 jszip@3.10.1
cat >read.mjs <<'JS'
import JSZip from 'jszip';
import mammoth from 'mammoth';
import officeparser from 'officeparser';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const kinds = { document: 'document.main', numbering: 'numbering', styles: 'styles' };
const type = (name) => `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kinds[name]}+xml"/>`;
const relations = (inner) => `<Relationships xmlns="${packages}/relationships">${inner}</Relationships>`;
const relation = (name, target) => `<Relationship Id="${name}" Type="${office}/${name}" Target="${target}"/>`;
const level = (depth, text, more = '') =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const definition = (id, levels) => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const list = (id, of) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/></w:num>`;
const runsOn = level(0, '第%1章') + level(1, '第%2条', '<w:lvlRestart w:val="0"/>');
const numbering = definition(0, level(0, '第%1条') + level(1, '（%2）')) + definition(1, runsOn) + list(1, 0) + list(2, 1) + list(3, 0);
const styles = '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="article"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
async function fileOf(body) {
  const zip = new JSZip();
  const rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>';
  zip.file('[Content_Types].xml', `<Types xmlns="${packages}/content-types">${rels}${Object.keys(kinds).map(type).join('')}</Types>`);
  zip.file('_rels/.rels', relations(relation('officeDocument', 'word/document.xml')));
  zip.file('word/_rels/document.xml.rels', relations(relation('numbering', 'numbering.xml') + relation('styles', 'styles.xml')));
  zip.file('word/numbering.xml', `<w:numbering xmlns:w="${word}">${numbering}</w:numbering>`);
  zip.file('word/styles.xml', `<w:styles xmlns:w="${word}">${styles}</w:styles>`);
  zip.file('word/document.xml', `<w:document xmlns:w="${word}"><w:body>${body.join('')}<w:sectPr/></w:body></w:document>`);
  return zip.generateAsync({ type: 'nodebuffer' });
}
const paragraph = (text, format) => `<w:p><w:pPr>${format}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const item = (text, depth = 0, id = 1) => paragraph(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr>`);
const styled = (text) => paragraph(text, '<w:pStyle w:val="A"/>');
const law = [item('甲'), item('子', 1), item('乙'), item('子', 1), item('丑', 1), item('丙'), item('子', 1), item('丑', 1)];
const line = (text) => text.trim().replace(/\s*\n\s*/gu, ' / ');
const read = async (body, kind) => (await (await officeparser.parseOffice(await fileOf(body))).to(kind)).value;
const text = async (body) => line(await read(body, 'text'));
const outline = (html) => html.replace(/<(?!\/?(?:ol|li)\b)[^>]*>/gu, '').replace(/<(\/?)(ol|li)[^>]*>/gu, '<$1$2>');
const seen = {
  'points of articles': [await text(law), '1. 甲 / 1. 子 / 2. 乙 / 2. 子 / 3. 丑 / 3. 丙 / 4. 子 / 5. 丑'],
  'told to run on': [await text([item('总', 0, 2), item('甲', 1, 2), item('分', 0, 2), item('乙', 1, 2)]), '1. 总 / 1. 甲 / 2. 分 / 2. 乙'],
  'second list': [await text([item('甲'), item('乙'), item('丙', 0, 3)]), '1. 甲 / 2. 乙 / 1. 丙'],
  'number by style': [await text([styled('甲'), styled('乙')]), '甲 / 乙'],
  Markdown: [line((await read(law, 'md')).replace(/^---\n.*?\n---\n/su, '')), '1. 甲 / 1. 子 / 2. 乙 / 2. 子 / 3. 丑 / 3. 丙 / 4. 子 / 5. 丑'],
  'HTML, values': [Array.from((await read(law, 'html')).matchAll(/<li value="(\d+)"/gu), ([, value]) => value).join(' '), '1 1 2 2 3 3 4 5'],
  mammoth: [
    outline((await mammoth.convertToHtml({ buffer: await fileOf(law) })).value),
    '<ol><li>甲<ol><li>子</li></ol></li><li>乙<ol><li>子</li><li>丑</li></ol></li><li>丙<ol><li>子</li><li>丑</li></ol></li></ol>',
  ],
};
let isAsSeen = true;
for (const [name, [words, expected]] of Object.entries(seen)) {
  console.log(`${name.padEnd(18)} ${words}`);
  isAsSeen &&= words === expected;
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node read.mjs
