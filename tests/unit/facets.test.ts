import { expect, test } from 'vitest';
import { facetsOf } from '../../src/domain/list/facets.ts';
import { indexPolicies } from '../../src/domain/policy/validity.ts';
import { regionTree } from '../../src/domain/region/regions.ts';
import { makeEntry, makeMechanism, makePractice, vocabulary } from '../support/make-entries.ts';

const CONTEXT = { regions: regionTree(vocabulary.data.regions.items), policies: indexPolicies([]), asOf: '2026-11-28' };

const namesOf = (facets: ReturnType<typeof facetsOf>) =>
  facets.map(({ facet, values }) => [facet.key, values.map(({ value, entries }) => `${value} ${entries.length}`)]);

test('values stand with the most frequent first, then in the order of their pinyin', () => {
  const entries = [
    makePractice({ id: 'SJ-001', regions: ['zhejiang'], themes: ['选拔任用', '专业培训'] }),
    makePractice({ id: 'SJ-002', regions: ['ningbo', 'zhejiang'], themes: ['专业培训'] }),
    makePractice({ id: 'SJ-003', themes: ['考核评价'] }),
  ];
  expect(namesOf(facetsOf('practices', entries, CONTEXT))).toEqual([
    ['theme', ['专业培训 2', '考核评价 1', '选拔任用 1']],
    ['region', ['zhejiang 2', 'ningbo 1']],
  ]);
});

test('a value that says nothing stands last, however many have it', () => {
  const entries = [
    ...['RC-001', 'RC-002'].map((id) => makeEntry('tolerance', { id, outcome: '其他' })),
    makeEntry('tolerance', { id: 'RC-003', outcome: '免责' }),
  ];
  expect(namesOf(facetsOf('tolerance', entries, CONTEXT))).toContainEqual(['outcome', ['免责 1', '其他 2']]);
});

test('a facet with a single value is no way of sorting and is left out', () => {
  expect(
    facetsOf('practices', [makePractice({ level: ['省'] }), makePractice({ id: 'SJ-002', level: ['省'] })], CONTEXT).map(
      ({ facet }) => facet.key,
    ),
  ).not.toContain('level');
});

test('an entry counts once however often it names a value', () => {
  const facet = facetsOf('practices', [makePractice({ level: ['省', '省', '市'] })], CONTEXT).find((one) => one.facet.key === 'level');
  expect(facet?.values.map(({ value, entries }) => `${value} ${entries.length}`).toSorted()).toEqual(['市 1', '省 1'].toSorted());
});

test('mechanisms are sorted by family and standing, cases by type and outcome', () => {
  const mechanisms = [makeMechanism(), makeMechanism({ id: 'JZ-002', family: '库类', standing: '探索' })];
  expect(namesOf(facetsOf('mechanisms', mechanisms, CONTEXT)).map(([key]) => key)).toEqual(['family', 'standing']);
  const cases = [makeEntry('tolerance'), makeEntry('tolerance', { id: 'RC-002', type: '澄清正名', outcome: '澄清正名' })];
  expect(namesOf(facetsOf('tolerance', cases, CONTEXT)).map(([key]) => key)).toEqual(['type', 'outcome']);
});

test('sources are read one by one and not sorted', () => {
  expect(facetsOf('sources', [makeEntry('sources')], CONTEXT)).toEqual([]);
});
