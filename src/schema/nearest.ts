/** The nearest of a list of words to one that was mistyped. */

/** The candidate fewest edits away, or `undefined` when none is near enough to be meant; the first wins a tie. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor([...word].length / 3));
  let best: string | undefined;
  let fewest = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= fewest) continue;
    const edits = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (edits < fewest) [best, fewest] = [candidate, edits];
  }
  return best;
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
export function editDistance(from: string, to: string): number {
  const a = [...from];
  const b = [...to];
  let beforeLast: number[] = [];
  let last = b.map((_, index) => index + 1);
  for (const [i, left] of a.entries()) {
    const row: number[] = [];
    for (const [j, right] of b.entries()) {
      const up = last[j] ?? 0;
      const corner = j > 0 ? (last[j - 1] ?? 0) : i;
      const side = j > 0 ? (row[j - 1] ?? 0) : i + 1;
      let edits = Math.min(up + 1, side + 1, corner + (left === right ? 0 : 1));
      if (i > 0 && j > 0 && left === b[j - 1] && a[i - 1] === right) {
        const swapped = j > 1 ? (beforeLast[j - 2] ?? 0) : i - 1;
        edits = Math.min(edits, swapped + 1);
      }
      row.push(edits);
    }
    [beforeLast, last] = [last, row];
  }
  return last.at(-1) ?? a.length;
}

/** The question that closes a message, or nothing when no candidate is near. */
export function didYouMean(candidate: string | undefined): string {
  return candidate === undefined ? '' : `是不是想写“${candidate}”？`;
}
