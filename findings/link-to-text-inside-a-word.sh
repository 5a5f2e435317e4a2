#!/usr/bin/env bash
# Chromium: a link to words on a page (#:~:text=) does not land if a dictionary sees a longer word there.
#
# Versions: Chromium 156 (Debian; CHROMIUM_PATH names another), playwright-core 1.65.1.
# One would guess: Chinese has no spaces, so that any words that stand on the page are found, as Ctrl+F finds them.
# Seen: 撑腰 is not found in 撑腰鼓劲, which is cut 撑|腰鼓|劲 (a waist drum); nor is 三十七条 in 第三十七条, 18年 in 2018年 or 部担当 in 干部担当.
# A range that begins or ends so is lost as a whole. The page opens at its top, and nothing says why. Whole words before and behind, 干部-,撑腰,-鼓劲, cure it.
# Why it matters: such links are how one cites a passage; built from the words of a quotation they work or fail by the neighbours of the first and last word.
# Last seen 2026-11-28. Fails when this changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts playwright-core@1.65.1
cat >link.mjs <<'JS'
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';

const text = '建立健全容错纠错机制，为敢于担当的干部撑腰鼓劲。为干部担当、为干部负责。第三十七条规定，2018年5月20日印发。';
const space = '<p style="height: 3000px"></p>';
const html = `<!doctype html><html lang="zh-CN"><title>t</title>${space}<p>${text}</p>${space}</html>`;
const server = createServer((_, answer) => answer.setHeader('content-type', 'text/html; charset=utf-8').end(html)).listen(0);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
console.log(`Chromium ${browser.version()}`);

/** Whether a page opened with a link to words is scrolled to them; it is given a second and a half. */
async function lands(link) {
  const page = await browser.newPage();
  await page.goto(`http://localhost:${server.address().port}/#:~:text=${link.split(',').map(encodeURIComponent).join(',')}`);
  const isThere = await page.waitForFunction('scrollY > 1000', undefined, { timeout: 1500 }).then(() => true, () => false);
  await page.close();
  return isThere;
}
const links = [
  ['撑腰鼓劲', true],
  ['撑腰', false],
  ['干部-,撑腰,-鼓劲', true],
  ['第三十七条', true],
  ['三十七条', false],
  ['2018年', true],
  ['18年', false],
  ['干部担当', true],
  ['部担当', false],
  ['建立健全,撑腰鼓劲', true],
  ['建立健全,撑腰', false],
];
let isAsSeen = true;
for (const [link, isExpected] of links) {
  const isThere = await lands(link);
  console.log(`#:~:text=${link.padEnd(12)} ${isThere ? 'lands' : 'does not land'}`);
  isAsSeen &&= isThere === isExpected;
}
await browser.close();
server.close();
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node link.mjs
