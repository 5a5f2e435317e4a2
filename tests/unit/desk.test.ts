import { describe, expect, test } from 'vitest';
import { cellText, citesIn, compareEntries, isReadAcross } from '../../src/domain/case/compare.ts';
import { contextOf } from '../../src/domain/entry/blocks.ts';
import { comparedFields } from '../../src/domain/case/compared-fields.ts';
import { comparePaper, compareTable } from '../../src/domain/case/compare-paper.ts';
import { readIds } from '../../src/domain/kept/entry-ids.ts';
import { fieldMatrix } from '../../src/domain/list/field-matrix.ts';
import type { RegisterEntry } from '../../src/domain/site/register.ts';
import { resolveIds } from '../../src/domain/site/register.ts';
import { reportPaper } from '../../src/domain/case/report.ts';
import type { ReportInput } from '../../src/domain/case/report.ts';
import type { KeptEntry } from '../../src/domain/case/report-cases.ts';
import { firstKept, scopeHits } from '../../src/domain/case/report-scope.ts';
import { deciderKinds } from '../../src/domain/case/decider-kind.ts';
import { makeMatter, matterKey, readMatter, writeMatter } from '../../src/domain/case/matter.ts';
import { tableTexts } from '../../src/domain/list/table-file.ts';
import type { Work } from '../../src/domain/reference/work.ts';
import { moveInTray, readTray, toggleInTray, TRAY_LIMIT, trayKey, writeIds, writeTray } from '../../src/domain/kept/tray.ts';
import { asideTypes, tellAsides } from '../../src/domain/case/set-aside.ts';
import { distinctionSteps, factorSteps, notTolerated } from '../../src/domain/case/worksheet.ts';
import { readWorksheet, writeWorksheet } from '../../src/domain/case/worksheet-file.ts';
import { SHORT_CASES, shortReportPaper } from '../../src/domain/case/short-report.ts';
import { takeOver } from '../../src/domain/case/worksheet-matter.ts';
import { reportTable } from '../../src/domain/case/report-table.ts';
import { worksheetPaper } from '../../src/domain/case/worksheet-paper.ts';
import { regionTree } from '../../src/domain/region/regions.ts';
import { formatNumber } from '../../src/schema/number.ts';
import { makeEntry, makePolicy, makePractice, vocabulary } from '../support/make-entries.ts';

const FIELDS = vocabulary.data['case-fields'].items.map(({ id }) => id);
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

  test('moves an entry up and down, and no further than its ends', () => {
    const ids = ['RC-001', 'RC-002', 'RC-003'];
    expect(moveInTray(ids, 'RC-003', -1)).toEqual(['RC-001', 'RC-003', 'RC-002']);
    expect(moveInTray(ids, 'RC-001', 1)).toEqual(['RC-002', 'RC-001', 'RC-003']);
    expect(moveInTray(ids, 'RC-001', -1)).toEqual(ids);
    expect(moveInTray(ids, 'RC-009', 1)).toEqual(ids);
  });

  test('of sites on one host is kept apart, and that of a site by itself stays where it was', () => {
    expect([trayKey('/'), trayKey('/kb/'), trayKey('/other/')]).toEqual(['compare-tray', 'compare-tray:/kb/', 'compare-tray:/other/']);
  });

  test('puts in, takes out, and takes no more than it holds', () => {
    expect(toggleInTray(toggleInTray([], 'RC-001'), 'RC-001')).toEqual([]);
    const full = Array.from({ length: TRAY_LIMIT }, (_, index) => `RC-${String(index).padStart(3, '0')}`);
    expect(toggleInTray(full, 'SJ-001')).toEqual(full);
  });
});

