#!/usr/bin/env bash
# LibreOffice: of a decision made from a template the footnote of a paragraph that was left out stands under the next one; 予以免责 has the note of 予以问责.
#
# Versions: LibreOffice 7.4.7 (Debian; SOFFICE_PATH names another), docxtemplater 3.71.0; beside it mammoth 1.13.0. The template is made with docx 9.15.2.
# One would guess: a mark in the text shows the note whose number (w:id) it carries, as the format has it and mammoth does (Word was not at hand).
# Seen: LibreOffice gives the first mark the first note of the file, the second the second, whatever they carry. docxtemplater takes out the paragraph whose condition is not met, and its mark with it, but
# leaves its note in the file, so that from there on every mark shows the note of the one before: with 问责 left out 予以免责 has “the rule on 问责”, 可以申诉 has the rule on 免责, and how long one may appeal is gone.
# A paragraph that is repeated for two cases takes the note of the next, and the last mark has an empty note. Notes that stand in the file in another order than their marks change places. There is no message.
# Why it matters: decisions and notices are filled in from templates and made into PDF by LibreOffice; the notes name the rule that decides.
# Last seen 2026-11-30. Fails when this changes. Not in the help or the documentation of either; the symptom alone is reported of another template tool (python-docx-template, issue 570).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
office=${SOFFICE_PATH:-soffice}
"$office" --version
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts docx@9.15.2 docxtemplater@3.71.0 pizzip@3.3.0 mammoth@1.13.0 jszip@3.10.1
cat >write.cjs <<'JS'
const { writeFileSync } = require('node:fs');
const { Document, FootnoteReferenceRun, Packer, Paragraph, TextRun } = require('docx');
const Docxtemplater = require('docxtemplater');
const PizZip = require('pizzip');

const line = (text, note) => new Paragraph({ children: [new TextRun(text), ...(note ? [new FootnoteReferenceRun(note)] : [])] });
const bytes = (lines, notes) =>
  Packer.toBuffer(
    new Document({
      footnotes: Object.fromEntries(Object.entries(notes).map(([number, text]) => [number, { children: [new Paragraph(text)] }])),
      sections: [{ children: lines }],
    }),
  );
function fill(name, template, data) {
  const filled = new Docxtemplater(new PizZip(template), { paragraphLoop: true });
  filled.render(data);
  writeFileSync(`${name}.docx`, filled.toBuffer());
}
async function main() {
  const decision = await bytes(
    [line('{#问责}'), line('予以问责', 1), line('{/问责}'), line('{#免责}'), line('予以免责', 2), line('{/免责}'), line('可以申诉', 3)],
    { 1: '问责的依据', 2: '免责的依据', 3: '申诉的期限' },
  );
  fill('both', decision, { 问责: true, 免责: true });
  fill('exempt', decision, { 问责: false, 免责: true });
  const list = await bytes([line('{#案件}'), line('{名称}', 1), line('{/案件}'), line('可以申诉', 2)], { 1: '免责的依据', 2: '申诉的期限' });
  fill('cases', list, { 案件: [{ 名称: '甲案' }, { 名称: '乙案' }] });
  writeFileSync('order.docx', await bytes([line('甲案', 2), line('乙案', 1)], { 1: '乙案的依据', 2: '甲案的依据' }));
}
main();
JS
cat >read.cjs <<'JS'
const { readFileSync } = require('node:fs');
const JSZip = require('jszip');
const mammoth = require('mammoth');

const plain = (markup) => markup.replaceAll(/<[^>]*>/gu, '').trim();
const cases = {
  both: ['予以问责[问责的依据] 予以免责[免责的依据] 可以申诉[申诉的期限]', '予以问责[问责的依据] 予以免责[免责的依据] 可以申诉[申诉的期限]'],
  exempt: ['予以免责[问责的依据] 可以申诉[免责的依据]', '予以免责[免责的依据] 可以申诉[申诉的期限]'],
  cases: ['甲案[免责的依据] 乙案[申诉的期限] 可以申诉[]', '甲案[免责的依据] 乙案[免责的依据] 可以申诉[申诉的期限]'],
  order: ['甲案[乙案的依据] 乙案[甲案的依据]', '甲案[甲案的依据] 乙案[乙案的依据]'],
};
async function inLibreOffice(name) {
  const { files } = await JSZip.loadAsync(readFileSync(`${name}.odt`));
  const text = (await files['content.xml'].async('string')).replace(/^.*<\/text:sequence-decls>/su, '');
  const lines = text.matchAll(/>([^<>]+)<text:note [^>]*>.*?<text:note-body>(.*?)<\/text:note-body>/gsu);
  return Array.from(lines, ([, words, note]) => `${words}[${plain(note)}]`).join(' ');
}
async function inMammoth(name) {
  const { value } = await mammoth.convertToHtml({ path: `${name}.docx` });
  const notes = Array.from(value.matchAll(/<li id="footnote-[^"]*">(.*?)<\/li>/gu), ([, note]) => plain(note).replace(/\s*↑$/u, ''));
  return Array.from(value.matchAll(/<p>([^<]+)<sup>.*?\[(\d+)\]/gu), ([, words, at]) => `${words}[${notes[at - 1]}]`).join(' ');
}
(async () => {
  let isAsSeen = true;
  for (const [name, [seen, right]] of Object.entries(cases)) {
    const [office, beside] = [await inLibreOffice(name), await inMammoth(name)];
    console.log(`${name.padEnd(8)} LibreOffice: ${office}\n${' '.repeat(9)}mammoth:     ${beside}`);
    isAsSeen &&= office === seen && beside === right;
  }
  console.log(isAsSeen ? 'as seen before' : 'CHANGED');
  process.exit(isAsSeen ? 0 : 1);
})();
JS
node write.cjs
"$office" "-env:UserInstallation=file://$work/profile" --headless --convert-to odt both.docx exempt.docx cases.docx order.docx >/dev/null 2>&1
node read.cjs
