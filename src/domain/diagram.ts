/** Lays out the stages of a mechanism as boxes and arrows on a grid; the page draws them, nothing ships to the browser. */
import { isUnknown } from '../schema/unknown.ts';
import type { Stage } from './blocks.ts';

/** A box with its lines of text; units are SVG user units, the origin is the top left corner. */
export interface DiagramBox {
  x: number;
  y: number;
  width: number;
  height: number;
  /** The stage's name, broken into lines. */
  title: string[];
  /** Who acts and what is done, broken into lines; empty when the source does not say or says more than a box holds. */
  details: string[];
}

/** A straight line with an arrow head at its end, or without one. */
export interface DiagramLine {
  points: [number, number][];
  hasHead: boolean;
}

export interface Diagram {
  width: number;
  height: number;
  boxes: DiagramBox[];
  lines: DiagramLine[];
}

export const LINE_HEIGHT = 20;
export const PADDING = 12;
const BOX_WIDTH = 150;
const GAP = 34;
const PER_ROW = 4;
/** Characters of a CJK face at 14 units that fit into a box. */
const CHARACTERS = 9;
/** Lines that one detail may take in a box. */
const MOST_LINES = 3;

/** A diagram of stages in one of the three arrangements; `undefined` when a picture would say nothing, with fewer than two stages. */
export function layOutStages(stages: readonly Stage[], arrangement: string): Diagram | undefined {
  if (stages.length < 2) return undefined;
  const boxes = placeBoxes(stages);
  const width = Math.max(...boxes.map((box) => box.x + box.width)) + 1;
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  if (arrangement === '并列构成') return { width, height: bottom + 1, boxes, lines: sideBySide(boxes) };
  const lines = chain(boxes);
  if (arrangement !== '循环') return { width, height: bottom + 1, boxes, lines };
  return { width, height: bottom + GAP, boxes, lines: [...lines, wayBack(boxes, bottom + GAP / 2)] };
}

function placeBoxes(stages: readonly Stage[]): DiagramBox[] {
  const texts = stages.map(({ name, who, what }) => ({
    title: breakLines(name),
    details: [who, what].filter(fitsBox).flatMap(breakLines),
  }));
  const height = Math.max(...texts.map(({ title, details }) => title.length + details.length)) * LINE_HEIGHT + 2 * PADDING;
  return texts.map((text, index) => ({
    ...text,
    x: (index % PER_ROW) * (BOX_WIDTH + GAP) + 1,
    y: Math.floor(index / PER_ROW) * (height + GAP) + 1,
    width: BOX_WIDTH,
    height,
  }));
}

/** From each box to the next: straight on within a row, down and back to the left at its end. */
function chain(boxes: readonly DiagramBox[]): DiagramLine[] {
  return boxes.slice(1).map((to, index) => {
    const from = boxes[index] ?? to;
    if (from.y === to.y) return { points: [rightOf(from), leftOf(to)], hasHead: true };
    const turn = from.y + from.height + GAP / 2;
    return {
      points: [bottomOf(from), [bottomOf(from)[0], turn], [topOf(to)[0], turn], topOf(to)],
      hasHead: true,
    };
  });
}

function wayBack(boxes: readonly DiagramBox[], depth: number): DiagramLine {
  const first = boxes[0] ?? boxes[boxes.length - 1];
  const last = boxes[boxes.length - 1] ?? first;
  if (!first || !last) return { points: [], hasHead: false };
  return { points: [bottomOf(last), [bottomOf(last)[0], depth], [bottomOf(first)[0], depth], bottomOf(first)], hasHead: true };
}

/** Members beside each other are joined without an order. */
function sideBySide(boxes: readonly DiagramBox[]): DiagramLine[] {
  return boxes.slice(1).flatMap((to, index) => {
    const from = boxes[index];
    return from?.y === to.y ? [{ points: [rightOf(from), leftOf(to)], hasHead: false }] : [];
  });
}

function breakLines(text: string): string[] {
  const characters = [...text];
  const count = Math.ceil(characters.length / CHARACTERS);
  return Array.from({ length: count }, (_, line) => characters.slice(line * CHARACTERS, (line + 1) * CHARACTERS).join(''));
}

/** Whether a text is known and short enough to stand in a box; the list above the picture has it in full. */
function fitsBox(text: string): boolean {
  return !isUnknown(text) && text !== '' && [...text].length <= CHARACTERS * MOST_LINES;
}

const rightOf = (box: DiagramBox): [number, number] => [box.x + box.width, box.y + box.height / 2];
const leftOf = (box: DiagramBox): [number, number] => [box.x, box.y + box.height / 2];
const topOf = (box: DiagramBox): [number, number] => [box.x + box.width / 2, box.y];
const bottomOf = (box: DiagramBox): [number, number] => [box.x + box.width / 2, box.y + box.height];
