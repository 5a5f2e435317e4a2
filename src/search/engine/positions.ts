/**
 * Our own index: where the words of the entries stand, in small files that are scripts. A word is a token, a pair of them, or three; each is the name of
 * what `packPlaces` makes of its places, in the one file of `files` that `word-files.ts` tells: there is no table of files to fetch. Places are those of
 * `layout.ts`. Of single tokens and of frequent pairs the index has the first place in each entry alone: longer phrases with a frequent pair are looked
 * up by the threes that hold it.
 */
import type { PhraseWord, WordPlaces } from './layout.ts';
import { packNumbers, unpackNumbers } from './packed-numbers.ts';

/** The path of a file of places below the folder of the index. */
export function positionsFile(number: number): string {
  return `positions/${number}.json`;
}

/** The places of a word by the place of the entry's card. */
export type EntryPlaces = WordPlaces<number>;

/** The places as text; entries in ascending order. */
export function packPlaces(entries: readonly (readonly [entry: number, places: readonly number[]])[]): string {
  const numbers: number[] = [];
  let before = 0;
  for (const [entry, [first = 0, ...others]] of entries) {
    numbers.push(2 * (entry - before) + (others.length > 0 ? 1 : 0), first);
    before = entry;
    if (others.length === 0) continue;
    numbers.push(others.length);
    let last = first;
    for (const place of others) {
      numbers.push(place - last);
      last = place;
    }
  }
  return packNumbers(numbers);
}

/** The places that `packPlaces` put into a text. */
export function unpackPlaces(text: string): EntryPlaces {
  const numbers = unpackNumbers(text);
  const found = new Map<number, readonly number[]>();
  let at = 0;
  let entry = 0;
  const next = () => numbers[at++] ?? 0;
  while (at < numbers.length) {
    const start = next();
    entry += start >> 1;
    const places = [next()];
    for (let more = start % 2 === 1 ? next() : 0; more > 0; more--) places.push((places[places.length - 1] ?? 0) + next());
    found.set(entry, places);
  }
  return found;
}

/**
 * The fewest words that hold a phrase's tokens between them: pairs, and threes where a pair is frequent; of those already fetched any number. A phrase
 * of one or two tokens is a word itself.
 */
export function wordsFor(
  tokens: readonly string[],
  isFrequent: (pair: string) => boolean,
  costOf: (word: string) => number,
): readonly PhraseWord[] {
  if (tokens.length < 3) return tokens.length === 0 ? [] : [{ word: tokens.join(''), at: 0 }];
  /** For each number of tokens, the cheapest way to hold so many from the start. */
  const ways: (Way | undefined)[] = [{ cost: 0, words: [] }];
  const reach = (at: number, length: number) => {
    const word = tokens.slice(at, at + length).join('');
    const before = cheapest(ways.slice(at, at + length));
    if (!before) return;
    const way = { cost: before.cost + costOf(word), words: [...before.words, { word, at }] };
    const end = at + length;
    ways[end] = cheapest([ways[end], way]);
  };
  const pairAt = (at: number) => `${tokens[at] ?? ''}${tokens[at + 1] ?? ''}`;
  for (let end = 2; end <= tokens.length; end++) {
    if (!isFrequent(pairAt(end - 2))) reach(end - 2, 2);
    if (end > 2 && (isFrequent(pairAt(end - 3)) || isFrequent(pairAt(end - 2)))) reach(end - 3, 3);
  }
  return ways[tokens.length]?.words ?? [];
}

interface Way {
  cost: number;
  words: readonly PhraseWord[];
}

/** The first of equals. */
function cheapest(ways: readonly (Way | undefined)[]): Way | undefined {
  let best: Way | undefined;
  for (const way of ways) if (way && (!best || way.cost < best.cost)) best = way;
  return best;
}
