#!/usr/bin/env bash
# @mohtasham/md-to-docx: a table below a numbered point is gone from the Word file, with all its words.
#
# Versions: @mohtasham/md-to-docx 4.0.1; beside it markdown-docx 1.7.0.
# One would guess: a table is written wherever it stands, the more so as paragraphs, quotations and code below a point are, and a table in a quotation.
# Seen: of “1. 结论如下：”, a table with the results, “2. 归档” only the two points are written; below a sign of a list and below a point of the second level it is
# the same. The converter ends well and tells nothing, and the file is sound. markdown-docx writes the table.
# Why it matters: “results as follows” and a table is how reports number their parts; who was found what is missing, and nothing shows that it was there.
# Last seen 2026-11-29. Fails when this changes. Not in the README; no report was found, but of another library (@turbodocx/html-to-docx, issue 198).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts @mohtasham/md-to-docx@4.0.1 markdown-docx@1.7.0 jszip@3.10.1
cat >write.mjs <<'JS'
import { convertMarkdownToDocx } from '@mohtasham/md-to-docx';
import JSZip from 'jszip';
import markdownDocx, { Packer } from 'markdown-docx';

async function textOf(file) {
  const xml = await (await JSZip.loadAsync(file)).file('word/document.xml').async('string');
  return Array.from(xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)/gu), ([, words]) => words).join(' ').trim();
}
const table = ['| 姓名 | 结论 |', '| --- | --- |', '| 张某 | 免责 |'];
const below = (indent, lines) => lines.map((line) => indent + line).join('\n');
const whole = '结论如下： 姓名 结论 张某 免责 归档';
const cases = [
  ['point', `1. 结论如下：\n\n${below('   ', table)}\n\n2. 归档\n`, '结论如下： 归档'],
  ['sign', `- 结论如下：\n\n${below('  ', table)}\n\n- 归档\n`, '结论如下： 归档'],
  ['second level', `1. 情况\n   1. 结论如下：\n\n${below('      ', table)}\n\n2. 归档\n`, '情况 结论如下： 归档'],
  ['quotation', `> 结论如下：\n>\n${below('> ', table)}\n\n归档\n`, whole],
  ['none', `结论如下：\n\n${below('', table)}\n\n归档\n`, whole],
  ['point, with code', '1. 结论如下：\n\n   ```\n   张某\n   ```\n\n2. 归档\n', '结论如下： 张某 归档'],
];
let isAsSeen = true;
for (const [name, text, seen] of cases) {
  const written = await textOf(await (await convertMarkdownToDocx(text)).arrayBuffer());
  const beside = await textOf(await Packer.toBuffer(await markdownDocx(text)));
  console.log(`below a ${name.padEnd(18)} ${written}\tbeside it ${beside}`);
  isAsSeen &&= written === seen && beside.includes('张某');
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node write.mjs
