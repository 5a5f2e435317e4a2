/** Ways of asking lead to the entries that answer them, and are counted only where the page has the words. */
import { describe, expect, test } from 'vitest';
import { askedPairs, rankAsked } from '../../src/search/words/asked.ts';
import { findEntries } from '../../src/search/query/find-entries.ts';
import { gatherLexicon } from '../../src/search/making/index-lexicon.ts';
import { NO_NAMES, NO_WORDS } from '../../src/search/words/names.ts';
import { PLAIN_WISH } from '../../src/search/query/plan.ts';
import { makePage } from '../support/make-page.ts';
import { createOracle } from './search-oracle.ts';

const pages = [
  makePage({ id: 'SJ-001', title: '甲县：口头交办登记', body: '口头交办的事项登记，没有文件的补文件。' }),
  makePage({
    ...{ id: 'QX-001', collection: 'situations', title: '一个月迎检十几回', body: '先问依据。' },
    asked: ['检查组一天来三拨', '天天迎检干不了活', '材料报了又报'],
  }),
  makePage({
    ...{ id: 'QX-002', collection: 'situations', title: '没有文件，只有口头交办', body: '当天记下来。' },
    asked: ['领导打个电话就让我去办', '口头交办没有文件怎么办'],
  }),
  makePage({
    id: 'CS-001',
    collection: 'measures',
    title: '减少督查检查',
    body: '一年一次。',
    asked: ['检查太多了干不了正事', '迎检任务压得喘不过气'],
  }),
];
const texts = pages.map(({ text }) => text);
const { slots, asked } = gatherLexicon({ asked: pages.map((page) => page.asked), words: [], synonyms: [], places: [], texts });
const engine = createOracle(pages, NO_NAMES, { ...NO_WORDS, asked }, slots);
const lexicon = new Map(Object.entries(slots));
const ids = pages.map(({ id }) => id);
const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key);
const askedFor = (typed: string) => rankAsked(typed, { lexicon, numbers: asked, keys: ids });

describe('the entry of a question', () => {
  test.for([
    ['检查组一天来三拨', 'QX-001', 0],
    ['检查组一天来三拨？', 'QX-001', 0],
    ['检查组一天要来三拨', 'QX-001', 0],
    ['天天迎检，干不了活', 'QX-001', 1],
    ['领导打电话让我去办', 'QX-002', 0],
    ['迎检任务压得人喘不过气', 'CS-001', 1],
  ] as const)('%s is %s, by its sentence', ([typed, key, sentence]) => {
    expect(askedFor(typed)[0]).toMatchObject({ key, sentence });
  });

  test('the same question is as like as can be, another one less', () => {
    expect(askedFor('检查组一天来三拨')[0]?.score).toBeCloseTo(1, 1);
    expect(askedFor('检查组一天要来三拨')[0]?.score).toBeLessThan(1);
  });

  test.for(['', '怎么办', '公文', '新能源汽车补贴'])('none of “%s”', (typed) => {
    expect(askedFor(typed)).toEqual([]);
  });
});

test('who asks how two things are related asks for the two', () => {
  expect(askedPairs('激励和约束的关系')).toEqual(['激励', '励和', '和约', '约束']);
  expect(askedPairs('处理干部关系')).toContain('关系');
});

describe('a turn of phrase', () => {
  const likeness = (ways: readonly (readonly string[])[], typed: string) => {
    const gathered = gatherLexicon({ asked: ways, words: [], synonyms: [], places: [], texts: [] });
    const entries = ways.map((_, at) => `QX-${at}`);
    const known = { lexicon: new Map(Object.entries(gathered.slots)), numbers: gathered.asked, keys: entries };
    return new Map(rankAsked(typed, known).map(({ key, score }) => [key, score]));
  };

  test('that stands in a sentence of many entries says less than what recurs in one, where it is the matter', () => {
    const recurring = ['科员怎么晋升', '科员几年一级', '科员有没有待遇'];
    const spread = ['十年没涨', '十年前定的', '满十年退'].map((sentence) => [sentence]);
    const scores = likeness([['科员能不能转'], ...spread, recurring], '十年科员');
    expect(scores.get('QX-4')).toBeGreaterThan(scores.get('QX-1') ?? 1);
    // The very same sentences, of an entry each.
    const apart = likeness([['科员能不能转'], ...spread, ...recurring.map((sentence) => [sentence])], '十年科员');
    expect(apart.get('QX-4')).toBeLessThan(scores.get('QX-4') ?? 0);
  });

  test('says no more because a single one of thousands of sentences has it', () => {
    const many = Array.from({ length: 3000 }, (_, at) => [`第${at}件登记了没有`]);
    const scores = likeness([['热搜'], ['停职'], ['停职'], ...many], '热搜停职');
    expect(scores.get('QX-0')).toBeCloseTo(scores.get('QX-1') ?? 0, 2);
  });
});

