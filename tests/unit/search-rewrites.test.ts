import { describe, expect, test } from 'vitest';
import { asksForFigure, figureAnswers } from '../../src/search/query/figure-answers.ts';
import { gatherLexicon } from '../../src/search/making/index-lexicon.ts';
import { pairFrequency, gatherTitles, splitTraditional, tableOf, traditionalOf } from '../../src/search/making/index-names.ts';
import { everydayCharacters, goesBeyond } from '../../src/search/words/gb2312.ts';
import { landingAddress, landingPhrases, withoutLanding } from '../../src/search/query/landing-address.ts';
import { homophoneOf, punctuatedName, soundsOf } from '../../src/search/words/meant-for.ts';
import { listNames } from '../../src/search/words/names.ts';
import type { SearchNames } from '../../src/search/words/names.ts';
import { nearNames } from '../../src/search/words/near-names.ts';
import { numeralForms, readNumeral, writeCharacters } from '../../src/domain/chinese/numerals.ts';
import { findHomophone, findSound, readingsFrom, soften, softReadings } from '../../src/search/words/pinyin.ts';
import { isSpelling } from '../../src/search/words/spelling.ts';
import { synonymsIn } from '../../src/search/words/lexicon.ts';
import { simplify } from '../../src/search/query/normalise.ts';
import { readingsOf } from '../../src/domain/chinese/readings.ts';
import { alternativesOf, documentNumber, withoutEdition } from '../../src/search/words/rewrites.ts';
import { createSuggester } from '../../src/search/words/suggest.ts';
import { vocabulary } from '../support/make-entries.ts';

const titles = ['容错纠错', '三个区分开来', '澄清正名', '不担当不作为', '容错机制', '重新使用', '人才机制'];
const documents = titles.map((title, index) => ({ id: `SY-00${index + 1}`, title }));
const gathered = gatherTitles([...documents, { id: 'x', title: '浙江省' }]);
const table: SearchNames = { ...gathered, entries: gathered.entries.slice(0, -1), regions: ['浙江省', '浙江'] };
const names = listNames(table);
const readings = readingsFrom({ ...table.syllables, zhi: `${table.syllables['zhi'] ?? ''}智` });
/** The lexicon of groups all of whose words stand in some text, but for the last. */
const lexiconOf = (
  groups: { words: string[]; to?: string[] }[],
  text = groups.flatMap(({ words, to = [] }) => [...words, ...to]).join('。'),
) => new Map(Object.entries(gatherLexicon({ asked: [], words: [], synonyms: groups, places: [], texts: [text] }).slots));
const lexicon = lexiconOf([
  { words: ['躺平', '摆烂', '佛系'] },
  { words: ['容错免责', '尽职免责'] },
  { words: ['三个区分开来', '三个区别开来', '三个区分'] },
  { words: ['先上车后补票', '先斩后奏'], to: ['未批先建'] },
]);

describe('traditional characters', () => {
  test.each([
    ['容錯糾錯', '容错纠错'],
    ['容错', '容错'],
    ['機制 abc', '机制 abc'],
  ])('%s → %s', (typed, simple) => {
    expect(simplify(typed, '錯错糾纠機机')).toBe(simple);
  });

  test('the table has only characters of the texts, and none that the texts write so themselves', () => {
    const pairs = traditionalOf(['容错纠错，乾隆']);
    expect(pairs).toContain('錯错');
    expect(pairs).not.toContain('機');
    expect(pairs).not.toContain('乾');
  });

  test('beyond GB/T 2312 are told from those within it, and only they are kept apart', () => {
    expect(['容错', '後备', 'abc，1', '錯', '糾'].map(goesBeyond)).toEqual([false, false, false, true, true]);
    expect(splitTraditional('後后錯错於于')).toEqual({ near: '後后於于', far: '錯错' });
    expect(everydayCharacters()).toHaveLength(3_755);
    expect([...everydayCharacters()].every((character) => /\p{Script=Han}/u.test(character))).toBe(true);
  });
});

