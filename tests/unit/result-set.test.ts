import { expect, test } from 'vitest';
import { tableTexts } from '../../src/domain/list/table-file.ts';
import type { RegisterEntry } from '../../src/domain/site/register.ts';
import { resultPaper, resultTable } from '../../src/domain/paper/result-set.ts';
import type { ResultSet } from '../../src/domain/paper/result-set.ts';

const HITS: RegisterEntry[] = [
  {
    id: 'RC-001',
    title: '容缺办理',
    collection: 'tolerance',
    href: '/tolerance/a/',
    places: ['嵩明'],
    outcome: '免责',
    sourceLevel: '二级',
  },
  { id: 'RC-101', title: '先打桩', collection: 'tolerance', href: '/tolerance/b/', places: [], isScenario: true },
];
const SET: ResultSet = {
  title: '检索结果',
  asked: [{ label: '输入的词', value: '容缺' }],
  hits: HITS,
  collectionNames: { tolerance: '案例库' },
  root: 'http://kb.example/',
  dataVersion: 'abc',
};

test('the paper says what was asked, counts and lists every entry, and marks constructed scenarios', () => {
  const { note, parts } = resultPaper(SET);
  expect(note).toContain('非官方材料');
  const text = JSON.stringify(parts);
  for (const part of [
    '容缺',
    'abc',
    '共 2 条。其中教学情景（虚构）1 条，不能当作真实案例引用。',
    'RC-001',
    '不对应真实地方',
    'http://kb.example/id/编号/',
  ])
    expect(text).toContain(part);
});

test('what a case does not say is 未载, what a law or a term cannot have is 不适用', () => {
  const entry = (id: string, collection: RegisterEntry['collection']): RegisterEntry => ({
    id,
    collection,
    title: '某',
    href: '/',
    places: [],
  });
  const hits = [entry('RC-002', 'tolerance'), entry('ZC-0215', 'policies'), entry('SY-004', 'terms')];
  const table = resultPaper({ ...SET, hits }).parts.find((part) => part.kind === 'table');
  expect(table?.rows.map((cells) => cells.slice(3, 5).map(({ text }) => text))).toEqual([
    ['未载', '未载'],
    ['不适用', '未载'],
    ['不适用', '不适用'],
  ]);
});

test('the paper of an empty set has no table and says that there is nothing', () => {
  const { parts } = resultPaper({ ...SET, hits: [] });
  expect(parts.some(({ kind }) => kind === 'table')).toBe(false);
  expect(JSON.stringify(parts)).toContain('共 0 条');
});

test('the table has a row for each entry with its permanent address', () => {
  expect(tableTexts(resultTable(SET))).toEqual([
    ['编号', '标题', '栏目', '地区', '年份', '处理结果', '来源级别', '网址'],
    ['RC-001', '容缺办理', '案例库', '嵩明', '', '免责', '二级', 'http://kb.example/id/RC-001/'],
    ['RC-101', '先打桩（教学情景，虚构）', '教学情景（虚构）', '不对应真实地方', '', '', '', 'http://kb.example/id/RC-101/'],
  ]);
});
