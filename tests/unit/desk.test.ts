import { describe, expect, test } from 'vitest';
import { cellText, citesIn, compareEntries } from '../../src/domain/compare.ts';
import { contextOf } from '../../src/domain/blocks.ts';
import { comparedFields } from '../../src/domain/compared-fields.ts';
import { comparePaper, compareTable } from '../../src/domain/compare-paper.ts';
import { readIds } from '../../src/domain/entry-ids.ts';
import { fieldMatrix } from '../../src/domain/field-matrix.ts';
import type { RegisterEntry } from '../../src/domain/register.ts';
import { resolveIds } from '../../src/domain/register.ts';
import { reportPaper } from '../../src/domain/report.ts';
import type { ReportInput } from '../../src/domain/report.ts';
import { readTray, toggleInTray, TRAY_LIMIT, writeIds, writeTray } from '../../src/domain/tray.ts';
import { asideTypes, tellAsides } from '../../src/domain/set-aside.ts';
import { distinctionSteps, factorSteps, notTolerated } from '../../src/domain/worksheet.ts';
import { regionTree } from '../../src/domain/regions.ts';
import { formatNumber } from '../../src/schema/number.ts';
import { makeEntry, makePolicy, makePractice, vocabulary } from '../support/make-entries.ts';

const NO_CONTEXT = contextOf(new Map());

const ASIDES = asideTypes(vocabulary.data);
const say = (text: string, ...cites: string[]) => ({ text, cites: cites.length > 0 ? cites : ['S3-¶26#2'] });
const UNKNOWN_FACTORS = { motive: '未载', conditions: '未载', procedure: '未载', nature: '未载', consequence: '未载', remedy: '未载' };
const PLACES = { 'S3-¶26#2': { href: '/sources/s3/#p26', label: '2021年综述第26段第2句', title: '各地综述' } };

const asComparable = (entry: ReturnType<typeof makeEntry<'tolerance'>>) => ({
  id: entry.data.id,
  title: entry.data.title,
  collection: 'tolerance' as const,
  href: `/tolerance/${entry.slug}/`,
  notes: [],
  fields: comparedFields(entry, NO_CONTEXT),
  places: PLACES,
});

describe('ids in an address', () => {
  test('are read in order, once each, in any usual writing', () => {
    expect(readIds('?ids=rc-001,RC-007，ＳＪ-008&ids=RC-001', 4)).toEqual({
      ids: ['RC-001', 'RC-007', 'SJ-008'],
      malformed: [],
      surplus: 0,
    });
  });

  test('have four digits and more where there are as many entries', () => {
    expect(readIds('?ids=rc-1000,ＳＪ-10000,RC-0014', 4)).toEqual({ ids: ['RC-1000', 'SJ-10000'], malformed: ['RC-0014'], surplus: 0 });
  });

  test('that are none are named, cut short', () => {
    const { ids, malformed } = readIds(`?ids=RC-001,<script>alert(1)</script>,${'x'.repeat(500)}`, 4);
    expect(ids).toEqual(['RC-001']);
    expect(malformed.every((text) => text.length <= 21)).toBe(true);
  });

  test('beyond the limit are counted, not read', () => {
    const many = Array.from({ length: 5000 }, (_, index) => formatNumber('tolerance', index));
    const { ids, surplus } = readIds(writeIds(many), 4);
    expect([ids.length, surplus]).toEqual([4, 4996]);
  });

  test.each(['', '?', '?ids', '?ids=', '?ids=%', '?ids=%E4%BD,RC-001', '?ids=,,,'])('%s is no error', (search) => {
    expect(readIds(search, 4).surplus).toBe(0);
  });
});

