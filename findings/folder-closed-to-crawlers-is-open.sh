#!/usr/bin/env bash
# robots-txt-guard and robots-txt-parser: `Disallow: /草案/` (drafts) lets a crawler fetch /%E8%8D%89%E6%A1%88/, which is the same folder as every link and every browser writes it.
#
# Versions: robots-txt-guard 1.0.2 (with robots-txt-parse 2.0.1), robots-txt-parser 2.0.3; beside them robots-parser 3.0.1 and robots 0.10.1.
# One would guess: a path of robots.txt and one of an address are compared in one spelling, as the standard has it (RFC 9309, 2.2.2: what is not ASCII is percent-encoded before).
# Seen: they are compared as they are typed. /草案/ closes /草案/一.html but not /%E8%8D%89%E6%A1%88/%E4%B8%80.html, /%E5%86%85%E9%83%A8/ closes neither /内部/ nor the same in small letters (%e5%86%85), and /search?q=容错 not the search as
# a form sends it. `new URL(…)` writes the encoded spelling by itself, so that a program that follows links asks for nothing else. Paths in ASCII are right, and the other two packages are right with all of them.
# Why it matters: folders of Chinese sites have Chinese names, and robots.txt is written as they are read; archives and searches that ask these packages take the drafts along, politely, with nothing to show for it.
# Last seen 2026-11-30. Fails when this changes. Not in the READMEs; no report of it was found for these two (others had the like).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts robots-txt-guard@1.0.2 robots-txt-parse@2.0.1 robots-txt-parser@2.0.3 robots-parser@3.0.1 robots@0.10.1
cat >ask.cjs <<'JS'
const { Readable } = require('node:stream');
const { RobotsParser } = require('robots');
const robotsParser = require('robots-parser');
const guard = require('robots-txt-guard');
const parse = require('robots-txt-parse');
const robotsTxtParser = require('robots-txt-parser');

const site = 'https://example.org';
const rules = ['User-agent: *', 'Disallow: /草案/', 'Disallow: /%E5%86%85%E9%83%A8/', 'Disallow: /search?q=容错', 'Disallow: /drafts/', 'Allow: /', ''].join('\n');
// Each path is asked for as it is typed and as it is requested; the first column is what the two packages say, the second what is right.
const paths = [
  ['/草案/一.html', false, false],
  [new URL('/草案/一.html', site).pathname, true, false],
  ['/内部/', true, false],
  [new URL('/内部/', site).pathname, false, false],
  ['/%e5%86%85%e9%83%a8/', true, false],
  [`/search?${new URLSearchParams({ q: '容错' })}`, true, false],
  ['/drafts/', false, false],
  ['/办法/', true, true],
];
(async () => {
  const guarded = guard(await parse(Readable.from([rules])));
  const other = robotsTxtParser({ userAgent: 'Reader', allowOnNeutral: true });
  other.parseRobots(site, rules);
  other.useRobotsFor(site);
  const beside = robotsParser(`${site}/robots.txt`, rules);
  const second = new RobotsParser();
  second.parse(rules.split('\n'));
  let isAsSeen = true;
  for (const [path, seen, right] of paths) {
    const answers = [guarded.isAllowed('Reader', path), other.canCrawlSync(site + path)];
    const besides = [beside.isAllowed(site + path, 'Reader'), second.canFetchSync('Reader', path)];
    console.log(`${path}\n  guard ${answers[0]}, parser ${answers[1]}; beside them ${besides.join(' and ')}`);
    isAsSeen &&= answers.every((answer) => answer === seen) && besides.every((answer) => answer === right);
  }
  console.log(isAsSeen ? 'as seen before' : 'CHANGED');
  process.exit(isAsSeen ? 0 : 1);
})();
JS
node ask.cjs
