import { describe, expect, test } from 'vitest';
import { byMonth, changesOf, tellCounts, UNEXPLAINED } from '../../src/domain/entry/changes.ts';
import { makePractice } from '../support/make-entries.ts';

const told = (...entries: Parameters<typeof changesOf>[0][number][]) =>
  changesOf(entries).map(({ date, kind, entry, what }) => [date, kind, entry.data.id, what].join(' ').trim());

describe('the changes of an entry', () => {
  test('are its publication, each change with its sentence, and its retirement with the reason and what replaced it', () => {
    const entry = makePractice({
      published: '2026-01-05',
      updated: '2026-03-02',
      changes: [
        { date: '2026-02-01', what: '补上文号。' },
        { date: '2026-03-02', what: '改正时间。' },
      ],
      status: '退出',
      retired: { date: '2026-04-01', reason: '并入另一条。', replacedBy: 'SJ-002' },
    });
    expect(told(entry)).toEqual([
      '2026-04-01 退出 SJ-001 并入另一条。见 SJ-002。',
      '2026-03-02 修改 SJ-001 改正时间。',
      '2026-02-01 修改 SJ-001 补上文号。',
      '2026-01-05 新增 SJ-001',
    ]);
  });

  test('say so when the author has not said what was changed', () => {
    expect(told(makePractice({ published: '2026-01-05', updated: '2026-02-01' }))).toEqual([
      `2026-02-01 修改 SJ-001 ${UNEXPLAINED}`,
      '2026-01-05 新增 SJ-001',
    ]);
  });

  test('do not count the day of publication, or of retirement, as a change', () => {
    expect(told(makePractice({ published: '2026-01-05', updated: '2026-01-05' }))).toEqual(['2026-01-05 新增 SJ-001']);
    const retired = { status: '退出', retired: { date: '2026-02-01', reason: '并入另一条。' } };
    expect(told(makePractice({ published: '2026-01-05', updated: '2026-02-01', ...retired }))).toHaveLength(2);
  });
});

describe('the changes of all entries', () => {
  const first = makePractice({
    id: 'SJ-001',
    published: '2026-11-20',
    updated: '2026-12-01',
    changes: [{ date: '2026-12-01', what: '补上文号。' }],
  });
  const second = makePractice({ id: 'SJ-002', published: '2026-11-20', updated: '2026-11-20' });

  test('are ordered by day, the newest first, and on one day by number', () => {
    expect(told(second, first)).toEqual(['2026-12-01 修改 SJ-001 补上文号。', '2026-11-20 新增 SJ-001', '2026-11-20 新增 SJ-002']);
  });

  test('are told by month in words, without the kinds of which there is none', () => {
    const months = byMonth(changesOf([first, second]));
    expect(months.map((month) => [month.month, tellCounts(month)])).toEqual([
      ['2026-12', '修改 1 条。'],
      ['2026-11', '新增 2 条。'],
    ]);
  });
});
