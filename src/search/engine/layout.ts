/**
 * How an entry lies in Pagefind's index, and what a position there means. The words of the index are overlapping pairs of tokens, each much rarer
 * than a character (a quarter of the bytes, measured). First come the entry's names, the shortest first: the pairs of each, the last with a border,
 * then its single tokens. Then comes the text in pairs, and after it the tokens that no name has, each once. Borders keep a phrase from running on
 * into the next part.
 *
 * Words are written in letters and digits: Pagefind takes the language of the page that asks, and for Chinese has the browser cut the query into
 * words once more, each browser differently. It also finds words that begin with what is asked for: so no word is the beginning of another.
 */
import type { EntryCard, PhraseHit } from './engine.ts';
import { keyOf, scoreAt } from './engine.ts';
import { BORDER } from '../words/tokens.ts';

/** The words of an entry in their order; names and text as tokens. */
export function layOut(names: readonly (readonly string[])[], text: readonly string[]): string[] {
  const named = new Set(names.flat());
  const rest = [...new Set(text)].filter((token) => token !== BORDER && !named.has(token));
  return [...names.flatMap((name) => [...pairsTo(name, BORDER), ...name.map(single)]), ...pairsTo(text, BORDER), ...rest.map(single)];
}

/** A word of the index, and how far from the start of the phrase it must stand. */
export interface PhraseWord {
  word: string;
  at: number;
}

/**
 * The words that hold a phrase's tokens between them at the least cost: the first pair, the last one, and of any two in a row at least one. Every
 * pair would cost twice as much to fetch.
 */
export function phraseWords(tokens: readonly string[], costOf: (word: string) => number = () => 1): PhraseWord[] {
  const [first, ...rest] = tokens;
  if (first === undefined) return [];
  if (rest.length === 0) return [{ word: single(first), at: 0 }];
  const ways: { cost: number; words: PhraseWord[] }[] = [];
  for (const [at, token] of rest.entries()) {
    const word = pair(tokens[at] ?? '', token);
    const [before = { cost: 0, words: [] }] = ways.slice(-2).sort((a, b) => a.cost - b.cost);
    ways.push({ cost: before.cost + costOf(word), words: [...before.words, { word, at }] });
  }
  return ways.pop()?.words ?? [];
}

/** The places of a word by page, in ascending order; a page is whatever an index calls it. */
export type WordPlaces<Page = string> = ReadonlyMap<Page, readonly number[]>;

/** Where a phrase stands first on each page that has it, from the places of its words. */
export function firstPlaces<Page>(words: readonly { at: number; places: WordPlaces<Page> }[]): Map<Page, number> {
  const [rarest, ...others] = [...words].sort((a, b) => a.places.size - b.places.size);
  const found = new Map<Page, number>();
  for (const [page, places] of rarest?.places ?? []) {
    const starts = places.map((place) => place - (rarest?.at ?? 0));
    const start = starts.find((one) => others.every((other) => other.places.get(page)?.includes(one + other.at)));
    if (start !== undefined) found.set(page, start);
  }
  return found;
}

/** What the first position of a phrase says about where it stands; a single token in a text stands nowhere in particular. */
export function hitAt(card: EntryCard, position: number, isSingle: boolean): PhraseHit {
  const { names, title } = card;
  const key = keyOf(card);
  let start = 0;
  for (const [index, nameLength] of names.entries()) {
    const offset = position - start - (isSingle ? nameLength : 0);
    if (offset < nameLength) {
      return { key, score: 1, place: index === title ? 'title' : 'alias', nameLength, isFirst: offset === 0 };
    }
    start += 2 * nameLength;
  }
  return { key, score: isSingle ? SOMEWHERE : scoreAt(position - start), place: 'text', nameLength: 0, isFirst: false };
}

const SOMEWHERE = scoreAt(100);

function pairsTo(tokens: readonly string[], end: string): string[] {
  return tokens.map((token, index) => pair(token, tokens[index + 1] ?? end));
}

function pair(one: string, other: string): string {
  return encode(one) + encode(other);
}

/** 00 begins no pair: those that begin with the token are asked for much more often, and should not be fetched with it. */
function single(token: string): string {
  return `00${encode(token)}`;
}

/** A token as three letters and digits; five that begin with z, as no other does, from U+B130 on. */
function encode(token: string): string {
  const code = token.codePointAt(0) ?? 0;
  return code < LONG ? code.toString(36).padStart(3, '0') : `z${code.toString(36).padStart(4, '0')}`;
}

/** `z00`, read as a number. */
const LONG = 35 * 36 ** 2;
