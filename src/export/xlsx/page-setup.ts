/** How a sheet stands on A4 across: as large as it can be read, on as many pages beside each other as that takes. Widths in digits, as Excel counts. */

export interface PageSetup {
  /** In hundredths; where no page is broken the program finds it itself. */
  scale: number;
  /** The columns, by index, before which a new page begins. */
  breaks: number[];
}

/** Digits of 11 points that stand beside each other on A4 across, margins taken off: of those of LibreOffice, which are wider than Excel's. */
const PAGE_WIDTH = 108;
/** Smaller letters than 小六 (6.5 points) are no longer read on paper. */
const LEAST_SCALE = 60;

/**
 * The page set-up for columns of these widths; the first `named` of them stand again on every page. Pages beside each other are about as full as each
 * other: a last one with a single column would be read by nobody.
 */
export function pageSetup(widths: readonly number[], named: number): PageSetup {
  const total = sum(widths);
  if (scaleOf(total) >= LEAST_SCALE) return { scale: scaleOf(total), breaks: [] };
  const again = sum(widths.slice(0, named));
  const others = widths.slice(named);
  const room = (PAGE_WIDTH * 100) / LEAST_SCALE - again;
  const pages = breaksOf(others, room).length;
  const fullest = [...others.keys()]
    .map((count) => room * (0.4 + (0.6 * (count + 1)) / others.length))
    .find((width) => {
      return width >= Math.max(...others) && breaksOf(others, width).length <= pages;
    });
  const breaks = breaksOf(others, fullest ?? room);
  const ends = [...breaks, others.length];
  const widest = Math.max(...ends.map((end, index) => sum(others.slice(ends[index - 1] ?? 0, end))));
  return { scale: scaleOf(again + widest), breaks: breaks.map((at) => at + named) };
}

function scaleOf(width: number): number {
  return Math.max(10, Math.min(100, Math.floor((PAGE_WIDTH * 100) / width)));
}

/** Where columns go on to the next page when each has room for so much. */
function breaksOf(widths: readonly number[], room: number): number[] {
  const breaks: number[] = [];
  let used = 0;
  for (const [index, width] of widths.entries()) {
    if (index > 0 && used + width > room) {
      breaks.push(index);
      used = 0;
    }
    used += width;
  }
  return breaks;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((whole, number) => whole + number, 0);
}
