/**
 * How an entry lies in Pagefind's index, and what a position there means. The words of the index are overlapping pairs of tokens, so that a
 * phrase of n tokens is n - 1 consecutive words, each much rarer than a character (a quarter of the bytes, measured). First come the entry's
 * names, the shortest first: the pairs of each, the last with a border, then its single tokens. Then comes the text in pairs, and after it
 * the tokens that no name has, each once. Borders keep a phrase from running on into the next part.
 */
import type { EntryCard, PhraseHit } from './engine.ts';
import { scoreAt } from './engine.ts';
import { BORDER } from './tokens.ts';

/** The words of an entry in their order; names and text as tokens. */
export function layOut(names: readonly (readonly string[])[], text: readonly string[]): string[] {
  const named = new Set(names.flat());
  const rest = [...new Set(text)].filter((token) => token !== BORDER && !named.has(token));
  return [...names.flatMap((name) => [...pairsTo(name, BORDER), ...name]), ...pairsTo(text, BORDER), ...rest];
}

/** The words that a phrase must be found as, one after the other. */
export function phraseWords(tokens: readonly string[]): string[] {
  const [first, ...rest] = tokens;
  if (first === undefined) return [];
  return rest.length === 0 ? [first] : rest.map((token, index) => `${tokens[index] ?? ''}${token}`);
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
  return tokens.map((token, index) => `${token}${tokens[index + 1] ?? end}`);
}
