import { expect, test } from 'vitest';
import { readExportedEntries } from '../support/built-site.ts';
import { createScale, ENTRY_LIMIT, SOURCE_LIMIT } from '../support/page-weight.ts';

const weigh = createScale();
const weights = readExportedEntries().map(({ id, collection, url }) => ({ id, collection, ...weigh(url) }));

/** A statute is told article by article, with everything that is connected with it. */
const BOOKS = new Set(['sources', 'policies']);

test('no entry page weighs more than 15 KB before its reader touches it', () => {
  const heavy = weights.filter(({ collection, total }) => !BOOKS.has(collection) && total > ENTRY_LIMIT);
  expect(heavy.map(({ id, total }) => `${id}: ${total}`)).toEqual([]);
});

test('no source document or statute, a book on one page, weighs more than 24 KB', () => {
  const heavy = weights.filter(({ collection, total }) => BOOKS.has(collection) && total > SOURCE_LIMIT);
  expect(heavy.map(({ id, total }) => `${id}: ${total}`)).toEqual([]);
});

test('a page with all its parts is counted: each has a page, styles and scripts', () => {
  for (const { id, html, css, js } of weights) expect([id, html > 1000, css > 1000, js > 500]).toEqual([id, true, true, true]);
});
