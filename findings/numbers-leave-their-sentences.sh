#!/usr/bin/env bash
# officeparser: of a Chinese paper in PDF the numbers leave their sentences; 甲局问责3人。乙局问责12人。 is read as 甲局问责 乙局问责 3 12 人 人.
#
# Versions: officeparser 8.1.1. The file is printed by Chromium 156 (CHROMIUM_PATH names another than that of Debian; playwright-core 1.65.1).
# One would guess: `.to('text')`, “layout-faithful by default”, has the words of a line on a line, as it has them of an English one with two fonts in it.
# Seen: where digits stand in a Latin font beside Chinese characters, as in nearly every paper, each piece of a line gets a line of its own, and these are mixed with those of
# the paragraphs below: 第28条 and 第29条 come out as 第 第 28 29 条 条. Chinese without digits is right, so are English, the Markdown of the same file and text with
# `preserveLayout: false`. There is no message, but for one that a very short page has no text. A file of LibreOffice 7.4 has all numbers of a line before its words.
# Why it matters: text is the plain way into search and summaries; who answered for how many, and which article it was, is there no more, and no longer near each other.
# Last seen 2026-11-29. Fails when this changes. Not in the README; no report was found.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts officeparser@8.1.1 playwright-core@1.65.1
cat >read.mjs <<'JS'
import { OfficeParser } from 'officeparser';
import { chromium } from 'playwright-core';

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
console.log(`Chromium ${browser.version()}`);
const page = await browser.newPage();
// Fonts may hold radicals (⼈) in place of characters (人); that is not the subject here.
const pieces = (text) => text.replace(/[\u2e80-\u2fd5]/gu, (radical) => radical.normalize('NFKC')).trim().split(/\s+/u);
async function printed(paragraphs) {
  const style = "body { font: 16px/1.75 'Liberation Serif', 'Noto Serif CJK SC', serif }";
  await page.setContent(`<html lang="zh-CN"><style>${style}</style>${paragraphs.map((text) => `<p>${text}</p>`).join('')}`);
  return page.pdf({ format: 'A4' });
}
let isAsSeen = true;
for (const [paragraphs, seen] of [
  [['甲局问责3人。', '乙局问责12人。', '丙局问责5人。'], '甲局问责 乙局问责 丙局问责 3 12 5 人。 人。 人。'],
  [['第28条规定处分期为6个月。', '第29条规定处分期为12个月。'], '第 第 28 29 条规定处分期为 条规定处分期为 6 12 个月。 个月。'],
  [['第二十八条规定处分期为六个月。', '第二十九条规定处分期为十二个月。'], '第二十八条规定处分期为六个月。 第二十九条规定处分期为十二个月。'],
  [['In 2018 article <code>28</code> was applied to <b>12</b> of us.', 'It was not in 2019.'], 'In 2018 article 28 was applied to 12 of us. It was not in 2019.'],
]) {
  const file = await printed(paragraphs);
  const paper = await OfficeParser.parseOffice(file, { fileType: 'pdf' });
  const text = await paper.to('text');
  const flat = pieces((await paper.to('text', { textConfig: { preserveLayout: false } })).value).join('');
  const markdown = pieces((await paper.to('md')).value.replace(/[`*]|^---[\s\S]*?---/gu, '')).join('');
  const told = text.messages.length + paper.warnings.length;
  const right = pieces(paragraphs.join(' ').replace(/<[^>]*>/gu, '')).join('');
  console.log(`${pieces(text.value).join(' ')}\n  ${told} messages; flat and Markdown are right: ${flat === right}, ${markdown.includes(right)}`);
  isAsSeen &&= pieces(text.value).join(' ') === seen && told === 0 && flat === right && markdown.includes(right);
}
await browser.close();
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node read.mjs
