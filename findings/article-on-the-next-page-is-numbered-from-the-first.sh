#!/usr/bin/env bash
# Paged.js: of a list that begins with <li value="12">, the articles 12 to 16 stand on the first page and 17 on the second page is 6; a list that counts down begins 1, 0, -1.
#
# Versions: pagedjs 0.4.3, Chromium 156 (Debian; CHROMIUM_PATH names another), playwright-core 1.65.1.
# One would guess: a list that is cut by the end of a page counts on, as it does without the library, and as it does with it for <ol> and <ol start="11">.
# Seen: the part on each new page starts with a number that is the count of points before it, whatever numbers these had. With value="12" on the first point it is 6 after 16. Extracts with leaps (3, 5, 12, 37, 38) go on with 6 on the next page
# until a point with a number of its own comes. A list with `reversed` of twelve points is 1, 0, -1, -2, -3 and then 6, 5, 4, 3, 2 and 11, 10: each part is given a number to start with, which is taken as the highest. Nothing is said on the console.
# Why it matters: extracts of laws and lists of changed articles are numbered so; on paper article 17 is article 6.
# Last seen 2026-11-30. Fails when this changes. Nothing of it was found in the documentation; the reports found are of Firefox (issue 280) and of counters in the style sheet (179).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts pagedjs@0.4.3 playwright-core@1.65.1
cat >pages.mjs <<'JS'
import { chromium } from 'playwright-core';

const list = (attributes, values) => `<ol${attributes}>${values.map((value) => `<li${value ? ` value="${value}"` : ''}>为了激励干部担当作为，制定本办法。</li>`).join('')}</ol>`;
const twelve = Array.from({ length: 12 }, () => 0);
const cases = [
  ['plain', list('', twelve), '1 2 3 4 5 6 7 8 9 10 11 12', '1 2 3 4 5 6 7 8 9 10 11 12'],
  ['start="11"', list(' start="11"', twelve), '11 12 13 14 15 16 17 18 19 20 21 22', '11 12 13 14 15 16 17 18 19 20 21 22'],
  ['value="12"', list('', [12, ...twelve.slice(1)]), '12 13 14 15 16 6 7 8 9 10 11 12', '12 13 14 15 16 17 18 19 20 21 22 23'],
  ['leaps', list('', [3, 5, 12, 37, 0, 0, 0, 52, 0, 0, 60, 0]), '3 5 12 37 38 6 7 52 53 54 60 61', '3 5 12 37 38 39 40 52 53 54 60 61'],
  ['reversed', list(' reversed', twelve), '1 0 -1 -2 -3 6 5 4 3 2 11 10', '12 11 10 9 8 7 6 5 4 3 2 1'],
];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
console.log(`Chromium ${browser.version()}`);
let messages = 0;

/** The numbers before the points as they are shown, and the number of pages they are on. */
async function numbers(html, isPaged) {
  const page = await browser.newPage();
  page.on('console', (message) => (messages += Number(message.type() === 'error' || message.type() === 'warning')));
  await page.setContent(`<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>t</title><style>@page { size: A5; margin: 20mm } li { height: 30mm; break-inside: avoid }</style>${html}</html>`);
  if (isPaged) {
    await page.evaluate('window.PagedConfig = { auto: false }');
    await page.addScriptTag({ path: 'node_modules/pagedjs/dist/paged.polyfill.js' });
    await page.evaluate('window.PagedPolyfill.preview().then(() => undefined)');
  }
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const shown = nodes.filter(({ role }) => role?.value === 'ListMarker').map(({ name }) => parseInt(name.value, 10)).join(' ');
  const pages = await page.locator('.pagedjs_page').count();
  await page.close();
  return [shown, pages];
}
let isAsSeen = true;
for (const [name, html, seen, right] of cases) {
  const [shown, pages] = await numbers(html, true);
  const [beside] = await numbers(html, false);
  console.log(`${name}\n  on ${pages} pages ${shown}\n  without it ${beside}`);
  isAsSeen &&= shown === seen && beside === right && pages > 1;
}
await browser.close();
console.log(`messages: ${messages}`);
isAsSeen &&= messages === 0;
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node pages.mjs
