/**
 * Sentences in which people ask, made up by the editors for each entry. They are no text of its page, so nothing found by them is counted as
 * containing the words.
 */
import { isParticle, stripQuestionWords } from './asking-words.ts';
import { EVERYWHERE, pairsOf } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import { distancesOf, packNumbers, sumsOf, unpackNumbers } from '../engine/packed-numbers.ts';

/**
 * How the sentences of all entries are numbered: each entry has so many numbers, in the order of the cards, as the one that is asked for in most ways,
 * so that a number tells its entry by itself. And how many sentences there are.
 */
export interface AskedNumbers {
  each: number;
  all: number;
}

export const NONE_ASKED: AskedNumbers = { each: 1, all: 0 };

/** A sentence that has a pair or a character: its number, and how much it says. */
export interface AskedSentence {
  number: number;
  weight: number;
}

/** An entry that is asked for in such words. */
export interface AskedEntry {
  key: string;
  /** How alike its closest sentence is: 1 for the same question. */
  score: number;
  /** How much all its sentences have of what is asked, at most 1 for the entry that has most: many ways of asking may each have a part. */
  together: number;
  /** The place of the sentence among those of the entry, */
  sentence: number;
  /** and the characters of what was asked that it has in telling pairs or by themselves. */
  characters: string;
}

/** A pair or a character that stands in more of the sentences tells nothing. */
export const TELLING_SHARE = 0.04;
/** So much of the likeness goes by what the query has, the rest by what the sentence has. */
const BY_QUERY = 0.65;
/** What further sentences of an entry that are alike add. */
const FURTHER = 0.04;
const FEWEST_PAIRS = 2;
/** Two characters are a word, not a question: what has no more in common is less alike. */
const FEWEST_CHARACTERS = 3;
const ONE_WORD = 0.4;
/** So much of what is asked the best must have. */
const FEWEST_TOGETHER = 0.3;
/**
 * The k1 of BM25, higher than for texts: ways of asking are written to differ, so what recurs in them is the matter. This and `CHARACTER` were set by
 * `npm run bench:asked` (1,960 sentences, MRR .516 with 1.2 and 0.4, .524 so) and held on lists by others.
 */
const SATURATION = 4;
/** In more sentences than this, a pair says what its characters would. */
const FEW_SENTENCES = 60;
/** What a single character says beside a pair that stands in as many sentences: 挨了骂 and 挨骂 have characters in common, and no pair. */
const CHARACTER = 0.8;
/** What a pair of another word for one that was typed says: somebody may have asked in that word. */
const OTHER_WORD = 0.5;

/** The pairs by which questions are compared; words that ask are left out, unless they are all there is. */
export function askedPairs(text: string): string[] {
  return pairsBeside(text, stripQuestionWords(text));
}

function pairsBeside(text: string, stripped: string): string[] {
  const bare = pairsOf(stripped.trim());
  return bare.length > 0 ? bare : pairsOf(text);
}

/** The pairs and the characters of a question, by which it can be found. */
export function askedUnits(text: string): string[] {
  const stripped = stripQuestionWords(text);
  return [...pairsBeside(text, stripped), ...tellingCharacters(stripped)];
}

/** The characters that questions have in common where they have no pairs in common, without those that name nothing. */
export function askedCharacters(text: string): string[] {
  return tellingCharacters(stripQuestionWords(text));
}

function tellingCharacters(stripped: string): string[] {
  const characters = [...new Set(stripped.match(/\p{Script=Han}/gu) ?? [])];
  return characters.filter((character) => !isParticle(character));
}

/** The characters of a question that are looked up by themselves: those whose pairs stand in few sentences, so that they say nothing yet. */
export function loneCharacters(text: string, lexicon: Lexicon): string[] {
  const pairs = askedPairs(text);
  if (pairs.length < FEWEST_PAIRS) return [];
  const isKnown = (pair: string) => {
    const packed = lexicon.get(pair)?.[0] ?? '';
    return packed === EVERYWHERE || unpackSentences(packed).length > FEW_SENTENCES;
  };
  const known = pairs.filter(isKnown).join('');
  return askedCharacters(text).filter((character) => !known.includes(character));
}

/** What a pair says that stands in so many of the sentences. */
export function pairWeight(sentences: number, all: number): number {
  return Math.log(1 + all / Math.max(sentences, 0.5));
}

/** What a smaller share of the sentences has is no more telling for that: somebody's turn of phrase (一屁股债, 上热搜) is rare, and by itself no matter. */
const RAREST_SHARE = 0.0008;

