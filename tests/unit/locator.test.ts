import { describe, expect, test } from 'vitest';
import { formatLocator, paragraphAnchor, parseLocator, sentencesOf } from '../../src/domain/entry/locator.ts';

describe('a locator', () => {
  test.for([
    ['S3-¶26#2', { source: 'S3', paragraph: 26, first: 2, last: 2 }],
    ['S3-¶26#2-3', { source: 'S3', paragraph: 26, first: 2, last: 3 }],
    ['S0-¶7#11', { source: 'S0', paragraph: 7, first: 11, last: 11 }],
    ['S10-¶112#3', { source: 'S10', paragraph: 112, first: 3, last: 3 }],
    ['S1-¶03#2-2', { source: 'S1', paragraph: 3, first: 2, last: 2 }],
  ] as const)('%s is read', ([written, locator]) => {
    expect(parseLocator(written)).toEqual(locator);
  });

  test.for([
    '',
    'S3',
    'S3-¶26',
    'S3-26#2',
    'S3-¶26#',
    'S3-¶26#3-2',
    ' S3-¶26#2',
    'S3-¶26#2 ',
    's3-¶26#2',
    'S03-¶26#2',
    'S3-¶26#1234',
    'ZC-0001',
    'S3-¶26#2，3',
  ])('“%s” is none', (written) => {
    expect(parseLocator(written)).toBeUndefined();
  });

  test.for([
    ['S0-¶7#11', 'S0-¶07#11'],
    ['S3-¶26#2-2', 'S3-¶26#2'],
    ['S3-¶126#2-4', 'S3-¶126#2-4'],
  ])('%s has one written form, %s', ([written, form]) => {
    expect(formatLocator(read(written))).toBe(form);
  });

  test('of several sentences names each of them', () => {
    expect(sentencesOf(read('S3-¶26#2-4'))).toEqual(['S3-¶26#2', 'S3-¶26#3', 'S3-¶26#4']);
  });

  test('of one sentence names that one', () => {
    expect(sentencesOf(read('S3-¶5#1'))).toEqual(['S3-¶05#1']);
  });
});

test('a paragraph keeps its anchor whatever its number of digits', () => {
  expect([0, 7, 26, 126].map(paragraphAnchor)).toEqual(['p00', 'p07', 'p26', 'p126']);
});

function read(written: string | undefined) {
  const locator = parseLocator(written ?? '');
  if (!locator) throw new Error(`${written ?? ''} is no locator`);
  return locator;
}
