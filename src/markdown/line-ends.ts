/** Line ends in a file that Windows has written: Markdown keeps both characters of each, and the same page would have other bytes. */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** A Markdown plugin that leaves the one that pages have. */
export function remarkLineEnds() {
  return (tree: Root) => {
    visit(tree, (node) => {
      if (node.type === 'code' || node.type === 'text' || node.type === 'inlineCode') node.value = node.value.replace(/\r\n?/gu, '\n');
    });
  };
}
