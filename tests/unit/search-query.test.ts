import { describe, expect, test } from 'vitest';
import { recordOf } from '../../src/search/query/describe-search.ts';
import { explain } from '../../src/search/query/explain.ts';
import { isWholeWords } from '../../src/search/words/word-borders.ts';
import { findEntries } from '../../src/search/query/find-entries.ts';
import { gatherLexicon } from '../../src/search/making/index-lexicon.ts';
import { INTENTS, intentOf, matterOfClass } from '../../src/search/query/intents.ts';
import { cutWords } from '../../src/search/words/lexicon.ts';
import { NO_NAMES, NO_WORDS } from '../../src/search/words/names.ts';
import { normalise, QUERY_LIMIT } from '../../src/search/query/normalise.ts';
import { parse } from '../../src/search/query/parse.ts';
import { PLAIN_WISH } from '../../src/search/query/plan.ts';
import type { SearchWish } from '../../src/search/query/plan.ts';
import { makePage } from '../support/make-page.ts';
import { createOracle } from './search-oracle.ts';

const pages = [
  makePage({ id: 'SJ-001', title: '甲地：干部谈心谈话', body: '听取意见。容错纠错也在谈话中讲。公务员参加。2018年起。' }),
  makePage({ id: 'SJ-002', title: '乙地：容错纠错办法', body: '干部可以申请容错，程序公开。占30%。' }),
  makePage({ id: 'SY-001', title: '容错纠错', collection: 'terms', aliases: ['容错免责'] }),
  makePage({ id: 'SJ-003', title: '丙地：澄清正名', body: '1600多名干部得到澄清，占20%。参见 SJ-002。诬告。' }),
  makePage({ id: 'SJ-004', title: '丁地：考核', body: '平时考核与年度考核，健康体检，教育培训。' }),
  makePage({
    id: 'ZC-0001',
    title: '关于激励担当的意见',
    collection: 'policies',
    docNumber: '中办发〔2018〕29号',
    body: '中办发〔2018〕29号。',
  }),
  makePage({
    id: 'ZC-0002',
    title: '贯彻意见的通知',
    collection: 'policies',
    body: '为贯彻中办发〔2018〕29号。未批先建怎样处理的规定。',
    offers: ['deadline'],
  }),
  makePage({ id: 'RC-001', title: '戊地：未批先建', collection: 'tolerance', body: '审批未完成即开工，未批先建。' }),
];
const texts = pages.map(({ text }) => text);
const synonyms = [{ words: ['先上车后补票'], to: ['未批先建'] }, { words: ['诬告', '诬陷'] }];
const { slots } = gatherLexicon({
  asked: [],
  words: ['容错', '审批', '要件', '项目', '考核', '谈心', '申请', '诬告', '办法'],
  synonyms,
  places: [],
  texts,
});
const engine = createOracle(pages, NO_NAMES, NO_WORDS, slots);
const lexicon = new Map(Object.entries(slots));

const find = (q: string, wish: Partial<SearchWish> = {}) => findEntries(engine, q, { ...PLAIN_WISH, ...wish });
const numbers = async (q: string) => (await find(q)).entries.map(({ key }) => key);
const said = async (q: string, wish: Partial<SearchWish> = {}) => {
  const finding = await find(q, wish);
  return explain(finding, { count: finding.entries.length, also: finding.also.length, leading: finding.leading })
    .said.map(({ text }) => text)
    .join('');
};

describe('normalise', () => {
  test.each([
    ['radicals of copied text', '⻛险⺠主⻓沙', '风险民主长沙'],
    ['Kangxi radicals', '⼲部', '干部'],
    ['zero-width characters and soft hyphens', '容错\u200B纠\u00AD错\u2060', '容错纠错'],
    ['full-width letters', 'ｒｏｎｇｃｕｏ', 'rongcuo'],
    ['tone marks', 'róngcuò', 'rongcuo'],
    ['tone marks typed as characters of their own', 'ro\u0301ngcuo\u0300', 'rongcuo'],
    ['ü', 'lǚzhí', 'luzhi'],
    ['traditional characters', '容錯', '容错'],
    ['what is plain', '容错 2018', '容错 2018'],
  ])('%s', (_name, typed, text) => {
    expect(normalise(typed, '錯错').text).toBe(text);
  });

  test('cuts what is too long, and says so', () => {
    const long = normalise('容'.repeat(QUERY_LIMIT + 15), '');
    expect([[...long.text].length, long.isCut]).toEqual([QUERY_LIMIT, true]);
    expect(normalise('容'.repeat(QUERY_LIMIT), '').isCut).toBe(false);
  });
});

