/** Extends `content/ledger.yaml`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isSeq, parse, parseDocument } from 'yaml';
import type { YAMLMap, YAMLSeq } from 'yaml';
import type { LedgerAdditions } from '../domain/site/ledger.ts';
import { ledgerSchema } from '../schema/ledger.ts';
import type { Ledger } from '../schema/ledger.ts';
import { contentFolder } from './site-file.ts';

/** Appends to the ledger of a content folder; every line that is there stays as it is, but for new anchors. */
export function extendLedger(additions: LedgerAdditions, contentRoot = contentFolder()): void {
  const path = join(contentRoot, 'ledger.yaml');
  writeFileSync(path, extendedLedger(readFileSync(path, 'utf8'), additions));
}

/** The ledger of a unit with all that the ledger of a package has: both only grow, so that every line of either stays. */
export function joinedLedger(own: string, packed: string): string {
  const here = ledgerSchema.parse(parse(own));
  const there = ledgerSchema.parse(parse(packed));
  const known = new Map(here.entries.map((entry) => [entry.id, entry]));
  const more = {
    entries: there.entries.filter(({ id }) => !known.has(id)),
    anchors: there.entries.flatMap(({ id, anchors = [] }) => {
      const before = known.get(id);
      return before ? anchors.filter((anchor) => !before.anchors?.includes(anchor)).map((anchor) => ({ id, anchor })) : [];
    }),
    pages: there.pages.filter((page) => !here.pages.includes(page)),
    redirects: there.redirects.filter(({ from }) => here.redirects.every((redirect) => redirect.from !== from)),
  };
  return Object.values(more).some((lines) => lines.length > 0) ? extendedLedger(own, more) : own;
}

/** The ledger after an entry has moved: its old address leads to it, and where it now stands nothing leads on any more. */
export function withMove(text: string, { id, from, to, why }: { id: string; from: string; to: string; why: string }): string {
  const document = parseDocument(text);
  const redirects = sequence(document.get('redirects'));
  const isFrom = (item: unknown, address: string) => isMap(item) && item.get('from') === address && item.get('to') === id;
  redirects.items = redirects.items.filter((item) => !isFrom(item, to));
  if (!redirects.items.some((item) => isFrom(item, from))) redirects.add(document.createNode({ from, to: id, why }, { flow: true }));
  redirects.flow = false;
  return document.toString({ lineWidth: 0 });
}

function extendedLedger(
  text: string,
  { entries, anchors, pages, redirects = [] }: LedgerAdditions & Partial<Pick<Ledger, 'redirects'>>,
): string {
  const document = parseDocument(text);
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
  const listedRedirects = sequence(document.get('redirects'));
  for (const redirect of redirects) listedRedirects.add(document.createNode(redirect, { flow: true }));
  for (const list of [listed, listedPages, listedRedirects]) list.flow = list.items.length === 0;
  return document.toString({ lineWidth: 0 });
}

function sequence(node: unknown): YAMLSeq {
  if (!isSeq(node)) throw new Error('content/ledger.yaml 的格式不对，请先运行 npm run check:content。');
  return node;
}