describe('a comparison', () => {
  const SURVEY: Work = {
    id: 'S3',
    kind: 'page',
    authors: ['证券时报网'],
    title: '各地综述',
    name: '2021年综述',
    date: '2021-08-23',
    url: 'https://news.example/s3',
  };
  const fileOf = (entries: ReturnType<typeof asComparable>[]) =>
    comparePaper({
      entries,
      rows: compareEntries(entries),
      works: [SURVEY],
      address: 'http://kb.example/compare/?ids=RC-001,RC-002',
      dataVersion: 'abc',
      style: { edition: '2025', accessed: '2026-11-28', root: 'http://kb.example/' },
    });
  const first = makeEntry('tolerance', { year: '2020', factors: { ...UNKNOWN_FACTORS, motive: say('出于公心。') } });
  const second = makeEntry('tolerance', { id: 'RC-002', year: '2021', factors: { ...UNKNOWN_FACTORS, remedy: say('已经补办。') } });
  const third = makeEntry('tolerance', { id: 'RC-003', factors: { ...UNKNOWN_FACTORS, motive: say('为了民生。') } });
  const agreements = (...entries: (typeof first)[]) =>
    Object.fromEntries(compareEntries(entries.map(asComparable)).map(({ label, agreement }) => [label, agreement]));

  test('says in words where the records agree', () => {
    expect(agreements(first, second)).toMatchObject({
      类型: '相同',
      年份: '都有记载',
      动机态度: '一方未载',
      挽回损失: '一方未载',
      后果影响: '均未载',
    });
    expect(agreements(first, second, third)).toMatchObject({ 动机态度: '部分未载', 挽回损失: '部分未载' });
  });

  test('calls only typed values the same or different, never wording', () => {
    const [one, other] = [
      { field: [FIELDS[0], FIELDS[1]], outcome: '免责' },
      { field: [FIELDS[1]], outcome: '减责' },
    ].map((more, index) =>
      makeEntry('tolerance', { id: `RC-00${index + 1}`, decidedBy: say(index === 0 ? '县纪委。' : '市纪委。'), ...more }),
    );
    expect(one && other && agreements(one, other)).toMatchObject({
      领域: '部分相同',
      处理结果: '不同',
      认定主体: '都有记载',
      事实经过: '都有记载',
    });
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
      '相关条文（编者所列）',
      '原文没有写明',
    ]);
  });

  test('becomes a landscape paper and a table with one column an entry', () => {
    const entries = [first, second].map(asComparable);
    const rows = compareEntries(entries);
    const paper = fileOf(entries);
    expect(paper.isLandscape).toBe(true);
    expect(new Set(paper.parts.flatMap((part) => (part.kind === 'table' ? part.rows : [])).map((row) => row.length))).toEqual(new Set([4]));
    expect(new Set(tableTexts(compareTable(entries, rows, [])).map((row) => row.length))).toEqual(new Set([5]));
  });

  test('reads what is long entry by entry across the page, in its place between the tables of what is short', () => {
    const told = [first, second, third].map(asComparable);
    const [one, ...others] = told;
    const long = one && {
      ...one,
      title: '某县：先行开工，容错免责',
      fields: one.fields.map((field) => (field.label === '事实经过' ? { ...field, cell: [say('长'.repeat(201))] } : field)),
    };
    const { parts } = fileOf(long ? [long, ...others] : []);
    const at = parts.findIndex((part) => part.kind === 'subheading' && part.text === '事实经过');
    expect(parts.slice(at - 1, at + 3)).toMatchObject([
      {
        kind: 'table',
        columns: { 1: { heading: 'RC-001　某县' } },
        rows: { 0: { 0: { text: '标题' }, 1: { text: '某县：先行开工，容错免责' } } },
      },
      {},
      { kind: 'fields', rows: { 0: { label: 'RC-001　某县' }, 1: { label: 'RC-002　浙江' }, length: 3 } },
      { kind: 'table', rows: { 0: { 0: { text: '办理步骤' } } } },
    ]);
    expect(fileOf(told).parts.some(({ kind }) => kind === 'subheading')).toBe(false);
    expect(compareEntries(told).some(isReadAcross)).toBe(false);
  });

  test('on paper cites by number, and lists each work once as GB/T 7714 writes it', () => {
    const { parts } = fileOf([first, second].map(asComparable));
    const cells = parts.flatMap((part) => (part.kind === 'table' ? part.rows.flat() : [])).map(({ text }) => JSON.stringify(text));
    expect(cells.filter((text) => text.includes('［1：第26段］')).length).toBeGreaterThan(0);
    expect(cells.join('')).not.toContain('2021年综述');
    expect(parts.filter(({ kind }) => kind === 'list')).toEqual([
      { kind: 'list', items: ['[1] 证券时报网. 各地综述[EB/OL]. （2021-08-23）[2026-11-28]. https://news.example/s3.'] },
    ]);
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
  const UNTOLD: KeptEntry = kept(registered('RC-001'), {});
  const input: ReportInput = {
    time: '2026年11月22日 10:00',
    address: 'http://kb/report/?q=土地',
    dataVersion: 'abc',
    search: {
      asked: { scope: '全库', words: '土地', rewriting: '逐字查找“土地”', filters: ['栏目：容错纠错案例库'], ignored: [] },
      scope: '只列案例',
      hits: [registered('RC-001'), registered('RC-101', { isScenario: true })],
      leftOut: [],
      closest: [],
    },
    read: { retired: [], unknown: ['RC-999'] },
    kept: [UNTOLD],
    scenarios: [],
    matter: makeMatter(),
    style: { edition: '2025', accessed: '2026-11-28', root: 'http://kb/' },
    collectionNames: { tolerance: '容错纠错案例库' },
    sourceLevels: [
      { name: '一级', note: '原件' },
      { name: '二级', note: '报道' },
    ],
  };
  const textOf = (report: ReportInput) => JSON.stringify(reportPaper(report));

  /** A case as the browser has it. */
  function kept(entry: RegisterEntry, more: Record<string, unknown>): KeptEntry {
    const record = makeEntry('tolerance', { id: entry.id, ...more });
    const work: Work = {
      id: 'GK-0001',
      kind: 'page',
      authors: ['某报'],
      title: '某县容错',
      name: '某报，2021-08-02',
      date: '2021-08-02',
      url: 'https://news.example/1',
    };
    const law: Work = { id: 'ZC-0009', kind: 'document', authors: ['中共中央'], title: '问责条例', name: '问责条例' };
    return {
      entry,
      data: {
        file: {
          id: entry.id,
          title: entry.title,
          path: '/',
          notices: [],
          answer: [],
          facts: [],
          parts: [],
          record: [],
          page: work,
          works: [work],
        },
        compare: { ...asComparable(record), laws: [{ id: 'ZC-0009', standing: '现行（截至 2026-11-22 核对）', work: law }] },
      },
    };
  }

  test('leaves the matter, the searcher and the opinion to the officer', () => {
    const { parts } = reportPaper(input);
    expect(parts[0]).toMatchObject({ rows: [{ label: '事由', value: '' }, { label: '检索人', value: '' }, {}, {}, { value: 'abc' }] });
    expect(parts.filter(({ kind }) => kind === 'blank')).toHaveLength(1);
    expect(textOf(input)).toContain('□ 参照\\n□ 部分参照\\n□ 不参照"},{"text":""}');
  });

  test('sets each line of the question in dispute as a paragraph', () => {
    const { parts } = reportPaper({ ...input, matter: makeMatter({ issue: '一、能不能容。\n\n二、谁认定。' }) });
    expect(parts.slice(2, 4)).toEqual([
      { kind: 'paragraph', text: '一、能不能容。' },
      { kind: 'paragraph', text: '二、谁认定。' },
    ]);
  });

  test('lists every hit with number, title and place, and says how many are told at length', () => {
    for (const text of ['RC-001', '题目RC-001', '嵩明', '逐字查找“土地”', '栏目：容错纠错案例库', '逐案列入 1 条'])
      expect(textOf(input)).toContain(text);
  });

  test('marks constructed scenarios in the title, the place and the kind', () => {
    expect(textOf(input)).toContain('题目RC-101（教学情景，虚构）');
    expect(textOf(input)).toContain('不对应真实地方');
  });

  test('tells a rule that is kept beside the cases by its elements, each with its source', () => {
    const rule = registered('ZC-0135', { collection: 'policies' });
    const { data } = UNTOLD;
    const lines = [
      { label: '可容情形', text: '九类情形可事前报备。', cites: ['GK-0001'] },
      { label: '纠错', text: '未公开', cites: [] },
    ];
    const text = textOf({ ...input, kept: [UNTOLD, { entry: rule, data: { file: { ...data.file, id: rule.id, rule: lines } } }] });
    expect(text).toContain('{"label":"可容情形","value":"九类情形可事前报备。［1］"},{"label":"纠错","value":"未公开"}');
  });

  test('takes nothing found for a result', () => {
    const nothing = { ...input, search: input.search && { ...input.search, hits: [] } };
    expect(textOf(nothing)).toContain('未检索到。');
  });

  test('lists what stands first on the search page without having the words, and counts it with nothing', () => {
    const search = input.search && { ...input.search, closest: [registered('RC-009')] };
    const beside = textOf({ ...input, search });
    expect(beside).toContain('共检索到 2 条，全部列出。');
    expect(beside).toContain('最接近的 1 条（常见问法或者部分词语相近）不计入检索结果');
    expect(beside).toContain('题目RC-009');
    const alone = textOf({ ...input, kept: [kept(registered('RC-009'), {})], search: search && { ...search, hits: [] } });
    expect(alone).toContain('没有条目的正文含有所查的词');
    expect(alone).toContain('逐案列入 1 条');
    expect(alone).not.toContain('未检索到');
    expect(alone).not.toContain('由承办人列入');
  });

  test('puts the cases under the level of their sources and names unknown numbers', () => {
    expect(textOf(input)).toContain('"text":"二级"},{"text":"报道"},{"text":"RC-001、RC-101"');
    expect(textOf(input)).toContain('本库没有的编号：RC-999');
  });

  test('says how many entries are left out, reason by reason', () => {
    const leftOut = [
      { entry: registered('RC-020', { aside: '统计与汇编' }), why: '不算容错案例' as const },
      { entry: registered('RC-101', { isScenario: true }), why: '教学情景（虚构）' as const },
      { entry: registered('ZC-001', { collection: 'policies' }), why: '不在范围内' as const },
    ];
    const search = input.search && { ...input.search, hits: [registered('RC-001')], leftOut };
    expect(textOf({ ...input, search })).toContain(
      '另有 1 条（统计与汇编 1）不算容错案例；教学情景（虚构）1 条；别的栏目 1 条不在列入范围内，没有列入。',
    );
    expect(textOf({ ...input, search: search && { ...search, hits: [] } })).toContain('列入范围内未检索到。');
    expect(textOf({ ...input, search: search && { ...search, leftOut: leftOut.slice(1, 2) } })).toContain(
      '另有教学情景（虚构）1 条，没有列入。',
    );
  });

  test('says of what is left out by its scope and told at length all the same that it was found and is told', () => {
    const aside = registered('RC-020', { aside: '统计与汇编' });
    const search = input.search && {
      ...input.search,
      hits: [registered('RC-001')],
      leftOut: [{ entry: aside, why: '不算容错案例' as const }],
    };
    const report = { ...input, search, kept: [UNTOLD, kept(aside, {}), kept(registered('RC-030'), {})] };
    const text = textOf(report);
    expect(text).toContain('逐案列入 1 条。另有 1 条不在检索结果里，由承办人列入。不在列入范围内的 1 条由承办人逐案列入。"');
    const rows = reportPaper(report).parts.flatMap((part) =>
      part.kind === 'table' ? part.rows.map((row) => row.map((cell) => cell.text)) : [],
    );
    expect(rows).toContainEqual(['容错纠错案例库（统计与汇编，不算容错案例）', '1', '1', '0', '0']);
  });

  test('tells each case kept: facts, conclusion, decider, basis with its validity, gaps as 未载, and numbered references', () => {
    const told = kept(registered('RC-001'), {
      facts: [{ text: '先开工。', cites: ['GK-0001'] }],
      outcomeText: { text: '予以容错。', cites: ['GK-0001'] },
      basis: [{ id: 'ZC-0009', text: '来源点名条例。', cites: ['GK-0001'] }],
    });
    const text = textOf({ ...input, kept: [told] });
    for (const part of [
      '"value":"先开工。［1］"',
      '"label":"结论的表述","value":"予以容错。［1］"',
      '来源点名条例。［1、2］〔时效：现行（截至 2026-11-22 核对）〕',
      '"label":"后续","value":"未载"',
      '[1] 某报. 某县容错[EB/OL]. （2021-08-02）[2026-11-28]. https://news.example/1.',
      '[2] 中共中央. 问责条例[Z].',
      'http://kb/id/RC-001/',
    ])
      expect(text).toContain(part);
  });

  test('sets the matter beside the cases factor by factor, and says of typed values alone whether they are the same', () => {
    const told = kept(registered('RC-001'), { field: [FIELDS[0]], factors: { ...UNKNOWN_FACTORS, motive: say('出于公心。') } });
    const matter = makeMatter({ motive: '为了工期。', field: FIELDS[0], subject: '某事' });
    const { parts } = reportPaper({ ...input, kept: [told], matter });
    const tables = parts.filter((part) => part.kind === 'table').map(({ rows }) => rows.map((row) => row.map(({ text }) => text)));
    expect(tables.flat()).toContainEqual(['动机态度', '为了工期。', '出于公心。［S3-¶26#2］']);
    expect(tables.flat()).toContainEqual(['客观条件', '', '未载']);
    expect(
      tables.flat().find(([id, , , field]) => id === `RC-001　${registered('RC-001').places.join('、')}` && field?.includes('与本件'))?.[3],
    ).toBe(`${FIELDS[0]}\n（与本件相同）`);
    expect(tables.flat().find(([id]) => id === '本件')?.[5]).toBe('动机态度');
  });

  test('has its cases as a table for a sheet: a case a row, its sources with it, nothing of the matter', () => {
    const told = kept(registered('RC-001'), { factors: { ...UNKNOWN_FACTORS, motive: say('出于公心。') } });
    const policy = { ...kept(registered('RC-002'), {}), entry: registered('ZC-0001', { collection: 'policies' }) };
    const { columns, rows, works } = reportTable([told, policy], 'http://kb/');
    expect(rows.map(({ key }) => key)).toEqual(['RC-001']);
    const cell = (key: string) => rows[0]?.cells[columns.findIndex((column) => column.key === key)];
    expect(cell('动机态度')).toBe('出于公心。');
    expect(cell('客观条件')).toBe('未载');
    expect(cell('sources')).toBe('某报，2021-08-02');
    expect(cell('address')).toEqual({ text: 'http://kb/id/RC-001/', link: 'http://kb/id/RC-001/' });
    expect(works.map(({ id }) => id)).toEqual(['GK-0001']);
  });

  test('says where to read of a result that has no word, and of a list that is told whole that nothing is only listed', () => {
    const told = kept(registered('RC-001'), { outcome: '其他' });
    const text = textOf({ ...input, search: input.search && { ...input.search, hits: [registered('RC-001')] }, kept: [told] });
    expect(text).toContain('其他，见三（1）的结论');
    expect(text).toContain('逐案列入 1 条。');
    expect(textOf(input)).toContain('逐案列入 1 条，其余只列目录。');
  });

  test('says where to read by the numbers of the records, whatever is kept before the cases', () => {
    const rule = { ...kept(registered('RC-002'), {}), entry: registered('ZC-0001', { collection: 'policies' }) };
    const told = kept(registered('RC-001'), { outcome: '其他' });
    const { parts } = reportPaper({ ...input, kept: [rule, told] });
    const text = JSON.stringify(parts);
    expect(parts.some((part) => part.kind === 'subheading' && part.text.startsWith('（2）RC-001'))).toBe(true);
    expect(text).toContain('其他，见三（2）的结论');
    expect(text).not.toContain('见三（1）');
  });

  test('tells at length at first what was seen in its text, in the order in which it was found', () => {
    const listed = ['四级', '二级', '三级', '四级', '一级', '二级', '三级'].map((sourceLevel, at) =>
      registered(`RC-00${at + 1}`, { sourceLevel }),
    );
    const levels = ['一级', '二级', '三级', '四级'].map((name) => ({ name }));
    const numbers = (entries: readonly RegisterEntry[]) => firstKept(entries, levels).map(({ id }) => id);
    expect(numbers(listed)).toEqual(['RC-002', 'RC-003', 'RC-005', 'RC-006', 'RC-007']);
    expect(numbers(listed.slice(0, 4))).toEqual(['RC-002', 'RC-003', 'RC-001', 'RC-004']);
    expect(numbers([registered('ZC-0001', { collection: 'policies' })])).toEqual([]);
  });

  test('of cases that are none of tolerance leaves out the factors that nobody tells, and sets beside each other who decided and how it is put', () => {
    const cleared = kept(registered('RC-001'), { type: '澄清正名', decidedBy: say('镇纪委。'), outcomeText: say('公开澄清。') });
    const rowsOf = (matter: ReportInput['matter']) => {
      const { parts } = reportPaper({ ...input, kept: [cleared], matter });
      return parts.flatMap((part) => (part.kind === 'table' ? part.rows.map((row) => row.map(({ text }) => text)) : []));
    };
    const rows = rowsOf(makeMatter());
    expect(rows.filter(([label]) => label === '动机态度')).toEqual([]);
    expect(rows).toContainEqual(['认定主体', '', '镇纪委。［S3-¶26#2］']);
    expect(rows).toContainEqual(['结论的表述', '', '公开澄清。［S3-¶26#2］']);
    expect(textOf({ ...input, kept: [cleared] })).toContain('六因素是问容错的');
    expect(rowsOf(makeMatter({ motive: '为公。' }))).toContainEqual(['动机态度', '为公。', '未载']);
    expect(textOf({ ...input, kept: [kept(registered('RC-001'), { type: '容错' })] })).not.toContain('六因素是问容错的');
  });

  test('with many cases has tables of three beside the matter', () => {
    const many = ['RC-001', 'RC-002', 'RC-003', 'RC-004'].map((id) => kept(registered(id), {}));
    const headings = reportPaper({ ...input, kept: many }).parts.flatMap((part) => (part.kind === 'subheading' ? [part.text] : []));
    expect(headings.filter((text) => text.startsWith('逐项并排'))).toEqual(['逐项并排（1／2）', '逐项并排（2／2）']);
  });

  test('without a search says so', () => {
    expect(textOf({ ...input, search: undefined })).toContain('没有输入检索词');
  });

  test('tells what was written of the matter also where no case stands beside it, and what no case has', () => {
    const matter = makeMatter({ facts: '先开工。', distinctions: '区分2：探索。', excluded: '没有。', missing: '谁在场。' });
    for (const kept of [[], [UNTOLD]]) {
      const text = textOf({ ...input, kept, matter });
      for (const part of [
        '先开工。',
        '区分2：探索。',
        '"label":"规则写明不容的情形","value":"没有。"',
        '"label":"待查事项","value":"谁在场。"',
      ])
        expect(text).toContain(part);
    }
    expect(textOf(input)).not.toContain('待查事项');
  });

  describe('on two pages', () => {
    const shortOf = (report: ReportInput) => JSON.stringify(shortReportPaper(report));
    const rowsOf = (report: ReportInput) =>
      shortReportPaper(report).parts.flatMap((part) => (part.kind === 'table' ? part.rows.map((row) => row.map(({ text }) => text)) : []));

    test('says what was asked and found, the cases in a table, which factors nobody tells, and the sources', () => {
      const told = kept(registered('RC-001', { year: '2021' }), {
        field: [FIELDS[0]],
        outcome: '免责',
        factors: { ...UNKNOWN_FACTORS, motive: say('出于公心。') },
      });
      const report = {
        ...input,
        kept: [told],
        matter: makeMatter({ subject: '某事', field: FIELDS[0], decider: '纪检监察机关', motive: '为公。', missing: '谁在场。' }),
      };
      const text = shortOf(report);
      for (const part of [
        '逐字查找“土地”',
        '共检索到 2 条',
        '其中教学情景（虚构）1 条',
        '网址中本库没有的编号：RC-999',
        '本件待查：谁在场。',
        '[1] 某报. 某县容错',
      ])
        expect(text).toContain(part);
      const rows = rowsOf(report);
      expect(rows[0]).toEqual(['本件', '某事', '尚未认定', '纪检监察机关', FIELDS[0]]);
      expect(rows[1]?.slice(1)).toEqual([`${told.entry.title}［1］`, '免责', '未载', `${FIELDS[0]}\n（与本件相同）`]);
      expect(rows).toContainEqual(['动机态度', '填了', '有记载']);
      expect(rows).toContainEqual(['客观条件', '没有填', '未载']);
    });

    test('says what a level of sources is, that a place is not known, what is no case of tolerance and what was not found', () => {
      const aside = kept(registered('RC-009', { places: [], aside: '通报反例', sourceLevel: '二级' }), {});
      const report = { ...input, kept: [aside], sourceLevels: [{ name: '二级', note: '官方媒体的报道。' }] };
      const text = shortOf(report);
      for (const part of ['来源二级是官方媒体的报道。', '地区未载', '不算容错案例', '另有 1 条不在检索结果里，由承办人列入。'])
        expect(text).toContain(part);
    });

    test('gives a made-up case no sources: what its editors read is not where it is from', () => {
      const made = kept(registered('RC-101', { isScenario: true }), {});
      expect(rowsOf({ ...input, kept: [made] })[1]?.[1]).toBe('题目RC-101（教学情景，虚构）');
    });

    test('leads to the long report only for cases that it does not list itself', () => {
      const found = registered('RC-001', {});
      const search = { ...input.search, hits: [found], leftOut: [], closest: [] } as unknown as NonNullable<ReportInput['search']>;
      expect(shortOf({ ...input, search, kept: [kept(found, {})] })).toContain('共检索到 1 条，都列在下面。');
      expect(shortOf({ ...input, search, kept: [] })).toContain('共检索到 1 条，目录在全文报告里。');
    });

    test('tells what was written of the matter where it is short, and says where it stands otherwise', () => {
      const short = makeMatter({ facts: '先开工。', motive: '为公。', excluded: '没有。' });
      for (const part of ['"label":"事实经过","value":"先开工。"', '"label":"动机态度","value":"为公。"', '"value":"没有。"'])
        expect(shortOf({ ...input, matter: short })).toContain(part);
      const long = shortOf({ ...input, matter: makeMatter({ facts: '长'.repeat(450), motive: '为公。', issue: '争'.repeat(48) }) });
      expect(long).toContain('写得较长，记在全文报告里。');
      expect(long).not.toContain('长长');
    });

    test('names the cases for which it has no room, and says of made-up ones that they are', () => {
      const ids = Array.from({ length: SHORT_CASES + 2 }, (_, at) => `RC-00${at + 1}`);
      const many = ids.map((id) => kept(registered(id, id === 'RC-001' ? { isScenario: true } : {}), {}));
      const text = shortOf({ ...input, kept: many });
      expect(text).toContain('另列入 2 个案例，记在全文报告里：RC-006、RC-007。');
      expect(text).toContain('（教学情景，虚构）');
      expect(rowsOf({ ...input, kept: many }).filter(([first]) => typeof first === 'string' && first.startsWith('RC-'))).toHaveLength(
        SHORT_CASES,
      );
    });

    test('without hits, and without cases, says so', () => {
      const none = { ...input, kept: [], search: input.search && { ...input.search, hits: [] } };
      expect(shortOf(none)).toContain('未检索到；不说明没有这样的案例或规定。');
      expect(shortOf(none)).toContain('没有列入案例。');
      expect(shortOf({ ...none, search: undefined })).toContain('没有检索，也没有列入案例。');
    });
  });
});