describe('what has no pair in common', () => {
  const sentences = ['活儿我包了，挨了骂也是我', '开会要交手机', '发票要贴整齐', '门口的灯坏了', '食堂几点开'];
  const built = gatherLexicon({ asked: sentences.map((sentence) => [sentence]), words: [], synonyms: [], places: [], texts: [] });
  const known = { lexicon: new Map(Object.entries(built.slots)), numbers: built.asked, keys: ['一', '二', '三', '四', '五'] };

  test('is told by the characters of the sentences', () => {
    const keysOf = (typed: string) => rankAsked(typed, known).map(({ key }) => key);
    expect(keysOf('干活挨骂')).toEqual(['一']);
    expect(keysOf('我的，也是他的')).not.toContain('二');
  });

  test('is told by the sentences that have another word for it, less than by the word itself', () => {
    expect(rankAsked('照明坏没坏', known).map(({ key }) => key)).toEqual(['四']);
    const [byWord] = rankAsked('门口有灯吗', known);
    const [byOther] = rankAsked('大门照明', known, { others: ['门口的灯'] });
    expect(byOther).toMatchObject({ key: '四' });
    expect(byOther?.score).toBeLessThan(byWord?.score ?? 0);
  });
});

test('a single word is no question, unless no text has it', async () => {
  expect(askedFor('正事')).toEqual([]);
  expect((await findEntries(engine, '正事')).leading).toMatchObject([{ key: 'CS-001', sentence: 0 }]);
  // 检查 stands in a text: that is what is wanted.
  expect((await findEntries(engine, '检查')).leading).toEqual([]);
});

test('a page without the words is shown beside the count, with its sentence', async () => {
  const { entries, leading: beside } = await findEntries(engine, '检查组一天来三拨');
  expect(beside[0]).toMatchObject({ key: 'QX-001', sentence: 0 });
  expect(keys(entries)).not.toContain('QX-001');
});

test('entries of every collection are asked for', async () => {
  const { leading: beside, near } = await findEntries(engine, '迎检任务压得喘不过气');
  expect(keys([...beside, ...near])).toContain('CS-001');
});

test('a situation that answers the question comes before another entry for which people ask the same', async () => {
  const twins = [
    makePage({ id: 'KC-01', collection: 'courses', title: '课', body: '讲。', asked: ['迎检任务压得人喘不过气来'] }),
    makePage({ id: 'QX-003', collection: 'situations', title: '事', body: '做。', asked: ['迎检任务压得喘不过气'] }),
  ];
  const built = gatherLexicon({ asked: twins.map((page) => page.asked), words: [], synonyms: [], places: [], texts: [] });
  const both = createOracle(twins, NO_NAMES, { ...NO_WORDS, asked: built.asked }, built.slots);
  const { leading: beside } = await findEntries(both, '迎检任务压得人喘不过气来');
  expect(keys(beside)).toEqual(['QX-003', 'KC-01']);
});

test('a page with the words comes first in the count, once', async () => {
  const { entries, also, near, leading: beside } = await findEntries(engine, '口头交办没有文件怎么办');
  expect(keys(entries)[0]).toBe('QX-002');
  expect(keys([...entries, ...also, ...near, ...beside]).filter((key) => key === 'QX-002')).toHaveLength(1);
});

test('a sentence with another number is no answer, however alike it is', async () => {
  const rules = [
    makePage({ id: 'ZC-0001', collection: 'policies', title: '责任追究办法', body: '国资委46号令。' }),
    makePage({
      id: 'ZC-0002',
      collection: 'policies',
      title: '旧办法',
      body: '已经废止。',
      asked: ['国资委37号令还算不算', '国资委的号令'],
    }),
  ];
  const built = gatherLexicon({ asked: rules.map((page) => page.asked), words: [], synonyms: [], places: [], texts: [] });
  const both = createOracle(rules, NO_NAMES, { ...NO_WORDS, asked: built.asked }, built.slots);
  expect(keys((await findEntries(both, '国资委46号令')).leading)).toEqual([]);
  expect(keys((await findEntries(both, '国资委37号令')).leading)[0]).toBe('ZC-0002');
});