describe('parse', () => {
  test.each([
    ['white space separates phrases', '容错  纠错', ['容错', '纠错']],
    ['full-width space too', '容错\u3000纠错', ['容错', '纠错']],
    ['list marks too', '容错、纠错，澄清,正名+免责|减责/函询', ['容错', '纠错', '澄清', '正名', '免责', '减责', '函询']],
    ['a comma in a number is no such mark', '1,600名', ['1,600名']],
    ['nor one after a numeral of a list', '一、总体要求', ['一、总体要求']],
    ['Chinese quotation marks keep a phrase together', '“容错 纠错”办法', ['容错 纠错', '办法']],
    ['list marks in quotation marks are text', '“容错、纠错”', ['容错、纠错']],
    ['straight and corner quotation marks do too', '"容错 纠错"「办法 一」', ['容错 纠错', '办法 一']],
    ['an unclosed quotation mark is punctuation', '“容错', ['容错']],
    ['punctuation alone is no phrase', '， 。', []],
    ['a phrase asked twice is asked once', '容错 容错', ['容错']],
    ['AND is a space', '容错 AND 纠错', ['容错', '纠错']],
    ['a word that every object has is a word', '容错 constructor 纠错', ['容错', 'constructor', '纠错']],
    ['a number keeps its stroke', 'RC-001', ['RC-001']],
  ])('%s', (_name, raw, phrases) => {
    expect(parse(raw).phrases.map(({ text }) => text)).toEqual(phrases);
  });

  test.each([
    ['澄清 -诬告', ['澄清'], ['诬告']],
    ['澄清 －诬告', ['澄清'], ['诬告']],
    ['澄清 不含诬告', ['澄清'], ['诬告']],
    ['澄清 不含 诬告', ['澄清'], ['诬告']],
    ['澄清 不要含“诬告 陷害”', ['澄清'], ['诬告 陷害']],
    ['澄清 不含', ['澄清'], []],
    ['不含 诬告', ['不含', '诬告'], []],
    ['澄清 NOT 诬告', ['澄清'], ['诬告']],
    ['澄清 -“诬告 陷害”', ['澄清'], ['诬告 陷害']],
    ['澄清 -＂诬告 陷害＂', ['澄清'], ['诬告 陷害']],
    ['-诬告', ['-诬告'], []],
    ['不含诬告', ['不含诬告'], []],
  ])('%s wants %j and not %j', (raw, phrases, without) => {
    const query = parse(raw);
    expect([query.phrases.map(({ text }) => text), query.without]).toEqual([phrases, without]);
  });
});