describe('the scope of a report', () => {
  const found = [
    registered('RC-001'),
    registered('RC-002', { aside: '统计与汇编' }),
    registered('RC-101', { isScenario: true }),
    registered('ZC-001', { collection: 'policies' }),
    registered('SY-001', { collection: 'terms' }),
  ];
  test.each([
    ['?q=容错', ['RC-001']],
    ['?q=容错&scope=rules', ['RC-001', 'ZC-001']],
    ['?q=容错&scope=all', ['RC-001', 'ZC-001', 'SY-001']],
    ['?q=容错&scope=all&asides=1', ['RC-001', 'RC-002', 'RC-101', 'ZC-001', 'SY-001']],
    ['?q=容错&collection=terms', ['RC-001', 'ZC-001', 'SY-001']],
    ['?q=容错&scope=nonsense', ['RC-001']],
  ])('%s lists %j', (search, ids) => {
    const { hits, leftOut } = scopeHits(found, search);
    expect(hits.map(({ id }) => id)).toEqual(ids);
    expect(leftOut).toHaveLength(found.length - ids.length);
  });
});

describe('the matter in hand', () => {
  const matter = makeMatter({ subject: '某事', motive: '为公。' });

  test('comes back as it was kept, until the day it is wiped', () => {
    const stored = writeMatter(matter, '2026-12-28');
    expect(readMatter(stored, '2026-11-28', '2026-12-28')).toEqual({ matter, until: '2026-12-28' });
    expect(readMatter(stored, '2026-12-27', '2027-01-26')?.matter).toEqual(matter);
    expect(readMatter(stored, '2026-12-28', '2027-01-27')).toBeUndefined();
  });

  test('is not kept for longer by a clock that was set back', () => {
    expect(readMatter(writeMatter(matter, '2027-12-28'), '2026-11-28', '2026-12-28')).toBeUndefined();
  });

  test.each([
    null,
    '',
    '[]',
    '{"v":2}',
    '{"v":1,"until":"2026-12-01"}',
    '{"v":1,"until":"x","matter":{}}',
    '{"v":1,"until":"2026-12-01","matter":null}',
  ])('is nothing when %s is stored', (stored) => expect(readMatter(stored, '2026-11-28', '2026-12-28')).toBeUndefined());

  test('drops what is no field, and what is no text', () => {
    expect(makeMatter({ subject: 1, unknown: 'x' })).toEqual(makeMatter());
  });

  test('of two sites on one host is kept apart', () => {
    expect(matterKey('/a/')).not.toBe(matterKey('/b/'));
  });
});

