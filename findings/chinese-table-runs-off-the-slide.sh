#!/usr/bin/env bash
# PptxGenJS: a table that goes on to further slides does not do so with Chinese in it; the rows run off the first.
#
# Versions: pptxgenjs 4.0.1.
# One would guess: `autoPage: true` counts the lines that a text takes in its column by the number of its characters, as `autoPageCharWeight` is told to tune.
# Seen: lines are counted by words between spaces, and a text without spaces is one line, however long: a cell of 1,975 characters stays on one slide, which
# has room for some 700 of them. With a space behind each character the same text takes three slides, and English of 1,570 letters two. Of twelve articles
# of 235 characters eight are put on the first slide. `autoPageCharWeight`, from -1 to 1, changes nothing.
# Why it matters: slides for a class made from a table of articles or cases show the first third of it; the rest lies below the edge, where nobody looks.
# Last seen 2026-11-29. Fails when this changes. Not in the README of the package.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts pptxgenjs@4.0.1 jszip@3.10.1
cat >page.cjs <<'JS'
const JSZip = require('jszip');
const PptxGenJS = require('pptxgenjs');

/** The characters on each slide; the column of texts is 7 inches wide, in which 14 points make 36 Chinese characters a line. */
async function slidesOf(rows, options) {
  const presentation = new PptxGenJS();
  presentation.addSlide().addTable(rows, { x: 0.5, y: 0.5, w: 9, colW: [2, 7], fontSize: 14, autoPage: true, ...options });
  const { files } = await JSZip.loadAsync(await presentation.write({ outputType: 'nodebuffer' }));
  const names = Object.keys(files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/u.test(name));
  return Promise.all(
    names.map(async (name) => {
      const slide = await files[name].async('string');
      return Array.from(slide.matchAll(/<a:t>([^<]*)/gu), ([, text]) => text).join('').replaceAll(' ', '').length;
    }),
  );
}
const article = '各级党组织要建立健全容错纠错机制，宽容干部在改革创新中的失误错误，把三个区分开来落到实处，为敢于担当的干部撑腰鼓劲。';
const spaced = (text) => Array.from(text).join(' ');
const long = article.repeat(34);
const rows = Array.from({ length: 12 }, (_, at) => [`第${at + 1}条`, article.repeat(4)]);
const english = 'Every office shall set up a mechanism for tolerance and correction of faults. '.repeat(24);
const cases = [
  ['one long cell', [['第1条', long]], {}, 1],
  ['one long cell, weight -1', [['第1条', long]], { autoPageCharWeight: -1 }, 1],
  ['one long cell, weight 1', [['第1条', long]], { autoPageCharWeight: 1 }, 1],
  ['one long cell, spaced', [['第1条', spaced(long)]], {}, 3],
  ['one long cell, English', [['Article 1', english]], {}, 2],
  ['twelve rows', rows, {}, 2],
  ['twelve rows, spaced', rows.map(([number, text]) => [number, spaced(text)]), {}, 4],
];
(async () => {
  let isAsSeen = true;
  for (const [name, table, options, expected] of cases) {
    const slides = await slidesOf(table, options);
    console.log(`${name.padEnd(24)} slides: ${slides.length}, characters on each: ${slides.join(' ')}`);
    isAsSeen = isAsSeen && slides.length === expected;
  }
  console.log(isAsSeen ? 'as seen before' : 'CHANGED');
  process.exit(isAsSeen ? 0 : 1);
})();
JS
node page.cjs
