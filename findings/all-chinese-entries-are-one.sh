#!/usr/bin/env bash
# bibtex-tidy: all Chinese entries of a bibliography are duplicates of the first, and merging leaves one of them.
#
# Versions: bibtex-tidy 1.14.0.
# One would guess: `duplicates: ['citation']`, told as “similar author and titles”, joins entries whose authors and titles are much alike.
# Seen: of four sources without anything in common one is left, for what is compared is the letters a to z and digits of them. Digits tell apart: a title
# with 2018 stays beside one with 2019, and a `number` of its own helps. Abstracts are compared so, too: two that name no year or the same are one.
# Without `merge` it is a warning. English entries are told apart rightly.
# Why it matters: whoever has duplicates removed from a list of Chinese sources loses nearly all of it; what is left looks sound.
# Last seen 2026-11-29. Fails when this changes. Not in the README of the package.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts bibtex-tidy@1.14.0
cat >tidy.cjs <<'JS'
const { tidy } = require('bibtex-tidy');

const chinese = `
@misc{opinions, author = {{中共中央办公厅}}, title = {关于进一步激励广大干部新时代新担当新作为的意见}, year = 2018}
@misc{notice, author = {{国务院办公厅}}, title = {关于加强行政规范性文件制定和监督管理工作的通知}, year = 2018}
@article{study, author = {王小明 and 李四}, title = {容错纠错机制研究}, journal = {党政研究}, year = 2019}
@book{book, author = {张三}, title = {问责制度}, year = 2020}`;
const dated = `
@misc{one, author = {{国务院}}, title = {2018年工作要点}, year = 2018}
@misc{two, author = {{国务院}}, title = {2019年工作要点}, year = 2019}`;
const abstracts = `
@article{study, author = {王小明}, title = {A}, abstract = {本文讨论2018年的容错案例。}}
@article{other, author = {李四}, title = {B}, abstract = {2018年出台的问责办法有何影响？}}`;
const english = `
@misc{opinions, author = {{General Office}}, title = {Opinions on Encouraging Officials}, year = 2018}
@misc{notice, author = {{State Council}}, title = {Notice on Normative Documents}, year = 2018}`;
const cases = {
  'four Chinese, merged by citation': [chinese, { duplicates: ['citation'], merge: 'first' }, 'opinions', 3],
  'four Chinese, only told': [chinese, { duplicates: ['citation'] }, 'opinions notice study book', 3],
  'Chinese titles with other years': [dated, { duplicates: ['citation'], merge: 'first' }, 'one two', 0],
  'Chinese abstracts with one year': [abstracts, { duplicates: ['abstract'], merge: 'first' }, 'study', 1],
  'two English, merged by citation': [english, { duplicates: ['citation'], merge: 'first' }, 'opinions notice', 0],
};
let isAsSeen = true;
for (const [name, [entries, options, left, warned]] of Object.entries(cases)) {
  const { bibtex, warnings } = tidy(entries, options);
  const keys = Array.from(bibtex.matchAll(/^@\w+\{(\w+)/gmu), ([, key]) => key).join(' ');
  console.log(`${name.padEnd(34)} left: ${keys.padEnd(27)} warnings: ${warnings.length}`);
  isAsSeen = isAsSeen && keys === left && warnings.length === warned;
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node tidy.cjs
