/** How much of a text a slide holds: lines are set as large as they fit, never smaller than the last row can read, and go on to another slide. */

/** The shape of the screen; a square projector shows a wide slide small. */
export type Ratio = '16:9' | '4:3';

/** Points of the slide's body, largest first. */
const SIZES = [32, 28, 24] as const;
const SMALLEST = 24;
/** The body's width and height in points, within its margins. */
const WIDTH: Record<Ratio, number> = { '16:9': 855, '4:3': 615 };
const HEIGHT = 330;
/** Height of a row, in its size, and the space after a line, in points. */
const ROW = 1.25;
const SPACE = 8;
/** Tables are read column by column, and may be set a little smaller. */
export const TABLE_SIZE = 20;
/** Points of a cell's margins, across and down. */
const CELL = { across: 16, down: 10 };

/** The pages that some lines take, and the size that all of them are set in, in points. */
export interface FittedLines {
  pages: string[][];
  size: number;
}

/** Parts lines into pages; a line that is longer than a page goes on after a sentence. Nothing is left out. */
export function fitLines(lines: readonly string[], ratio: Ratio = '16:9'): FittedLines {
  const width = WIDTH[ratio];
  const pages: string[][] = [[]];
  for (const line of lines.flatMap((text) => portions(text, width))) {
    const page = pages[pages.length - 1] ?? [];
    if (page.length === 0 || heightOf([...page, line], SMALLEST, width) <= HEIGHT) page.push(line);
    else pages.push([line]);
  }
  balance(pages, width);
  const size = SIZES.find((points) => pages.every((page) => heightOf(page, points, width) <= HEIGHT)) ?? SMALLEST;
  return { pages, size };
}

/** Moves lines from a full page to the next one as long as that one stays the emptier: no slide has a single line after a full one. */
function balance(pages: string[][], width: number): void {
  for (let at = pages.length - 1; at > 0; at -= 1) {
    const [before = [], page = []] = [pages[at - 1], pages[at]];
    while (before.length > 1) {
      const moved = before[before.length - 1] ?? '';
      if (heightOf([moved, ...page], SMALLEST, width) > heightOf(before.slice(0, -1), SMALLEST, width)) break;
      page.unshift(moved);
      before.pop();
    }
  }
}

/** Parts the rows of a table into pages; `shares` are the widths of the columns. A cell too long for a page of its own is cut there and goes on. */
export function fitRows(rows: readonly string[][], shares: readonly number[], ratio: Ratio): string[][][] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => (WIDTH[ratio] * share) / total - CELL.across);
  const height = (row: readonly string[]) =>
    Math.max(1, ...row.map((cell, at) => Math.ceil((widthOf(cell) * TABLE_SIZE) / (widths[at] ?? 1)))) * TABLE_SIZE * ROW + CELL.down;
  const pages: string[][][] = [[]];
  let used = height([]);
  for (const row of rows) {
    const page = pages[pages.length - 1] ?? [];
    if (page.length > 0 && used + height(row) > HEIGHT) {
      pages.push([row]);
      used = height([]) + height(row);
    } else {
      page.push(row);
      used += height(row);
    }
  }
  return pages;
}

/** Height of lines in points. */
function heightOf(lines: readonly string[], size: number, width: number): number {
  return lines.reduce((sum, line) => sum + Math.ceil((widthOf(line) * size) / width) * size * ROW + SPACE, 0);
}

/** A line in portions that fit a page each, parted after sentences, or after the last letter that fits. */
function portions(line: string, width: number): string[] {
  const all: string[] = [];
  for (const sentence of line.match(/[^。；！？]+[。；！？]*[”）]*/gu) ?? []) {
    const joined = (all[all.length - 1] ?? '') + sentence;
    if (all.length > 0 && heightOf([joined], SMALLEST, width) <= HEIGHT) all[all.length - 1] = joined;
    else all.push(...cutToFit(sentence, width));
  }
  return all;
}

function cutToFit(sentence: string, width: number): string[] {
  const letters = [...sentence];
  const most = Math.floor((Math.floor((HEIGHT - SPACE) / (SMALLEST * ROW)) * width) / SMALLEST);
  return Array.from({ length: Math.ceil(letters.length / most) }, (_, index) => letters.slice(index * most, (index + 1) * most).join(''));
}

/** Width in full-width letters: Latin letters and digits take a little over half. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/[\u0000-\u024F]/u.test(letter) ? 0.6 : 1), 0);
}
