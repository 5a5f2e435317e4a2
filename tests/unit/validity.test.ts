import { describe, expect, test } from 'vitest';
import { fallSince } from '../../src/domain/entry/timeline.ts';
import { citationsOf } from '../../src/domain/entry/citations.ts';
import { cautionOf, changedBasisOf, indexPolicies, timelineOf, validityOn } from '../../src/domain/policy/validity.ts';
import { makeMeasure, makePolicy } from '../support/make-entries.ts';

const trial = makePolicy({ id: 'ZC-0001', dates: { issued: '2015-07' } });
const rule = makePolicy({ id: 'ZC-0002', dates: { issued: '2022-09-08' }, replaces: ['ZC-0001'] });
const entries = [trial, rule];

describe('a policy that a later one replaces', () => {
  test.each([
    ['2015-06-30', '尚未施行'],
    ['2015-07-15', '现行'],
    ['2022-09-07', '现行'],
    ['2022-09-08', '已被代替'],
    ['2030-01-01', '已被代替'],
  ])('on %s is %s', (day, state) => {
    expect(validityOn(trial, day, indexPolicies(entries)).state).toBe(state);
  });

  test('names what replaced it, and since when', () => {
    expect(validityOn(trial, '2026-11-22', indexPolicies(entries))).toMatchObject({ since: '2022-09-08', by: { data: { id: 'ZC-0002' } } });
  });

  test('has nothing after its end on its timeline', () => {
    const later = makePolicy({ id: 'ZC-0003', dates: { issued: '2024-01' }, amends: ['ZC-0001'] });
    expect(timelineOf(trial, indexPolicies([...entries, later])).map(({ state }) => state)).toEqual(['现行', '已被代替']);
  });
});

test.each([
  ['2015-06-30', '2015-07 起施行'],
  ['2015-07-15', ''],
  ['2026-11-22', '已被代替'],
])('a list says on %s of a rule that was replaced in 2022: %s', (day, caution) => {
  expect(cautionOf(trial, day, indexPolicies(entries))).toBe(caution);
});

test('a list says of a rule of which nobody knows that it holds that this is to be checked, and nothing of a speech', () => {
  const caution = (more: object) => cautionOf(makePolicy({ dates: { issued: '2019' }, ...more }), '2026-11-22', indexPolicies([]));
  expect(caution({ confidence: { 'dates.effectiveTo': '待核' } })).toBe('时效待核');
  expect(caution({ textSeen: '仅题名' })).toBe('时效待核');
  expect(caution({ documentKind: '讲话' })).toBe('');
  expect(caution({ documentKind: '征求意见稿' })).toBe('不是定稿');
});

describe('a policy of which little is known', () => {
  test('without a date is 待核', () => {
    expect(validityOn(makePolicy({ dates: {} }), '2026-11-22', indexPolicies([])).state).toBe('待核');
  });

  test('seen by its name only is 待核, even with a date', () => {
    const named = makePolicy({ dates: { issued: '2019' }, textSeen: '仅题名' });
    expect(validityOn(named, '2026-11-22', indexPolicies([named])).state).toBe('待核');
  });

  test('of which nobody knows whether it has ended is 待核 from its day on, and before it, or once replaced, what it is', () => {
    const unsure = makePolicy({ id: 'ZC-0001', dates: { effectiveFrom: '2017-06' }, confidence: { 'dates.effectiveTo': '待核' } });
    expect(validityOn(unsure, '2026-11-22', indexPolicies([unsure]))).toEqual({ state: '待核', since: '2017-06', isEndUnknown: true });
    expect(validityOn(unsure, '2016-11-22', indexPolicies([unsure])).state).toBe('尚未施行');
    expect(validityOn(unsure, '2026-11-22', indexPolicies([unsure, rule])).state).toBe('已被代替');
  });

  test('seen by its name only, but known to be replaced, says so', () => {
    const named = makePolicy({ id: 'ZC-0001', dates: { issued: '2019' }, textSeen: '仅题名' });
    expect(validityOn(named, '2026-11-22', indexPolicies([named, rule])).state).toBe('已被代替');
  });
});

