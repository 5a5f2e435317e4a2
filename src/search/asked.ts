/**
 * Sentences in which people ask, made up by the editors for each entry. They are no text of its page, so nothing found by them is counted as
 * containing the words.
 */
import { stripQuestionWords } from './asking-words.ts';
import { EVERYWHERE, pairsOf, unpackNumbers } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';

/** Of every sentence, in the order of the cards: which entry it belongs to, and how much it says. */
export interface AskedTable {
  /** How many sentences each entry has, a character an entry. */
  counts: string;
  /** The weight of each sentence, a character a sentence. */
  weights: string;
}

/** An entry that is asked for in such words. */
export interface AskedEntry {
  key: string;
  /** How alike its closest sentence is: 1 for the same question. */
  score: number;
  /** How much all its sentences have of what is asked, at most 1 for the entry that has most: many ways of asking may each have a part. */
  together: number;
  /** The place of the sentence among those of the entry. */
  sentence: number;
}

/** A pair that stands in more of the sentences tells nothing. */
export const TELLING_SHARE = 0.04;
/** So much of the likeness goes by what the query has, the rest by what the sentence has. */
const BY_QUERY = 0.65;
/** What further sentences of an entry that are alike add. */
const FURTHER = 0.04;
/** One pair alone is a word, not a question: what has no more in common is less alike. */
const FEWEST_PAIRS = 2;
const ONE_PAIR = 0.4;
/** So much of what is asked the best must have. */
const FEWEST_TOGETHER = 0.3;
/** The k1 of BM25. */
const SATURATION = 1.2;

/** The pairs by which questions are compared; words that ask are left out, unless they are all there is. */
export function askedPairs(text: string): string[] {
  const bare = pairsOf(stripQuestionWords(text).trim());
  return bare.length > 0 ? bare : pairsOf(text);
}

/** What a pair says that stands in so many of the sentences. */
export function pairWeight(sentences: number, all: number): number {
  return Math.log(1 + all / Math.max(sentences, 0.5));
}

/** Entries that are asked for like that, the closest first; `keys` are their numbers in the order of the cards. */
export function rankAsked(text: string, lexicon: Lexicon, { counts, weights }: AskedTable, keys: readonly string[]): AskedEntry[] {
  const all = [...weights].length;
  const pairs = askedPairs(text);
  if (all === 0 || pairs.length < FEWEST_PAIRS) return [];
  const shared = new Map<number, { weight: number; pairs: number }>();
  const places = placesOf(counts);
  const together = new Map<number, number>();
  let asked = 0;
  for (const pair of pairs) {
    const packed = lexicon.get(pair)?.[0] ?? '';
    if (packed === EVERYWHERE) continue;
    const sentences = unpackNumbers(packed);
    const weight = pairWeight(sentences.length, all);
    asked += weight;
    const having = new Map<number, number>();
    for (const sentence of sentences) {
      const entry = places[sentence]?.entry ?? 0;
      having.set(entry, (having.get(entry) ?? 0) + 1);
      const before = shared.get(sentence);
      shared.set(sentence, { weight: (before?.weight ?? 0) + weight, pairs: (before?.pairs ?? 0) + 1 });
    }
    // What a second sentence adds with the same pair is little, as in any ranking by words.
    for (const [entry, times] of having) together.set(entry, (together.get(entry) ?? 0) + weight * saturated(times));
  }
  const ownWeights = unpackEach(weights);
  // One pair in common makes nobody's question of it.
  const most = Math.max(...together.values(), FEWEST_TOGETHER * asked);
  const best = new Map<string, AskedEntry & { further: number }>();
  for (const [number, { weight, pairs: count }] of shared) {
    const place = places[number];
    const key = place && keys[place.entry];
    if (place === undefined || key === undefined) continue;
    const certainty = count < FEWEST_PAIRS ? ONE_PAIR : 1;
    const likeness = (certainty * weight) / (BY_QUERY * asked + (1 - BY_QUERY) * Math.max(ownWeights[number] ?? 0, weight));
    const found = best.get(key);
    const further = (found?.further ?? 0) + likeness;
    if (!found || likeness > found.score) {
      best.set(key, { key, score: likeness, sentence: place.at, together: (together.get(place.entry) ?? 0) / most, further });
    } else found.further = further;
  }
  return [...best.values()]
    .map(({ key, score, sentence, together: parts, further }) => ({
      key,
      sentence,
      together: parts,
      score: score + FURTHER * Math.log(1 + further - score),
    }))
    .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
}

function saturated(times: number): number {
  return (times * (SATURATION + 1)) / (times + SATURATION);
}

/** Numbers as characters, each by itself. */
export function packEach(numbers: readonly number[]): string {
  return numbers.map((number) => String.fromCharCode(FIRST + Math.min(Math.round(number), MOST))).join('');
}

/** The numbers again. */
export function unpackEach(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0) - FIRST);
}

const FIRST = 0x23;
/** More would take characters that need two units. */
const MOST = 0xd000;

function placesOf(counts: string): { entry: number; at: number }[] {
  return unpackEach(counts).flatMap((count, entry) => Array.from({ length: count }, (_, at) => ({ entry, at })));
}
