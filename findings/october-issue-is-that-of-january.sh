#!/usr/bin/env bash
# feed-extractor: of the issues of a journal 2018.10 is told as 2018.1, and so are both of its ids; a notice with the title 007 is 7, and 1E5 is 100000.
#
# Versions: @extractus/feed-extractor 8.0.3; beside it feedsmith 3.0.1.
# One would guess: the title of an entry is a text and comes out as it stands in the feed.
# Seen: in RSS and Atom a title, a description, an id or the title of the feed that looks like a number is read as one and written again: 2018.10 is 2018.1, like the entry of January, 007 is 7, 0532 is 532, +5 is 5,
# 1E5 is 100000. Of <guid> 2018.10 the `id` is 2018.1, too, so that two entries have one id. In JSON Feed the same titles stay. A title with any other character, 第3期, stays.
# Why it matters: issues of a journal and numbers of papers are often a title of figures alone; the entry of October is taken for that of January, and whoever keeps entries by their id loses one.
# Last seen 2026-11-30. Fails when this changes. The README says that `xmlParserOptions` go to the parser and nothing of numbers; the parser, fast-xml-parser,
# tells in its own manual that it makes numbers of what looks like one, and with { parseTagValue: false } handed to it the titles stay.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts @extractus/feed-extractor@8.0.3 feedsmith@3.0.1
cat >feed.mjs <<'JS'
import { extractFromJson, extractFromXml } from '@extractus/feed-extractor';
import { parseFeed } from 'feedsmith';

const titles = ['2018.10', '2018.1', '007', '0532', '+5', '1E5', '第3期'];
const link = (title) => `https://example.org/${encodeURIComponent(title)}`;
const rss = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>某刊</title><link>https://example.org/</link><description>目录</description>${titles
  .map((title) => `<item><title>${title}</title><link>${link(title)}</link><guid isPermaLink="false">${title}</guid><description>${title}</description><pubDate>Tue, 20 Nov 2018 09:00:00 +0800</pubDate></item>`)
  .join('')}</channel></rss>`;
const atom = `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>某刊</title><id>https://example.org/</id><updated>2018-11-20T09:00:00+08:00</updated>${titles
  .map((title) => `<entry><title type="text">${title}</title><id>${link(title)}</id><link href="${link(title)}"/><updated>2018-11-20T09:00:00+08:00</updated><summary>${title}</summary></entry>`)
  .join('')}</feed>`;
const json = { version: 'https://jsonfeed.org/version/1.1', title: '某刊', items: titles.map((title) => ({ id: title, title, url: link(title), content_text: title })) };

const of = (feed, field) => feed.entries.map((entry) => entry[field]).join(' ');
const changed = '2018.1 2018.1 7 532 5 100000 第3期';
const given = titles.join(' ');
const cases = [
  ['RSS, title', of(extractFromXml(rss), 'title'), changed],
  ['RSS, description', of(extractFromXml(rss), 'description'), changed],
  ['RSS, id', of(extractFromXml(rss), 'id'), changed],
  ['Atom, title', of(extractFromXml(atom), 'title'), changed],
  ['RSS, as text', of(extractFromXml(rss, { xmlParserOptions: { parseTagValue: false } }), 'title'), given],
  ['JSON Feed, title', of(extractFromJson(json), 'title'), given],
  ['beside it, RSS', parseFeed(rss).feed.items.map(({ title }) => title).join(' '), given],
];
let isAsSeen = true;
console.log(`${'given'.padEnd(18)} ${given}`);
for (const [name, seen, expected] of cases) {
  console.log(`${name.padEnd(18)} ${seen}`);
  isAsSeen &&= seen === expected;
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node feed.mjs
