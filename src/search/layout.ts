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

/** The words that a phrase must be found as, one after the other. */
export function phraseWords(tokens: readonly string[]): string[] {
  const [first, ...rest] = tokens;
  if (first === undefined) return [];
  return rest.length === 0 ? [ascii(first)] : rest.map((token, index) => pair(tokens[index] ?? '', token));
}

/** What the first position of a phrase says about where it stands; a single token in a text stands nowhere in particular. */
export function hitAt(key: string, position: number, isSingle: boolean, card: EntryCard | undefined): PhraseHit {
  let start = 0;
  for (const [index, nameLength] of (card?.names ?? []).entries()) {
    const offset = position - start - (isSingle ? nameLength : 0);
    if (offset < nameLength) {
      return { key, score: 1, place: index === card?.title ? 'title' : 'alias', nameLength, isFirst: offset === 0 };
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
  return ascii(one) + ascii(other);
}

/** A token as three letters and digits; six that begin with 00, as no other does, beyond U+B63F. */
function ascii(token: string): string {
  const code = token.codePointAt(0) ?? 0;
  return code.toString(36).padStart(code < 36 ** 3 ? 3 : 6, '0');
}
