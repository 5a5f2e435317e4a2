import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compareRead } from '../../src/domain/chinese/compare-read.ts';
import { readingsOf } from '../../src/domain/chinese/readings.ts';

const REGIONS = new URL('../../content/vocab/regions.yaml', import.meta.url);
const SOURCES = new URL('../../src', import.meta.url).pathname;

/** Whether a text is read before another, syllable by syllable without tones; `undefined` when the first that differ sound alike. */
function isReadBefore(a: string, b: string): boolean | undefined {
  const [first, second] = [readingsOf(a), readingsOf(b)];
  const at = [...a].findIndex((character, index) => character !== [...b][index]);
  const [one, other] = [first[at], second[at]];
  return one === undefined || other === undefined || one === other ? undefined : one < other;
}

test.each([
  ['长沙', '成都', '漳州'],
  ['长春', '常州', '郑州'],
  ['北京', '重庆', '郑州'],
  ['石家庄', '厦门', '徐州'],
  ['保山', '蚌埠', '毕节'],
  ['柳州', '六安', '洛阳'],
  ['绍兴', '台州', '唐山'],
])('%s, %s, %s are in the order of their readings, whatever ICU reads', (...names) => {
  expect([...names].reverse().sort(compareRead)).toEqual(names);
});

test('every place of the library stands where a reader looks for it by its sound', () => {
  const written = readFileSync(REGIONS, 'utf8').matchAll(/\b(?:name|short): "?(\p{Script=Han}+)/gu);
  const names = [...new Set([...written].map(([, name = '']) => name))];
  const sorted = [...names].sort(compareRead);
  const wrong = sorted.flatMap((name, index) => {
    const before = sorted[index - 1];
    return before !== undefined && isReadBefore(name, before) === true ? [`${before} stands before ${name}`] : [];
  });
  expect(names.length).toBeGreaterThan(300);
  expect(wrong).toEqual([]);
});

test('numbers are compared by their value, and texts that sound alike are never taken for one', () => {
  expect(['第10条', '第9条', '长沙', '常沙'].sort(compareRead)).toEqual(['常沙', '长沙', '第9条', '第10条']);
});

test('nothing else in the site orders Chinese by what ICU reads', () => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:ts|astro)$/u.test(name));
  const having = (words: RegExp) => files.filter((name) => words.test(readFileSync(join(SOURCES, name), 'utf8')));
  expect(having(/localeCompare\([^)]*'zh|Collator\('zh/u)).toEqual([join('domain', 'chinese', 'compare-sounds.ts')]);
  // Values that are no places, on a page where every kilobyte is waited for.
  expect(having(/import .*compare-sounds\.ts'/u).sort()).toEqual([
    join('domain', 'chinese', 'compare-read.ts'),
    join('search', 'query', 'facets.ts'),
  ]);
});
