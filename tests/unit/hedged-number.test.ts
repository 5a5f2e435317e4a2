import { expect, test } from 'vitest';
import { LEADING_QUALIFIERS, QUALIFIERS, readHedged } from '../../src/schema/hedged-number.ts';

test.each([
  ['约90', 90, '90', '约'],
  ['３.５万余人', 35_000, '3.5万', '余'],
  ['超过1,600名', 1600, '1,600', '超'],
  ['不超过 2 亿元', 200_000_000, '2亿', '不超过'],
  ['1200', 1200, '1200', undefined],
])('%s', (text, value, written, qualifier) => {
  expect(readHedged(text)).toMatchObject({ value, written, qualifier });
});

test('every word that hedges is read where it stands', () => {
  for (const word of QUALIFIERS) expect(readHedged(LEADING_QUALIFIERS.has(word) ? `${word}30` : `30${word}`)?.qualifier, word).toBe(word);
});

test('a text that begins with no number has none', () => {
  expect(readHedged('两百起')).toBeUndefined();
});