describe('the tray', () => {
  test('comes back as it was stored', () => {
    expect(readTray(writeTray(['RC-001', 'SJ-1000']))).toEqual(['RC-001', 'SJ-1000']);
  });

  test('stored before there were a thousand entries is read as it was', () => {
    expect(readTray('{"v":1,"ids":["RC-001","ZC-0006","WT-05"]}')).toEqual(['RC-001', 'ZC-0006', 'WT-05']);
  });

  test.each([null, '', 'null', '[]', '{"v":2,"ids":["RC-001"]}', '{"v":1}', '{"v":1,"ids":"RC-001"}', '{"v":1,"ids":[1,null,"<b>"]}', '{'])(
    'is empty when %s is stored',
    (stored) => expect(readTray(stored)).toEqual([]),
  );

  test('puts in, takes out, and takes no more than it holds', () => {
    expect(toggleInTray(toggleInTray([], 'RC-001'), 'RC-001')).toEqual([]);
    const full = Array.from({ length: TRAY_LIMIT }, (_, index) => `RC-${String(index).padStart(3, '0')}`);
    expect(toggleInTray(full, 'SJ-001')).toEqual(full);
  });
});

describe('a comparison', () => {
  const first = makeEntry('tolerance', { year: '2020', factors: { ...UNKNOWN_FACTORS, motive: say('出于公心。') } });
  const second = makeEntry('tolerance', { id: 'RC-002', year: '2021', factors: { ...UNKNOWN_FACTORS, remedy: say('已经补办。') } });
  const third = makeEntry('tolerance', { id: 'RC-003', factors: { ...UNKNOWN_FACTORS, motive: say('为了民生。') } });
  const agreements = (...entries: (typeof first)[]) =>
    Object.fromEntries(compareEntries(entries.map(asComparable)).map(({ label, agreement }) => [label, agreement]));

  test('says in words where the records agree', () => {
    expect(agreements(first, second)).toMatchObject({
      类型: '相同',
      年份: '不同',
      动机态度: '一方未载',
      挽回损失: '一方未载',
      后果影响: '均未载',
    });
    expect(agreements(first, second, third)).toMatchObject({ 动机态度: '不同，部分未载', 挽回损失: '部分未载' });
  });

  test('keeps the sources with each cell', () => {
    const rows = compareEntries([first, second].map(asComparable));
    expect(rows.find(({ label }) => label === '动机态度')?.cells.map((cell) => cellText(cell, PLACES))).toEqual([
      '出于公心。［2021年综述第26段第2句］',
      '未载',
    ]);
    expect(citesIn(rows)).toEqual(['S3-¶26#2']);
  });

  test('has the six factors, the distinctions, the decider, the procedure and what followed', () => {
    const labels = comparedFields(first, NO_CONTEXT).map(({ label }) => label);
    for (const label of [
      '事实经过',
      '动机态度',
      '客观条件',
      '程序方法',
      '性质程度',
      '后果影响',
      '挽回损失',
      '三个区分开来',
      '处理结果',
      '认定主体',
      '办理步骤',
      '纠错',
      '后续',
    ])
      expect(labels).toContain(label);
  });

  test('compares practices by actor, time, actions, conditions and figures', () => {
    const labels = comparedFields(makePractice(), NO_CONTEXT).map(({ label }) => label);
    expect(labels).toEqual([
      '主体',
      '时间',
      '证据性质',
      '做了什么',
      '实行的条件',
      '得到的评价',
      '困难与失败',
      '数字',
      '依据（来源写明）',
      '相关条文（编者联系）',
      '原文没有写明',
    ]);
  });

  test('becomes a landscape paper and a table with one column an entry', () => {
    const entries = [first, second].map(asComparable);
    const rows = compareEntries(entries);
    const paper = comparePaper(entries, rows, 'abc');
    expect(paper.isLandscape).toBe(true);
    expect(paper.parts.find(({ kind }) => kind === 'list')).toMatchObject({ items: ['2021年综述第26段第2句　各地综述'] });
    expect(new Set(compareTable(entries, rows).map((row) => row.length))).toEqual(new Set([5]));
  });
});