describe('what is asked for', () => {
  test.each([
    ['被诬告了找谁', 'who'],
    ['容错由谁认定', 'who'],
    ['函询几天内要回', 'when'],
    ['容错 期限', 'when'],
    ['浙江澄清了多少人', 'how-many'],
    ['容缺有没有案例', 'case'],
    ['统计造假 警示教育用哪几个通报', 'case'],
    ['减负 正面典型', 'case'],
    ['诬告 真人真事', 'case'],
    ['减责的依据是什么', 'basis'],
    ['2022版 不适宜担任现职 15条', 'basis'],
    ['开了15条罚单', undefined],
    ['平时考核 优秀比例 奖励', undefined],
    ['单位几个人光拿钱不干活', undefined],
    ['我们几个都签了字', undefined],
    ['澄清了几个人', 'how-many'],
    ['国资委46号令', 'basis'],
    ['不适宜担任现职 调整情形', 'basis'],
    ['容错纠错实施办法', 'basis'],
    ['哪里有容错清单', 'where'],
    ['影响期内能不能提拔', 'may'],
    ['什么是三个区分开来', 'meaning'],
    ['四种形态是指哪四种', 'meaning'],
    ['为什么不敢担当', 'why'],
    ['怕担责怎么办', 'how'],
    ['容错案例教学怎么组织', 'class'],
    ['给年轻干部讲三个区分，从哪里讲起', 'class'],
    ['用一上午讲容错，时间怎么分', 'class'],
    ['函询这门课用什么材料', 'class'],
    ['减负 结构化研讨', 'class'],
    ['拿来小组讨论的容错案例', 'class'],
    ['容错课怎么上', 'class'],
    ['讲问责用什么课', 'class'],
    ['澄清正名的课', 'class'],
    ['给村支书讲怎么防诬告', 'class'],
    ['会商 角色扮演', 'class'],
    ['别人的课题能不能报销', 'may'],
    ['物业纠纷调解情景', 'class'],
    ['拆迁动员 研讨案例', 'class'],
    ['拆迁动员 课堂案例', 'class'],
    ['哪个课题立项了', undefined],
    ['学生旷课怎么办', 'how'],
    ['名词解释 影响期', 'meaning'],
    ['给领导讲清楚，怎么写', 'how'],
    ['容错纠错', undefined],
    ['安全检查签了字出事找谁', undefined],
    ['集体决定的事出了问题要找谁', undefined],
    ['出了事找谁反映', 'who'],
  ])('%s: %s', (typed, id) => {
    expect(intentOf(typed)?.id).toBe(id);
  });

  test('every intent is asked for by its own words, and prefers something', () => {
    for (const { id, asks, collections, offers } of INTENTS) {
      expect(
        asks.map((word) => intentOf(word)?.id).filter((found) => found !== id),
        id,
      ).toEqual([]);
      expect(collections.length + offers.length, id).toBeGreaterThan(0);
    }
  });

  test('comes first, is told, and can be switched off', async () => {
    expect((await find('未批先建')).entries.map(({ key }) => key)).toEqual(['RC-001', 'ZC-0002']);
    expect(await said('未批先建怎么规定')).toContain('按“依据”优先列出政策法规。');
    expect(await said('未批先建怎么规定', { hasPreference: false })).toContain('没有按“依据”调整先后。');
  });

  test('is not said to stand first where something else is closer', async () => {
    const finding = await find('未批先建怎么规定');
    const { preference } = finding;
    expect(preference?.standsFirst).toBe(true);
    const closer = { ...finding, preference: preference && { ...preference, standsFirst: false } };
    const told = explain(closer, { count: 1, also: 0, leading: [] }).said.map(({ text }) => text);
    expect(told.join('')).toContain('按“依据”把政策法规往前排，更接近的仍在前面。');
  });

  test('who asks for cases gets them before the rule that bears the name of the matter', async () => {
    const body = '政务服务，上门办理，限时办结，一次告知，容缺受理。';
    const rule = makePage({ id: 'ZC-0009', collection: 'policies', title: '营商环境条例', body: `${'别的话。'.repeat(9)}${body}` });
    const told = makePage({ id: 'RC-009', collection: 'tolerance', title: '窗口的一件事', body: `营商环境，${body}` });
    const all = [rule, told, ...pages];
    const built = gatherLexicon({
      asked: [],
      words: ['营商环境', '政务服务'],
      synonyms: [],
      places: [],
      texts: all.map(({ text }) => text),
    });
    const first = async (q: string) => {
      const { leading, entries } = await findEntries(createOracle(all, NO_NAMES, NO_WORDS, built.slots), q);
      return [...leading, ...entries][0]?.key;
    };
    expect(await first('营商环境条线政务服务上门办理限时办结一次告知容缺受理的事')).toBe('ZC-0009');
    expect(await first('营商环境条线政务服务上门办理限时办结一次告知容缺受理的真人真事')).toBe('RC-009');
  });
});

test('words that ask for an edition are left out where no entry has them, and that is said', async () => {
  expect((await find('新版未批先建')).entries.map(({ key }) => key)).toEqual((await find('未批先建')).entries.map(({ key }) => key));
  expect(await said('新版未批先建')).toContain('“新版”一类的字没有检索');
  expect(await said('未批先建')).not.toContain('新版');
});

test('of signs between words nothing is promised where nothing has them all', async () => {
  expect(await said('容错、干部')).toContain('都要有');
  expect(await said('容错、龘靐齉')).not.toContain('都要有');
});

