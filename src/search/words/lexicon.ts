/**
 * What the site knows of the words of a query, by pairs of characters: words that begin with a pair, other words for them, and the sentences in
 * which people ask that have it; of a single character, the sentences alone. A query fetches what its own pairs and characters need, in small files
 * (`index-lexicon.ts`), and nothing else.
 */
import { isParticle, stripQuestionWords } from './asking-words.ts';
import { foldText } from '../../domain/chinese/fold-text.ts';
import { BORDER, PERCENT, phraseTokens } from './tokens.ts';

/** What is known of a pair; what comes last may be left out. */
export type Slot = readonly [
  /** Sentences that have the pair or the character, see `packSentences` in `asked.ts`; `EVERYWHERE` when too many have it. */
  sentences: string,
  /** Ends of the words of this field that begin with the pair, and of other words: `=|陷害` for 诬告 and 诬告陷害. */
  own?: string,
  common?: string,
  /** Other words to search for a word that begins with the pair, by the word's end. */
  synonyms?: Readonly<Record<string, readonly string[]>>,
  /** Ends of the names of places that begin with the pair, see `places.ts`. */
  places?: string,
];

/** What is known of some pairs; a pair without a slot is known for nothing. */
export type Lexicon = ReadonlyMap<string, Slot>;

export const NO_LEXICON: Lexicon = new Map();

/** Stands for the sentences of a pair that tells nothing. */
export const EVERYWHERE = '!';
/** Stands for no end: the pair itself is a word. */
export const NO_END = '=';

/** A word that others are searched for, and which. */
export interface Synonym {
  word: string;
  others: readonly string[];
}

const OWN_WORD = 0.8;
const COMMON_WORD = 1;
const SINGLE = 1.6;
const PARTICLE = 1.2;
const LONGEST_WORD = 14;
/** They end a word and begin few: an officer, a law or an office is called by the word before (公证员 of 公证). */
const ENDINGS = new Set('员者法权率局厅处科室署');
/** A number in characters with what is counted, which is one word however many known ones are in it: 第一〇五条, 二十五条. */
const NUMBERED = /第[〇零一二三四五六七八九十百千]+[条款项章节编次届批轮号]|[〇零一二三四五六七八九十百千]{2,}[条款项章节编届]/u;

/** Every pair of tokens that stand side by side in a text: what its words and sentences are looked up by. */
export function pairsOf(text: string): string[] {
  const tokens = phraseTokens(text);
  const pairs = tokens.slice(1).map((token, index) => [tokens[index] ?? '', token]);
  return [...new Set(pairs.filter(([one, other]) => isLetter(one) && isLetter(other)).map((pair) => pair.join('')))];
}

/**
 * Cuts a text into words to look up: known words where there are any, what lies between them where it is more than particles; numbers and Latin
 * words whole. Words that ask or join are left out, unless nothing else is there.
 */
export function cutWords(text: string, lexicon: Lexicon): string[] {
  const bare = cutRuns(stripQuestionWords(text), lexicon);
  return bare.length > 0 ? bare : cutRuns(text, lexicon);
}

/** Whether a text falls into known words without a rest. */
export function isAllKnown(text: string, lexicon: Lexicon): boolean {
  return cutWords(text, lexicon).every((word) => costOf(word, lexicon) !== undefined);
}

/** The words inside a word that are words themselves; empty when there are none. No part of a number is the number. */
export function innerWords(word: string, lexicon: Lexicon): string[] {
  if (isNumbered(word)) return [];
  return cutRun([...word], lexicon, word.length - 1).filter((part) => [...part].length > 1);
}

/** The longest words in a text that others are searched for, not overlapping. */
export function synonymsIn(text: string, lexicon: Lexicon): Synonym[] {
  const folded = foldText(text);
  const found: Synonym[] = [];
  for (const pair of pairsOf(text)) {
    for (const [ending, others] of Object.entries(lexicon.get(pair)?.[3] ?? {})) {
      const word = pair + endOf(ending);
      if (folded.includes(word)) found.push({ word, others });
    }
  }
  const kept: Synonym[] = [];
  for (const synonym of found.sort((a, b) => b.word.length - a.word.length)) {
    if (!kept.some(({ word }) => word.includes(synonym.word))) kept.push(synonym);
  }
  return kept;
}

