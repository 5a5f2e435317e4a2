import { describe, expect, test } from 'vitest';
import { citationsOf } from '../../src/domain/entry/citations.ts';
import type { Entry } from '../../src/domain/entry/records.ts';
import { originalTextOf } from '../../src/domain/entry/original-text.ts';
import { citedWorks, citesText, findWork, pageWork, subjectWork } from '../../src/domain/reference/cited-works.ts';
import type { WorkIndex } from '../../src/domain/reference/cited-works.ts';
import type { PublicSource } from '../../src/schema/vocabulary.ts';
import { partOfPage, withRoot } from '../../src/domain/reference/work.ts';
import { makeEntry, makePolicy, makePractice, makeSource } from '../support/make-entries.ts';

test('a law in a later edition is cited as of that edition, not of the year in which it was first passed', () => {
  const dateOf = (dates: Record<string, string>, edition?: string) =>
    subjectWork(
      makePolicy({
        id: 'ZC-0001',
        dates: { adopted: '未载', issued: '未载', published: '未载', effectiveFrom: '未载', ...dates },
        ...(edition && { edition: { name: edition, from: '未载' } }),
      }),
    )?.date;
  expect(dateOf({ adopted: '1996-03-17' }, '2021年修订')).toBe('2021');
  expect(dateOf({ adopted: '1979-07-01' }, '1997年修订及历次修正')).toBe('1997');
  expect(dateOf({ issued: '2018-08-26' }, '2018年修订')).toBe('2018-08-26');
  expect(dateOf({ issued: '2021-01-04' }, '2020年修订')).toBe('2021-01-04');
  expect(dateOf({ adopted: '2020-06-20' }, '2020年公布')).toBe('2020-06-20');
  expect(dateOf({}, '2025年修订')).toBeUndefined();
});

const source = makeSource({
  id: 'S3',
  shortName: '2021年综述',
  title: '各地综述',
  issued: '2021-08-23',
  publisher: '证券时报网',
  author: '证券时报网',
});
const policy = makePolicy({ id: 'ZC-0006', title: '意见', docNumber: '中办发〔2018〕29号', dates: { published: '2018-05-20' } });
const index: Omit<WorkIndex, 'citations'> = {
  byId: new Map([source, policy].map((entry) => [entry.data.id, entry])),
  ownDocuments: new Map(),
  publicSources: new Map([
    ['GK-0001', { id: 'GK-0001', title: '词条', publisher: '中国网', date: '未载', url: 'http://a.cn/', seen: '摘录' }],
  ]),
  siteName: '担当作为知识库',
};
/** What an entry of its own cites, looked up among the works above. */
const worksOf = (entry: Entry) => citedWorks(entry, { ...index, citations: new Map([[entry.data.id, citationsOf(entry)]]) });
const fact = (...cites: string[]) => ({ text: '一句话。', cites });

describe('the works that an entry cites', () => {
  test('are each named once, a source document with its paragraphs in order', () => {
    const entry = makePractice({
      actions: [fact('S3-¶26#2', 'GK-0001'), fact('S3-¶03#1', 'ZC-0006#part-4'), fact('S3-¶27#1', 'S3-¶28#1')],
    });
    const works = worksOf(entry);
    expect(works.map(({ id }) => id).sort()).toEqual(['GK-0001', 'S3', 'ZC-0006']);
    expect(works.find(({ id }) => id === 'S3')?.place).toBe('第3、26-28段');
  });

  test('leave out that the editors made a scenario up', () => {
    const entry = makePractice({ actions: [fact('GK-0002', 'GK-0001')] });
    const own: PublicSource = { id: 'GK-0002', title: '编者虚构', publisher: '本库编者', date: '2026-11-22', seen: '全文' };
    const publicSources = new Map([...index.publicSources, ['GK-0002', own]]);
    const works = citedWorks(entry, { ...index, publicSources, citations: new Map([[entry.data.id, citationsOf(entry)]]) });
    expect(works.map(({ id }) => id)).toEqual(['GK-0001']);
  });

  test('leave out what nobody has', () => {
    expect(worksOf(makePractice({ actions: [fact('ZC-9999')] }))).toEqual([]);
  });
});

test('a public source keeps quiet about a date that it does not have', () => {
  expect(findWork('GK-0001', { ...index, citations: new Map() })).toEqual({
    id: 'GK-0001',
    name: '中国网',
    kind: 'page',
    authors: ['中国网'],
    title: '词条',
    url: 'http://a.cn/',
  });
});

test.each([
  ['期刊（转载）', { authors: [], publisher: '[期刊（转载）]' }],
  ['公开法规文本（转录）', { authors: [], publisher: '[公开法规文本（转录）]' }],
  ['原载媒体未标（转载）', { authors: [], publisher: '[原载媒体未标（转载）]' }],
  ['新华社（转载）', { authors: ['新华社（转载）'] }],
  ['期刊界', { authors: ['期刊界'] }],
])('a publisher %s stands for the author only where it is a name', (publisher, wanted) => {
  const source = { id: 'GK-0002', title: '某报道（题名未载）', publisher, date: '2018', seen: '摘录' as const };
  const work = findWork('GK-0002', { ...index, citations: new Map(), publicSources: new Map([['GK-0002', source]]) });
  expect(work).toMatchObject({ ...wanted, title: '[某报道]' });
});

