import { describe, expect, test } from 'vitest';
import type { EntryCard } from '../../src/search/engine.ts';
import { hitAt, layOut, phraseWords } from '../../src/search/layout.ts';
import { tokensOf } from '../../src/search/tokens.ts';

const NAMES = ['容错', '尽职容错'].map(tokensOf);
const TEXT = tokensOf('干部要敢作为');
const words = layOut(NAMES, TEXT);
const card = { names: [2, 4], title: 1 } as unknown as EntryCard;

/** Where the words of a phrase stand one after the other, as Pagefind looks for them. */
const positionOf = (phrase: string) => {
  const wanted = phraseWords(tokensOf(phrase));
  return words.findIndex((_, at) => wanted.every((word, index) => words[at + index] === word));
};
const placeOf = (phrase: string) => {
  const { place, nameLength, isFirst } = hitAt('SY-001', positionOf(phrase), tokensOf(phrase).length === 1, card);
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
    expect(placeOf(phrase)).toEqual(expected);
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
    const at = (position: number) => hitAt('SY-001', position, false, { ...card, names: [] }).score;
    expect(at(0)).toBeGreaterThan(at(5));
  });
});
