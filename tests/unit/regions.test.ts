import { expect, test } from 'vitest';
import { placesInWords, regionTree, spokenRegions } from '../../src/domain/region/regions.ts';
import type { Region } from '../../src/schema/vocabulary.ts';
import { makeSource } from '../support/make-entries.ts';

const mask = (id: string, at: string) => ({ id, at, asWritten: '**', hides: '地名', kind: '名称' });
const source = makeSource({
  id: 'S1',
  shortName: '某市做法',
  masks: [mask('S1-M01', '¶01#1'), mask('S1-M02', '¶03#9'), mask('S1-M03', '¶03#16'), mask('S1-M04', '¶05#2'), mask('S1-M05', '¶05#2')],
});
const masked = (id: string, name: string, at: string): Region => ({ id, name, short: name, kind: '隐去单位', at: [at] });

function namesOf(...regions: Region[]): string[] {
  return spokenRegions(regions, [source]).map(({ name }) => name);
}

test('a masked unit is called by the noun of its source and by the paragraph where it stands', () => {
  expect(namesOf(masked('s1-m01', '**市', 'S1-¶01'), masked('s1-m02', '***县', 'S1-¶03'))).toEqual([
    '某市（来源隐名，某市做法第1段）',
    '某县（来源隐名，某市做法第3段）',
  ]);
});

test('a masked unit without a noun is some place', () => {
  expect(namesOf(masked('s1-m01', '**', 'S1-¶01'))).toEqual(['某地（来源隐名，某市做法第1段）']);
});

test('units that a paragraph does not tell apart are told apart by the sentence, and by the place in it', () => {
  expect(namesOf(masked('s1-m02', '**县', 'S1-¶03'), masked('s1-m03', '**县', 'S1-¶03'))).toEqual([
    '某县（来源隐名，某市做法第3段第9句）',
    '某县（来源隐名，某市做法第3段第16句）',
  ]);
  expect(namesOf(masked('s1-m04', '**', 'S1-¶05'), masked('s1-m05', '**', 'S1-¶05'))).toEqual([
    '某地（来源隐名，某市做法第5段第2句第1处）',
    '某地（来源隐名，某市做法第5段第2句第2处）',
  ]);
});

test('a named place below a masked one keeps its name and gets no other', () => {
  const songshan: Region = { id: 'songshan', name: '**市松山区', short: '**市松山区', kind: '县级' };
  expect(namesOf(songshan)).toEqual(['某市松山区']);
});

test('the places of an entry are told from the widest down, and what one of them lies in is no place of its own', () => {
  const place = (id: string, name: string, parent?: string): Region => ({
    id,
    name,
    short: name.slice(0, -1),
    kind: '市级',
    ...(parent && { parent }),
  });
  const tree = regionTree([place('js', '江苏省'), place('cz', '常州市', 'js'), place('jt', '金坛区', 'cz'), place('bj', '北京市')]);
  expect(placesInWords(['jt', 'cz'], tree, 'short')).toEqual(['江苏常州金坛']);
  expect(placesInWords(['js', 'bj', 'jt'], tree, 'name')).toEqual(['北京市', '江苏省常州市金坛区']);
  expect(placesInWords(['unknown'], tree, 'name')).toEqual(['unknown']);
});
