import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  joinNumber,
  splitNumber,
  CITE,
  citedNumber,
  collectionOf,
  compareNumbers,
  describeNumber,
  formatNumber,
  isEntryNumber,
  isPublicSource,
  meantNumber,
  mentionsIn,
  nextNumber,
  numberPattern,
} from '../../src/schema/number.ts';

describe('a permanent number', () => {
  test.for([
    ['S0', 'sources'],
    ['S3', 'sources'],
    ['S10', 'sources'],
    ['SJ-008', 'practices'],
    ['SJ-1000', 'practices'],
    ['SY-001', 'terms'],
    ['ZC-0001', 'policies'],
    ['ZC-10000', 'policies'],
    ['ZD-01', 'tensions'],
    ['ZD-100', 'tensions'],
    ['WT-05', 'problems'],
    ['RC-001', 'tolerance'],
    ['RC-999', 'tolerance'],
    ['RC-1000', 'tolerance'],
    ['RC-123456', 'tolerance'],
  ])('%s names its collection, %s', ([number, collection]) => {
    expect(isEntryNumber(number ?? '')).toBe(true);
    expect(collectionOf(number ?? '')).toBe(collection);
  });

  test.for(
    ['', 'S', 'S03', 'SJ-8', 'SJ-0008', 'RC-0014', 'RC-01000', 'ZC-00001', 'sj-008', 'SJ-008 ', 'SJ008', 'GK-0001', 'XX-001'].concat(
      `RC-${'1'.repeat(10)}`,
    ),
  )('“%s” is none', (text) => {
    expect(isEntryNumber(text)).toBe(false);
    expect(collectionOf(text)).toBeUndefined();
  });

  test.for([
    ['S9', 'S10'],
    ['RC-008', 'RC-009'],
    ['RC-999', 'RC-1000'],
    ['WT-99', 'WT-100'],
    ['ZC-9999', 'ZC-10000'],
  ])('%s is followed by %s, which sorts after it', ([number = '', next = '']) => {
    expect(nextNumber(number)).toBe(next);
    expect(isEntryNumber(next)).toBe(true);
    expect(compareNumbers(number, next)).toBeLessThan(0);
    expect(compareNumbers(next, number)).toBeGreaterThan(0);
    expect(compareNumbers(next, next)).toBe(0);
  });

  test('is made from a count, and its shape is told in a sentence', () => {
    expect([formatNumber('tolerance', 14), formatNumber('tolerance', 1000), formatNumber('sources', 10)]).toEqual([
      'RC-014',
      'RC-1000',
      'S10',
    ]);
    expect([describeNumber('tolerance'), describeNumber('sources')]).toEqual([
      'RC- 加三位数字，如 RC-001；RC-999 之后是 RC-1000',
      'S 加一位数字，如 S1；S9 之后是 S10',
    ]);
  });
});

test('numbers and citations sort by what their digits count, collections by their letters', () => {
  const inOrder = ['GK-0001', 'RC-099', 'RC-999', 'RC-1000', 'RC-1001', 'RC-10000', 'S2', 'S9', 'S10', 'SJ-001', 'ZC-0002', 'ZC-10000'];
  expect([...inOrder].reverse().sort(compareNumbers)).toEqual(inOrder);
  const cites = ['S3-¶05#2', 'S3-¶05#2-3', 'S3-¶05#10', 'S3-¶26#1', 'S3-¶126#1', 'S10-¶01#1', 'ZC-0006#clause-2', 'ZC-0006#clause-10'];
  expect([...cites].reverse().sort(compareNumbers)).toEqual(cites);
});

describe('a public source and a chain', () => {
  test.for(['GK-0001', 'GK-9999', 'GK-10000'])('%s is a public source', (text) => expect(isPublicSource(text)).toBe(true));
  test.for(['GK-001', 'GK-00001', 'ZC-0001', 'GK'])('%s is none', (text) => expect(isPublicSource(text)).toBe(false));
  test.for(['L01', 'L99', 'L100'])('%s is a chain', (text) => expect(text).toMatch(numberPattern('chains')));
  test.for(['L1', 'L001'])('%s is none', (text) => expect(text).not.toMatch(numberPattern('chains')));
});

test.for([
  ['rc-1000', 'RC-1000'],
  ['RC1000', 'RC-1000'],
  [' ＲＣ—０１４ ', 'RC-014'],
  ['RC-0014', 'RC-014'],
  ['RC-14', 'RC-014'],
  ['s10', 'S10'],
  ['S03', 'S3'],
  ['gk12', 'GK-0012'],
])('who types “%s” means %s', ([typed = '', number]) => {
  expect(meantNumber(typed)).toBe(number);
});

