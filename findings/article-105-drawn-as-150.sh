#!/usr/bin/env bash
# html2canvas: article 105 of a law numbered by CSS is drawn 第一百五条 (“article 150”), and a list of 一、二、三、 begins with 〇、.
#
# Versions: html2canvas 1.4.1, html2canvas-pro 2.5.2 (a fork), Chromium 156 (CHROMIUM_PATH names another than that of Debian), playwright-core 1.65.1.
# One would guess: the picture shows the numbers that the page shows, in the Chinese kinds as in 1. and I., for CSS says how each of them is written.
# Seen: `simp-chinese-informal` and `cjk-ideographic` lose every 零: 105 is 一百五, which is how one says 150, and 101 is 一百一 (110); 10 to 19 are 一十 to 一十九.
# `cjk-decimal` is one too low, 〇、一、二、 for 一、二、三、, and 11 is 〇〇. `simp-chinese-formal` has 贰拾零 for 贰拾. `counter()` and lists are alike. The words are
# right, only the numbers are the library's own. There is no message.
# Why it matters: pictures and PDF files (html2pdf.js and jsPDF draw by it) are what is sent round; articles are cited by numbers that the page never had.
# Last seen 2026-11-29. Fails when this changes. Not in the READMEs; no report was found.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts html2canvas@1.4.1 html2canvas-pro@2.5.2 playwright-core@1.65.1
cat >draw.mjs <<'JS'
import { chromium } from 'playwright-core';

/** The words that are drawn of a list with one point, or of an article with its number before it. */
async function drawn(page, body) {
  return page.evaluate(async (html) => {
    const words = [];
    const { fillText } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.fillText = function keep(text, ...place) {
      words.push(text);
      return fillText.call(this, text, ...place);
    };
    document.body.innerHTML = html;
    await window.html2canvas(document.body, { logging: false });
    CanvasRenderingContext2D.prototype.fillText = fillText;
    return words.join('').replace('规定', '').trim();
  }, body);
}
const list = (style, number) => `<ol start="${number}" style="margin-left: 8em; list-style-type: ${style}"><li>规定</li></ol>`;
const article = (number) => `<style>p::before { content: "第" counter(article, simp-chinese-informal) "条" }</style><p style="counter-reset: article ${number}">规定</p>`;
const cases = [
  ['article 105', article(105), '第一百五条', '第一百零五条'],
  ['article 12', article(12), '第一十二条', '第十二条'],
  ['simp-chinese-informal 105', list('simp-chinese-informal', 105), '一百五、', '一百零五、'],
  ['cjk-ideographic 101', list('cjk-ideographic', 101), '一百一、', '一百零一、'],
  ['cjk-ideographic 10', list('cjk-ideographic', 10), '一十、', '十、'],
  ['cjk-ideographic 150', list('cjk-ideographic', 150), '一百五十、', '一百五十、'],
  ['cjk-decimal 1', list('cjk-decimal', 1), '〇、', '一、'],
  ['cjk-decimal 3', list('cjk-decimal', 3), '二、', '三、'],
  ['cjk-decimal 11', list('cjk-decimal', 11), '〇〇、', '一一、'],
  ['simp-chinese-formal 20', list('simp-chinese-formal', 20), '贰拾零、', '贰拾、'],
  ['decimal 105', list('decimal', 105), '105.', '105.'],
  ['upper-roman 105', list('upper-roman', 105), 'CV.', 'CV.'],
];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
console.log(`Chromium ${browser.version()}`);
let isAsSeen = true;
for (const library of ['html2canvas', 'html2canvas-pro']) {
  const page = await browser.newPage();
  await page.addScriptTag({ path: `node_modules/${library}/dist/${library}.js` });
  for (const [name, html, seen, right] of cases) {
    const words = await drawn(page, html);
    console.log(`${library.padEnd(16)} ${name.padEnd(26)} ${words}\tby CSS ${right}`);
    isAsSeen &&= words === seen;
  }
  await page.close();
}
await browser.close();
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node draw.mjs
