/** Runs of letters in a text, by which two texts are found to share words. */

/** Every run of `length` letters and digits, without punctuation between. */
export function phrasesOf(text: string, length: number): string[] {
  const letters = [...text.replace(/[^\p{L}\p{N}]/gu, '')];
  return letters.slice(length - 1).map((_, index) => letters.slice(index, index + length).join(''));
}
