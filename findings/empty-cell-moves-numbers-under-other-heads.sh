#!/usr/bin/env bash
# get-md: a cell without a number is left out, and the next number stands in its place; of an office with no 问责 and 12 免责 one reads 12 问责. Names of rows and the row of the sum are gone, too.
#
# Versions: @nanocollective/get-md 1.7.0; beside it node-html-markdown 2.0.0. The Word file is made with docx 9.15.2.
# One would guess: a table of three columns comes out with the same words and numbers below the same heads, as in other converters; that merged cells are not kept is known of Markdown.
# Seen: an empty <td> is dropped before the table is written, and the row slides to the left: 甲局 with an empty cell and 12 has 12 below 问责. Of rows whose name is a heading (<th scope="row">, as the rules of
# accessibility ask) the name is gone and 3 stands below 单位. With a <thead> the rows of a <tfoot>, the sum, are gone, as is the second row of a head. The first row says how many columns there are, each of its cells counted
# once: below a title across all three the first column is left and no number. From Word files it is the same (the title, the empty cell). There is no message.
# Why it matters: the tables look sound, and they are made to be given to a search or a summary, where nobody sees the original; who had no one called to account is shown with twelve.
# Last seen 2026-11-30. Fails when this changes. Not in the README; no report was found.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts @nanocollective/get-md@1.7.0 node-html-markdown@2.0.0 docx@9.15.2
cat >tables.mjs <<'JS'
import { convertToMarkdown } from '@nanocollective/get-md';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { NodeHtmlMarkdown } from 'node-html-markdown';

const page = (table) => `<html><body><article><h1>通报</h1><p>现将各单位处理情况通报如下，请结合实际抓好落实。</p><table>${table}</table></article></body></html>`;
const row = (...cells) => `<tr>${cells.map((cell) => (cell.startsWith('<t') ? cell : `<td>${cell}</td>`)).join('')}</tr>`;
const heads = row('<th>单位</th>', '<th>问责</th>', '<th>免责</th>');
const head = `<thead>${heads}</thead>`;
const title = '<th colspan="3">各单位处理情况</th>';
const tables = {
  plain: [heads + row('甲局', '3', '12'), '单位,问责,免责 / 甲局,3,12'],
  'empty cell': [heads + row('甲局', '', '12'), '单位,问责,免责 / 甲局,12,'],
  'names of rows': [heads + row('<th scope="row">甲局</th>', '3', '12'), '单位,问责,免责 / 3,12,'],
  'sum below': [`${head}<tbody>${row('甲局', '3', '12')}</tbody><tfoot>${row('合计', '3', '12')}</tfoot>`, '单位,问责,免责 / 甲局,3,12'],
  'two rows of heads': [`<thead>${row('<th rowspan="2">单位</th>', '<th>问责</th>', '<th>免责</th>')}${row('<th>（人）</th>', '<th>（件）</th>')}</thead><tbody>${row('甲局', '3', '12')}</tbody>`, '单位,问责,免责 / 甲局,3,12'],
  'title above': [row(title) + heads.replaceAll('th>', 'td>') + row('甲局', '3', '12'), '各单位处理情况 / 单位 / 甲局'],
  'title in the head': [`<thead>${row(title)}</thead><tbody>${row('单位', '问责', '免责')}${row('甲局', '3', '12')}</tbody>`, '各单位处理情况 / 单位 / 甲局'],
};
const besides = {
  plain: '单位,问责,免责 / 甲局,3,12',
  'empty cell': '单位,问责,免责 / 甲局,,12',
  'names of rows': '单位,问责,免责 / 甲局,3,12',
  'sum below': '单位,问责,免责 / 甲局,3,12 / 合计,3,12',
  'two rows of heads': '单位,问责,免责 / （人）,（件）, / 甲局,3,12',
  'title above': '各单位处理情况,, / 单位,问责,免责 / 甲局,3,12',
  'title in the head': '各单位处理情况,, / 单位,问责,免责 / 甲局,3,12',
};
const rowsOf = (markdown) =>
  markdown
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^[|\s:-]+$/u.test(line))
    .map((line) => line.trim().slice(1, -1).split('|').map((cell) => cell.trim()).join(','))
    .join(' / ');
const rowsInMarkdown = async (source) => rowsOf((await convertToMarkdown(source)).markdown);

function wordFile(rows) {
  const cell = (text) => new TableCell({ columnSpan: rows.length === 3 && text === rows[0][0] ? 3 : 1, children: [new Paragraph(text)] });
  const table = new Table({ rows: rows.map((cells) => new TableRow({ children: cells.map(cell) })) });
  return Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('现将各单位处理情况通报如下。'), table] }] }));
}
let isAsSeen = true;
function check(name, seen, expected) {
  console.log(`${name.padEnd(18)} ${seen}`);
  isAsSeen &&= seen === expected;
}
for (const [name, [table, expected]] of Object.entries(tables)) {
  check(name, await rowsInMarkdown(page(table)), expected);
  check('        beside it', rowsOf(NodeHtmlMarkdown.translate(page(table))), besides[name]);
}
const columns = ['单位', '问责', '免责'];
check('Word, title above', await rowsInMarkdown(await wordFile([['各单位处理情况'], columns, ['甲局', '3', '12']])), '各单位处理情况 / 单位 / 甲局');
check('Word, empty cell', await rowsInMarkdown(await wordFile([columns, ['甲局', '', '12']])), '单位,问责,免责 / 甲局,12,');
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node tables.mjs