describe('numbers', () => {
  test.each([
    ['51个', '五十一个'],
    ['五十一个', '51个'],
    ['3.5万人次', '35000人次'],
    ['35000', '3.5万'],
    ['1600多名', '一千六百多名'],
    ['三个区分开来', '3个区分开来'],
    ['20%', '百分之二十'],
    ['百分之三十', '30%'],
    ['二〇一八年', '2018年'],
    ['二○二二年', '2022年'],
    ['二零二二年', '2022年'],
    ['1,600名', '1600名'],
    ['十个严禁', '十严禁'],
    ['8个不准', '8不准'],
  ])('%s may be written %s', (typed, form) => {
    expect(numeralForms(typed)).toContain(form);
  });

  test.each(['容错纠错', '一线考察', '统一', '三农'])('%s holds no number', (typed) => {
    expect(numeralForms(typed)).toEqual([]);
  });

  test.each([
    ['一百零五', 105],
    ['两千', 2000],
    ['3.5万', 35000],
    ['1亿', 100_000_000],
    ['', 0],
  ])('%s is read as a number', (text, value) => {
    expect(readNumeral(text) ?? 0).toBe(value);
  });

  test.each([
    [10, '十'],
    [51, '五十一'],
    [105, '一百零五'],
    [1010, '一千零一十'],
    [20_000, '二万'],
    [35_001, undefined],
  ])('%i is written %s', (value, text) => {
    expect(writeCharacters(value)).toBe(text);
  });
});

describe('document numbers', () => {
  test.each([
    ['〔2018〕29号', '〔2018〕29号'],
    ['[2018]29', '〔2018〕29号'],
    ['（2018）29 号', '〔2018〕29号'],
    ['【2018】第29号', '〔2018〕29号'],
    ['中办发2018年29号', '中办发〔2018〕29号'],
    ['2018 29', '〔2018〕29号'],
    ['２０１８　２９', '〔2018〕29号'],
    ['2018', undefined],
    ['2018年', undefined],
    ['浙江1600多名', undefined],
    ['201829', undefined],
  ])('%s is %s', (typed, number) => {
    expect(documentNumber(typed)).toBe(number);
  });
});

describe('which edition of a document is meant', () => {
  test.each([
    ['新版公务员法', '公务员法'],
    ['公务员法最新版', '公务员法'],
    ['最新的问责条例', '问责条例'],
    ['现行有效的考核规定', '考核规定'],
    ['干部能上能下规定 2022年版', '干部能上能下规定 2022'],
    ['2023年修订的纪律处分条例', '2023 纪律处分条例'],
    ['新时代新担当新作为', undefined],
    ['创新机制', undefined],
    ['容错 最新', undefined],
    ['新版', undefined],
    ['2019年修正', undefined],
  ])('%s leaves %s', (typed, rest) => {
    expect(withoutEdition(typed)).toBe(rest);
  });
});

describe('synonyms', () => {
  test.each([
    ['摆烂', ['躺平', '佛系']],
    ['尽职免责', ['容错免责']],
    ['三个区别开来', ['三个区分', '3个区别开来']],
    ['容错', []],
    ['51个', ['五十一个']],
    ['先上车后补票', ['未批先建']],
    ['未批先建', []],
    ['躺平摆烂', ['佛系摆烂', '躺平佛系']],
  ])('beside %s are searched %j', (phrase, others) => {
    expect(alternativesOf(phrase, lexicon)).toEqual(others);
  });

  test('the longest word of the list that stands in a text counts', () => {
    expect(synonymsIn('什么是三个区分开来', lexicon).map(({ word }) => word)).toEqual(['三个区分开来']);
  });
});

test('a word that no text has leads to the others and is not searched itself', () => {
  const known = lexiconOf([{ words: ['函询', '函寻', '书面询问'] }], '“函询”与提醒，书面询问');
  expect(alternativesOf('函寻', known)).toEqual(['函询', '书面询问']);
  expect(alternativesOf('函询', known)).toEqual(['书面询问']);
});

