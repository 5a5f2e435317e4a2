/** The quick reader of fields gives what the reader with positions gives, or nothing. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPlainYaml } from '../../src/store/plain-yaml.ts';
import { readClosely } from '../../src/store/yaml-document.ts';

describe('text that only the reader with positions can judge is left to it', () => {
  test.each([
    ['an alias', 'actor: **市'],
    ['an alias in a list', 'regions: [*a]'],
    ['an anchor', 'actor: &a 市'],
    ['a tag', 'actor: !a 市'],
    ['a merge key', '<<: {a: 1}'],
    ['a day without quotation marks', 'updated: 2026-11-22'],
    ['a day in a list', 'days:\n  - 2026-1-2'],
    ['a moment', 'updated: 2026-11-22 10:00'],
    ['a number in base sixteen', 'value: 0x1F'],
    ['a number with a plus', 'value: +5'],
    ['a number with leading zeros', 'id: 007'],
    ['a number with an exponent', 'value: 1e3'],
    ['infinity', 'value: -.inf'],
    ['a list joined by a full-width comma', 'aliases: [甲，乙]'],
    ['a list over two lines joined by a full-width comma', 'aliases: [甲,\n  乙，丙]'],
    ['a list of words joined by 、', 'keywords:\n  - 甲、乙'],
    ['Chinese text over several lines', 'a: >\n  甲\n  乙'],
    ['a tab', 'a:\t1'],
    ['a second document', 'a: 1\n---\nb: 2'],
    ['a key that is a list', '? [a]\n: 1'],
    ['a key that is nothing', 'null: 1'],
    ['a key that stands twice', 'a: 1\na: 2'],
    ['an open quotation mark', 'a: "b'],
  ])('%s', (_, text) => {
    expect(readPlainYaml(text)).toBeUndefined();
  });
});

test.each([
  ['numbers as everyone writes them', 'a: 35000\nb: -3.5\nc: [0, 10]', { a: 35000, b: -3.5, c: [0, 10] }],
  ['numbers in text', 'a: 2016年\nb: 51个案例\nc: 3—5日', { a: '2016年', b: '51个案例', c: '3—5日' }],
  ['words that other dialects take for truth', 'a: yes\nb: off\nc: true\nd: ~', { a: 'yes', b: 'off', c: true, d: null }],
  ['text over several lines', 'a: >\n  one\n  two\nb: |\n  three\n', { a: 'one two\n', b: 'three\n' }],
  ['days in quotation marks', 'a: "2026-11-22"', { a: '2026-11-22' }],
  ['months', 'a: 2016-03\nb: [2016-12]', { a: '2016-03', b: ['2016-12'] }],
])('reads %s', (_, text, data) => {
  expect(readPlainYaml(text)).toEqual(data);
  expect(readClosely(text, 1)).toMatchObject({ data, problems: [] });
});

// By day every fifth; `ALL_PAIRS=1` asks for all of them, as the nightly tests do.
test('files of the content are read alike by both', () => {
  const files = globSync('content/**/*.{mdx,yaml}')
    .sort()
    .filter((_, index) => process.env['ALL_PAIRS'] || index % 5 === 0);
  const plain = files.flatMap((path) => {
    const text = readFileSync(path, 'utf8');
    const fields = path.endsWith('.mdx') ? (text.split(/^---\n/mu)[1] ?? '') : text;
    const data = readPlainYaml(fields);
    return data === undefined ? [] : [{ path, data, closely: readClosely(fields, 1) }];
  });
  for (const { path, data, closely } of plain) {
    expect(closely.data, path).toEqual(data);
    expect([...closely.problems, ...closely.bareDays, ...closely.joinedItems], path).toEqual([]);
  }
  expect(plain.length / files.length).toBeGreaterThan(0.9);
});