test('of several words that a few texts have far apart, what comes closest stands first, and its place is told so', async () => {
  const laws = ['ZC-0001', 'ZC-0002'].map((id) =>
    makePage({
      id,
      collection: 'policies',
      title: `${id}法`,
      body: `诫勉。${'其他条款。'.repeat(20)}影响期。${'又一条。'.repeat(20)}起算。`,
    }),
  );
  const about = makePage({
    id: 'SY-001',
    collection: 'terms',
    title: '诫勉的影响期',
    body: '诫勉的影响期是六个月。',
    asked: ['诫勉影响期从哪天起算'],
  });
  const all = [...laws, about, ...['SJ-001', 'SJ-002', 'SJ-003'].map((id) => makePage({ id, title: `${id}容错` }))];
  const built = gatherLexicon({
    asked: all.map((page) => page.asked),
    words: [],
    synonyms: [{ words: ['起始'], to: ['起算'] }],
    places: [],
    texts: all.map(({ text }) => text),
  });
  const scattered = createOracle(all, NO_NAMES, { ...NO_WORDS, asked: built.asked }, built.slots);
  const finding = await findEntries(scattered, '影响期 起算 诫勉');
  expect([finding.mode, finding.entries.length, finding.leadingBy]).toEqual(['exact', 2, 'closest']);
  expect(finding.leading[0]?.key).toBe('SY-001');
  expect(explain(finding, { count: 2, also: 0, leading: finding.leading }).leading).toMatch(/^先看这几条，最接近的在前；/u);

  const byOtherWords = await findEntries(scattered, '影响期 起始 诫勉');
  expect([byOtherWords.mode, byOtherWords.leadingBy, byOtherWords.leading[0]?.key]).toEqual(['alternatives', 'closest', 'SY-001']);

  // Where nothing is found, what is closest may be about something else, unless people ask for it in such words.
  const told = (sentence: number | undefined) => {
    const leading = [{ key: 'SY-001', score: 1, units: [], sentence }];
    return explain({ ...finding, mode: 'none', entries: [], leading }, { count: 0, also: 0, leading }).leading;
  };
  expect(told(undefined)).toBe('先看这几条，最接近的在前，不一定讲的是这件事，本库也可能没有；不计入上面的条数。');
  expect(told(0)).toBe('先看这几条，最接近的在前；不计入上面的条数。');
});

test('a whole document whose name has words of every matter does not keep what comes closest from the first place', async () => {
  const all = [
    makePage({ id: 'S3', collection: 'sources', title: '各地激励干部担当作为做法', body: '福建、山西等地。' }),
    makePage({ id: 'RC-001', title: '福建：考核优秀后提拔', body: '福建。', asked: ['福建怎么激励干部', '福建有什么做法'] }),
    ...['SJ-002', 'SJ-003', 'SJ-004'].map((id) => makePage({ id, title: `${id}做法`, body: '激励。' })),
  ];
  const built = gatherLexicon({
    asked: all.map((page) => page.asked),
    words: [],
    synonyms: [],
    places: [],
    texts: all.map(({ text }) => text),
  });
  const { mode, leading } = await findEntries(
    createOracle(all, NO_NAMES, { ...NO_WORDS, asked: built.asked }, built.slots),
    '福建 干部 激励 做法',
  );
  expect([mode, leading[0]?.key]).toEqual(['exact', 'RC-001']);
});

describe('a document that is in force no more', () => {
  const title = '推进干部能上能下规定';
  const rules = [
    makePage({
      id: 'ZC-0003',
      title,
      collection: 'policies',
      endedIn: 2022,
      body: '2015年和2024年说的，哪些情形算不适宜担任现职。',
      asked: ['旧规定有几种情形'],
    }),
    makePage({
      id: 'ZC-0004',
      title,
      collection: 'policies',
      body: '2015年和2024年说的，哪些情形算不适宜担任现职。',
      asked: ['规定有几种情形'],
    }),
  ];
  const library = createOracle(rules, NO_NAMES, NO_WORDS, {});
  const order = async (q: string) => (await findEntries(library, q, PLAIN_WISH)).entries.map(({ key }) => key);

  test.each(['能上能下', '不适宜担任现职', '2024 能上能下'])('comes after the one that holds: %s', async (q) => {
    expect(await order(q)).toEqual(['ZC-0004', 'ZC-0003']);
  });

  test.each(['旧 能上能下规定', '2015 能上能下规定'])('stands where it stood for who asks for the past: %s', async (q) => {
    const { leading, entries } = await findEntries(library, q, PLAIN_WISH);
    expect([...leading, ...entries].map(({ key }) => key)[0]).toBe('ZC-0003');
  });
});

