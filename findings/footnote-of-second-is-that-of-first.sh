#!/usr/bin/env bash
# docx-merger: a footnote of the second document shows the words of the first document's footnote.
#
# Versions: docx-merger 1.2.2, @scholarcy/docx-merger 0.3.0 (a fork); the files are made with docx 9.15.2 and read with mammoth 1.13.0.
# One would guess: footnotes come along, or are gone with their marks.
# Seen: the marks come along with their numbers, the notes do not. Every document of Word counts its notes from 1, so that mark 1 of the second is answered by
# note 1 of the first; its own words are in no part of the file. Nothing is told.
# Why it matters: in a dossier of several papers the notes say where a statement comes from; here it comes from the source of another, and looks sound.
# Last seen 2026-11-29. Fails when this changes. Not among what the READMEs say is known or missing.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts docx-merger@1.2.2 @scholarcy/docx-merger@0.3.0 docx@9.15.2 mammoth@1.13.0 jszip@3.10.1
cat >merge.cjs <<'JS'
const ForkedMerger = require('@scholarcy/docx-merger');
const { Document, FootnoteReferenceRun, Packer, Paragraph, TextRun } = require('docx');
const DocxMerger = require('docx-merger');
const JSZip = require('jszip');
const mammoth = require('mammoth');

const fileOf = (text, note) =>
  Packer.toBuffer(
    new Document({
      footnotes: { 1: { children: [new Paragraph(note)] } },
      sections: [{ children: [new Paragraph({ children: [new TextRun(text), new FootnoteReferenceRun(1)] })] }],
    }),
  );
const mergers = {
  'docx-merger': (files) => new Promise((resolve) => new DocxMerger({}, files.map((file) => file.toString('binary'))).save('nodebuffer', resolve)),
  'the fork': async (files) => {
    const merger = new ForkedMerger();
    await merger.initialize({}, files);
    // It goes on reading when it says that it is ready.
    await new Promise((resolve) => setTimeout(resolve, 500));
    return merger.save('nodebuffer');
  },
};
(async () => {
  const files = [await fileOf('甲局有两件免责。', '见甲局通报。'), await fileOf('乙局有三件问责。', '见乙局年报。')];
  let isAsSeen = true;
  for (const [name, merge] of Object.entries(mergers)) {
    const merged = await merge(files);
    const { value } = await mammoth.convertToHtml({ buffer: merged });
    const notes = new Map(Array.from(value.matchAll(/<li id="(footnote-\d+)">(.*?)<\/li>/gsu), ([, id, note]) => [id, note.replace(/<[^>]+>|↑/gu, '').trim()]));
    const sentences = Array.from(value.matchAll(/([^>]+)<sup><a href="#(footnote-\d+)"/gu), ([, sentence, id]) => `${sentence} ${notes.get(id)}`);
    const parts = Object.values((await JSZip.loadAsync(merged)).files).filter((part) => part.name.endsWith('.xml'));
    const texts = await Promise.all(parts.map((part) => part.async('string')));
    const isGone = !texts.some((text) => text.includes('乙局年报'));
    console.log(`${name.padEnd(12)} ${sentences.join(' | ')} | the second note is ${isGone ? 'nowhere' : 'in the file'}`);
    isAsSeen = isAsSeen && isGone && sentences.join('|') === '甲局有两件免责。 见甲局通报。|乙局有三件问责。 见甲局通报。';
  }
  console.log(isAsSeen ? 'as seen before' : 'CHANGED');
  process.exit(isAsSeen ? 0 : 1);
})();
JS
node merge.cjs
