import { expect, test } from 'vitest';
import { policyYears } from '../../src/views/policies.ts';
import { makePolicy, makeSite } from '../support/make-entries.ts';

test('the years of policies leave out what was retired', () => {
  const retired = { date: '2026-11-28', reason: '重复。' };
  const site = makeSite(makePolicy({ id: 'ZC-0001' }), makePolicy({ id: 'ZC-0002', status: '退出', retired }));
  const { count, drawing, years } = policyYears(site);
  expect(count).toBe(1);
  expect(drawing.dots.map(({ policy }) => policy.id)).toEqual(['ZC-0001']);
  expect(years.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(['ZC-0001']);
});