describe('a class', () => {
  test.each([
    ['乡镇党委书记班 减负 一堂课', '减负'],
    ['中青班容错半天课', '容错'],
    ['用半天讲容错', '容错'],
    ['领导班子的教案', '领导班子的'],
    ['减负 90分钟', '减负'],
    ['两节课，容错', '，容错'],
    ['一小时 容错', '容错'],
    ['澄清正名', '澄清正名'],
  ])('%s is about %s', (typed, matter) => {
    expect(matterOfClass(typed).trim()).toBe(matter);
  });

  const made = [
    makePage({ id: 'KC-001', title: '基层减负', collection: 'courses', body: '两个半小时，也讲容错。' }),
    makePage({ id: 'RC-001', title: '乡镇党委书记', collection: 'tolerance', body: '乡镇党委书记定了一件事，学员可以看教案。' }),
    makePage({ id: 'CS-001', title: '加大减负', collection: 'measures', body: '减负，备课。' }),
    ...['SJ-001', 'SJ-002', 'SJ-003'].map((id) => makePage({ id, title: '容错' })),
  ];
  const search = async (typed: string, hasPreference = true) => {
    const { leading, entries, near } = await findEntries(createOracle(made), typed, { ...PLAIN_WISH, hasPreference });
    return [...leading, ...entries, ...near][0]?.key;
  };

  test.each([
    '减负 90分钟',
    '容错 两节课',
    '4课时 澄清',
    '30分钟 情景',
    '一小时 乡镇干部 容错',
    '一个半小时 澄清',
    '1.5小时 澄清',
    '半个小时，减负',
    '60分钟的容错课',
    '45分钟的课 减负',
    '容错 课',
    '减负 微课',
  ])('is asked for by how long it lasts: %s', (typed) => {
    expect(intentOf(typed)?.id).toBe('class');
  });

  test.each(['迟到 30分钟', '加班 3小时', '一天开会超过90分钟', '90分钟', '旷工 半天', '开会 两个小时', '停课 通知', '1小时内 报告'])(
    'is not asked for by %s',
    (typed) => {
      expect(intentOf(typed)?.id).not.toBe('class');
    },
  );

  test('is looked for by its matter, not by who sits in it, and a ready one comes first', async () => {
    expect(await search('乡镇党委书记班 减负 一堂课')).toBe('KC-001');
    expect(await search('减负 备课')).toBe('KC-001');
    expect(await search('减负 备课', false)).toBe('CS-001');
    expect(await search('减负 90分钟')).toBe('KC-001');
    expect(await search('乡镇党委书记班 减负 一堂课', false)).toBe('RC-001');
  });

  test('gives way to the scenarios for it, where those are named', async () => {
    const scenario = makePage({ id: 'RC-101', title: '教学情景（虚构）：夜间摊点', collection: 'tolerance', body: '城管当晚要答复。' });
    scenario.facets.natures.push('教学情景');
    const course = makePage({ id: 'KC-002', title: '城管执法', collection: 'courses', body: '教学情景。城管。' });
    const others = Array.from({ length: 12 }, (_, index) => makePage({ id: `SJ-0${index + 10}`, title: '澄清' }));
    const first = async (typed: string) => {
      const { leading, entries, near } = await findEntries(createOracle([course, scenario, ...others]), typed, PLAIN_WISH);
      return [...leading, ...entries, ...near][0]?.key;
    };
    expect(await first('城管 夜市 教学情景')).toBe('RC-101');
    expect(await first('城管 夜市 一堂课')).toBe('KC-002');
  });

  test('gives way to cases for who asks for what a class is made of', async () => {
    const matter = { body: '城管。摊点。' };
    const pages = [
      makePage({ ...matter, id: 'KC-002', title: '城管执法', collection: 'courses' }),
      makePage({ ...matter, id: 'RC-001', title: '夜间摊点', collection: 'tolerance' }),
      ...Array.from({ length: 12 }, (_, index) => makePage({ id: `SJ-0${index + 10}`, title: '澄清' })),
    ];
    const first = async (typed: string) => {
      const { leading, entries, near } = await findEntries(createOracle(pages), typed, PLAIN_WISH);
      return [...leading, ...entries, ...near][0]?.key;
    };
    expect(await first('城管 摊点 讨论题')).toBe('RC-001');
    expect(await first('城管 摊点 备课素材')).toBe('RC-001');
    expect(await first('城管 摊点 备课')).toBe('KC-002');
    expect(await first('城管 摊点 案例教学')).toBe('KC-002');
  });

  test('that has the length and the matter stands before one that has the matter alone', async () => {
    const short = makePage({ id: 'KC-002', title: '急事先办', collection: 'courses', body: '60分钟。不讲容错。' });
    const others = Array.from({ length: 12 }, (_, index) => makePage({ id: `SJ-0${index + 10}`, title: '澄清' }));
    const wide = makePage({ id: 'KC-003', title: '容错容错', collection: 'courses', body: '容错，容错。' });
    const { leading, entries } = await findEntries(createOracle([short, wide, ...others]), '60分钟 容错', PLAIN_WISH);
    expect([...leading, ...entries][0]?.key).toBe('KC-002');
  });

  test('that is asked for by such a length stands before one that has the matter in its name', async () => {
    const ways = [
      { id: 'KC-002', title: '不敢担当与容错', body: '半天。容错。', asked: ['半天的容错课怎么排', '容错怎么讲'] },
      { id: 'KC-003', title: '急事先办', body: '六十分钟。容错。', asked: ['60分钟的容错课有现成的吗', '一小时能演一个情景吗'] },
    ];
    const courses = ways.map((way) => makePage({ ...way, collection: 'courses' }));
    const term = makePage({ id: 'SY-001', title: '容错', collection: 'terms', body: '容错' });
    const pages = [...courses, term];
    const texts = pages.map(({ text }) => text);
    const { slots: own, asked } = gatherLexicon({
      asked: pages.map((page) => page.asked),
      words: ['容错'],
      synonyms: [],
      places: [],
      texts,
    });
    const { leading, entries } = await findEntries(
      createOracle(pages, NO_NAMES, { ...NO_WORDS, asked }, own),
      '60分钟的容错课',
      PLAIN_WISH,
    );
    expect([...leading, ...entries].map(({ key }) => key)).toEqual(['KC-003', 'KC-002', 'SY-001']);
  });

  test.each([
    ['60分钟 容错', '容错'],
    ['一小时的课 减负', '减负'],
    ['45分钟的减负课', '减负'],
  ])('of some length is looked for by what is left, and the reader is told: %s', async (typed, left) => {
    const { reading, mode, entries } = await findEntries(
      createOracle([...made, makePage({ id: 'SY-001', title: left, collection: 'terms' })]),
      typed,
      PLAIN_WISH,
    );
    expect(entries[0]?.key).toBe('KC-001');
    expect(reading.rewrites).toEqual([{ kind: 'class-length', from: typed, to: left }]);
    expect([mode, reading.query.intent?.id]).toEqual(['exact', 'class']);
  });
});

