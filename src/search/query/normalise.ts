/** The first step of a search: what was typed, as it is read from here on. Nothing is looked up yet. */
import { plainCharacters } from '../../domain/chinese/fold-text.ts';

/** The longest query that is read, in characters. */
export const QUERY_LIMIT = 100;

/** A query in simplified, visible, plain characters. */
export interface Normalised {
  /** As typed, without white space at its ends. */
  typed: string;
  /** What is read of it, as it stands. */
  read: string;
  text: string;
  /** Whether only its beginning is read. */
  isCut: boolean;
  /** Whether traditional characters were read as simplified ones. */
  wasTraditional: boolean;
  /** Whether radicals were read as the characters that look like them. */
  wasCopied: boolean;
}

/** Reads what was typed; `traditional` holds pairs of characters, the traditional one first. */
export function normalise(raw: string, traditional: string): Normalised {
  const typed = raw.trim();
  const characters = [...typed.replace(/\p{Cf}/gu, '')];
  const read = characters.slice(0, QUERY_LIMIT).join('').trim();
  const plain = plainCharacters(read);
  const simple = simplify(foldLatin(plain), traditional);
  return {
    typed,
    read,
    text: simple,
    isCut: characters.length > QUERY_LIMIT,
    wasTraditional: simple !== foldLatin(plain),
    wasCopied: plain !== read,
  };
}

/** A text in simplified characters; the table holds pairs, traditional first. */
export function simplify(text: string, table: string): string {
  const pairs = [...table];
  return [...text]
    .map((character) => {
      const at = pairs.findIndex((pair, index) => index % 2 === 0 && pair === character);
      return at < 0 ? character : (pairs[at + 1] ?? character);
    })
    .join('');
}

/** Full-width letters and digits, and the tone marks of pinyin. */
function foldLatin(text: string): string {
  return text
    .replace(/[Ａ-Ｚａ-ｚ０-９]/gu, (letter) => letter.normalize('NFKC'))
    .replace(/[\u00C0-\u024F\u1E00-\u1EFF][\u0300-\u036F]*|[a-zA-Z][\u0300-\u036F]+/gu, (letter) =>
      letter.normalize('NFD').replace(/\p{M}/gu, ''),
    );
}
