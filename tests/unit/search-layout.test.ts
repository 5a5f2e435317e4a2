import { describe, expect, test } from 'vitest';
import type { EntryCard } from '../../src/search/engine/engine.ts';
import { firstPlaces, hitAt, layOut, phraseWords } from '../../src/search/engine/layout.ts';
import { tokensOf } from '../../src/search/words/tokens.ts';

const NAMES = ['容错', '尽职容错'].map(tokensOf);
const TEXT = tokensOf('干部要敢作为');
const words = layOut(NAMES, TEXT);
const card = { id: 'SY-001', names: [2, 4], title: 1 } as unknown as EntryCard;

/** Where a phrase stands first among the words of a page, as far as the places of its own words tell. */
const positionOf = (phrase: string, laidOut: readonly string[] = words) => {
  const placesOf = (wanted: string) => laidOut.flatMap((word, place) => (word === wanted ? [place] : []));
  const wanted = phraseWords(tokensOf(phrase)).map(({ word, at }) => ({ at, places: new Map([['page', placesOf(word)]]) }));
  return firstPlaces(wanted).get('page') ?? -1;
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

  test.each(['错尽', '错干', '容错尽职', '法', '部敢', '容错尽', '错干部要', '容错干部'])(
    'has no %s, which no part of it contains',
    (phrase) => {
      expect(positionOf(phrase)).toBe(-1);
    },
  );

  test('has every phrase of a text where it stands first, whatever its length', () => {
    const text = '干部敢干部，要敢干部作为、担当作为。';
    const tokens = tokensOf(text);
    const laidOut = layOut([], tokens);
    const phrases = tokens.flatMap((_, from) => tokens.slice(from + 1).map((__, more) => tokens.slice(from, from + 2 + more).join('')));
    expect(phrases.map((phrase) => [phrase, positionOf(phrase, laidOut)])).toEqual(
      phrases.map((phrase) => [phrase, tokens.join('').indexOf(phrase)]),
    );
  });

  test('is written in words that no browser cuts, no two pairs share, and none begins another', () => {
    const far = layOut([], ['𠮷', '容', '한', '1', 'a', '\u{10000}', '\uFFFD', '\u0E8C', '\uB130', '\uB12F']);
    const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
    expect(far.filter((word) => [...segmenter.segment(word)].length > 1)).toEqual([]);
    expect(new Set(far).size).toBe(far.length);
    expect(far.filter((word) => far.some((other) => other !== word && other.startsWith(word)))).toEqual([]);
  });

  test('gives an earlier place a higher score', () => {
    const at = (position: number) => hitAt({ ...card, names: [] }, position, false).score;
    expect(at(0)).toBeGreaterThan(at(5));
  });
});

describe('a phrase', () => {
  test.each([
    ['容', [0]],
    ['容错', [0]],
    ['容错纠', [0, 1]],
    ['容错纠错', [0, 2]],
    ['容错纠错机', [0, 1, 3]],
    ['容错纠错机制', [0, 2, 4]],
  ])('%s is looked up by the words that hold it between them', (phrase, places) => {
    expect(phraseWords(tokensOf(phrase)).map(({ at }) => at)).toEqual(places);
  });

  test('is looked up by words that cost less where there is a choice', () => {
    const dear = new Set(['干部', '担当'].flatMap((two) => phraseWords(tokensOf(two)).map(({ word }) => word)));
    const placesIn = (phrase: string) => phraseWords(tokensOf(phrase), (word) => (dear.has(word) ? 2 : 1)).map(({ at }) => at);
    expect(placesIn('激励干部担当作为')).toEqual([0, 1, 3, 5, 6]);
    expect(placesIn('还干部清白')).toEqual([0, 2, 3]);
    expect(placesIn('干部担当')).toEqual([0, 2]);
  });
});
