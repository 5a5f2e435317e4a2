/** A place of which the library has nothing leads to what it lies in, and what is no place leads nowhere. */
import { expect, test } from 'vitest';
import { DIVISIONS } from '../../src/domain/region/divisions.ts';
import { placeAbove } from '../../src/search/words/place-above.ts';

const known = new Set([
  '北京市',
  '吉林省',
  '辽宁省',
  '江苏省',
  '泰州市',
  '泰兴市',
  '福建省',
  '福州市',
  '河南省',
  '湖北省',
  '甘肃省',
  '山西省',
]);
const above = (text: string) => placeAbove(text, DIVISIONS, (name) => known.has(name));

test.for([
  ['平谷区', '平谷区', ['北京市']],
  ['平谷', '平谷', ['北京市']],
  ['平谷区容错怎么认定', '平谷区', ['北京市']],
  ['恩施州 澄清', '恩施州', ['湖北省']],
  ['积石山容错', '积石山', ['甘肃省']],
  // The nearest that is known.
  ['靖江市', '靖江市', ['泰州市']],
  // Several are called so.
  ['朝阳', '朝阳', ['北京市', '辽宁省', '吉林省']],
  ['鼓楼区', '鼓楼区', ['江苏省', '福州市', '河南省']],
  ['福州鼓楼区', '鼓楼区', ['福州市']],
  ['城区', '城区', ['山西省']],
] as const)('%s', ([text, typed, places]) => {
  expect(above(text)).toEqual({ typed, above: places });
});

test.for(['泰兴市', '江苏省泰兴市', '老城区改造谁批', '市里让我签字', '西安区域的办法', '河南县区代企业编', '量子纠缠', '', '西宁市'])(
  'nothing is said of %s',
  (text) => {
    expect(above(text)).toBeUndefined();
  },
);

test('the counties of every province are there, each once in its city', () => {
  const counties = Object.values(DIVISIONS).flatMap((cities) =>
    Object.entries(cities).map(([city, names]) => ({ city, names: names.split(' ') })),
  );
  expect(Object.keys(DIVISIONS)).toHaveLength(31);
  for (const { names } of counties) expect(new Set(names).size).toBe(names.length);
  expect(counties.filter(({ city }) => city !== '')).toHaveLength(333);
});
