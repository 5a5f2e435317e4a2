#!/usr/bin/env bash
# pptxtojson: a slide that was moved stays at its old place; the case that a lecturer drew to the front comes last.
#
# Versions: pptxtojson 2.2.0; beside it officeparser 8.1.1. The file is made with pptxgenjs 4.0.1.
# One would guess: `slides` is in the order in which the slides are shown, as officeparser has it.
# Seen: they are sorted by the number in the names of their files, slide1.xml, slide2.xml. Moving a slide changes the list in presentation.xml and no name, so
# 丙甲乙, made of 甲乙丙, is read as 甲乙丙. The notes come with their slides. There is no message, and nothing in what is read tells the order.
# Why it matters: courses are made of older ones by moving slides; what is imported (PPTist uses it) is taught or summed up in the order of an older course.
# Last seen 2026-11-29. Fails when this changes. Not in the README; sorting by these names was the cure of its issue 6, and other readers have had the same fault.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts pptxtojson@2.2.0 officeparser@8.1.1 pptxgenjs@4.0.1 jszip@3.10.1
cat >slides.cjs <<'JS'
const JSZip = require('jszip');
const PptxGenJS = require('pptxgenjs');
const { parse } = require('pptxtojson/dist/index.cjs');
const { parseOffice } = require('officeparser');

async function make(order) {
  const deck = new PptxGenJS();
  for (const name of ['甲', '乙', '丙']) {
    const slide = deck.addSlide();
    slide.addText(`案例${name}`, { x: 1, y: 1, w: 5, h: 1 });
    slide.addNotes(`备注${name}`);
  }
  const zip = await JSZip.loadAsync(await deck.write({ outputType: 'nodebuffer' }));
  const file = 'ppt/presentation.xml';
  const list = await zip.file(file).async('string');
  const slides = list.match(/<p:sldId [^>]*>/gu);
  zip.file(file, list.replace(slides.join(''), order.map((at) => slides[at]).join('')));
  return zip.generateAsync({ type: 'nodebuffer' });
}
const plain = (html) => html.replace(/<[^>]*>/gu, '').trim();
const text = (node) => node.text ?? (node.children ?? []).map(text).join('');
async function read(deck) {
  const { slides } = await parse(deck.buffer.slice(deck.byteOffset, deck.byteOffset + deck.byteLength));
  const { content } = await parseOffice(deck);
  return {
    pptxtojson: slides.map(({ elements, note }) => `${elements.map((element) => plain(element.content ?? '')).join('')}(${plain(note)})`).join(' '),
    officeparser: content.map(text).join(' '),
  };
}
async function main() {
  const made = await read(await make([0, 1, 2]));
  const moved = await read(await make([2, 0, 1]));
  console.log(`as made, 甲乙丙\tpptxtojson ${made.pptxtojson}\tofficeparser ${made.officeparser}`);
  console.log(`moved, 丙甲乙\tpptxtojson ${moved.pptxtojson}\tofficeparser ${moved.officeparser}`);
  const old = '案例甲(备注甲) 案例乙(备注乙) 案例丙(备注丙)';
  return made.pptxtojson === old && moved.pptxtojson === old && made.officeparser === '案例甲 案例乙 案例丙' && moved.officeparser === '案例丙 案例甲 案例乙';
}
main().then((isAsSeen) => {
  console.log(isAsSeen ? 'as seen before' : 'CHANGED');
  process.exit(isAsSeen ? 0 : 1);
});
JS
node slides.cjs