test('a title that editors gave stands in square brackets, with what else they say of it', () => {
  const source = { id: 'GK-0002', title: '某报道（评论，题名未载）', publisher: '某报', date: '2018', seen: '摘录' as const };
  const work = findWork('GK-0002', { ...index, citations: new Map(), publicSources: new Map([['GK-0002', source]]) });
  expect(work?.title).toBe('[某报道（评论）]');
});

test('a rule without a day of issue is dated by its adoption, and a number not yet checked says so in square brackets', () => {
  const law = makePolicy({ docNumber: '中办发〔2018〕29号（待核）', dates: { adopted: '2020-06-20' } });
  expect(subjectWork(law)).toMatchObject({ date: '2020-06-20', subtitle: '中办发〔2018〕29号[待核]' });
});

test('a policy is a document with its number, dated by its publication where nothing older is known', () => {
  expect(subjectWork(policy)).toMatchObject({
    kind: 'document',
    authors: ['中共中央办公厅'],
    subtitle: '中办发〔2018〕29号',
    date: '2018-05-20',
  });
});

test('a rule known from a report is cited as the rule: without the report’s address, and without an issuer whom nobody saw', () => {
  const readAt = [{ publisher: '某报', note: '是报道，不是文本。', url: 'https://news.example/1' }];
  const rule = makePolicy({ issuers: ['常州市金坛区（发文机关未见）'], readAt });
  expect(subjectWork(rule)?.authors).toEqual([]);
  expect(
    subjectWork(makePolicy({ issuers: ['全国人民代表大会', '全国人民代表大会常务委员会（2024年修正）', '中央党校（国家行政学院）'] }))
      ?.authors,
  ).toEqual([...['全国人民代表大会', '全国人民代表大会常务委员会', '中央党校（国家行政学院）']]);
  expect(subjectWork(rule)).not.toHaveProperty('url');
  const text = makePolicy({ readAt: [...readAt, { publisher: '某政府网', note: '全文。', url: 'https://gov.example/1' }] });
  expect(subjectWork(text)?.url).toBe('https://gov.example/1');
});

test.for(['2018年5月5日文章。', '关于决定的说明。'])('a page that is about a rule is not its text: %s', (note) => {
  const told = (id: string) => makePolicy({ id, readAt: [{ publisher: '某杂志', note, url: 'https://news.example/1' }] });
  expect(subjectWork(told('ZC-0001'))).not.toHaveProperty('url');
  expect(originalTextOf(told('ZC-0001'), index)?.ways).toEqual([
    { label: '看报道', publisher: '某杂志', note: note.replace('。', ''), url: 'https://news.example/1' },
  ]);
});

test('a source document without a title of its own has the site’s in brackets, and names its publisher once', () => {
  expect(subjectWork(source)).toEqual({
    id: 'S3',
    name: '2021年综述',
    kind: 'page',
    authors: ['证券时报网'],
    title: '[各地综述]',
    date: '2021-08-23',
  });
});

test('the reference to a constructed scenario says that it is one', () => {
  const scenario = makeEntry('tolerance', { nature: '教学情景', title: '先动工后补手续' });
  expect(pageWork(scenario, '站').title).toBe('先动工后补手续（教学情景，虚构）');
});

test('a part of a page has its own name and address', () => {
  const part = partOfPage(pageWork(source, '站'), '/sources/s3/', { name: '第26段', anchor: 'p26' });
  expect(withRoot(part, 'http://kb/x/')).toMatchObject({ subtitle: 'S3 第26段', url: 'http://kb/x/sources/s3/#p26' });
});

describe('what a citation is called', () => {
  const clauses = [{ anchor: 'art-17', no: '第十七条', gist: '大意。', cites: ['GK-0001'] }];
  const rule = makePolicy({ id: 'ZC-0009', title: '问责条例', clauses });
  const names = { ...index, byId: new Map([source, rule].map((entry) => [entry.data.id, entry])) };

  test.each([
    ['a sentence, by the short name of its document', ['S3-¶26#2'], '2021年综述第26段第2句'],
    ['a run of sentences', ['S3-¶03#2-4'], '2021年综述第3段第2—4句'],
    ['several places of one document, which is named once', ['S3-¶26#2', 'S3-¶27#1'], '2021年综述第26段第2句、第27段第1句'],
    ['an article, by the title of its policy', ['ZC-0009#art-17'], '问责条例第十七条'],
    ['a public source, by who published it', ['GK-0001', 'ZC-0009'], '中国网；问责条例'],
    ['what nobody has, as it is written', ['GK-9999'], 'GK-9999'],
  ])('%s', (_, cites, printed) => {
    expect(citesText(cites, names)).toBe(printed);
  });
});

test.for(['题名未载', '题名没有见到', '题名为编者概括'])(
  'a title that the editors gave stands in square brackets, whatever they said of it: %s',
  (said) => {
    const publicSources = new Map([
      ['GK-0009', { id: 'GK-0009', title: `某县澄清（${said}）`, publisher: '某报', date: '2020', seen: '摘录' as const }],
    ]);
    expect(findWork('GK-0009', { ...index, citations: new Map(), publicSources })?.title).toBe('[某县澄清]');
  },
);