test.each([
  ['30分钟案例', '案例'],
  ['半小时的情景', '情景'],
  ['两课时案例', '案例'],
])('what lasts so long is the class, not the case: %s', async (typed, left) => {
  const { reading } = await findEntries(
    createOracle([makePage({ id: 'RC-001', title: left, collection: 'tolerance' })]),
    typed,
    PLAIN_WISH,
  );
  expect(reading.rewrites).toEqual([{ kind: 'class-length', from: typed, to: left }]);
  expect(reading.query.intent?.id).toBe('class');
});

describe('words that only ask', () => {
  const pages = [
    makePage({ id: 'SY-001', title: '容错', collection: 'terms' }),
    makePage({ id: 'ZC-0001', title: '容错办法', collection: 'policies', body: '解释。容错。' }),
  ];
  const search = (typed: string) => findEntries(createOracle(pages), typed, PLAIN_WISH);

  test.each([
    ['名词解释 容错', '容错', 'meaning'],
    ['容错 是什么', '容错', 'meaning'],
    ['“容错办法” 为什么', '“容错办法”', 'why'],
  ])('are not looked for where no entry has them beside the rest, and the reader is told: %s', async (typed, left, asks) => {
    const { mode, reading } = await search(typed);
    expect(reading.rewrites).toEqual([{ kind: 'asking', from: typed, to: left }]);
    expect([mode, reading.query.intent?.id]).toEqual(['exact', asks]);
  });

  test('leave the name that was typed first', async () => {
    expect((await search('名词解释 容错')).entries[0]?.key).toBe('SY-001');
  });

  test.each(['容错 解释', '“是什么” 容错', '是什么', '容错 是什么 不含办法'])(
    'are looked for, or nothing is left out: %s',
    async (typed) => {
      expect((await search(typed)).reading.rewrites).toEqual([]);
    },
  );
});

describe('cutWords', () => {
  test.each([
    ['words of the dictionary, and no slices between them', '审批缺一个要件但项目等不了', ['审批', '要件', '项目']],
    ['question words are left out', '干部怎么申请容错', ['干部', '申请', '容错']],
    ['so is a question for which of so many', '容错考核是指哪两个', ['容错', '考核']],
    ['numbers and Latin words stay whole', '占20%ATA', ['20%', 'ata']],
    ['what is unknown stays whole', '量子容错', ['量子', '容错']],
    ['a question of question words alone is left as it stands', '为什么', ['为什么']],
    ['synonyms are words', '先上车后补票行吗', ['先上车后补票']],
    ['an ending goes with the word before it', '考核员法', ['考核员']],
    ['a number is one word, whatever is known inside it', '第一〇五条办法', ['第一〇五条', '办法']],
    ['a number without its 第 is one too', '容错二十五条', ['容错', '二十五条']],
  ])('%s', (_name, text, words) => {
    expect(cutWords(text, lexicon)).toEqual(words);
  });
});

