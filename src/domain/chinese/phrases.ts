/** Runs of letters in a text, by which two texts are found to share words. */

/** Every run of `length` letters and digits, without punctuation between; a character beyond the first plane counts as two. */
export function phrasesOf(text: string, length: number): string[] {
  const letters = lettersOf(text);
  const phrases: string[] = [];
  for (let end = length; end <= letters.length; end++) phrases.push(letters.slice(end - length, end));
  return phrases;
}

/** The letters and digits of a text alone. */
export function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
