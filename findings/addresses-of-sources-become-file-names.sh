#!/usr/bin/env bash
# epub2md: the address of every source in an e-book becomes the name of a file that does not exist; https://www.example.gov.cn/zc/t1.html is ./https___www.example.gov.cn_zc_t1.html.
#
# Versions: epub2md 1.6.4; the e-book is made with epub-gen-memory 1.1.2.
# One would guess: links between chapters are turned to the Markdown files of these, and links to the web stay.
# Seen: every link is taken for one to a chapter, whatever it begins with: the colon and the slashes of an address become underscores, the question mark too, `./` stands before it, an address that does not end like a
# file gets `.md` (…/zc?id=5 is …_zc_id=5.md), what stands behind # comes twice, and mailto:a@example.org is ./mailto_a@example.org. The address cannot be had back from that, for an underscore may have been any of
# these or an underscore. The words of the link are right, and there is no message.
# Why it matters: whoever takes a collection of papers from an e-book into a library loses where each of them was published, while the text shows a link as before.
# Last seen 2026-11-30. Fails when this changes. Not in the README; issue 4 of the package is of links between chapters, and an open pull request, 16 (“Fix md link”), does not say of which.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts epub2md@1.6.4 epub-gen-memory@1.1.2
cat >links.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import epub from 'epub-gen-memory';

const links = [
  ['https://www.example.gov.cn/zc/t1.html', './https___www.example.gov.cn_zc_t1.html'],
  ['https://www.example.gov.cn/zc?id=5', './https___www.example.gov.cn_zc_id=5.md'],
  ['https://www.example.gov.cn/a.htm#s3', './https___www.example.gov.cn_a.htm#s3#s3'],
  ['https://www.example.gov.cn/', './https___www.example.gov.cn_'],
  ['mailto:a@example.org', './mailto_a@example.org'],
];
const content = links.map(([address], at) => `<p>来源：<a href="${address}">第${at + 1}号</a></p>`).join('');
writeFileSync('a.epub', await epub.default({ title: '汇编', author: '编', lang: 'zh-CN' }, [{ title: '来源', content }]));
execFileSync('node_modules/.bin/epub2md', ['a.epub'], { stdio: 'ignore' });
const text = readdirSync('a').map((name) => readFileSync(path.join('a', name), 'utf8')).join('\n');
let isAsSeen = true;
links.forEach(([address, expected], at) => {
  const seen = new RegExp(`\\[第${at + 1}号\\]\\((.*)\\)`, 'u').exec(text)?.[1];
  const isThere = seen !== undefined && existsSync(path.join('a', seen.split('#')[0]));
  console.log(`${address.padEnd(38)} ${seen}, ${isThere ? 'a file' : 'no such file'}`);
  isAsSeen &&= seen === expected && !isThere;
});
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node links.mjs
