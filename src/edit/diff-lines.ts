/** What a saving will change, line by line, with a few lines around it. */
import type { DiffLine } from './protocol.ts';

const AROUND = 2;

/** The lines that differ between two texts; nothing when they are the same. */
export function diffLines(before: string, after: string): DiffLine[] {
  if (before === after) return [];
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const all = compareLines(old, fresh);
  const shown = new Set<number>();
  for (const [index, { kind }] of all.entries())
    if (kind !== 'same') for (let near = index - AROUND; near <= index + AROUND; near += 1) shown.add(near);
  return all.flatMap((line, index) => {
    const isAfterShown = shown.has(index - 1);
    // One line alone takes no more room than the sign that it is left out.
    if (shown.has(index) || (isAfterShown && shown.has(index + 1))) return [line];
    return isAfterShown && index < all.length - 1 ? [{ kind: 'gap' as const, text: '', line: undefined }] : [];
  });
}

function linesOf(text: string): string[] {
  return text.replaceAll('\r\n', '\n').split('\n');
}

/** The longest common run of lines by dynamic programming, over the part between what is the same at both ends. */
function compareLines(old: readonly string[], fresh: readonly string[]): DiffLine[] {
  let first = 0;
  while (first < Math.min(old.length, fresh.length) && old[first] === fresh[first]) first += 1;
  let last = 0;
  while (last < Math.min(old.length, fresh.length) - first && old.at(-1 - last) === fresh.at(-1 - last)) last += 1;
  const [left, right] = [old.slice(first, old.length - last), fresh.slice(first, fresh.length - last)];
  const same = (from: number, to: number): DiffLine[] =>
    fresh.slice(from, to).map((text, index) => ({ kind: 'same', text, line: from + index + 1 }));
  return [...same(0, first), ...compareMiddle(left, right, first), ...same(fresh.length - last, fresh.length)];
}

/** A change so large that comparing would take seconds is shown as all old, then all new. */
const MOST_CELLS = 4_000_000;

function compareMiddle(left: readonly string[], right: readonly string[], offset: number): DiffLine[] {
  const gone = (index: number): DiffLine => ({ kind: 'old', text: left[index] ?? '', line: offset + index + 1 });
  const come = (index: number): DiffLine => ({ kind: 'new', text: right[index] ?? '', line: offset + index + 1 });
  if (left.length * right.length > MOST_CELLS) return [...left.map((_, index) => gone(index)), ...right.map((_, index) => come(index))];
  const width = right.length + 1;
  const common = new Uint32Array((left.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = left.length - 1; i >= 0; i -= 1)
    for (let j = right.length - 1; j >= 0; j -= 1)
      common[i * width + j] = left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && left[i] === right[j]) {
      lines.push({ kind: 'same', text: right[j] ?? '', line: offset + j + 1 });
      i += 1;
      j += 1;
    } else if (i < left.length && (j >= right.length || at(i + 1, j) >= at(i, j + 1))) {
      lines.push(gone(i));
      i += 1;
    } else {
      lines.push(come(j));
      j += 1;
    }
  }
  return lines;
}
