/**
 * What Pagefind's index says of a word: which pages have it, and where. As encoded: the word, for each page its distance from the page before
 * with the distances of its positions, and two lists that are empty here.
 */
import { encodeArray, encodeNumber, encodeText, readItems, readNumbers, readText } from './cbor.ts';

export interface Posting {
  word: string;
  /** Positions in ascending order, by page. */
  pages: Map<number, number[]>;
}

/** Of the encoded word. Positions with a negative number before them are weighted by it, which no ranking of ours goes by. */
export function readPosting(encoded: Uint8Array): Posting {
  const [word = NONE, list = NONE] = readItems(encoded);
  const pages = new Map<number, number[]>();
  let page = 0;
  for (const item of readItems(list)) {
    const [distance = NONE, positions = NONE] = readItems(item);
    page += readNumbers(distance)[0] ?? 0;
    pages.set(page, summed(readNumbers(positions).filter((step) => step >= 0)));
  }
  return { word: readText(word), pages };
}

export function encodePosting({ word, pages }: Posting): Uint8Array {
  let before = 0;
  const list = [...pages].map(([page, positions]) => {
    const item = encodeArray([encodeNumber(page - before), encodeArray(stepsOf(positions).map(encodeNumber)), NONE]);
    before = page;
    return item;
  });
  return encodeArray([encodeText(word), encodeArray(list), NONE]);
}

const NONE = encodeArray([]);

function summed(steps: readonly number[]): number[] {
  let sum = 0;
  return steps.map((step) => (sum += step));
}

function stepsOf(positions: readonly number[]): number[] {
  return positions.map((position, index) => position - (positions[index - 1] ?? 0));
}
