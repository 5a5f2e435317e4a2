/**
 * Lays out a chain from problems over causes and measures to practices: a column a step, a box an entry, a line where two entries of neighbouring
 * steps name each other. Lengths are SVG user units, the origin is the top left corner.
 */

/** An entry in a step. */
export interface ChainEntry {
  id: string;
  title: string;
}

export interface ChainBox<E> {
  x: number;
  y: number;
  height: number;
  entry: E;
  /** The title, broken into lines and cut where it is too long for a box. */
  lines: string[];
}

export interface ChainDrawing<E> {
  width: number;
  height: number;
  boxes: ChainBox<E>[];
  /** From the right edge of a box to the left edge of one in the next column, as the path of an SVG curve. */
  lines: string[];
}

export const CHAIN_BOX = 224;
export const CHAIN_LINE = 20;
const GAP = 52;
const ROW_GAP = 10;
const PADDING = 8;
/** Characters of a CJK face at 14 units that fit into a box. */
const CHARACTERS = 13;
const MOST_LINES = 3;
const CLOSING = /[”’）》」、，。；：！？]/u;

/** The drawing of a chain's steps, given which entries name each other. Empty steps keep their column. */
export function layOutChain<E extends ChainEntry>(steps: readonly (readonly E[])[], isJoined: (a: E, b: E) => boolean): ChainDrawing<E> {
  const columns = steps.map((entries, column) => {
    let y = 1;
    return entries.map((entry): ChainBox<E> => {
      const lines = breakTitle(entry.title);
      const height = lines.length * CHAIN_LINE + 2 * PADDING;
      const box = { x: column * (CHAIN_BOX + GAP) + 1, y, height, entry, lines };
      y += height + ROW_GAP;
      return box;
    });
  });
  const boxes = columns.flat();
  const lines = columns
    .slice(1)
    .flatMap((next, index) =>
      (columns[index] ?? []).flatMap((from) => next.filter((to) => isJoined(from.entry, to.entry)).map((to) => curve(from, to))),
    );
  return {
    width: steps.length * (CHAIN_BOX + GAP) - GAP + 2,
    height: Math.max(CHAIN_LINE, ...boxes.map(({ y, height }) => y + height)) + 1,
    boxes,
    lines,
  };
}

function curve(from: ChainBox<unknown>, to: ChainBox<unknown>): string {
  const [x, y] = [from.x + CHAIN_BOX, from.y + from.height / 2];
  const [across, down] = [to.x - x, to.y + to.height / 2 - y];
  // Lines are many: what each says is short.
  return down === 0 ? `M${x} ${y}h${across}` : `M${x} ${y}c${across / 2} 0 ${across / 2} ${down} ${across} ${down}`;
}

/** A mark that closes what stands before it does not begin a line. */
function breakTitle(title: string): string[] {
  const lines = [''];
  for (const character of title) {
    const line = lines.at(-1) ?? '';
    const isFull = [...line].length >= CHARACTERS && !CLOSING.test(character);
    if (isFull) lines.push(character);
    else lines[lines.length - 1] = line + character;
  }
  const [last = ''] = lines.slice(MOST_LINES - 1);
  return lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES - 1), `${last.slice(0, -1)}…`] : lines;
}
