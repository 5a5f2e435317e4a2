/** Puts `<mark>` round phrases in a page that is already there. */
import { findPhrases } from '../words/tokens.ts';

const SKIPPED = '[data-search-ignore], .is-untold, script, style, template, mark';

/** Marks every place of the phrases, also across elements, and returns the marks in the order of the page. */
export function markPhrasesIn(root: Element, phrases: readonly string[]): HTMLElement[] {
  const nodes = textNodesOf(root);
  const text = nodes.map(({ data }) => data).join('');
  const matches = withoutOverlap(findPhrases(text, phrases));
  const marks: HTMLElement[] = [];
  let offset = 0;
  for (const node of nodes) {
    const { length } = node.data;
    const inside = matches.filter(({ start, end }) => start < offset + length && end > offset);
    // From the end, so that the offsets before stay right while the node is cut.
    const cut = inside.reverse().map(({ start, end }) => markRange(node, Math.max(0, start - offset), Math.min(length, end - offset)));
    marks.push(...cut.reverse());
    offset += length;
  }
  return marks;
}

function textNodesOf(root: Element): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (!node.parentElement?.closest(SKIPPED)) nodes.push(node);
  }
  return nodes;
}

function withoutOverlap<T extends { start: number; end: number }>(matches: readonly T[]): T[] {
  const kept: T[] = [];
  for (const match of matches) {
    const last = kept[kept.length - 1];
    if (!last || match.start >= last.end) kept.push(match);
  }
  return kept;
}

function markRange(node: Text, start: number, end: number): HTMLElement {
  const middle = node.splitText(start);
  middle.splitText(end - start);
  const mark = document.createElement('mark');
  middle.replaceWith(mark);
  mark.append(middle);
  return mark;
}
