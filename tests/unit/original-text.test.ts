import { describe, expect, test } from 'vitest';
import { originalTextOf } from '../../src/domain/entry/original-text.ts';
import type { Entry } from '../../src/domain/entry/records.ts';
import type { PublicSource } from '../../src/schema/vocabulary.ts';
import { makeEntry, makePolicy, makePractice, makeSource } from '../support/make-entries.ts';

const publicSources = new Map(
  [
    {
      id: 'GK-0001',
      title: '容错案例',
      publisher: '云南网',
      date: '2025-09-02',
      url: 'https://news.example/1',
      seen: '摘录',
      note: '报道。',
    },
    { id: 'GK-0002', title: '容错案例', publisher: '某网（转载）', date: '2025-09-03', seen: '摘录', note: '转载。' },
    { id: 'GK-0004', title: '某县容错的报道（题名未载）', publisher: '某刊（转载）', date: '未载', seen: '摘录', note: '转载。' },
    { id: 'GK-0006', title: '某县澄清（题名为编者概括）', publisher: '某报', date: '2020', seen: '摘录', note: '转载。' },
    { id: 'GK-0005', title: '郫都区容错纠错（题名节略）', publisher: '某刊', date: '2017-06-02', seen: '摘录', note: '转载。' },
  ].map((source) => [source.id, source as PublicSource]),
);
const document = makeSource({ id: 'S3', shortName: '2021年综述', publisher: '证券时报网', issued: '2021-08-23' });
const textOf = (entry: Entry) => originalTextOf(entry, { byId: new Map([['S3', document]]), publicSources, ownDocuments: new Map() });
const fact = (...cites: string[]) => ({ text: '公开澄清。', cites });

describe('a report', () => {
  test('whose publisher has a page is led to', () => {
    const found = textOf(makeEntry('tolerance', { facts: [fact('GK-0002'), fact('GK-0001')] }));
    expect(found).toEqual({ ways: [{ label: '看原文', publisher: '云南网', note: '', url: 'https://news.example/1' }] });
  });

  test('known from a copy says which, without an address', () => {
    expect(textOf(makePractice({ actions: [fact('GK-0002')] }))).toEqual({
      ways: [],
      ask: '没有首发机构的网址，可以凭题名和日期找：《容错案例》（某网（转载），2025-09-03）',
    });
  });

  test('whose title nobody saw is not to be looked for by it, and one that was shortened is', () => {
    const askOf = (...cites: string[]) => textOf(makePractice({ actions: [fact(...cites)] }))?.ask;
    expect(askOf('GK-0004')).toBe('没有首发机构的网址，题名也没有见到，只知道出处：某刊（转载）');
    expect(askOf('GK-0006')).toContain('题名也没有见到，只知道出处：某报，2020');
    expect(askOf('GK-0004', 'GK-0005')).toBe('没有首发机构的网址，可以凭题名和日期找：《郫都区容错纠错》（某刊，2017-06-02）');
  });

  test('known from a document names it', () => {
    expect(textOf(makePractice({ actions: [fact('S3-¶26#2')] }))?.ask).toBe(
      '没有首发机构的网址，可以凭题名和日期找：2021年综述（证券时报网，2021-08-23）',
    );
  });
});

describe('a policy', () => {
  const place = (note: string) => ({ publisher: '中国政府网', note, url: 'https://gov.example/1' });

  test('whose text is online is led to', () => {
    expect(textOf(makePolicy({ readAt: [place('全文。')] }))?.ways.map(({ label }) => label)).toEqual(['看原文']);
  });

  test('of which only a report is online does not call it the text, and says whom to ask', () => {
    const found = textOf(
      makePolicy({
        readAt: [place('播发稿，不是文件全文。')],
        scope: '地方',
        issuerKind: '地方党委',
        issuers: ['中共某省委'],
        dates: { issued: '2018-05' },
      }),
    );
    expect(found).toEqual({
      ways: [{ label: '看报道', publisher: '中国政府网', note: '播发稿，不是文件全文', url: 'https://gov.example/1' }],
      ask: '没有见到首发机构的原文网页，可以凭题名和日期（2018-05）向中共某省委问',
    });
  });

  test('that a database of law holds is to be looked for there', () => {
    const found = textOf(makePolicy({ readAt: [{ publisher: '国家法律法规数据库', note: '可查官方文本。' }] }));
    expect(found?.ask).toBe('没有见到首发机构的原文网页，可到国家法律法规数据库查（可查官方文本）');
  });
});

test.for([
  ['a central party document', { scope: '中央', issuerKind: '党中央', issuers: ['中共中央'] }, '到共产党员网或者中国政府网查'],
  ['a law', { scope: '中央', issuerKind: '全国人大', issuers: ['全国人民代表大会'] }, '到国家法律法规数据库查'],
  ['a paper of a central body', { scope: '中央', issuerKind: '中央部门', issuers: ['国务院国资委'] }, '到国务院国资委的网站查'],
  [
    'a local rule whose issuer was not seen',
    { scope: '地方', issuerKind: '其他', issuers: ['昆明市（发文机关未见）'] },
    '向昆明市的纪委监委或者组织部门问',
  ],
] as const)('%s is asked for where it is kept, never from a person', ([, fields, where]) => {
  expect(textOf(makePolicy({ ...fields, dates: { issued: '2023' } }))?.ask).toContain(`可以凭题名和日期（2023）${where}`);
});

test('two reports of one publisher are told apart', () => {
  const other = {
    id: 'GK-0003',
    title: '另一篇',
    publisher: '云南网',
    date: '2025-10-02',
    url: 'https://news.example/2',
    seen: '摘录',
    note: '报道。',
  };
  const both = new Map([...publicSources, ['GK-0003', other as PublicSource]]);
  const found = originalTextOf(makePractice({ actions: [fact('GK-0001', 'GK-0003')] }), {
    byId: new Map(),
    publicSources: both,
    ownDocuments: new Map(),
  });
  expect(found?.ways.map(({ note }) => note)).toEqual(['容错案例', '另一篇']);
});

test('a constructed scenario has no text to go to', () => {
  expect(textOf(makeEntry('tolerance', { nature: '教学情景', type: '教学情景' }) as Entry)).toBeUndefined();
});