test('a number that stands nowhere is not looked for in parts', async () => {
  const made = [
    makePage({ id: 'ZC-0003', title: '甲法', collection: 'policies', body: '第一章，第五条：容错。' }),
    makePage({ id: 'ZC-0004', title: '乙法', collection: 'policies', body: '第一章，第五条：纠错。' }),
  ];
  const own = gatherLexicon({ asked: [], words: ['第一', '五条'], synonyms: [], places: [], texts: made.map(({ text }) => text) });
  const { mode } = await findEntries(createOracle(made, NO_NAMES, NO_WORDS, own.slots), '第一〇五条');
  expect(mode).toBe('none');
});

test.each(['考核法', '考核员法'])('a word is no answer to a longer one that stands nowhere: %s', async (typed) => {
  const { mode, near } = await findEntries(engine, typed);
  expect([mode, near.map(({ key }) => key)]).toEqual(['none', ['SJ-004']]);
});

describe('findEntries', () => {
  test('finds exactly the entries that contain every phrase', async () => {
    expect((await numbers('容错 干部')).sort()).toEqual(['SJ-001', 'SJ-002']);
    expect((await numbers('容错、干部')).sort()).toEqual(['SJ-001', 'SJ-002']);
  });

  test('leaves out what is not wanted, and says so', async () => {
    expect(await numbers('干部 -诬告')).not.toContain('SJ-003');
    expect(await said('干部 -诬告')).toBe('每一条都含有“干部”，都不含“诬告”。');
  });

  test('says that OR is not done', async () => {
    expect(await said('容错 OR 干部')).toMatch(/^OR 没有照办，几个词都要有；只要有其一，请分两次检索。每一条都含有“容错”和“干部”/u);
  });

  test.each([
    ['干部怎么申请容错，谁来定', /^没有完全一致的结果/u],
    ['干部怎么申请容错 AND 谁来定', /^AND 按空格理解。没有完全一致的结果/u],
    ['干部怎么申请容错 OR 谁来定', /^OR 没有照办；只要有其一，请分两次检索。没有完全一致的结果/u],
  ])('does not say that all words must be there where that was given up: %s', async (typed, expected) => {
    expect(await said(typed)).toMatch(expected);
    expect(await said(typed)).not.toContain('都要有');
  });

  test('puts the term that is named so first, other titles second, mentions last', async () => {
    expect(await numbers('容错纠错')).toEqual(['SY-001', 'SJ-002', 'SJ-001']);
  });

  test('finds an entry by another name', async () => {
    expect(await numbers('容错免责')).toEqual(['SY-001']);
  });

  test.for([
    '中办发〔2018〕29号',
    '中办发[2018]29号',
    '中办发（2018）29 号',
    '中办发【2018】29',
    '中办发2018 29',
    '中办发 2018年第29号',
    '中办发［2018］29号文',
  ])('the document of that number comes before those that cite it: %s', async (typed) => {
    expect(await numbers(typed)).toEqual(['ZC-0001', 'ZC-0002']);
  });

  test('puts the entry whose number is asked before those that refer to it', async () => {
    for (const typed of ['sj-002', 'SJ002', 'sj2', 'ＳＪ－００２']) expect(await numbers(typed), typed).toEqual(['SJ-002', 'SJ-003']);
    expect((await find('SJ-002')).near).toEqual([]);
  });

  test.each([
    ['二〇一八年', ['SJ-001']],
    ['二○一八年', ['SJ-001']],
    ['百分之三十', ['SJ-002']],
  ])('numbers in characters are found in digits: %s', async (typed, expected) => {
    expect(await numbers(typed)).toEqual(expected);
  });

  test('one way synonyms lead one way', async () => {
    expect((await find('先上车后补票')).mode).toBe('alternatives');
    expect(await said('先上车后补票')).toBe('没有条目的正文含有“先上车后补票”；每一条都含有“未批先建”。');
    expect((await find('未批先建')).forms).toEqual([]);
  });

  test('a synonym that the query has itself is no other form of it, and what is counted stays the same', async () => {
    const made = [
      makePage({ id: 'SJ-005', title: '甲地', body: '澄清和正名。' }),
      makePage({ id: 'SJ-006', title: '乙地', body: '正名。' }),
      makePage({ id: 'SJ-007', title: '丙地', body: '澄清和消除影响。' }),
    ];
    const { slots: own } = gatherLexicon({
      asked: [],
      words: [],
      synonyms: [{ words: ['澄清', '正名', '消除影响'] }],
      places: [],
      texts: made.map(({ text }) => text),
    });
    const finding = await findEntries(createOracle(made, NO_NAMES, NO_WORDS, own), '澄清,正名');
    expect(finding.entries.map(({ key }) => key)).toEqual(['SJ-005']);
    expect(finding.also.map(({ key }) => key)).toEqual(['SJ-007']);
    const sentences = explain(finding, { count: 1, also: 1, leading: finding.leading }).said.map(({ text }) => text);
    expect(sentences).toContain('同时检索了“消除影响”，另有 1 条，列在后面。');
  });

  test('falls back on words for a question, says which, and of how many each entry has', async () => {
    const finding = await find('干部怎么申请容错');
    expect(finding.mode).toBe('relaxed');
    expect(finding.entries[0]?.key).toBe('SJ-002');
    expect(await said('干部怎么申请容错')).toMatch(/已放宽为按词语查找：干部、申请、容错。每一条至少有其中 2 个。/u);
  });

  test('says which words of a question stand nowhere, where others do, and nothing where all or none do', async () => {
    expect(await said('干部怎么申请元宇宙容错')).toContain('没有条目的正文含有“元宇宙”。');
    expect(recordOf(await find('干部怎么申请元宇宙容错'), { also: 0 })).toContain('；没有条目的正文含有“元宇宙”');
    expect(await said('干部怎么申请容错')).not.toContain('没有条目的正文含有');
    // What is left between known words is no word: 无人机 and 飞手.
    expect(isWholeWords('机飞手', '无人机飞手受处分')).toBe(false);
    expect(isWholeWords('元宇宙', '元宇宙项目')).toBe(true);
    expect(isWholeWords('元宇宙', '项目')).toBe(false);
    expect(await said('元宇宙')).not.toContain('没有条目的正文含有');
    // Nobody misses what only points, though the list has it as a word.
    expect(isWholeWords('我把', '书记让我把数字改一下')).toBe(true);
    const { slots: own } = gatherLexicon({ asked: [], words: ['考核', '申请', '我把'], synonyms: [], places: [], texts });
    expect((await findEntries(createOracle(pages, NO_NAMES, NO_WORDS, own), '我把考核申请')).absent).toEqual([]);
  });

  test('of a number that nobody has, nothing comes close: its digits stand in many years and amounts', async () => {
    const made = [
      makePage({ id: 'SJ-005', title: '甲地', body: '1999年修订。' }),
      makePage({ id: 'SJ-006', title: '999件', body: '案件。' }),
    ];
    const names = { ...NO_NAMES, entries: [['SJ-006', '999件'] as const] };
    for (const number of ['RC-999', 'rc-999']) {
      const { entries, near, leading } = await findEntries(createOracle(made, names), number);
      expect([entries, near, leading]).toEqual([[], [], []]);
    }
  });

  test('looks up no word of another form of a question that its own words rule out already', async () => {
    const asked: string[] = [];
    const { slots: own } = gatherLexicon({
      asked: [],
      words: ['谈心', '程序', '健康', '教育'],
      synonyms: [{ words: ['谈心', '约谈'] }],
      places: [],
      texts,
    });
    const oracle = createOracle(pages, NO_NAMES, NO_WORDS, own);
    await findEntries({ ...oracle, search: (phrase) => (asked.push(phrase), oracle.search(phrase)) }, '谈心程序健康教育');
    expect(asked).toContain('谈心');
    expect(asked.filter((phrase) => phrase.includes('约谈') && phrase !== '约谈')).toEqual([]);
  });

  test.each([
    ['a word that is nowhere', '龘靐齉'],
    ['a name of which only the beginning is there', '公务员法'],
    ['a foreign word before a known one', '量子容错'],
    ['a foreign question', '新能源汽车补贴标准是多少'],
    ['a quoted phrase that is nowhere', '“容错办法”'],
    ['an empty query', '  '],
  ])('finds nothing for %s', async (_name, q) => {
    expect(await find(q)).toMatchObject({ mode: 'none', entries: [] });
  });

  test('the record tells what was run', async () => {
    expect(recordOf(await find('干部 -诬告'), { also: 0 })).toBe('逐字查找“干部”；去掉了含有“诬告”的');
    expect(recordOf(await find('sj002'), { also: 0 })).toBe('按编号读作“SJ-002”；逐字查找“SJ-002”');
  });
});