test.for([
  ['材料缺一份，窗口能不能先办', ['RC-002', 'RC-001']],
  ['窗口先办缺材料的案例', ['RC-002', 'RC-001']],
  ['讲课用的窗口先办缺材料的案例', ['RC-001', 'RC-002']],
] as const)('real cases stand before made-up ones, unless it is for a class: %s', async ([question, expected]) => {
  const about = { collection: 'tolerance', title: '缺一份材料', body: '窗口先办，企业后补材料。', asked: ['材料缺一份窗口先给办了'] };
  const facets = { regions: [], themes: [], levels: [], years: [], sources: [] };
  const cases = [
    makePage({ ...about, id: 'RC-001', facets: { ...facets, natures: ['教学情景'] } }),
    makePage({ ...about, id: 'RC-002', facets: { ...facets, natures: ['公开报道'] } }),
  ];
  const built = gatherLexicon({ asked: cases.map((page) => page.asked), words: [], synonyms: [], places: [], texts: [] });
  const both = createOracle(cases, NO_NAMES, { ...NO_WORDS, asked: built.asked }, built.slots);
  const { leading: beside, entries, near } = await findEntries(both, question);
  expect([...new Set(keys([...beside, ...entries, ...near]))]).toEqual(expected);
});

test('what is called by the very words of the question stands before what people ask about in such words', async () => {
  const twins = [
    makePage({ id: 'QX-004', collection: 'situations', title: '乡镇补贴怎么定', body: '看条件和年限。' }),
    makePage({ id: 'CS-002', collection: 'measures', title: '补贴与意外险', body: '分档。', asked: ['乡镇补贴怎么定才好'] }),
  ];
  const built = gatherLexicon({ asked: twins.map((page) => page.asked), words: [], synonyms: [], places: [], texts: [] });
  const both = createOracle(twins, NO_NAMES, { ...NO_WORDS, asked: built.asked }, built.slots);
  const { entries, leading: before, near } = await findEntries(both, '乡镇补贴怎么定');
  expect([keys(before), keys(entries)[0]]).toEqual([[], 'QX-004']);
  expect(keys(near)).toContain('CS-002');
});

test('a reader who wants the words as they stand gets no more', async () => {
  const { leading: beside } = await findEntries(engine, '检查组一天来三拨', { ...PLAIN_WISH, isExact: true });
  expect(beside).toEqual([]);
});

test('a phrase that many entries have in other words does not keep the rest of a question from being looked up', async () => {
  const exposed = Array.from({ length: 12 }, (_, index) =>
    makePage({ id: `SJ-${101 + index}`, title: `做法${index}`, body: '公开曝光。' }),
  );
  const prize = makePage({ id: 'SJ-200', title: '慢作为的单位', body: '发过蜗牛奖。' });
  const some = [...exposed, prize];
  const built = gatherLexicon({
    asked: [],
    words: ['蜗牛奖'],
    synonyms: [{ words: ['红黑榜'], to: ['曝光'] }],
    places: [],
    texts: some.map(({ text }) => text),
  });
  const { entries, near } = await findEntries(createOracle(some, NO_NAMES, NO_WORDS, built.slots), '红黑榜、蜗牛奖那种法子行不行');
  expect(keys([...entries, ...near])).toContain('SJ-200');
});