/** What is known of the sentences: `keys` are the entries' numbers, in the order of the cards. */
export interface AskedOf {
  lexicon: Lexicon;
  numbers: AskedNumbers;
  keys: readonly string[];
}

/**
 * Entries that are asked for like that, or in other words for the same, the closest first. A single word is no question, unless it is `unwritten`: what
 * no text has and people ask with (抑郁) leads to what they ask.
 */
export function rankAsked(
  text: string,
  { lexicon, numbers: { each, all }, keys }: AskedOf,
  { others = [], isUnwritten = false }: { others?: readonly string[]; isUnwritten?: boolean } = {},
): AskedEntry[] {
  const pairs = askedPairs(text);
  const isWord = pairs.length < FEWEST_PAIRS;
  if (all === 0 || (isWord && !isUnwritten)) return [];
  const byQuery = isWord ? 1 : BY_QUERY;
  const units = [
    ...pairs.map((unit) => ({ unit, share: 1, isOwn: true })),
    ...loneCharacters(text, lexicon).map((unit) => ({ unit, share: CHARACTER, isOwn: true })),
    ...[...new Set(others.flatMap(askedPairs))]
      .filter((pair) => !pairs.includes(pair))
      .map((unit) => ({ unit, share: OTHER_WORD, isOwn: false })),
  ];
  const shared = new Map<number, { weight: number; characters: string; own: number }>();
  const together = new Map<number, number>();
  let asked = 0;
  for (const { unit, share, isOwn } of units) {
    const packed = lexicon.get(unit)?.[0] ?? '';
    if (packed === EVERYWHERE) continue;
    const sentences = unpackSentences(packed);
    const { length } = sentences;
    const having = new Map<number, number>();
    for (const { number } of sentences) {
      const entry = Math.floor(number / each);
      having.set(entry, (having.get(entry) ?? 0) + 1);
    }
    // It says more where few entries have its sentences: it recurs where it is the matter (科员), and a turn of phrase (干了十年) stands everywhere once.
    const recurrence = Math.sqrt(length / having.size || 1);
    const weight = share * recurrence * pairWeight(length && Math.max(length, RAREST_SHARE * all), all);
    if (isOwn) asked += weight;
    for (const { number, weight: own } of sentences) {
      const before = shared.get(number);
      shared.set(number, { weight: (before?.weight ?? 0) + weight, characters: withCharacters(before?.characters ?? '', unit), own });
    }
    // What a second sentence adds with the same pair is little, as in any ranking by words.
    for (const [entry, times] of having) together.set(entry, (together.get(entry) ?? 0) + weight * saturated(times));
  }
  // One pair in common makes nobody's question of it.
  const most = Math.max(...together.values(), FEWEST_TOGETHER * asked);
  const best = new Map<string, AskedEntry & { further: number }>();
  for (const [number, { weight, characters, own }] of shared) {
    const entry = Math.floor(number / each);
    const key = keys[entry];
    if (key === undefined) continue;
    const certainty = characters.length < FEWEST_CHARACTERS && !isWord ? ONE_WORD : 1;
    const likeness = (certainty * weight) / (byQuery * asked + (1 - byQuery) * Math.max(own, weight));
    const found = best.get(key);
    const further = (found?.further ?? 0) + likeness;
    if (!found || likeness > found.score) {
      best.set(key, {
        ...{ key, score: likeness, characters, sentence: number % each },
        ...{ together: (together.get(entry) ?? 0) / most, further },
      });
    } else found.further = further;
  }
  return [...best.values()]
    .map(({ key, score, sentence, characters, together: parts, further }) => ({
      ...{ key, sentence, characters },
      together: parts,
      score: score + FURTHER * Math.log(1 + further - score),
    }))
    .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
}

/** The characters of a text and of a unit, each once. */
function withCharacters(text: string, unit: string): string {
  return [...unit].reduce((known, character) => (known.includes(character) ? known : known + character), text);
}

function saturated(times: number): number {
  return (times * (SATURATION + 1)) / (times + SATURATION);
}

/** Sentences in ascending order as text: the distances between them, then their weights. */
export function packSentences(sentences: readonly AskedSentence[]): string {
  return packNumbers([...distancesOf(sentences.map(({ number }) => number)), ...sentences.map(({ weight }) => weight)]);
}

/** The sentences that `packSentences` put into a text. */
export function unpackSentences(text: string): AskedSentence[] {
  const numbers = unpackNumbers(text);
  const count = numbers.length / 2;
  return sumsOf(numbers.slice(0, count)).map((number, at) => ({ number, weight: numbers[count + at] ?? 0 }));
}
