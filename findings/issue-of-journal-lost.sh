#!/usr/bin/env bash
# biblatex-csl-converter: the number of a journal's issue (求是, 2018(11)) is lost, for every article in a journal becomes a preprint; 中文 becomes pinyin.
#
# Versions: biblatex-csl-converter 3.6.0; beside it @citation-js/plugin-bibtex 0.8.2.
# One would guess: `@article` with a `journaltitle` becomes `article-journal` and its `number` the `issue`, as the table of types in the package itself has it.
# Seen: the name of the BibTeX type is looked up first among those of CSL, where `article` is a paper that has not been published, so that the line for journals is never
# reached. Of such a paper the number is a `collection-number`, that of a series of books. `@article` with `entrysubtype` magazine or newspaper is rightly told. Besides,
# `langid = {chinese}` is written back as `langid = {pinyin}`, Chinese in Latin letters, where English and Japanese stay what they are. Lists of errors and warnings are empty.
# Why it matters: journals such as 求是 have no volumes; by GB/T 7714 the issue in brackets is what the article is found by, and [J] is what it is.
# Last seen 2026-11-29. Fails when this changes. Not in the README; no report was found, but of other converters (JabRef, issue 8372; astrocite, issue 28).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts biblatex-csl-converter@3.6.0 @citation-js/core@0.8.2 @citation-js/plugin-bibtex@0.8.2
cat >convert.mjs <<'JS'
import { BibLatexExporter, CSLExporter, parse } from 'biblatex-csl-converter';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';

const entry = (fields) => `@article{a, title = {题名}, author = {王某}, date = {2018}, number = {11}, pages = {12--15}, ${fields}}`;
const told = ({ type, issue, 'collection-number': series }) => [type, issue && `issue ${issue}`, series && `collection-number ${series}`].filter(Boolean).join(', ');
let isAsSeen = true;
for (const [name, text, seen, right] of [
  ['journaltitle', entry('journaltitle = {求是}, langid = {chinese}'), 'article, collection-number 11', 'article-journal, issue 11'],
  ['journal, as in BibTeX', entry('journal = {求是}'), 'article, collection-number 11', 'article-journal, issue 11'],
  ['with a volume, in English', entry('journaltitle = {Journal}, volume = {3}, langid = {english}'), 'article, collection-number 11', 'article-journal, issue 11'],
  ['magazine', entry('journaltitle = {半月谈}, entrysubtype = {magazine}'), 'article-magazine, collection-number 11'],
  ['newspaper', entry('journaltitle = {人民日报}, entrysubtype = {newspaper}'), 'article-newspaper, collection-number 11'],
]) {
  const { entries, errors, warnings } = parse(text);
  const [item] = Object.values(new CSLExporter(entries).parse());
  const beside = told(new Cite(text).data[0]);
  console.log(`${name.padEnd(26)} ${told(item)}; ${errors.length} errors, ${warnings.length} warnings\tbeside it ${beside}`);
  isAsSeen &&= told(item) === seen && errors.length === 0 && warnings.length === 0 && (right === undefined || beside === right);
}
for (const [language, seen] of [
  ['chinese', 'pinyin'],
  ['english', 'usenglish'],
  ['japanese', 'japanese'],
]) {
  const written = new BibLatexExporter(parse(entry(`journaltitle = {求是}, langid = {${language}}`)).entries).parse();
  const [, back] = /langid = \{(.*)\}/u.exec(written);
  console.log(`langid ${language} is written back as ${back}`);
  isAsSeen &&= back === seen;
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node convert.mjs
