import { describe, expect, test } from 'vitest';
import { checksByDay, reviewsOf } from '../../src/domain/entry/freshness.ts';
import type { PublicSource } from '../../src/schema/vocabulary.ts';
import { makePolicy, makePractice, makeSite } from '../support/make-entries.ts';

const checked = (date: string) => ({ checked: { date, against: '来源文献原文逐句' } });
const source = (id: string, url?: string): PublicSource => ({
  id,
  title: '播发稿',
  publisher: '央视网',
  date: '2018-05-20',
  url,
  seen: '全文',
});
const SOURCES = [source('GK-0001', 'https://tv.cctv.com/1.shtml'), source('GK-0002')];

describe('the next review of an entry', () => {
  test.for([
    [{ reviewDue: '2027-02-24', ...checked('2026-11-22') }, '2027-02-24', '编者定的复核日期'],
    [checked('2026-11-22'), '2027-11-22', '满一年没有核对'],
    [checked('2024-02-29'), '2025-03-01', '满一年没有核对'],
  ] as const)('%j is on %s', ([fields, due, why]) => {
    expect(reviewsOf(makeSite(makePractice(fields)), '2026-11-28')).toMatchObject([{ due, why }]);
  });

  test('is the day on which what it rests on has changed', () => {
    const old = makePolicy({ id: 'ZC-0014', title: '旧规定', dates: { issued: '2015' } });
    const next = makePolicy({ id: 'ZC-0016', dates: { effectiveFrom: '2022-09-08' }, replaces: ['ZC-0014'] });
    const basis = [{ id: 'ZC-0014', text: '来源点名。', cites: ['S3-¶26#2'] }];
    const [first] = reviewsOf(makeSite(makePractice({ basis, ...checked('2020-01-01') }), old, next), '2026-11-28');
    expect(first).toMatchObject({ due: '2022-09-08', why: '依据《旧规定》已被代替，还没有重新核对' });
  });

  test('stands before later ones; a retired entry has none', () => {
    const retired = { status: '退出', retired: { date: '2026-11-01', reason: '并入另一条。' } };
    const entries = [
      makePractice({ id: 'SJ-001', ...checked('2026-11-28') }),
      makePractice({ id: 'SJ-002', ...checked('2026-11-22') }),
      makePractice({ id: 'SJ-003', ...retired }),
    ];
    expect(reviewsOf(makeSite(...entries), '2026-11-28').map(({ entry }) => entry.data.id)).toEqual(['SJ-002', 'SJ-001']);
  });
});

test('only addresses that the library holds are named, each once', () => {
  const policy = makePolicy({
    cites: ['GK-0001', 'GK-0002'],
    readAt: [
      { publisher: '中央纪委国家监委网站', note: '全文。', url: 'https://www.ccdi.gov.cn/1.html' },
      { publisher: '公开法规文本（转录）', note: '全文。' },
      { publisher: '央视网', note: '播发稿。', url: 'https://tv.cctv.com/1.shtml' },
    ],
  });
  const [review] = reviewsOf({ ...makeSite(policy), publicSources: new Map(SOURCES.map((one) => [one.id, one])) }, '2026-11-28');
  expect(review?.places.map(({ url }) => url)).toEqual(['https://www.ccdi.gov.cn/1.html', 'https://tv.cctv.com/1.shtml']);
  expect(review?.publishers).toEqual(['中央纪委国家监委网站', '央视网']);
});

test('checks are gathered by day, the latest first', () => {
  const days = checksByDay([makePractice(checked('2026-11-22')), makePractice(checked('2026-11-28')), makePractice(checked('2026-11-22'))]);
  expect(days.map(({ day, entries }) => [day, entries.length])).toEqual([
    ['2026-11-28', 1],
    ['2026-11-22', 2],
  ]);
});
