#!/usr/bin/env bash
# epub-gen-memory: in the e-book the answer that was chosen in a form is the first one of its list, 免责 has become 问责, and every tick is gone; a list that began with 11 begins with 1.
#
# Versions: epub-gen-memory 1.1.2; looked at in Chromium 156 (CHROMIUM_PATH names another than that of Debian) by playwright-core 1.65.1.
# One would guess: what is allowed in an EPUB stays, for EPUB 3 takes all elements and attributes of HTML.
# Seen: the elements of a form stay, but of their attributes `checked`, `selected`, `value` and `name` go, so that a reader sees 同意 and 不同意 both without a tick, the list 问责/免责 at its first entry, 问责,
# and an empty field for the name. In <ol start="11"> `start` goes, and so does `value` of <li> and `reversed`. `colspan`, `rowspan` and `type` stay. Nothing is told, unless `verbose` is on.
# With `version: 2` the form is turned into <div>s, and both answers stand there without a choice.
# Why it matters: a model form filled in as an example is in the e-book an example of the opposite, and what is told of 第11项 is another point.
# Last seen 2026-11-30. Fails when this changes. Not in the README; of a package of the same origin only `start` is asked for (lesjoursfr/html-to-epub, issue 140).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts epub-gen-memory@1.1.2 jszip@3.10.1 playwright-core@1.65.1
cat >form.mjs <<'JS'
import epub from 'epub-gen-memory';
import JSZip from 'jszip';
import { chromium } from 'playwright-core';

const content =
  '<p>承办人：<input type="text" value="王某某"></p><p>结论：<select><option>问责</option><option selected>免责</option></select></p>' +
  '<p><input type="radio" name="vote" checked>同意 <input type="radio" name="vote">不同意</p><p><input type="checkbox" checked>已核实</p>' +
  '<ol start="11"><li>甲项</li><li value="15">乙项</li></ol><table><tr><td rowspan="2">甲局</td><td>3</td></tr><tr><td>5</td></tr></table>';
const messages = [];
console.warn = (...words) => messages.push(words.join(' '));
const zip = await JSZip.loadAsync(await epub.default({ title: '表样', author: '编', lang: 'zh-CN' }, [{ title: '示例', content }]));
const chapter = await zip.file(/0_.*\.xhtml$/u)[0].async('string');

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
/** What a reader sees of the form and of the list; an item without a number of its own counts on from the start of its list. */
async function seen(html) {
  const page = await browser.newPage();
  await page.setContent(html);
  const what = await page.evaluate(() => ({
    承办人: document.querySelector('input[type=text]').value,
    结论: document.querySelector('select').value,
    ticks: document.querySelectorAll('input:checked').length,
    numbers: Array.from(document.querySelectorAll('li'), (item, at) => item.value || (item.parentElement.start ?? 1) + at).join(' '),
    rowspan: document.querySelector('td').rowSpan,
  }));
  await page.close();
  return JSON.stringify(what);
}
const [before, after] = [await seen(content), await seen(chapter.slice(chapter.indexOf('<body>')))];
await browser.close();
console.log(`given       ${before}\nin the book ${after}\nmessages    ${messages.length}`);
const isAsSeen =
  before === '{"承办人":"王某某","结论":"免责","ticks":2,"numbers":"11 15","rowspan":2}' &&
  after === '{"承办人":"","结论":"问责","ticks":0,"numbers":"1 2","rowspan":2}' &&
  messages.length === 0;
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node form.mjs