const registered = (id: string, more: Partial<RegisterEntry> = {}): RegisterEntry => ({
  id,
  title: `题目${id}`,
  collection: 'tolerance',
  href: `/id/${id}/`,
  places: ['嵩明'],
  outcome: '免责',
  sourceLevel: '二级',
  ...more,
});

test('numbers are found, retired or unknown', () => {
  const register = new Map(
    [registered('RC-001'), registered('RC-002', { retired: { date: '2026-11-01', replacedBy: 'RC-001' } })].map((entry) => [
      entry.id,
      entry,
    ]),
  );
  const { found, retired, unknown } = resolveIds(['RC-001', 'RC-002', 'RC-999'], register);
  expect([found.map(({ id }) => id), retired.map(({ id }) => id), unknown]).toEqual([['RC-001'], ['RC-002'], ['RC-999']]);
});

describe('a report', () => {
  const input: ReportInput = {
    time: '2026年11月22日 10:00',
    address: 'http://kb/report/?q=土地',
    dataVersion: 'abc',
    search: {
      asked: { scope: '全库', words: '土地', rewriting: '逐字查找“土地”', filters: ['栏目：容错纠错案例库'], ignored: [] },
      hits: [registered('RC-001'), registered('RC-101', { isScenario: true })],
      leftOut: [],
    },
    law: [{ id: 'RC-001', basis: '来源点名条例。［S3-¶26#2］', related: '未载' }],
    read: { found: [registered('RC-001')], retired: [], unknown: ['RC-999'] },
    comparison: '',
    collectionNames: { tolerance: '容错纠错案例库' },
    sourceLevels: [
      { name: '一级', note: '原件' },
      { name: '二级', note: '报道' },
    ],
  };
  const textOf = (report: ReportInput) => JSON.stringify(reportPaper(report));

  test('leaves the searcher, the matter and both notes blank', () => {
    const { parts } = reportPaper(input);
    const [fields] = parts;
    expect(fields).toMatchObject({
      rows: [{ label: '检索人', value: '' }, { label: '事由', value: '' }, {}, {}, { label: '数据版本', value: 'abc' }],
    });
    expect(parts.filter(({ kind }) => kind === 'blank')).toHaveLength(2);
  });

  test('lists every hit with number, title and place', () => {
    for (const text of ['RC-001', '题目RC-001', '嵩明', '逐字查找“土地”', '栏目：容错纠错案例库']) expect(textOf(input)).toContain(text);
  });

  test('marks constructed scenarios in the title, the place and the kind', () => {
    expect(textOf(input)).toContain('题目RC-101（教学情景，虚构）');
    expect(textOf(input)).toContain('不对应真实地方');
  });

  test('takes nothing found for a result', () => {
    const nothing = { ...input, search: input.search && { ...input.search, hits: [] } };
    expect(textOf(nothing)).toContain('未检索到。');
  });

  test('puts the cases under the level of their sources and names unknown numbers', () => {
    expect(textOf(input)).toContain('"text":"二级"},{"text":"报道"},{"text":"RC-001、RC-101"');
    expect(textOf(input)).toContain('本库没有的编号：RC-999');
  });

  test('says how many entries are no cases of tolerance and not listed', () => {
    const leftOut = [registered('RC-020', { aside: '统计与汇编' }), registered('RC-021', { aside: '通报反例' })];
    const withAsides = (hits: RegisterEntry[]) => textOf({ ...input, search: input.search && { ...input.search, hits, leftOut } });
    expect(withAsides([registered('RC-001')])).toContain(
      '共检索到 1 条，全部列出。另有 2 条（统计与汇编 1、通报反例 1）不算容错案例，没有列入。',
    );
    expect(withAsides([])).toContain('没有检索到容错案例和其他条目。另有 2 条');
    expect(withAsides([registered('RC-020', { aside: '统计与汇编' })])).toContain('容错纠错案例库（统计与汇编，不算容错案例）');
  });

  test('tells the basis that the source names apart from what the editors connect', () => {
    for (const text of ['依据（来源写明）', '相关条文（编者联系）', '来源点名条例。［S3-¶26#2］']) expect(textOf(input)).toContain(text);
  });

  test('without a search says so', () => {
    expect(textOf({ ...input, search: undefined })).toContain('没有输入检索词');
  });
});

