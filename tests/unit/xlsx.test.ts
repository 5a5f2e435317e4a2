import { expect, test } from 'vitest';
import type { TableFile } from '../../src/domain/list/table-file.ts';
import { chooseFrom, groupRows, tablePaper, tableSources, tableTexts } from '../../src/domain/list/table-file.ts';
import { pageSetup } from '../../src/export/xlsx/page-setup.ts';
import { writeWorkbook } from '../../src/export/xlsx/write-workbook.ts';
import { memberOf } from '../support/zip-member.ts';

const TABLE: TableFile = {
  title: '地方容错规则对照',
  note: '空白不等于没有规定。',
  columns: [
    { key: 'number', heading: '编号', width: 8 },
    { key: 'year', heading: '年份', width: 6 },
    { key: 'day', heading: '核对', width: 8 },
    { key: 'decider', heading: '认定主体', width: 20 },
  ],
  rows: [
    {
      key: 'ZC-0102',
      cells: [{ text: 'ZC-0102', link: 'http://kb/id/ZC-0102/' }, 2018, '2026-11-28', '=1+1 <甲> & 乙\n第二行\u0007'],
      cites: ['GK-0250'],
    },
    { key: 'ZC-0109', cells: [{ text: 'ZC-0109', link: 'http://kb/id/ZC-0109/' }, '约2023', '2018-08', ''], cites: ['GK-0252'] },
  ],
  works: [
    { id: 'GK-0250', kind: 'page', authors: ['某报'], title: '甲', name: '甲', date: '2018', url: 'https://news.example/a?b=1&c=2' },
    { id: 'GK-0252', kind: 'document', authors: [], title: '乙', name: '乙' },
  ],
};
const STYLE = { edition: '2025', accessed: '2026-11-28', root: 'http://kb/' } as const;
const write = (table = TABLE) => writeWorkbook(table, { rows: [{ label: '条件', value: '全部' }], sources: tableSources(table, STYLE) });
const sheet = () => memberOf(write(), 'xl/worksheets/sheet1.xml');

test('a number is a number, a whole day a date, and everything else text that is never calculated', () => {
  expect(sheet()).toContain('<c r="B2" s="1"><v>2018</v></c>');
  // 2026-11-28 is day 46354 by the count of the standard, in which 2000-01-01 is day 36526.
  expect(sheet()).toContain('<c r="C2" s="3"><v>46354</v></c>');
  expect(sheet()).toContain('<c r="C3" s="1" t="inlineStr"><is><t>2018-08</t></is></c>');
  expect(sheet()).toContain('<t>=1+1 &lt;甲&gt; &amp; 乙\n第二行</t>');
  expect(sheet()).not.toContain('<f>');
});

test('the head is frozen, can be filtered, and every column has its width', () => {
  expect(sheet()).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  expect(sheet()).toContain('<autoFilter ref="A1:D3"/>');
  expect(sheet().match(/<col /gu)).toHaveLength(4);
});

test('the second sheet has conditions, and each source as text and as an address', () => {
  const about = memberOf(write(), 'xl/worksheets/sheet2.xml');
  for (const text of ['条件', '空白不等于没有规定。', '出处 甲', 'https://news.example/a?b=1&amp;c=2']) expect(about).toContain(text);
  expect(memberOf(write(), 'xl/worksheets/_rels/sheet2.xml.rels')).toContain(
    'Target="https://news.example/a?b=1&amp;c=2" TargetMode="External"',
  );
  expect(memberOf(write(), 'xl/worksheets/_rels/sheet1.xml.rels')).toContain('Target="http://kb/id/ZC-0102/"');
});

test.for([
  ['https://news.example/a?from=%2Fb%2Fc%23d&w=%E5%AE%B9', 'https://news.example/a?from=%2Fb%2Fc%23d&amp;w=%E5%AE%B9'],
  ['http://kb/知识 库/id/1/?q="<100%>"#段', 'http://kb/%E7%9F%A5%E8%AF%86%20%E5%BA%93/id/1/?q=%22%3C100%25%3E%22#%E6%AE%B5'],
  ["http://kb/a_(b)~[c];d,e='f'", "http://kb/a_(b)~[c];d,e='f'"],
] as const)('an address leads where it led: %s', ([url, target]) => {
  const rows = [{ key: '1', cells: [{ text: '1', link: url }, '', '', ''], cites: [] }];
  expect(memberOf(write({ ...TABLE, rows }), 'xl/worksheets/_rels/sheet1.xml.rels')).toContain(`Target="${target}" TargetMode`);
});

