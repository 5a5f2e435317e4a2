import { describe, expect, test } from 'vitest';
import { findEntries } from '../../src/search/find-entries.ts';
import type { IndexedEntry } from '../../src/search/index-facts.ts';
import { NO_NAMES, NO_WORDS } from '../../src/search/names.ts';
import { joinUnits, parseQuery, readableUnits, unitsOf } from '../../src/search/query.ts';
import { createOracle } from './search-oracle.ts';

const makePage = (page: Partial<IndexedEntry> & { id: string; title: string; body?: string }): IndexedEntry => ({
  collection: 'practices',
  url: `/practices/${page.id.toLowerCase()}/`,
  aliases: [],
  facets: { regions: [], themes: [], levels: [], natures: [], years: [], sources: [] },
  figures: [],
  date: '',
  text: [page.id, page.title, ...(page.aliases ?? []), page.body ?? ''].join('\n'),
  headings: [],
  ...page,
});

const pages = [
  makePage({ id: 'SJ-001', title: '甲地：干部谈心谈话', body: '听取意见。容错纠错也在谈话中讲。公务员参加。' }),
  makePage({ id: 'SJ-002', title: '乙地：容错纠错办法', body: '干部可以申请容错，程序公开。' }),
  makePage({ id: 'SY-001', title: '容错纠错', collection: 'terms', aliases: ['容错免责'] }),
  makePage({ id: 'SJ-003', title: '丙地：澄清正名', body: '1600多名干部得到澄清，占20%。参见 SJ-002。' }),
  makePage({ id: 'SJ-004', title: '丁地：考核', body: '平时考核与年度考核，健康体检，教育培训。' }),
];
const engine = createOracle(pages);

const numbers = async (q: string) => (await findEntries(engine, q)).entries.map(({ key }) => key);

describe('parseQuery', () => {
  test.each([
    ['white space separates phrases', '容错  纠错', ['容错', '纠错']],
    ['full-width space too', '容错\u3000纠错', ['容错', '纠错']],
    ['Chinese quotation marks keep a phrase together', '“容错 纠错”办法', ['容错 纠错', '办法']],
    ['straight and corner quotation marks do too', '"容错 纠错"「办法 一」', ['容错 纠错', '办法 一']],
    ['an unclosed quotation mark is punctuation', '“容错', ['容错']],
    ['punctuation alone is no phrase', '， 。', []],
    ['a phrase asked twice is asked once', '容错 容错', ['容错']],
  ])('%s', (_name, raw, phrases) => {
    expect(parseQuery(raw).phrases.map(({ text }) => text)).toEqual(phrases);
  });
});

describe('unitsOf', () => {
  test.each([
    ['question words are left out', '干部怎么申请容错', ['干部', '申请', '请容', '容错']],
    ['numbers and Latin words stay whole', '浙江1600多名ATA', ['浙江', '1600', '多名', 'ata']],
    ['a quoted phrase stays whole', '“容错免责”办法', ['容错免责', '办法']],
    ['a question of question words alone is cut as it stands', '为什么', ['为什', '什么']],
  ])('%s', (_name, raw, units) => {
    expect(unitsOf(parseQuery(raw))).toEqual(units);
  });

  test.each([
    ['a pair that is everywhere is no word', '干部怎么申请容错', '干部', ['申请', '请容', '容错']],
    ['unless there is no other', '干部', '干部', ['干部']],
  ])('%s', (_name, raw, common, units) => {
    expect(unitsOf(parseQuery(raw), { common, frequent: '' })).toEqual(units);
  });

  test('frequent pairs are spared where five others remain', () => {
    const units = (raw: string) => unitsOf(parseQuery(raw), { common: '', frequent: '考核' });
    expect(units('考核结果 怎么反馈')).toEqual(['考核', '核结', '结果', '反馈']);
    expect(units('考核结果反馈给本人')).toEqual(['核结', '结果', '果反', '反馈', '馈给', '给本', '本人']);
  });

  test.each([
    ['pairs over the border of a common one are not shown', '干部被诬告', ['部被', '被诬', '诬告'], ['被诬', '诬告']],
    ['unless there is no other', '村干部', ['村干'], ['村干']],
  ])('%s', (_name, raw, units, readable) => {
    expect(readableUnits(units, parseQuery(raw), { common: '干部', frequent: '' })).toEqual(readable);
  });

  test('joins overlapping pairs for readers', () => {
    expect(joinUnits(['不敢', '敢担', '担当', '1600', '干部'])).toEqual(['不敢担当', '1600', '干部']);
  });
});

describe('findEntries', () => {
  test('finds exactly the entries that contain every phrase', async () => {
    expect((await numbers('容错 干部')).sort()).toEqual(['SJ-001', 'SJ-002']);
  });

  test('puts the term that is named so first, other titles second, mentions last', async () => {
    expect(await numbers('容错纠错')).toEqual(['SY-001', 'SJ-002', 'SJ-001']);
  });

  test('finds an entry by another name', async () => {
    expect(await numbers('容错免责')).toEqual(['SY-001']);
  });

  test('puts the entry whose number is asked before those that refer to it', async () => {
    expect(await numbers('sj-002')).toEqual(['SJ-002', 'SJ-003']);
    expect((await findEntries(engine, 'SJ-002')).near).toEqual([]);
  });

  test('falls back on words for a question, and says which', async () => {
    const finding = await findEntries(engine, '干部怎么申请容错');
    expect(finding.mode).toBe('relaxed');
    expect(finding.entries[0]?.key).toBe('SJ-002');
    expect(finding.units).toContain('申请');
  });

  test('looks up no word of another form of a question that its own words rule out already', async () => {
    const asked: string[] = [];
    const words = { ...NO_WORDS, synonyms: [['谈心', '约谈']] };
    const oracle = createOracle(pages, NO_NAMES, words);
    const watched = { ...oracle, search: (phrase: string) => (asked.push(phrase), oracle.search(phrase)) };
    await findEntries(watched, '谈心程序健康教育');
    expect(asked).toContain('谈心');
    expect(asked.filter((phrase) => phrase.includes('约谈') && phrase !== '约谈')).toEqual([]);
  });

  test('finds a short query by its two words', async () => {
    expect(await numbers('健康教育')).toEqual(['SJ-004']);
  });

  test.each([
    ['a word that is nowhere', '龘靐齉'],
    ['a name of which only the beginning is there', '公务员法'],
    ['a foreign word before a known one', '量子容错'],
    ['a foreign question', '新能源汽车补贴标准是多少'],
    ['a quoted phrase that is nowhere', '“容错办法”'],
    ['an empty query', '  '],
  ])('finds nothing for %s', async (_name, q) => {
    expect(await findEntries(engine, q)).toMatchObject({ mode: 'none', entries: [] });
  });
});
