import { expect, test } from 'vitest';
import { patience } from '../support/patience.ts';

test.each([
  ['alone', 0.3, 2, 1],
  ['with as much to do as it can', 2, 2, 1],
  ['with six times as much', 12, 2, 6],
  ['with more than anybody waits for', 90, 2, 8],
])('on a machine %s', (_, load, processors, times) => {
  expect(patience(load, processors)).toBe(times);
});