test('the same table is the same bytes', () => {
  expect(Buffer.compare(write(), write())).toBe(0);
});

test('a choice has its rows in their order, its columns, and only the works that they cite', () => {
  const chosen = chooseFrom(TABLE, { rows: ['ZC-0109', 'ZC-9999'], columns: ['number', 'decider'] });
  expect(tableTexts(chosen)).toEqual([
    ['编号', '认定主体'],
    ['ZC-0109', ''],
  ]);
  expect(chosen.works.map(({ id }) => id)).toEqual(['GK-0252']);
});

test('sources are called what the cells call them', () => {
  const works = TABLE.works.map((work) => ({ ...work, name: `某报，${work.id}` }));
  expect(tableSources({ ...TABLE, works }, STYLE).map(({ mark }) => mark)).toEqual(['某报，GK-0250', '某报，GK-0252']);
  const again = works.map((work) => ({ ...work, name: '某网' }));
  expect(tableSources({ ...TABLE, works: [...works, ...again] }, STYLE).map(({ mark }) => mark)).toEqual([
    '某报，GK-0250；某网',
    '某报，GK-0252；某网',
  ]);
});

test('rows that stand under headings on the page keep them: as a column of the sheet, as headings on paper', () => {
  const grouped = groupRows(
    TABLE,
    new Map([
      ['ZC-0102', '组织部门'],
      ['ZC-0109', '纪检监察机关'],
    ]),
  );
  expect(tableTexts(grouped).map(([first]) => first)).toEqual(['分组', '组织部门', '纪检监察机关']);
  const headings = tablePaper(grouped, [], STYLE).parts.flatMap((part) => (part.kind === 'heading' ? [part.text] : []));
  expect(headings).toEqual(['组织部门', '纪检监察机关', '出处']);
  expect(groupRows(TABLE, new Map())).toBe(TABLE);
});

test('a table of many narrow columns stands across the page', () => {
  const columns = Array.from({ length: 14 }, (_, index) => ({ key: String(index), heading: `类型${index}`, width: 8 }));
  const rows = [{ key: '2018', cells: ['2018', ...Array.from({ length: 13 }, () => 3)], cites: [] }];
  const paper = tablePaper({ ...TABLE, columns, rows }, [], STYLE);
  expect(paper.isLandscape).toBe(true);
  expect(paper.parts.find(({ kind }) => kind === 'table')).toMatchObject({ columns: { length: 14 } });
});

test('a table of few narrow columns stands on an upright page', () => {
  const columns = ['年份', '地区', '类型', '条数'].map((heading) => ({ key: heading, heading, width: 12 }));
  const rows = [{ key: '0', cells: ['2018', '某省', '容错', 1], cites: [] }];
  const paper = tablePaper({ ...TABLE, columns, rows }, [], STYLE);
  expect(paper.isLandscape).toBe(false);
  expect(paper.parts.some(({ kind }) => kind === 'table')).toBe(true);
});

test('a row that is printed as a record is named by number and title, or by its first column where it has neither', () => {
  const more = ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => ({ key, heading: key, width: 9 }));
  const named = (keys: string[]) => {
    const columns = [...keys.map((key) => ({ key, heading: key, width: 9 })), ...more];
    const rows = [{ key: '0', cells: [...keys.map((key) => `某${key}`), ...more.map(() => '写了七个字以上')], cites: [] }];
    return tablePaper({ ...TABLE, columns, rows, works: [] }, [], STYLE).parts;
  };
  expect(named(['number', 'place', 'title'])).toMatchObject([
    {},
    { kind: 'subheading', text: '某number　某title' },
    { kind: 'fields', rows: [{ label: 'place', value: '某place' }, {}, {}, {}, {}, {}, {}] },
  ]);
  expect(named(['place', 'land'])).toMatchObject([
    {},
    { kind: 'subheading', text: '某place' },
    { kind: 'fields', rows: [{ label: 'land' }, {}, {}, {}, {}, {}, {}] },
  ]);
});