test('a successor without any date still replaces, and no date is made up for it', () => {
  const undated = makePolicy({ id: 'ZC-0002', dates: {}, replaces: ['ZC-0001'] });
  expect(validityOn(trial, '2026-11-22', indexPolicies([trial, undated]))).toEqual({ state: '已被代替', by: undated });
});

test('a law that has been amended is in force as it reads from the day of that edition, and without one no older day is said', () => {
  const law = (from: string) => makePolicy({ dates: { effectiveFrom: '1999-01-01' }, edition: { name: '2019年修正', from } });
  expect(validityOn(law('2020-01-01'), '2026-11-22', indexPolicies([]))).toEqual({ state: '现行', since: '2020-01-01' });
  expect(validityOn(law('未载'), '2026-11-22', indexPolicies([]))).toEqual({ state: '现行', edition: '2019年修正' });
  const first = makePolicy({ dates: { issued: '1998-03' }, edition: { name: '1998年印发', from: '未载' } });
  expect(validityOn(first, '2026-11-22', indexPolicies([]))).toEqual({ state: '现行', since: '1998-03' });
});

test('news of a meeting and a speech are no rules, and nothing of them is in force', () => {
  const news = makePolicy({ documentKind: '会议消息', dates: { issued: '2026-07-22' } });
  expect(validityOn(news, '2026-11-22', indexPolicies([]))).toEqual({ state: '不适用' });
  expect(validityOn(makePolicy({ documentKind: '通知', dates: { issued: '2026-07-22' } }), '2026-11-22', indexPolicies([])).state).toBe(
    '现行',
  );
});

test('a policy with a last day ends on it', () => {
  const policy = makePolicy({ dates: { issued: '2020-01-01', effectiveTo: '2025-12-31' } });
  expect(validityOn(policy, '2025-12-30', indexPolicies([policy])).state).toBe('现行');
  expect(validityOn(policy, '2025-12-31', indexPolicies([policy])).state).toBe('已失效');
});

describe('an entry that rests on a replaced policy', () => {
  const basis = { basis: [{ id: 'ZC-0001', text: '来源点名这份规定。', cites: ['S3-¶26#2'] }] };

  test('is reported as not reviewed when it was last checked before the change', () => {
    const measure = makeMeasure({ ...basis, checked: { date: '2020-01-01', against: '原文' } });
    expect(changedBasisOf(measure, citationsOf(measure), { asOf: '2026-11-22', policies: indexPolicies(entries) })).toMatchObject([
      { isReviewed: false, validity: { state: '已被代替' } },
    ]);
  });

  test('is reported as reviewed when it was checked after the change', () => {
    const measure = makeMeasure(basis);
    expect(changedBasisOf(measure, citationsOf(measure), { asOf: '2026-11-22', policies: indexPolicies(entries) })).toMatchObject([
      { isReviewed: true },
    ]);
  });

  test('is not reported before the change', () => {
    const measure = makeMeasure(basis);
    expect(changedBasisOf(measure, citationsOf(measure), { asOf: '2021-01-01', policies: indexPolicies(entries) })).toEqual([]);
  });

  test('is found through a citation of a clause as well', () => {
    const measure = makeMeasure({ actions: [{ text: '依第五条办理。', cites: ['ZC-0001#art-5'] }] });
    expect(changedBasisOf(measure, citationsOf(measure), { asOf: '2026-11-22', policies: indexPolicies(entries) })).toHaveLength(1);
  });
});

describe('on a day after that of the content', () => {
  const timeline = timelineOf(trial, indexPolicies(entries)).map(({ from, state }) => [from, state] as const);

  test('a policy that has passed its replacement falls', () => {
    expect(fallSince(timeline, '2022-09-07', '2022-09-08')).toEqual(['2022-09-08', '已被代替']);
    expect(fallSince(timeline, '2022-09-07', '2031-05-01')).toEqual(['2022-09-08', '已被代替']);
  });

  test('nothing else is concluded: no fall before its day, none that the build has told, no rise into force', () => {
    expect(fallSince(timeline, '2022-09-06', '2022-09-07')).toBeUndefined();
    expect(fallSince(timeline, '2022-09-08', '2031-05-01')).toBeUndefined();
    expect(fallSince([['2027-01-01', '现行']], '2026-11-28', '2031-05-01')).toBeUndefined();
  });
});