describe('readings of names', () => {
  test.each([
    ['副局长', 'fu ju zhang'],
    ['率先垂范', 'shuai xian chui fan'],
    ['乐亭县', 'lao ting xian'],
    ['重新使用', 'chong xin shi yong'],
    ['履职', 'lv zhi'],
  ])('%s is read %s', (name, sound) => {
    expect(readingsOf(name).join(' ')).toBe(sound);
  });

  test('ü is typed as v or as u', () => {
    const heard = gatherTitles([{ id: 'a', title: '履职' }]);
    for (const typed of ['lvzhi', 'luzhi', "lv'zhi", 'lu zhi']) {
      expect(soundsOf(typed, listNames(heard), readingsFrom(heard.syllables)), typed).toEqual(['履职']);
    }
  });
});

describe('pinyin', () => {
  test.each([
    ['rongcuo', '容错'],
    ['rong cuo', '容错'],
    ['rcjc', '容错纠错'],
    ['sange qufen', '三个区分'],
    ['sangequfenkailai', '三个区分开来'],
    ['chengqing zhengming', '澄清正名'],
    ['budandang buzuowei', '不担当不作为'],
    ['容错jiucuo', '容错纠错'],
    ['cqzm', '澄清正名'],
    ['chongxinshiyong', '重新使用'],
  ])('%s is heard as %s first', (typed, heard) => {
    expect(soundsOf(typed, names, readings)[0]).toBe(heard);
  });

  test.each(['容错', '2018', 'qqqq', ''])('%s is heard as nothing', (typed) => {
    expect(soundsOf(typed, names, readings)).toEqual([]);
  });

  test('a half typed last syllable fits while typing, and only then', () => {
    expect(findSound('rongcu', '容错', readings, true)).toMatchObject({ start: 0, end: 2 });
    expect(findSound('rongcu', '容错', readings, false)).toBeUndefined();
  });

  test('punctuation that was left out leads to the name that has it', () => {
    const name = { text: '失信“黑名单”', kind: 'entry', id: 'SY-021' } as const;
    expect(punctuatedName('失信黑名单', [name])).toBe('失信“黑名单”');
    expect(punctuatedName('黑名单', [name])).toBeUndefined();
  });

  test('a character of the same sound leads to the word that was meant', () => {
    expect(findHomophone('容错机智', '容错机制', readings)).toBe('容错机制');
    expect(homophoneOf('容错机智', names, readings)).toBe('容错机制');
    expect(homophoneOf('量子力学', names, readings)).toBeUndefined();
  });

  test('two characters are meant for a whole name that sounds so, not for a part of one', () => {
    const named = (text: string) => ({ text, kind: 'word', id: '' }) as const;
    const heard = readingsFrom({ gao: '告高' });
    expect(homophoneOf('诬高', [named('诬告')], heard)).toBe('诬告');
    expect(homophoneOf('诬高', [named('诬告陷害')], heard)).toBeUndefined();
    expect(homophoneOf('高告', [named('告高')], heard)).toBeUndefined();
  });

  test('characters in daily use that no text has are heard too, when they sound like one of a name', () => {
    const heard = readingsFrom(table.syllables);
    expect(heard.get('橙')).toContain('cheng');
    expect(homophoneOf('橙清正名', names, heard)).toBe('澄清正名');
    expect(heard.get('鸭')).toBeUndefined();
  });

  test.each([
    ['zhicheng', 'zicen'],
    ['zengming', 'zenmin'],
    ['shuang', 'suan'],
    ['xiangan', 'xiangan'],
    ['容错jiZHI', '容错jizi'],
  ])('%s is softened to %s', (typed, soft) => {
    expect(soften(typed)).toBe(soft);
  });

  test('z and zh, en and eng sound alike once both are softened', () => {
    expect(soundsOf('cengqing zhenmin', names, readings)).toEqual([]);
    expect(soundsOf(soften('cengqing zhenmin'), names, softReadings(readings))).toEqual(['澄清正名']);
  });

  test.each([
    ['cheng qing', true],
    ['ATA', false],
    ['容错ji', false],
    ['2018 abcd', false],
  ])('%s is a spelling: %s', (typed, is) => {
    expect(isSpelling(typed)).toBe(is);
  });
});

