/**
 * Makes, at build, what `lexicon.ts` and `asked.ts` read: the words of this field from names, keywords and lists, other words from the texts, cut by
 * the word list of the runtime (ICU's, which is kept by the Unicode Consortium and does not ship), synonyms, and the sentences that people ask.
 */
import { askedUnits, packSentences, pairWeight, TELLING_SHARE } from '../words/asked.ts';
import type { AskedNumbers } from '../words/asked.ts';
import { EVERYWHERE, NO_END } from '../words/lexicon.ts';
import type { Slot } from '../words/lexicon.ts';
import { fileOf } from '../engine/word-files.ts';
import { foldText } from '../../domain/chinese/fold-text.ts';
import { matchText, phraseTokens } from '../words/tokens.ts';

/** What the lexicon is made of. */
export interface LexiconSource {
  /** Sentences of each entry, in the order of the cards. */
  asked: readonly (readonly string[])[];
  /** Words of this field: names, keywords, items of lists. */
  words: readonly string[];
  synonyms: readonly SynonymGroup[];
  /** Places that entries are of, as queries name them, each once. */
  places: readonly string[];
  /** The texts that are searched. */
  texts: readonly string[];
  /** Does as `prepareText` does; it may know texts that it has prepared before. */
  prepare?: typeof prepareText;
}

/** Words that are searched for one another, or, with `to`, words for which others are searched, but not the other way round. */
export interface SynonymGroup {
  words: readonly string[];
  to?: readonly string[] | undefined;
}

export interface BuiltLexicon {
  slots: Record<string, Slot>;
  /** How the sentences are numbered. */
  asked: AskedNumbers;
}

/** The whole lexicon; the same source gives the same one. */
export function gatherLexicon({ asked, words, synonyms, places, texts, prepare = prepareText }: LexiconSource): BuiltLexicon {
  const prepared = texts.map(prepare);
  const slots = new Map<string, DraftSlot>();
  const slotOf = (pair: string) => {
    const known = slots.get(pair);
    if (known) return known;
    const slot: DraftSlot = { sentences: [], own: [], common: [], synonyms: undefined, places: [] };
    slots.set(pair, slot);
    return slot;
  };
  const own = new Set([...words.flatMap(partsOf), ...synonyms.flatMap((group) => [...group.words, ...(group.to ?? [])])].map(foldText));
  for (const word of own) if (isWord(word)) addEnd(word, (pair) => slotOf(pair).own);
  for (const place of places.map(foldText)) if (isWord(place)) addEnd(place, (pair) => slotOf(pair).places);
  for (const word of commonWords([...prepared, ...asked.map((sentences) => prepare(sentences.join('\n')))])) {
    if (!own.has(word)) addEnd(word, (pair) => slotOf(pair).common);
  }
  const folded = prepared.map(({ match }) => match);
  for (const [word, others] of synonymTable(synonyms, folded)) {
    const characters = [...word];
    const slot = slotOf(characters.slice(0, 2).join(''));
    slot.synonyms = { ...slot.synonyms, [characters.slice(2).join('') || NO_END]: others };
  }
  const each = asked.reduce((most, { length }) => Math.max(most, length), 1);
  const weights = addSentences(asked, each, slotOf);
  const pairs = [...slots].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    slots: Object.fromEntries(pairs.map(([pair, slot]) => [pair, finished(slot, weights)])),
    asked: { each, all: weights.size },
  };
}

/** The slots of each file, by the number of the file. */
export type LexiconFiles = readonly Readonly<Record<string, Slot>>[];

/** Divides the slots among files of about so many. A query fetches a file for each of its pairs of characters, and of each file it needs one pair. */
export function splitLexicon(slots: Readonly<Record<string, Slot>>, aFile: number): LexiconFiles {
  const pairs = Object.entries(slots);
  const files: Record<string, Slot>[] = Array.from({ length: Math.ceil(pairs.length / aFile) || 1 }, () => ({}));
  for (const [pair, slot] of pairs) {
    const file = files[fileOf(pair, files.length)];
    if (file) file[pair] = slot;
  }
  return files;
}

