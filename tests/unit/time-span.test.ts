import { expect, test } from 'vitest';
import { monthOf, spanOf } from '../../src/domain/chinese/time-span.ts';

test.for([
  ['2018', '2018-01', '2018-12'],
  ['2018—2019', '2018-01', '2019-12'],
  ['2011—2014年行为，2017年7月通报', '2011-01', '2017-07'],
  ['2022年11月—2025年6月', '2022-11', '2025-06'],
  ['2018年以来（报道于2021年8月）', '2018-01', '2021-08'],
  ['2023年行为，2025年7月1日通报', '2023-01', '2025-07'],
  ['定期开展；数字为2021年', '2021-01', '2021-12'],
  ['2018-05', '2018-05', '2018-05'],
  ['2026年3月至6月', '2026-03', '2026-06'],
  ['2023年4月中旬至6月8日', '2023-04', '2023-06'],
  ['2018年3—5月', '2018-03', '2018-05'],
  ['2018年10月至3月', '2018-10', '2019-03'],
  ['2018年5月20日—21日', '2018-05', '2018-05'],
] as const)('%s is from %s to %s', ([text, first, last]) => {
  expect(spanOf(text)).toEqual({ first, last });
});

test.for(['2018年以来', '2018年起', '自2020年3月以来'])('%s has no end', (text) => {
  expect(spanOf(text)?.last).toBeUndefined();
});

test.for(['未载', '今年以来（公历年未载）', '党的十八大以来'])('%s names no year', (text) => {
  expect(spanOf(text)).toBeUndefined();
});

test('a date that is a year counts from its first month, an unknown one from none', () => {
  expect(['2018', '2018-10', '2018-10-01', '未载'].map(monthOf)).toEqual(['2018-01', '2018-10', '2018-10', undefined]);
});
