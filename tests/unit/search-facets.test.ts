import { describe, expect, test } from 'vitest';
import { addDetails, readDetails } from '../../src/search/query/detail-facets.ts';
import {
  asksDetails,
  chooseSpan,
  countFacet,
  facetValueName,
  isSelected,
  NO_SELECTION,
  toggleFacet,
} from '../../src/search/query/facets.ts';
import type { FacetedCard } from '../../src/search/query/facets.ts';
import { readPlace } from '../../src/search/view/result-place.ts';
import { readSearchAddress, writeSearchAddress } from '../../src/search/query/search-address.ts';
import { compareRead } from '../../src/domain/chinese/compare-read.ts';
import { growBranches, isPlaceTyped, soundOf } from '../../src/domain/region/region-branches.ts';

const card = (id: string, years: string[]): FacetedCard =>
  ({ id, collection: 'tolerance', natures: [], facts: { years } }) as unknown as FacetedCard;

const CARDS = [card('RC-001', ['2019', '2023']), card('RC-002', ['2016']), card('ZC-0001', [])];

describe('years from one to another', () => {
  const chosen = (from: string, to: string) => chooseSpan(NO_SELECTION, { from, to });
  const idsIn = (from: string, to: string) => CARDS.filter((one) => isSelected(one, chosen(from, to))).map(({ id }) => id);

  test('take every entry with a year between them, ends included', () => {
    expect(idsIn('2016', '2018')).toEqual(['RC-002']);
    expect(idsIn('2019', '')).toEqual(['RC-001']);
    expect(idsIn('', '2016')).toEqual(['RC-002']);
  });

  test('are put in order, and replace the span before', () => {
    expect(chooseSpan(chosen('2010', '2012'), { from: '2023', to: '2016' }).year).toEqual(['2016-2023']);
    expect(chooseSpan(chosen('2010', '2012'), { from: '', to: '' }).year).toEqual([]);
  });

  test('are counted and named like a value, and stand in the address', () => {
    expect(countFacet(CARDS, 'year', chosen('2016', '2023')).find(({ value }) => value === '2016-2023')?.count).toBe(2);
    expect(facetValueName('year', '2016-2023', {})).toBe('2016—2023年');
    expect(facetValueName('year', '2016-', {})).toBe('2016年及以后');
    const state = { ...readSearchAddress('?q=容错'), selection: chosen('2016', '') };
    expect(readSearchAddress(writeSearchAddress(state)).selection.year).toEqual(['2016-']);
  });
});

test('a source document is called by its name, and one of a unit that has none here by its unit', () => {
  const names = { S1: '某市做法', '青川:S1': '青川：某县材料' };
  expect(facetValueName('source', 'S1', names)).toBe('某市做法');
  expect(facetValueName('source', '青川:S1', names)).toBe('青川：某县材料');
  expect(facetValueName('source', '北川:S1', names)).toBe('北川的来源文献 S1');
});

test('values of equal count stand in the order of their sound, and places as they are read once that is known', () => {
  const places = ['重庆市', '长沙市', '成都市', '北京市'];
  const cards = places.map((place, at) => ({ ...card(`SJ-00${at}`, []), facts: { regions: [place] } }));
  expect(countFacet(cards, 'region', NO_SELECTION, compareRead).map(({ value }) => value)).toEqual([
    '北京市',
    '长沙市',
    '成都市',
    '重庆市',
  ]);
  const numbers = ['10人', '9人'].map((source, at) => ({ ...card(`SJ-10${at}`, []), facts: { sources: [source] } }));
  expect(countFacet(numbers, 'source', NO_SELECTION).map(({ value }) => value)).toEqual(['9人', '10人']);
});

describe('what only some kinds of entries have', () => {
  const details = readDetails({
    outcome: { 免责: ['RC-001'], 减责: ['RC-002'] },
    field: { 重点项目: ['RC-001'], 土地: ['RC-001'] },
  } as never);

  test('narrows once the cards know it', () => {
    const selection = toggleFacet(NO_SELECTION, 'outcome', '免责', true);
    expect(asksDetails(selection)).toBe(true);
    expect(
      addDetails(CARDS, details)
        .filter((one) => isSelected(one, selection))
        .map(({ id }) => id),
    ).toEqual(['RC-001']);
    expect(countFacet(addDetails(CARDS, details), 'field', NO_SELECTION).map(({ value, count }) => `${value} ${count}`)).toEqual([
      '土地 1',
      '重点项目 1',
    ]);
  });

  test('stands in the address beside the other filters', () => {
    expect(readSearchAddress('?type=容错&outcome=免责').selection).toMatchObject({ type: ['容错'], outcome: ['免责'] });
  });
});

describe('places as a tree', () => {
  const parents: Record<string, string> = { 镇海区: '宁波市', 宁波市: '浙江省', 浙江省: '中国', 甲: '甲' };
  const shape = (names: string[]) =>
    JSON.stringify(
      growBranches(
        names,
        (name) => name,
        (name) => parents[name],
      ).map(tell),
    );
  const tell = ({ item, branches }: { item: string; branches: unknown[] }): unknown => [item, ...(branches as never[]).map(tell)];

  test('hang below the nearest place that is listed', () => {
    expect(shape(['浙江省', '宁波市', '镇海区'])).toBe('[["浙江省",["宁波市",["镇海区"]]]]');
    expect(shape(['浙江省', '镇海区'])).toBe('[["浙江省",["镇海区"]]]');
    expect(shape(['宁波市', '甲'])).toBe('[["宁波市"],["甲"]]');
  });

  test('are found by a part of the name, or by how it begins to sound', () => {
    const ningbo = { name: '宁波市', sound: soundOf('ningbo') };
    expect(['宁', '波', 'ning', "ning'bo", 'NING'].map((typed) => isPlaceTyped(ningbo, typed))).toEqual([true, true, true, true, true]);
    expect(isPlaceTyped(ningbo, 'bo')).toBe(false);
    expect(soundOf('s1-m02')).toBe('');
    expect(soundOf('suzhou-jiangsu')).toBe('suzhou');
  });
});

test.each([null, 'x', { shown: 3, top: 1 }, { shown: {}, top: -1 }, { shown: {} }])(
  'the state %j of the history is no place in a list',
  (state) => {
    expect(readPlace(state)).toBeUndefined();
  },
);

test('a place in a list is read from the history, without counts that no list has', () => {
  expect(readPlace({ shown: { hits: 30, near: '5', also: 1e9 }, top: 900 })).toEqual({ shown: { hits: 30 }, top: 900 });
});