describe('beside entries that have the words', () => {
  const entries = [
    makePage({ id: 'QX-001', collection: 'situations', title: '手续没齐', body: '未批先建要处罚。', asked: ['先上车后补票行不行'] }),
    makePage({
      id: 'QX-002',
      collection: 'situations',
      title: '休假标准怎么算',
      body: '先问。',
      asked: ['调休的期限规定是几天'],
    }),
    makePage({ id: 'RC-001', collection: 'tolerance', title: '甲县：先上车后补票的教训', body: '容错有期限规定。', asked: [] }),
    makePage({ id: 'RC-002', collection: 'tolerance', title: '乙县：未批先建', body: '容错。', asked: [] }),
  ];
  const built = gatherLexicon({
    asked: entries.map((page) => page.asked),
    words: [],
    synonyms: [{ words: ['先上车后补票'], to: ['未批先建'] }],
    places: [],
    texts: entries.map(({ text }) => text),
  });
  const searched = createOracle(entries, NO_NAMES, { ...NO_WORDS, asked: built.asked }, built.slots);

  test('what people ask for so stands first, once, though it has another word for it', async () => {
    const { leading, entries: counted, also } = await findEntries(searched, '先上车后补票');
    expect([leading, counted, also].map(keys)).toEqual([['QX-001'], ['RC-001'], ['RC-002']]);
  });

  test('the situation that most is asked for in such words stands first, though no single sentence is alike', async () => {
    const worried = [
      makePage({
        ...{ id: 'QX-001', collection: 'situations', title: '字不敢签', body: '先问。' },
        asked: ['怕被问责，签字的时候手都在抖，谁来撑腰', '干了几年越干越怕问，一纸通报下来全白干'],
      }),
      makePage({ id: 'WT-001', collection: 'problems', title: '求稳', body: '怕问责的人多。', asked: [] }),
    ];
    const known = gatherLexicon({ asked: worried.map((page) => page.asked), words: [], synonyms: [], places: [], texts: [] });
    const { leading, entries: counted } = await findEntries(
      createOracle(worried, NO_NAMES, { ...NO_WORDS, asked: known.asked }, known.slots),
      '怕问责',
    );
    expect([leading, counted].map(keys)).toEqual([['QX-001'], ['WT-001']]);
  });

  const among = (some: typeof entries, typed: string, synonyms: { words: string[]; to: string[] }[] = []) => {
    const known = gatherLexicon({
      asked: some.map((page) => page.asked),
      words: [],
      synonyms,
      places: [],
      texts: some.map(({ text }) => text),
    });
    return findEntries(createOracle(some, NO_NAMES, { ...NO_WORDS, asked: known.asked }, known.slots), typed);
  };

  test('what has the words too, and is asked for so, stands before what is only asked for so', async () => {
    const rules = [
      makePage({ id: 'SJ-001', title: '某县的做法', body: '讲减负规定。', asked: [] }),
      makePage({
        id: 'ZC-0001',
        collection: 'policies',
        title: '整治形式主义的若干规定',
        body: '减负规定共有七条。',
        asked: ['减负规定有哪些'],
      }),
      makePage({ id: 'CS-002', collection: 'measures', title: '松绑', body: '少发文。', asked: ['减负规定村里怎么落'] }),
    ];
    const { leading, entries: counted } = await among(rules, '减负规定');
    expect(keys(leading).slice(0, 2)).toEqual(['ZC-0001', 'CS-002']);
    expect(keys(counted)).toContain('ZC-0001');
  });

  test('nothing that is only asked for so stands before the entry whose very name is another word for what was typed', async () => {
    const rules = [
      makePage({ id: 'ZC-0001', collection: 'policies', title: '公务员考核规定', body: '年度考核分四等。', asked: [] }),
      makePage({
        id: 'QX-002',
        collection: 'situations',
        title: '得了基本称职',
        body: '可以申请复核。',
        asked: ['公务员考核办法怎么算等次'],
      }),
    ];
    const found = await among(rules, '公务员考核办法', [{ words: ['公务员考核办法'], to: ['公务员考核规定'] }]);
    expect([found.mode, found.leading, found.entries]).toEqual(['alternatives', [], [expect.objectContaining({ key: 'ZC-0001' })]]);
  });

  test('a sentence with one of several words stands nowhere before them', async () => {
    const { leading, entries: counted } = await findEntries(searched, '容错 期限规定');
    expect([leading, counted].map(keys)).toEqual([[], ['RC-001']]);
  });
});

test('what is far behind the closest does not stand first with it, and is offered below', async () => {
  const asking = [
    makePage({
      id: 'QX-001',
      title: '迎检',
      body: '一天来几拨检查组，材料备到半夜。',
      collection: 'situations',
      asked: ['检查组一天来三拨材料怎么备', '三拨检查组同一天来'],
    }),
    makePage({ id: 'QX-002', title: '报送', collection: 'situations', asked: ['检查组要的材料怎么备'] }),
  ];
  const built = gatherLexicon({ asked: asking.map((page) => page.asked), words: [], synonyms: [], places: [], texts: [] });
  const both = createOracle(asking, NO_NAMES, { ...NO_WORDS, asked: built.asked }, built.slots);
  const { leading, entries, near } = await findEntries(both, '三拨检查组一天来，材料怎么备');
  expect([leading, entries, near].map(keys)).toEqual([[], ['QX-001'], ['QX-002']]);
});