/** There are tens of thousands, and most hold little. */
interface DraftSlot {
  sentences: number[] | undefined;
  /** Ends of words, each once. */
  own: string[];
  common: string[];
  synonyms: Record<string, readonly string[]> | undefined;
  places: string[];
}

/** Longer pieces of a name are phrases, which nobody's query has in the middle. */
const LONGEST_PART = 8;
const LONGEST_COMMON = 6;
/** A word that the segmenter finds in one text alone is mostly a slip of its own. */
const FEWEST_TEXTS = 2;
const MOST_SYNONYMS = 6;

/** The pieces of a name between its punctuation. */
function partsOf(name: string): string[] {
  return name.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length <= LONGEST_PART);
}

function isWord(text: string): boolean {
  return /^[\p{L}\p{N}]{2,}$/u.test(text);
}

function addEnd(word: string, endsOf: (pair: string) => string[]): void {
  const characters = [...word];
  endsOf(characters.slice(0, 2).join('')).push(characters.slice(2).join('') || NO_END);
}

/** A text as the runtime's own list of words cuts it. */
export interface CutText {
  /** Its pieces in Chinese, each once: words, and single characters that belong to no word on the list. */
  pieces: readonly string[];
  /** Pieces next to one another of which one at least is a single character, as `习|近平`, each once. */
  pairs: readonly string[];
}

/** What the index is made of, of one text. */
export interface PreparedText extends CutText {
  /** As `matchText` folds it. */
  match: string;
}

export function prepareText(text: string): PreparedText {
  return { ...cutText(text), match: matchText(text) };
}

function cutText(text: string): CutText {
  const pieces = new Set<string>();
  const pairs = new Set<string>();
  let before = '';
  for (const { segment } of SEGMENTER.segment(foldText(text))) {
    if (!HAN.test(segment) || segment.length > LONGEST_COMMON) {
      before = '';
      continue;
    }
    pieces.add(segment);
    const length = before.length + segment.length;
    if (before !== '' && length <= LONGEST_JOINED && (before.length === 1 || segment.length === 1)) pairs.add(before + SEAM + segment);
    before = segment;
  }
  return { pieces: [...pieces], pairs: [...pairs] };
}

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });
const HAN = /^\p{Script=Han}+$/u;
const SEAM = '|';

/** What is joined is a word of few characters: 疫情, 习近平, 一刀切. */
const LONGEST_JOINED = 4;
const FEWEST_JOINED = 3;
/** Pieces are a word together when the one hardly ever stands without the other, nor the other often without it, by the texts that have them. */
const BOUND = { closely: 0.8, atLeast: 0.5 };

/** The words that stand in several texts, with those that the runtime's list lacks: it takes them apart the same way wherever they stand. */
function commonWords(texts: readonly CutText[]): string[] {
  const counts = countEach(texts.map(({ pieces }) => pieces));
  const listed = [...counts].filter(([word, count]) => word.length > 1 && count >= FEWEST_TEXTS).map(([word]) => word);
  return [...new Set([...listed, ...joinedWords(counts, countEach(texts.map(({ pairs }) => pairs)))])];
}

/** Neighbours that are a word together; of two that would take the same character, the one that more texts have. */
function joinedWords(pieces: ReadonlyMap<string, number>, pairs: ReadonlyMap<string, number>): string[] {
  const bound = [...pairs].flatMap(([pair, count]) => {
    const parts = pair.split(SEAM);
    const shares = parts.map((part) => count / (pieces.get(part) ?? count));
    const isBound = count >= FEWEST_JOINED && Math.max(...shares) >= BOUND.closely && Math.min(...shares) >= BOUND.atLeast;
    return isBound ? [{ parts, count }] : [];
  });
  const most = new Map<string, number>();
  for (const { parts, count } of bound) for (const part of parts) most.set(part, Math.max(count, most.get(part) ?? 0));
  return bound
    .filter(({ parts, count }) => parts.every((part) => part.length > 1 || most.get(part) === count))
    .map(({ parts }) => parts.join(''));
}

