import { expect, test } from 'vitest';
import { readExportedEntries } from '../support/built-site.ts';
import { createScale, limitOf, SHARED_LIMIT } from '../support/page-weight.ts';

const weigh = createScale();
const weights = readExportedEntries().map(({ id, collection, url }) => ({ id, collection, ...weigh(url) }));

test('no entry page weighs more than 12 KB, a statute or a course no more than 15 KB, a source no more than 18 KB', () => {
  const heavy = weights.filter(({ collection, html }) => html > limitOf(collection));
  expect(heavy.map(({ id, html }) => `${id}: ${html}`)).toEqual([]);
});

test('what pages share, styles and scripts, weighs no more than 8 KB on any of them', () => {
  const heavy = weights.filter(({ css, js }) => css + js > SHARED_LIMIT);
  expect(heavy.map(({ id, css, js }) => `${id}: ${css} + ${js}`)).toEqual([]);
});

test('a page with all its parts is counted: each has a page, styles and scripts', () => {
  for (const { id, html, css, js } of weights) expect([id, html > 1000, css > 1000, js > 500]).toEqual([id, true, true, true]);
});
