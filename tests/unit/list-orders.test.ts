import { expect, test } from 'vitest';
import { filterPanel } from '../../src/views/desk.ts';
import { makePractice, makeSite } from '../support/make-entries.ts';

const ordersOf = (...days: string[]) => {
  const entries = days.map((updated, index) => makePractice({ id: `SJ-00${index + 1}`, updated }));
  return filterPanel(makeSite(...entries), 'practices').sorts.flatMap(({ sort, isIdle }) => (isIdle ? [] : [sort]));
};

test('a list is offered in the order of its changes where they are of several days', () => {
  expect(ordersOf('2026-11-22', '2026-11-28')).toContain('date');
  expect(ordersOf('2026-11-28', '2026-11-28')).not.toContain('date');
});