describe('the kinds of bodies that a decider’s sentence names', () => {
  test.each([
    ['未载', []],
    ['区纪委常委会研究决定。', ['纪检监察机关']],
    ['红河县委常委会批准，县纪委宣布。', ['纪检监察机关', '党委（党组）']],
    ['济南市委组织部，会同纪委监委核查。', ['纪检监察机关', '组织（人事）部门']],
    ['县级纪委监委一方办理，联席会议审定；参会单位未见。', ['纪检监察机关', '联席会议或协调小组']],
    ['问责实施机关。', ['问责机关（按权限）']],
    ['有关党委（党组）集体研究决定。', ['党委（党组）']],
    ['审计机关。', ['审计机关']],
    ['荆门市。', ['其他写法']],
  ])('%s', (text, kinds) => expect(deciderKinds(text)).toEqual(kinds));
});

describe('the file of a worksheet', () => {
  const names = ['matter-note', 'factor-motive-note'];

  test('comes back as it was saved, without empty notes', () => {
    const text = writeWorksheet({ 'matter-note': '某事\n第二行', 'factor-motive-note': ' ' });
    expect(readWorksheet(text, names)).toEqual({ notes: { 'matter-note': '某事\n第二行' }, homeless: [] });
  });

  test('names what the page has no box for any more', () => {
    expect(readWorksheet(writeWorksheet({ 'old-note': '甲' }), names)).toEqual({ notes: {}, homeless: ['old-note'] });
  });

  test.each([
    '',
    '{',
    '[]',
    '{"kind":"worksheet","v":2,"notes":{}}',
    '{"kind":"pack","v":1,"notes":{}}',
    '{"kind":"worksheet","v":1,"notes":null}',
  ])('%s is no such file', (text) => expect(readWorksheet(text, names)).toBeUndefined());

  test('for Word has the notes, lines where nothing was written, the lists that stand open with what is left out, and what they quote', () => {
    const { parts } = worksheetPaper(
      [
        { heading: '因素1', note: '为公。', lists: [{ heading: '规则怎样问（1）', items: ['没有谋取私利'], notes: ['只列 1 句。'] }] },
        { heading: '因素2', note: '', lists: [{ heading: '规则怎样问（0）', items: [], notes: ['没有问到。'] }] },
      ],
      [{ title: '某办法', address: 'http://kb.example/policies/mou/' }],
      [],
    );
    expect(parts.slice(1)).toEqual([
      { kind: 'heading', text: '因素1' },
      { kind: 'paragraph', text: '为公。' },
      { kind: 'subheading', text: '规则怎样问（1）' },
      { kind: 'list', mark: 'number', look: 'small', items: ['没有谋取私利'] },
      { kind: 'note', text: '只列 1 句。' },
      { kind: 'heading', text: '因素2' },
      { kind: 'blank', lines: 3 },
      { kind: 'subheading', text: '规则怎样问（0）' },
      { kind: 'note', text: '没有问到。' },
      { kind: 'heading', text: '所列规则和案例' },
      { kind: 'note', text: '上面所列各句的出处写在本库的这些条目里，核对原文从这里查起。' },
      { kind: 'list', mark: 'number', look: 'small', items: ['某办法　http://kb.example/policies/mou/'] },
    ]);
  });
});

