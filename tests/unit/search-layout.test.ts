import { describe, expect, test } from 'vitest';
import type { EntryCard } from '../../src/search/engine.ts';
import { hitAt, isPair, lastOfPair, layOut, pageName, phraseWords, placeOf } from '../../src/search/layout.ts';
import { tokensOf } from '../../src/search/tokens.ts';

const NAMES = ['容错', '尽职容错'].map(tokensOf);
const TEXT = tokensOf('干部要敢作为');
const words = layOut(NAMES, TEXT);
const card = { id: 'SY-001', names: [2, 4], title: 1 } as unknown as EntryCard;

/** Where the words of a phrase stand one after the other, as Pagefind looks for them. */
const positionOf = (phrase: string) => {
  const wanted = phraseWords(tokensOf(phrase));
  return words.findIndex((_, at) => wanted.every((word, index) => words[at + index] === word));
};
const standing = (phrase: string) => {
  const { place, nameLength, isFirst } = hitAt(card, positionOf(phrase), tokensOf(phrase).length === 1);
  return [place, nameLength, isFirst];
};

describe('an entry in the index', () => {
  test.each([
    ['容错', ['alias', 2, true]],
    ['尽职容错', ['title', 4, true]],
    ['尽职', ['title', 4, true]],
    ['职容', ['title', 4, false]],
    ['容', ['alias', 2, true]],
    ['错', ['alias', 2, false]],
    ['尽', ['title', 4, true]],
    ['敢作为', ['text', 0, false]],
    ['敢', ['text', 0, false]],
  ])('has %s where it stands', (phrase, expected) => {
    expect(standing(phrase)).toEqual(expected);
  });

  test.each(['错尽', '错干', '容错尽职', '法', '部敢'])('has no %s, which no part of it contains', (phrase) => {
    expect(positionOf(phrase)).toBe(-1);
  });

  test('is written in words that no browser cuts and no two pairs share', () => {
    const far = layOut([], ['𠮷', '容', '한', '1', 'a']);
    const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
    expect(far.filter((word) => [...segmenter.segment(word)].length > 1)).toEqual([]);
    expect(new Set(far).size).toBe(far.length);
  });

  test('gives an earlier place a higher score', () => {
    const at = (position: number) => hitAt({ ...card, names: [] }, position, false).score;
    expect(at(0)).toBeGreaterThan(at(5));
  });

  test('is called by its place, and found by what it is called', () => {
    const names = Array.from({ length: 1_200 }, (_, place) => pageName(place, 1_200));
    expect(new Set(names.map(({ length }) => length))).toEqual(new Set([4]));
    expect(names.map(placeOf)).toEqual(names.map((_, place) => place));
  });
});

describe('a phrase with heavy pairs', () => {
  const pairs = [...new Set(words.filter(isPair))];
  /** The words that may stand at a position: what is laid out, and with a heavy pair the next token too. */
  const at = (position: number, heavy: ReadonlySet<string>) => {
    const [one = '', next = ''] = words.slice(position, position + 2);
    const isHeavy = isPair(one) && isPair(next) && (heavy.has(one) || heavy.has(next));
    return [one, ...(isHeavy ? [one + lastOfPair(next)] : [])];
  };
  const find = (phrase: string, heavy: ReadonlySet<string>) => {
    const wanted = phraseWords(tokensOf(phrase), heavy);
    return words.findIndex((_, position) => wanted.every((word, index) => at(position + index, heavy).includes(word)));
  };
  const text = tokensOf('容错尽职容错干部要敢作为法');
  const phrases = text.flatMap((_, from) => text.map((__, length) => text.slice(from, from + 1 + length).join('')));

  test.each([...pairs.map((pair) => [pair]), pairs])('is found where it stands and nowhere else (%s …)', (...heavy) => {
    const expected = phrases.map((phrase) => [phrase, positionOf(phrase)]);
    expect(phrases.map((phrase) => [phrase, find(phrase, new Set(heavy))])).toEqual(expected);
  });

  test('is not looked up by them, unless it is nothing but one', () => {
    const heavy = new Set(phraseWords(tokensOf('干部')));
    const looked = ['干部要', '要敢干部', '敢干部作为'].flatMap((phrase) => phraseWords(tokensOf(phrase), heavy));
    expect(looked.filter((word) => heavy.has(word))).toEqual([]);
    expect(phraseWords(tokensOf('干部'), heavy)).toEqual([...heavy]);
  });
});
