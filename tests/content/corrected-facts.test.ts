/** What was once told wrongly of a rule and mended: the wrong reading must not come back, in its entry or beside it. */
import { expect, test } from 'vitest';
import { contentOf } from '../../src/store/library.ts';
import { isOf } from '../../src/domain/entry/records.ts';
import { ownLibrary } from '../support/own-library.ts';

const { entries } = contentOf(await ownLibrary());
const policies = entries.filter((entry) => isOf(entry, 'policies'));
const terms = entries.filter((entry) => isOf(entry, 'terms'));
const term = (id: string) => terms.find(({ data }) => data.id === id)?.data;

test('article 19 of the disciplinary regulations is told with its three paragraphs', () => {
  const regulations = policies.find(({ data }) => data.id === 'ZC-0019');
  const gist = regulations?.data.clauses.find(({ anchor }) => anchor === 'art-19')?.gist;
  for (const outcome of ['免予处分', '书面结论', '不予处分', '不可抗力', '不追究']) expect(gist).toContain(outcome);
  const narrowed = entries.filter(({ data, body }) => JSON.stringify([data, body]).includes('第十九条只'));
  expect(narrowed.map(({ data }) => data.id)).toEqual([]);
});

test('组织处理 is told of those who broke rules or failed in duty, not of those unfit for their post', () => {
  const definition = JSON.stringify(term('SY-012')?.definition);
  expect(definition).toMatch(/违规违纪违法.*失职失责失范/u);
  expect(definition).not.toContain('不适宜担任现职');
  expect(term('SY-034')?.confusedWith.find(({ id }) => id === 'SY-012')?.how).toContain('两件事');
});

test.each([
  ['RC-001', '予以容错'],
  ['RC-003', '减责'],
  ['RC-004', '免予处分'],
  ['RC-005', '批评教育'],
  ['RC-006', '免予处分'],
  ['RC-007', '批评教育'],
])('%s is told by its result, %s, not as 其他', (id, outcome) => {
  const found = entries.flatMap((entry) => (isOf(entry, 'tolerance') && entry.data.id === id ? [entry.data.outcome] : []));
  expect(found).toEqual([outcome]);
});
