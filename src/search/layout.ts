/**
 * How an entry lies in Pagefind's index, and what a position there means. The words of the index are overlapping pairs of tokens, so that a
 * phrase of n tokens is n - 1 consecutive words, each much rarer than a character (a quarter of the bytes, measured). First come the entry's
 * names, the shortest first: the pairs of each, the last with a border, then its single tokens. Then comes the text in pairs, and after it
 * the tokens that no name has, each once. Borders keep a phrase from running on into the next part.
 *
 * Words are written in ASCII: Pagefind takes the language of the page that asks, and for Chinese has the browser cut the query into words
 * once more, each browser differently.
 */
import type { EntryCard, PhraseHit } from './engine.ts';
import { scoreAt } from './engine.ts';
import { BORDER } from './tokens.ts';

/** The words of an entry in their order; names and text as tokens. */
export function layOut(names: readonly (readonly string[])[], text: readonly string[]): string[] {
  const named = new Set(names.flat());
  const rest = [...new Set(text)].filter((token) => token !== BORDER && !named.has(token));
  return [...names.flatMap((name) => [...pairsTo(name, BORDER), ...name.map(ascii)]), ...pairsTo(text, BORDER), ...rest.map(ascii)];
}

/**
 * The words that a phrase must be found as, one after the other. A pair that is `heavy` comes with the token after it, as one word, or at the end
 * with the token before it: 干部 alone stands in most entries, 怕干部 in few.
 */
export function phraseWords(tokens: readonly string[], heavy: ReadonlySet<string> = new Set()): string[] {
  const [first, ...rest] = tokens;
  if (first === undefined) return [];
  if (rest.length === 0) return [ascii(first)];
  const pairs = rest.map((token, index) => pair(tokens[index] ?? '', token));
  const words: string[] = [];
  for (const [index, word] of pairs.entries()) {
    const next = pairs[index + 1];
    const isLast = index === pairs.length - 2;
    const isThree = next !== undefined && isPair(word) && isPair(next) && (heavy.has(word) || (isLast && heavy.has(next)));
    words.push(isThree ? word + lastOfPair(next) : word);
    // Three tokens hold the last pair already.
    if (isThree && isLast) break;
  }
  return words;
}

/** Whether a word of the index stands for two tokens. */
export function isPair(word: string): boolean {
  return word.length === 2 * TOKEN && !word.startsWith(LONG);
}

/** The second token of a pair, as it is written there. */
export function lastOfPair(pair: string): string {
  return pair.slice(TOKEN);
}

/** What Pagefind calls the entry at a place of the cards: the place, last digit first, which compresses to half of what it takes the other way. */
export function pageName(place: number, count: number): string {
  return backwards(String(place).padStart(String(count).length, '0'));
}

/** The place of the entry that Pagefind calls so. */
export function placeOf(name: string): number {
  return Number(backwards(name));
}

/** What the first position of a phrase says about where it stands; a single token in a text stands nowhere in particular. */
export function hitAt({ id: key, names, title }: EntryCard, position: number, isSingle: boolean): PhraseHit {
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

function backwards(digits: string): string {
  return [...digits].reverse().join('');
}

function pairsTo(tokens: readonly string[], end: string): string[] {
  return tokens.map((token, index) => pair(token, tokens[index + 1] ?? end));
}

function pair(one: string, other: string): string {
  return ascii(one) + ascii(other);
}

/** Letters and digits of a token, and how the six begin that one beyond U+B63F takes. */
const TOKEN = 3;
const LONG = '00';

/** A token as three letters and digits; six that begin with 00, as no other does, beyond U+B63F. */
function ascii(token: string): string {
  const code = token.codePointAt(0) ?? 0;
  return code.toString(36).padStart(code < 36 ** TOKEN ? TOKEN : 2 * TOKEN, '0');
}
