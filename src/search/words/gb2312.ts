/** GB/T 2312, the national set of characters for simplified writing. */

/** Its characters in daily use, the 3,755 of level 1. */
export function everydayCharacters(): string {
  // The last row of level 1 is not full.
  return charactersIn(0xb0, 0xd7).slice(0, 3_755);
}

/** Whether a text has a Han character beyond the set, as nearly all traditional ones are. */
export function goesBeyond(text: string): boolean {
  characters ??= new Set(charactersIn(0xb0, 0xf7));
  return [...text].some((character) => /\p{Script=Han}/u.test(character) && !characters?.has(character));
}

let characters: ReadonlySet<string> | undefined;

function charactersIn(firstRow: number, lastRow: number): string {
  const bytes: number[] = [];
  for (let row = firstRow; row <= lastRow; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
  return new TextDecoder('gb18030').decode(Uint8Array.from(bytes));
}
