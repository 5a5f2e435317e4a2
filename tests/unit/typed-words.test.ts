import { describe, expect, test } from 'vitest';
import { describeWords, foldWords, hasWord, readWords } from '../../src/domain/chinese/typed-words.ts';
import { parse } from '../../src/search/query/parse.ts';

/** Whether a text has all words of what was typed. */
const has = (text: string, typed: string) => readWords(typed).every((word) => hasWord(foldWords(text), word));

describe('words typed into the field of a list', () => {
  test.each([
    ['⻛险评估', '风险'],
    ['风险评估', '⻛险'],
    ['澄清正名', '澄\u200B清'],
    ['澄\u200B清正名', '澄清'],
    ['ＧＤＰ增长5％', 'gdp 5%'],
    ['为干部澄清、追责问责', '问责、澄清'],
    ['为干部澄清、追责问责', '澄清,问责'],
    ['为干部澄清、追责问责', '澄清+问责｜追责/干部'],
    ['2022年印发', '二〇二二年'],
    ['2022年印发', '二零二二年'],
    ['二〇二二年印发', '2022年'],
    ['二〇二二年印发', '二二年'],
    ['占30%以上', '百分之三十'],
    ['占百分之三十以上', '30%'],
    ['RC-001 盘活土地', 'rc001'],
    ['RC-001 盘活土地', 'ＲＣ—1'],
    ['RC-014 盘活土地', 'rc-01'],
    ['共1,600人', '1,600'],
    ['一、二、三', '一、二'],
    ['任何文字', '、'],
    ['任何文字', ' '],
  ])('find “%s” by “%s”', (text, typed) => {
    expect(has(text, typed)).toBe(true);
  });

  test.each([
    ['为干部澄清', '问责、澄清'],
    ['2021年印发', '二〇二二年'],
    ['RC-002', 'rc001'],
    ['1人，600人', '1,600'],
  ])('do not find “%s” by “%s”', (text, typed) => {
    expect(has(text, typed)).toBe(false);
  });

  test.each([
    ['问责、澄清', '问责 澄清'],
    ['⻛险', '风险'],
    ['二〇二二年　GDP', '二〇二二年（也查2022年） GDP'],
    ['百分之三十', '百分之三十（也查30%）'],
    ['rc001', 'rc001（也查RC-001）'],
    ['ｒｃ-001', 'ｒｃ-001'],
    ['rc-00', 'rc-00'],
    ['、，', ''],
  ])('“%s” are told as “%s”', (typed, told) => {
    expect(describeWords(readWords(typed))).toBe(told);
  });

  test.each(['问责、澄清', '1,600', '一、二、三', '土地+审批|规划/用地', '24/7 值守'])(
    'are parted in “%s” as the search page does',
    (typed) => {
      expect(readWords(typed).map(({ text }) => text)).toEqual(parse(typed).phrases.map(({ text }) => text));
    },
  );

  test('read again are the same words', () => {
    const words = readWords('问责、澄清 1,600 二〇二二年，rc001');
    expect(readWords(words.map(({ text }) => text).join(' '))).toEqual(words);
  });
});