function isLetter(token: string | undefined): boolean {
  return token !== undefined && token !== BORDER && token !== PERCENT;
}

function cutRuns(text: string, lexicon: Lexicon): string[] {
  const runs = foldText(text).match(RUN) ?? [];
  const words = [...new Set(runs.flatMap((run) => (isHan(run) && !isNumbered(run) ? wordsIn([...run], lexicon) : [run])))];
  const longer = words.filter((word) => [...word].length > 1);
  return longer.length > 0 ? longer : [...new Set(runs)];
}

/** A number as in `NUMBERED`, Han characters up to the next one, or a Latin word or a number in digits. */
const RUN = new RegExp(
  `${NUMBERED.source}|(?:(?!${NUMBERED.source})\\p{Script=Han})+|(?:(?!\\p{Script=Han})[\\p{L}\\p{N}])+(?:\\.\\d+)?%?`,
  'gu',
);

function isHan(run: string): boolean {
  return /\p{Script=Han}/u.test(run);
}

function isNumbered(run: string): boolean {
  return NUMBERED.exec(run)?.[0] === run;
}

/** Known words, and runs of what is left between them; what begins with an ending leaves that to the word before it. */
function wordsIn(run: readonly string[], lexicon: Lexicon): string[] {
  const parts = cutRun(run, lexicon, LONGEST_WORD);
  const words: string[] = [];
  let rest = '';
  let isAfterWord = false;
  const endRest = () => {
    const [first = '', ...others] = rest;
    if (isAfterWord && others.length > 0 && ENDINGS.has(first)) words.push(`${words.pop() ?? ''}${first}`, others.join(''));
    else if (rest !== '') words.push(rest);
    rest = '';
  };
  for (const part of parts) {
    const isWord = [...part].length > 1;
    if (!isWord && !(isParticle(part) && parts.length > 1)) {
      rest += part;
      continue;
    }
    endRest();
    if (isWord) words.push(part);
    isAfterWord = isWord;
  }
  endRest();
  return words;
}

/** The cheapest way to cut a run into known words and single characters. */
function cutRun(run: readonly string[], lexicon: Lexicon, longest: number): string[] {
  const ways: { cost: number; parts: string[] }[] = [{ cost: 0, parts: [] }];
  for (let end = 1; end <= run.length; end++) {
    const before = ways[end - 1] ?? { cost: 0, parts: [] };
    const last = run[end - 1] ?? '';
    let best = { cost: before.cost + (isParticle(last) ? PARTICLE : SINGLE), parts: [...before.parts, last] };
    for (let start = Math.max(0, end - longest); start <= end - 2; start++) {
      const word = run.slice(start, end).join('');
      const cost = costOf(word, lexicon);
      const way = ways[start];
      if (cost !== undefined && way && way.cost + cost < best.cost) best = { cost: way.cost + cost, parts: [...way.parts, word] };
    }
    ways.push(best);
  }
  return ways[run.length]?.parts ?? [];
}

function costOf(word: string, lexicon: Lexicon): number | undefined {
  const characters = [...word];
  const slot = lexicon.get(characters.slice(0, 2).join(''));
  const end = characters.slice(2).join('');
  if (hasEnd(slot?.[1], end)) return OWN_WORD;
  return hasEnd(slot?.[2], end) ? COMMON_WORD : undefined;
}

function hasEnd(ends: string | undefined, end: string): boolean {
  return endsIn(ends).includes(end);
}

/** The ends of words that a slot has. */
export function endsIn(ends = ''): string[] {
  return ends === '' ? [] : ends.split('|').map(endOf);
}

function endOf(written: string): string {
  return written === NO_END ? '' : written;
}