test.for(['', 'RC', '1000', 'ATA12', 'RC-1000号', '容错14', 'RC 14 15'])('who types “%s” means no number', (typed) => {
  expect(meantNumber(typed)).toBeUndefined();
});

test('a text mentions entries with any number of digits, and no part of another word', () => {
  expect(mentionsIn('见 RC-1000、SJ-008和ZC-0006#clause-2（RC-14），不是 GK-0001、S3-¶26#2、XRC-001、A-RC-001。')).toEqual([
    'RC-1000',
    'SJ-008',
    'ZC-0006',
    'RC-14',
  ]);
});

describe('a citation', () => {
  test.for([
    ['S3-¶26#2', 'S3'],
    ['S10-¶12#3', 'S10'],
    ['S10-¶112#3-4', 'S10'],
    ['ZC-0006', 'ZC-0006'],
    ['ZC-10000#clause-2', 'ZC-10000'],
    ['GK-0001', 'GK-0001'],
    ['GK-10000', 'GK-10000'],
  ])('%s names %s', ([cite = '', number]) => {
    expect(cite).toMatch(CITE);
    expect(citedNumber(cite)).toBe(number);
  });

  test.for(['', 'S3', 'S03-¶26#2', 'S3-26#2', 'RC-001', 'GK-00001', 'GK-0001#a', 'ZC-006', 'ZC-0006#', 'S3-¶26#1234'])(
    '“%s” is none',
    (cite) => {
      expect(cite).not.toMatch(CITE);
      expect(citedNumber(cite)).toBeUndefined();
    },
  );
});

/** What a shape typed again looks like: letters of a kind before digits, numbers put in order or cut apart as text. */
const TYPED_AGAIN = [
  /(?:\b(?:S|ZC|WT|YY|CS|JZ|SJ|RC|KC|SY|ZD|GK|L)\)?-?|¶)\)*(?:\\d|\[0-9\]|\$\{)/u,
  /\[A-Z\][^\]'"`]*-\??(?:\\d|\[0-9\])/u,
  /['"`](?:ZC|WT|YY|CS|JZ|SJ|RC|KC|SY|ZD|GK)-?['"`]/u,
  /\bid\.(?:localeCompare|slice|split|startsWith)\(/u,
  /\bid (?:<|>) \w+\.(?:data\.)?id\b/u,
  /\bcite\.(?:localeCompare|slice|startsWith\(['"`][A-Z])/u,
];

describe('the shape of numbers is known in one place', () => {
  test.for([
    String.raw`/^S\d-¶\d{1,3}#\d{1,3}$/u`,
    String.raw`/^[A-Z]{2}-\d{2,4}$/u`,
    String.raw`/^[A-Z]+-?\d+$/u`,
    String.raw`/^GK-\d{4}$/u`,
    String.raw`/(?:ZC-\d{4}|(?:WT|YY|KC|ZD)-\d{2})/u`,
    String.raw`/^(?:RC|SJ)-\d+/u`,
    "id.startsWith('GK-')",
    "a.data.id.localeCompare(b.data.id, 'en')",
    '(a.id < b.id ? -1 : 1)',
    'stanceOf(cite.slice(0, 2))',
    "name.id.split('-')",
    '`RC-${String(index)}`',
  ])('which %s would be typed again', (line) => {
    expect(TYPED_AGAIN.some((shape) => shape.test(line))).toBe(true);
  });

  test('and in no other file', () => {
    const root = join(import.meta.dirname, '../..');
    const found = globSync('src/**/*.{ts,astro}', { cwd: root })
      .filter((path) => !path.endsWith(join('schema', 'number.ts')))
      .flatMap((path) =>
        readFileSync(join(root, path), 'utf8')
          .split('\n')
          .flatMap((line, index) => (TYPED_AGAIN.some((shape) => shape.test(line)) ? [`${path}:${index + 1} ${line.trim()}`] : [])),
      );
    expect(found).toEqual([]);
  });
});

test.each(['RC-001', 'RC-1000', 'S3', 'KC', '青川:RC-014', 'gd-13440000455861798U0000000044986', 'gd-11440000006939756991440101007000'])(
  '%s is the same after it has been taken apart and joined',
  (number) => {
    expect(joinNumber(splitNumber(number))).toBe(number);
  },
);
