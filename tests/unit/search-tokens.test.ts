import { describe, expect, test } from 'vitest';
import { BORDER, findPhrases, matchText, PERCENT, phraseTokens, tokensOf } from '../../src/search/words/tokens.ts';

describe('tokensOf', () => {
  test.each([
    ['Han characters stand alone', '容错', ['容', '错']],
    ['Latin letters and digits stand alone, in lower case', 'Ab12', ['a', 'b', '1', '2']],
    ['full-width forms are folded', 'Ａ１％', ['a', '1', PERCENT]],
    ['a run of punctuation is one border', '不作为，“慢作为”', ['不', '作', '为', BORDER, '慢', '作', '为', BORDER]],
    ['a block border counts as punctuation', '甲。\n乙', ['甲', BORDER, '乙']],
    ['a percent sign is a token of its own', '20%以上', ['2', '0', PERCENT, '以', '上']],
    ['characters beyond the basic plane stay whole', '𠮷', ['𠮷']],
  ])('%s', (_name, text, tokens) => {
    expect(tokensOf(text)).toEqual(tokens);
  });
});

describe('phraseTokens', () => {
  test.each([
    ['punctuation at the ends is dropped', '《容错》？', ['容', '错']],
    ['punctuation inside stays', '3.5万', ['3', BORDER, '5', '万']],
    ['nothing but punctuation is nothing', '，。', []],
  ])('%s', (_name, phrase, tokens) => {
    expect(phraseTokens(phrase)).toEqual(tokens);
  });
});

describe('matching by tokens', () => {
  const contains = (text: string, phrase: string) => matchText(text).includes(phraseTokens(phrase).join(''));

  test.each([
    ['1600多名', '1600', true],
    ['3.5万人次', '3.5万', true],
    ['3.5万人次', '35万', false],
    ['占比20%', '20%', true],
    ['2026年', '20%', false],
    ['不作为、慢作为', '不作为，慢作为', true],
    ['不作为、慢作为', '不作为慢作为', false],
    ['内容错误', '容错', true],
    ['容错', '纠错', false],
  ])('in “%s”, “%s” is found: %s', (text, phrase, isFound) => {
    expect(contains(text, phrase)).toBe(isFound);
  });
});

describe('findPhrases', () => {
  test('gives offsets into the text as written, before folding', () => {
    const text = '占比２０％，共２０％';
    const found = findPhrases(text, ['20%']).map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(['２０％', '２０％']);
  });

  test('spans other punctuation than the query has', () => {
    const text = '要“容错”“纠错”并举';
    const [match] = findPhrases(text, ['容错、纠错']);
    expect(match && text.slice(match.start, match.end)).toBe('容错”“纠错');
  });

  test('orders the places of several phrases by the text', () => {
    expect(findPhrases('甲乙丙甲', ['丙', '甲']).map(({ phrase, start }) => `${phrase}${start}`)).toEqual(['甲0', '丙2', '甲3']);
  });
});
