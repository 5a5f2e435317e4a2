/** Which of many files holds what is known of a word: the word itself tells, so there is no table of files to fetch. */

/** The number of the file, of so many. */
export function fileOf(word: string, files: number): number {
  return hashOf([...word].map((token) => token.codePointAt(0) ?? 0)) % files;
}

/** The number by which the file of a word is found, from the code points of its tokens. */
export function hashOf(codes: readonly number[]): number {
  return endHash(codes.reduce(addToHash, EMPTY_HASH));
}

/** The same in steps, for those who have many words to find: the start, a code point more, and the end. */
export const EMPTY_HASH = 0x2545_f491;

export function addToHash(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x9e37_79b1) ^ (hash >>> 15);
}

export function endHash(hash: number): number {
  return (hash ^ (hash >>> 13)) >>> 0;
}