test('a wide table is printed row by row without its empty cells, a narrow one as a table', () => {
  const kinds = (table: TableFile) => tablePaper(table, [], STYLE).parts.map(({ kind }) => kind);
  expect(kinds(TABLE)).toEqual(['fields', 'table', 'heading', 'note', 'table']);
  const columns = [...TABLE.columns, ...['a', 'b', 'c', 'd'].map((key) => ({ key, heading: key, width: 9 }))];
  const wide = { ...TABLE, columns, rows: TABLE.rows.map((row) => ({ ...row, cells: [...row.cells, '', '写', '', ''] })) };
  const fields = tablePaper(wide, [], STYLE)
    .parts.filter((part) => part.kind === 'fields')
    .at(-1);
  expect(fields).toMatchObject({ rows: [{ label: '年份' }, { label: '核对' }, { label: 'b', value: '写' }] });
});

test('on paper a table stands across on as many pages as keep it large enough to read, the names of the rows on each', () => {
  expect(sheet()).toContain('<pageSetup paperSize="9" scale="100" fitToHeight="0" pageOrder="overThenDown" orientation="landscape"/>');
  expect(sheet()).toContain('<pageSetUpPr fitToPage="1"/>');
  expect(sheet()).not.toContain('<colBreaks');
  const more = Array.from({ length: 9 }, (_, index) => ({ key: `f${index}`, heading: `要素${index}`, width: 24 }));
  const wide = {
    ...TABLE,
    columns: [...TABLE.columns, ...more],
    rows: TABLE.rows.map((row) => ({ ...row, cells: [...row.cells, ...more.map(() => '写'.repeat(30))] })),
  };
  const written = memberOf(write(wide), 'xl/worksheets/sheet1.xml');
  const [, scale = 0, breaks = ''] = /scale="(\d+)".*<colBreaks[^>]*>(.*)<\/colBreaks>/u.exec(written) ?? [];
  expect(Number(scale)).toBeGreaterThanOrEqual(60);
  expect(breaks.match(/<brk /gu)?.length).toBeGreaterThanOrEqual(2);
  expect(memberOf(write(wide), 'xl/workbook.xml')).toContain(`'表'!$A:$A,'表'!$1:$1`);
  expect(written).not.toContain('fitToPage');
  expect(written).toContain('第 &amp;P 页，共 &amp;N 页');
});

test('pages beside each other are about as full as each other, and none is wider than the paper', () => {
  const widths = [14, 24, ...Array.from({ length: 12 }, () => 48)];
  const { scale, breaks } = pageSetup(widths, 2);
  const ends = [...breaks, widths.length];
  const pages = ends.map((end, index) => widths.slice(ends[index - 1] ?? 2, end).reduce((sum, width) => sum + width, 38));
  expect(pages).toEqual([134, 134, 134, 134, 134, 134]);
  expect((Math.max(...pages) * scale) / 100).toBeLessThanOrEqual(108);
});

test('a column is no wider than what stands in it', () => {
  const columns = ['year', 'count'].map((key) => ({ key, heading: '年份', width: 40 }));
  const narrow = { ...TABLE, columns, rows: [{ key: 'a', cells: [2018, '写了十个字的一个格子'], cites: [] }] };
  expect(memberOf(write(narrow), 'xl/worksheets/sheet1.xml')).toMatch(/<col min="1" max="1" width="10".*<col min="2" max="2" width="22"/u);
});

test('a column is wide enough for its longest cell: a row of a sheet is never higher than 409 points', () => {
  const long = '先行开工。'.repeat(180);
  const told = { ...TABLE, rows: TABLE.rows.map((row) => ({ ...row, cells: [...row.cells.slice(0, 3), long] })) };
  const written = memberOf(write(told), 'xl/worksheets/sheet1.xml');
  const [, height = 0] = /<row r="2" ht="([\d.]+)"/u.exec(written) ?? [];
  const [, width = 0] = /<col min="4" max="4" width="(\d+)"/u.exec(written) ?? [];
  expect(Number(height)).toBeLessThanOrEqual(409);
  expect((Number(height) / 15) * (Number(width) / 2)).toBeGreaterThanOrEqual(long.length);
});
