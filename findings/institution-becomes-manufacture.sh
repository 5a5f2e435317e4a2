#!/usr/bin/env bash
# switch-chinese: to traditional characters 制度 (institution) becomes 製度, “manufacture”, and so do 机制, 限制 and 民主集中制; and 履历 comes back as 简历.
#
# Versions: switch-chinese 1.0.16; beside it opencc-js 1.4.2.
# One would guess: a converter that cuts words to choose between characters knows the everyday words of 制, which is written 製 only where something is made: 制造, 制药.
# Seen: every 制 becomes 製, in whatever word it stands, with terms of Taiwan and without; 不得干预 becomes 不得幹預, the 幹 of “doing” and of cadres. In the other direction 儘管 and 儘快 become
# 侭管 and 侭快, with a character that is not in use in China, and 履歷 (what the file of a cadre holds) becomes 简历 (what an applicant writes), so that 干部履历表 does not come back as it went; only this
# stops without terms. 制 and 干 come back as they went, which hides them from who tests by going there and back. opencc-js has them all right.
# Why it matters: 制 is in the name of what a library of rules is about; a search for 制度, 機制 or 法制 finds nothing in such a text.
# Last seen 2026-11-30. Fails when this changes. Not in the README, which promises the right choice among such characters; no report was found.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts switch-chinese@1.0.16 opencc-js@1.4.2
cat >convert.mjs <<'JS'
import { Converter } from 'opencc-js';
import stcasc from 'switch-chinese';

// One converter a run: the first that a program makes decides for all later ones whether terms are used.
const disableTerms = process.argv[2] === 'without-terms';
const { traditionalized, simplized } = stcasc({}, {}, disableTerms);
const beside = { there: Converter({ from: 'cn', to: 'tw' }), back: Converter({ from: 'tw', to: 'cn' }) };
console.log(disableTerms ? 'without terms of Taiwan' : 'with terms of Taiwan');
let isAsSeen = true;
function show(text, other, convert, seen, right) {
  const [converted, besideIt] = [convert(text), other(text)];
  console.log(`  ${text}\t${converted}\tbeside it ${besideIt}`);
  isAsSeen &&= converted === seen && besideIt === right;
}
for (const [text, seen, right] of [
  ['制度', '製度', '制度'],
  ['容错机制', '容錯機製', '容錯機制'],
  ['限制', '限製', '限制'],
  ['法制', '法製', '法制'],
  ['民主集中制', '民主集中製', '民主集中制'],
  ['制定办法', '製定辦法', '制定辦法'],
  ['制造', '製造', '製造'],
  ['不得干预', '不得幹預', '不得干預'],
  ['干部', '幹部', '幹部'],
]) {
  show(text, beside.there, traditionalized, seen, right);
}
for (const [text, seen, right] of [
  ['儘管', '侭管', '尽管'],
  ['儘快', '侭快', '尽快'],
  ['盡職', '尽职', '尽职'],
  ['幹部履歷表', disableTerms ? '干部履历表' : '干部简历表', '干部履历表'],
]) {
  show(text, beside.back, simplized, seen, right);
}
for (const [text, seen] of [
  ['民主集中制', '民主集中制'],
  ['不得干预', '不得干预'],
  ['干部履历表', disableTerms ? '干部履历表' : '干部简历表'],
]) {
  const again = simplized(traditionalized(text));
  console.log(`  ${text} there and back: ${again}`);
  isAsSeen &&= again === seen;
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node convert.mjs
node convert.mjs without-terms
