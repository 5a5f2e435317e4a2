/**
 * Numbers as the characters of a string: one for most numbers, in JSON and in scripts as they are. A browser without an unpacker reads them as fast
 * as any, and what compresses a file on its way has little left to do.
 */

/** The first character that JSON writes as it is. */
const FIRST = 0x23;
/** From here on a number takes two characters: a character must be none of those that stand for half of another (U+D800 on). */
const LARGE = 0xd000;
/** Larger arguments lists are refused by some browsers. */
const AT_ONCE = 4_096;

/** Numbers from 0 on, below a hundred million. */
export function packNumbers(numbers: readonly number[]): string {
  const codes: number[] = [];
  for (const number of numbers) {
    if (number < LARGE) codes.push(FIRST + number);
    else codes.push(FIRST + LARGE + Math.floor(number / LARGE), FIRST + (number % LARGE));
  }
  let text = '';
  for (let at = 0; at < codes.length; at += AT_ONCE) text += String.fromCharCode(...codes.slice(at, at + AT_ONCE));
  return text;
}

/** The numbers that `packNumbers` put into a string. */
export function unpackNumbers(text: string): number[] {
  const numbers: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const number = text.charCodeAt(at) - FIRST;
    numbers.push(number < LARGE ? number : (number - LARGE) * LARGE + text.charCodeAt(++at) - FIRST);
  }
  return numbers;
}

/** Ascending numbers as the distances between them, which are smaller. */
export function distancesOf(numbers: readonly number[]): number[] {
  return numbers.map((number, at) => number - (numbers[at - 1] ?? 0));
}

/** Ascending numbers from the distances between them. */
export function sumsOf(distances: readonly number[]): number[] {
  let sum = 0;
  return distances.map((distance) => (sum += distance));
}
