#!/usr/bin/env bash
# Intl.Segmenter: Node and Chromium cut words otherwise, in the same language and with the same engine.
#
# Versions: Node 24 (ICU 78), Chromium 156 (Debian; CHROMIUM_PATH names another), playwright-core 1.65.1.
# One would guess: V8 and ICU are in both, so that what Node cuts for an index a browser finds again.
# Seen: a full stop or a colon between letters joins them in Node and parts them in Chromium, in half width and full width, in every language:
# www.a.cn is one word there and five here. Digits (3.5, 12，35) are cut alike. Of 41,000 runs of Chinese from a site one was cut otherwise.
# Last seen 2026-11-28. Fails when this changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts playwright-core@1.65.1
cat >cut.mjs <<'JS'
import { chromium } from 'playwright-core';

const texts = [
  ['见www.a.cn。', '见|www.a.cn|。', '见|www|.|a|.|cn|。'],
  ['site.yaml', 'site.yaml', 'site|.|yaml'],
  ['a：b', 'a：b', 'a|：|b'],
  ['3.5', '3.5', '3.5'],
  ['12，35', '12，35', '12，35'],
  ['担当作为', '担当|作为', '担当|作为'],
];
function cut(all, language) {
  const words = new Intl.Segmenter(language, { granularity: 'word' });
  return all.map((text) => Array.from(words.segment(text), ({ segment }) => segment).join('|'));
}
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage();
console.log(`Node ${process.version}, ICU ${process.versions.icu}; Chromium ${browser.version()}`);
let isAsSeen = true;
for (const language of ['zh', 'en']) {
  const all = texts.map(([text]) => text);
  const here = cut(all, language);
  const there = await page.evaluate(`(${cut})(${JSON.stringify(all)}, '${language}')`);
  texts.forEach(([text, node, inChromium], at) => {
    console.log(`${language} ${text.padEnd(12)} Node ${here[at].padEnd(16)} Chromium ${there[at]}`);
    isAsSeen &&= here[at] === node && there[at] === inChromium;
  });
}
await browser.close();
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node cut.mjs