describe('the worksheet', () => {
  const rule = Object.fromEntries(
    ['initiation', 'situations', 'steps', 'deadlines', 'notTolerated', 'decider', 'effects', 'correction'].map((key) => [key, '未公开']),
  );
  const entries = [
    makePolicy({
      rule: {
        ...rule,
        situations: say('没有谋取私利；经集体决策。', 'S3-¶26#1'),
        notTolerated: say('谋取私利的不在其内；其余条目没有见到。'),
      },
    }),
    makeEntry('tolerance', {
      id: 'RC-101',
      nature: '教学情景',
      type: '教学情景',
      factors: { ...UNKNOWN_FACTORS, motive: say('想保护群众。') },
    }),
    makeEntry('tolerance', {
      id: 'RC-102',
      factors: { ...UNKNOWN_FACTORS, motive: say('出于公心。') },
      distinctions: [{ which: '1', text: '先行先试。', cites: ['S3-¶26#2'] }],
    }),
  ];
  entries.push(makeEntry('tolerance', { id: 'RC-103', type: '统计与汇编', factors: { ...UNKNOWN_FACTORS, motive: say('都出于公心。') } }));
  const motive = factorSteps(entries, ASIDES).find(({ id }) => id === 'motive');

  test('puts each sentence of a rule where its words ask, with its own sources', () => {
    expect(motive?.rules.map(({ text, cites }) => [text, cites])).toEqual([
      ['没有谋取私利', ['S3-¶26#1']],
      ['谋取私利的不在其内', ['S3-¶26#2']],
    ]);
    expect(
      factorSteps(entries, ASIDES)
        .find(({ id }) => id === 'procedure')
        ?.rules.map(({ text }) => text),
    ).toEqual(['经集体决策']);
  });

  test('keeps constructed scenarios apart from published cases', () => {
    expect(motive?.cases.map(({ entry }) => entry.data.id)).toEqual(['RC-102']);
    expect(motive?.scenarios.map(({ entry }) => entry.data.id)).toEqual(['RC-101']);
  });

  test('leaves out what is no case of tolerance, and says how many', () => {
    expect(motive?.leftOut).toEqual(['统计与汇编']);
    expect(tellAsides(['统计与汇编', '通报反例', '统计与汇编'])).toBe('3 条（统计与汇编 2、通报反例 1）');
    expect(tellAsides([])).toBe('');
  });

  test('leaves out what only says that nothing was seen', () => {
    expect(notTolerated(entries).map(({ text }) => text)).toEqual(['谋取私利的不在其内']);
  });

  test('puts a case beside the distinction that its source names', () => {
    expect(distinctionSteps(entries, [{ id: '1' }, { id: '2' }], ASIDES).map(({ cases }) => cases.length)).toEqual([1, 0]);
  });
});

describe('the matrix of fields and places', () => {
  const fields = vocabulary.data['measure-fields'].items;
  const regions = regionTree(vocabulary.data.regions.items);
  const child = regions.items.find(({ parent }) => parent);

  test('counts a place with its province, and leaves cells without entries empty', () => {
    const [row, ...others] = fieldMatrix([makePractice({ regions: [child?.id], themes: [fields[0]?.id] })], fields, regions);
    expect(others).toEqual([]);
    expect(row?.place.id).toBe(child?.parent);
    expect(row?.cells.map(({ entries }) => entries.length)).toEqual(fields.map((_, index) => (index === 0 ? 1 : 0)));
  });

  test('leaves out constructed scenarios: they fit no real place', () => {
    const scenario = makeEntry('tolerance', { nature: '教学情景', type: '教学情景', regions: [child?.id], themes: [fields[0]?.id] });
    expect(fieldMatrix([scenario], fields, regions)).toEqual([]);
  });
});
