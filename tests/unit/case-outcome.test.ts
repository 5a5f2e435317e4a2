import { expect, test } from 'vitest';
import { outcomeInList } from '../../src/domain/case/case-outcome.ts';

test.each([
  ['a kind by its name', { outcome: '免予处分', outcomeWords: '免予党纪处分' }, '免予处分'],
  ['what no kind holds by the words of the source', { outcome: '其他', outcomeWords: '党内警告' }, '“党内警告”'],
  ['what has neither by where it is told', { outcome: '其他' }, '其他（见正文）'],
])('a list tells %s', (_, data, told) => {
  expect(outcomeInList(data)).toBe(told);
});
