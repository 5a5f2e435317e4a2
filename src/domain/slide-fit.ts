/** How much of a text a slide holds: lines are set as large as they fit, never smaller than the last row can read, and go on to another slide. */

/** Points of the slide's body, largest first. */
const SIZES = [32, 28, 24] as const;
const SMALLEST = 24;
/** The body's width and height in points, within its margins. */
const WIDTH = 855;
const HEIGHT = 330;
/** Height of a row, in its size, and the space after a line, in points. */
const ROW = 1.25;
const SPACE = 8;

/** The pages that some lines take, and the size that all of them are set in, in points. */
export interface FittedLines {
  pages: string[][];
  size: number;
}

/** Parts lines into pages; a line that is longer than a page goes on after a sentence. Nothing is left out. */
export function fitLines(lines: readonly string[]): FittedLines {
  const pages: string[][] = [[]];
  for (const line of lines.flatMap(portions)) {
    const page = pages[pages.length - 1] ?? [];
    if (page.length === 0 || heightOf([...page, line], SMALLEST) <= HEIGHT) page.push(line);
    else pages.push([line]);
  }
  const size = SIZES.find((points) => pages.every((page) => heightOf(page, points) <= HEIGHT)) ?? SMALLEST;
  return { pages, size };
}

/** Height of lines in points. */
function heightOf(lines: readonly string[], size: number): number {
  return lines.reduce((sum, line) => sum + Math.ceil((widthOf(line) * size) / WIDTH) * size * ROW + SPACE, 0);
}

/** A line in portions that fit a page each, parted after sentences, or after the last letter that fits. */
function portions(line: string): string[] {
  const all: string[] = [];
  for (const sentence of line.match(/[^。；！？]+[。；！？]*/gu) ?? []) {
    const joined = (all[all.length - 1] ?? '') + sentence;
    if (all.length > 0 && heightOf([joined], SMALLEST) <= HEIGHT) all[all.length - 1] = joined;
    else all.push(...cutToFit(sentence));
  }
  return all;
}

function cutToFit(sentence: string): string[] {
  const letters = [...sentence];
  const most = Math.floor((Math.floor((HEIGHT - SPACE) / (SMALLEST * ROW)) * WIDTH) / SMALLEST);
  return Array.from({ length: Math.ceil(letters.length / most) }, (_, index) => letters.slice(index * most, (index + 1) * most).join(''));
}

/** Width in full-width letters: Latin letters and digits take a little over half. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/[\u0000-\u024F]/u.test(letter) ? 0.6 : 1), 0);
}