describe('notes of the worksheet taken over into a report', () => {
  const notes = {
    'matter-note': '便桥抢修\n先开工后补手续。',
    'factor-motive-note': ' 没有私利。 ',
    'distinction-2-note': '探索。',
    'missing-note': '谁在场。',
  };

  test('stand each under the field that asks the same, a short first line as the name of the matter', () => {
    const { matter, into } = takeOver(makeMatter(), notes);
    expect(matter).toEqual(
      makeMatter({
        subject: '便桥抢修',
        facts: '便桥抢修\n先开工后补手续。',
        motive: '没有私利。',
        distinctions: '区分2：探索。',
        missing: '谁在场。',
      }),
    );
    expect(into).toEqual(['事由', '事实经过', '动机态度', '三个区分开来', '待查事项']);
  });

  test('stand below what was there, and only once', () => {
    const own = makeMatter({ subject: '某事', motive: '为公。' });
    const once = takeOver(own, notes);
    expect([once.matter.subject, once.matter.motive]).toEqual(['某事', '为公。\n没有私利。']);
    expect(takeOver(once.matter, notes)).toEqual({ matter: once.matter, into: [], full: [] });
    expect(takeOver(makeMatter({ motive: '他没有私利。吗' }), notes).into).toContain('动机态度');
  });

  test('that find no room are named and not cut', () => {
    const own = makeMatter({ motive: '长'.repeat(3998) });
    const { matter, full, into } = takeOver(own, { 'factor-motive-note': '没有私利。', 'other-note': '甲' });
    expect([matter, full, into]).toEqual([own, ['动机态度'], []]);
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

  test('leaves out what was retired', () => {
    const retired = { status: '退出', retired: { date: '2026-11-28', reason: '重复。' } };
    const told = {
      factors: { ...UNKNOWN_FACTORS, motive: say('出于公心。') },
      distinctions: [{ which: '1', text: '先行。', cites: ['S3-¶26#2'] }],
    };
    const gone = [
      makeEntry('tolerance', { id: 'RC-104', ...told, ...retired }),
      makePolicy({ rule: { ...rule, notTolerated: say('谋取私利。') }, ...retired }),
    ];
    const [step] = factorSteps(gone, ASIDES);
    expect([step?.rules, step?.cases, notTolerated(gone), distinctionSteps(gone, [{ id: '1' }], ASIDES)[0]?.cases]).toEqual([
      [],
      [],
      [],
      [],
    ]);
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