/** In how many lists each stands; no list has one twice. */
function countEach(lists: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists) for (const item of list) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** Those of the words that stand in one of the texts, found in one passage through them. */
function standingIn(texts: readonly string[], words: readonly string[]): Set<string> {
  const isShort = (word: string) => word.length < 2;
  const found = new Set(words.filter((word) => isShort(word) && texts.some((text) => text.includes(word))));
  const open = Map.groupBy(new Set(words.filter((word) => !isShort(word))), (word) => word.slice(0, 2));
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      const head = text.slice(at, at + 2);
      const looked = open.get(head);
      if (!looked?.some((word) => text.startsWith(word, at))) continue;
      for (const word of looked) if (text.startsWith(word, at)) found.add(word);
      open.set(
        head,
        looked.filter((word) => !found.has(word)),
      );
    }
  }
  return found;
}

/** Other words by word; those that no text contains are searched for nothing. */
function synonymTable(groups: readonly SynonymGroup[], folded: readonly string[]): Map<string, string[]> {
  const needleOf = (word: string) => phraseTokens(word).join('');
  const standing = standingIn(
    folded,
    groups.flatMap(({ words, to }) => [...words, ...(to ?? [])].map(needleOf)),
  );
  const stands = (word: string) => standing.has(needleOf(word));
  const table = new Map<string, string[]>();
  for (const { words, to } of groups) {
    for (const word of words) {
      const others = (to ?? words.filter((other) => other !== word)).filter(stands);
      const key = foldText(word);
      if (others.length === 0 || phraseTokens(word).length < 2) continue;
      table.set(key, [...new Set([...(table.get(key) ?? []), ...others])].slice(0, MOST_SYNONYMS));
    }
  }
  return table;
}

/** In a small library, whose sentences may be searched together with those of larger ones, a pair that stands in a few of them is not yet common. */
const FEWEST_COMMON = 12;

/** Adds the sentences to the slots of their pairs and characters, and gives the weight of each, by its pairs, under its number: `each` for an entry. */
function addSentences(asked: readonly (readonly string[])[], each: number, slotOf: (pair: string) => DraftSlot): Map<number, number> {
  const sentences = new Map<number, ReadonlySet<string>>();
  for (const [entry, own] of asked.entries())
    for (const [at, sentence] of own.entries()) sentences.set(each * entry + at, new Set(askedUnits(sentence)));
  const counts = new Map<string, number>();
  for (const pairs of sentences.values()) for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  const isTelling = (pair: string) => (counts.get(pair) ?? 0) <= Math.max(FEWEST_COMMON, sentences.size * TELLING_SHARE);
  const weights = new Map<number, number>();
  for (const [number, pairs] of sentences) {
    let weight = 0;
    for (const pair of pairs) {
      const slot = slotOf(pair);
      if (isTelling(pair)) {
        slot.sentences?.push(number);
        if (pair.length > 1) weight += pairWeight(counts.get(pair) ?? 0, sentences.size);
      } else slot.sentences = undefined;
    }
    weights.set(number, Math.round(weight));
  }
  return weights;
}

function finished({ sentences, own, common, synonyms, places }: DraftSlot, weights: ReadonlyMap<number, number>): Slot {
  const ends = (list: readonly string[]) => list.toSorted().join('|');
  const packed = sentences?.map((number) => ({ number, weight: weights.get(number) ?? 0 }));
  const all = [packed ? packSentences(packed) : EVERYWHERE, ends(own), ends(common)] as const;
  if (places.length > 0) return [...all, synonyms ?? {}, ends(places)];
  if (synonyms) return [...all, synonyms];
  return common.length > 0 ? all : own.length > 0 ? [all[0], all[1]] : [all[0]];
}