test('of too many names, those of terms stay before titles', () => {
  const many = Array.from({ length: 1_200 }, (_, index) => [index < 600 ? `SJ-${index}` : `SY-${index}`, `名${index}`] as const);
  const kept = tableOf(many, vocabulary.data, []).entries.map(([id]) => id);
  expect(kept).toHaveLength(900);
  expect(kept.filter((id) => id.startsWith('SY-'))).toHaveLength(600);
});

describe('common pairs', () => {
  test('stand in more than half of the texts, frequent ones in more than three in ten', () => {
    expect(pairFrequency(['干部容错', '干部澄清干部', '容错']).common).toBe('容错干部');
    const { common, frequent } = pairFrequency(['干部容错', '干部澄清干部', '纠错', '干']);
    expect([common, frequent]).toEqual(['', '干部']);
  });
});

describe('suggestions', () => {
  const suggest = createSuggester(table);
  const texts = (typed: string) => suggest(typed, 8).map(({ name }) => name.text);

  test.each([
    ['容错', '容错纠错'],
    ['rongc', '容错纠错'],
    ['sgqf', '三个区分开来'],
    ['浙', '浙江'],
    ['zhej', '浙江'],
  ])('%s offers %s', (typed, text) => {
    expect(texts(typed)).toContain(text);
  });

  test('names that begin so come before names that contain it', () => {
    expect(texts('容错').slice(0, 2).sort()).toEqual(['容错机制', '容错纠错']);
  });

  test('nothing is offered for nothing, and no more than asked for', () => {
    expect(suggest(' ', 8)).toEqual([]);
    expect(suggest('r', 2).length).toBeLessThanOrEqual(2);
  });
});

describe('names that come close', () => {
  test.each([
    ['容错制度', '容错机制'],
    ['区分三个', '三个区分开来'],
  ])('%s is near %s', (typed, text) => {
    expect(nearNames(typed, names, 3).map(({ name }) => name.text)).toContain(text);
  });

  test('a word of which nothing is there is near nothing', () => {
    expect(nearNames('龘靐齉', names, 3)).toEqual([]);
  });

  test('a year is near no name that has its digits', () => {
    expect(nearNames('2031年', [{ text: '2013年综述', id: 'S3', kind: 'entry' }], 3)).toEqual([]);
  });
});

describe('figures for a question', () => {
  const figures = [
    { value: '200余起', what: '公开澄清的不实举报', whose: '浙江组织系统', period: '3年来' },
    { value: '1600余名', what: '得到澄清的干部', whose: '浙江组织系统', period: '3年来' },
    { value: '30人', what: '参加培训的人', whose: '某县', period: '未载' },
  ];

  test('a question for a number shows the figures that it is about', () => {
    expect(figureAnswers(['浙江', '澄清', '干部'], figures)[0]?.value).toBe('1600余名');
    expect(figureAnswers(['浙江', '1600', '澄清'], figures)[0]?.value).toBe('1600余名');
    expect(figureAnswers(['新能源', '补贴'], figures)).toEqual([]);
  });

  test.each([
    ['浙江澄清了多少干部', true],
    ['浙江为1600多名干部澄清', true],
    ['浙江怎样澄清', false],
  ])('%s asks for one: %s', (text, asks) => {
    expect(asksForFigure(text)).toBe(asks);
  });
});

describe('the address of a landing page', () => {
  test('carries the phrases and the heading, and gives them back', () => {
    const address = landingAddress('/terms/a/', ['容错 纠错', '浙江'], '做法');
    const { pathname, search, hash } = new URL(address, 'http://example.org');
    expect(landingPhrases(search)).toEqual(['容错 纠错', '浙江']);
    expect(withoutLanding({ pathname, search, hash })).toBe(`/terms/a/#${encodeURIComponent('做法')}`);
  });

  test('is the plain address without phrases', () => {
    expect(landingAddress('/terms/a/', [])).toBe('/terms/a/');
  });
});
