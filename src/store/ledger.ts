/** Extends `content/ledger.yaml`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isSeq, parseDocument } from 'yaml';
import type { YAMLMap, YAMLSeq } from 'yaml';
import type { LedgerAdditions } from '../domain/ledger.ts';
import { contentFolder } from './site-file.ts';

/** Appends to the ledger; every line that is there stays as it is, but for new anchors. */
export function extendLedger({ entries, anchors, pages }: LedgerAdditions, contentRoot = contentFolder()): void {
  const path = join(contentRoot, 'ledger.yaml');
  const document = parseDocument(readFileSync(path, 'utf8'));
  const listed = sequence(document.get('entries'));
  for (const entry of entries) listed.add(document.createNode(entry, { flow: true }));
  for (const { id, anchor } of anchors) {
    const line = listed.items.find((item): item is YAMLMap => isMap(item) && item.get('id') === id);
    if (!line) continue;
    if (!line.has('anchors')) line.set('anchors', document.createNode([], { flow: true }));
    sequence(line.get('anchors')).add(document.createNode(anchor));
  }
  const listedPages = sequence(document.get('pages'));
  for (const page of pages) listedPages.add(document.createNode(page));
  for (const list of [listed, listedPages]) list.flow = list.items.length === 0;
  writeFileSync(path, document.toString({ lineWidth: 0 }));
}

function sequence(node: unknown): YAMLSeq {
  if (!isSeq(node)) throw new Error('content/ledger.yaml 的格式不对，请先运行 npm run check:content。');
  return node;
}
