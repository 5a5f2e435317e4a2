import { expect, test } from 'vitest';
import { countCases } from '../../src/domain/case/case-statistics.ts';
import { regionTree } from '../../src/domain/region/regions.ts';
import { caseTableFiles } from '../../src/export/case-table.ts';
import { makeEntry, makeSite, vocabulary } from '../support/make-entries.ts';

const types = vocabulary.data['case-types'].items;
const regions = regionTree(vocabulary.data.regions.items);
const provinces = regions.items.filter(({ parent }) => parent === undefined);
const child = regions.items.find(({ parent }) => parent);
const entries = [
  makeEntry('tolerance', { type: '容错', year: '2021年通报，2019年行为', regions: [child?.id] }),
  makeEntry('tolerance', { id: 'RC-002', type: '统计与汇编', year: '未载', regions: [] }),
  makeEntry('tolerance', { id: 'RC-101', type: '教学情景', nature: '教学情景', year: '2021' }),
];
const { years, places, placeYears, cells, total, types: used } = countCases(entries, types, regions);

test('each entry counts once: under the first year that it names, and with its province', () => {
  expect(total).toBe(2);
  expect(years.map(({ key, total: count }) => [key, count])).toEqual([
    ['2019', 1],
    ['未载', 1],
  ]);
  expect(places.map(({ key, total: count }) => [key, count])).toEqual([
    [child?.parent, 1],
    ['没有写明地方，或写几个省', 1],
  ]);
});

test('an entry of two provinces stands with neither', () => {
  const [one, other] = provinces;
  const both = makeEntry('tolerance', { regions: [one?.id, other?.id] });
  expect(countCases([both], types, regions).places.map(({ name }) => name)).toEqual(['没有写明地方，或写几个省']);
});

test('made-up scenarios are not counted, and have no column', () => {
  expect(used.map(({ id }) => id)).toEqual(types.map(({ id }) => id).filter((id) => id === '容错' || id === '统计与汇编'));
});

test('places are counted year by year too, and each year, place and type that has an entry is a row', () => {
  expect(placeYears.map(({ key, counts }) => [key, counts])).toEqual([
    [child?.parent, [1, 0]],
    ['没有写明地方，或写几个省', [0, 1]],
  ]);
  expect(cells.map(({ year, type, count }) => [year, type, count])).toEqual([
    ['2019', '容错', 1],
    ['未载', '统计与汇编', 1],
  ]);
  expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(total);
});

test('every table says that it counts entries and not cases, and its counts are numbers', () => {
  const tables = Object.values(caseTableFiles(makeSite(...entries)));
  expect(tables).toHaveLength(4);
  for (const { note, rows } of tables) {
    expect(note).toContain('数的是本库收录的条目，不是实际发生的案件');
    for (const { cells: row } of rows) expect(typeof row[row.length - 1]).toBe('number');
  }
});
