/** Changes to the rendered tree that the site's rules ask for. */
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Replaces the `style` that GFM puts on aligned table cells by `data-align`, since the site's policy allows no inline style. */
function rehypeTableAlign() {
  return (tree: Root) => {
    visit(tree, 'element', (node: Element) => {
      const { align, ...rest } = node.properties;
      if (typeof align === 'string') node.properties = { ...rest, dataAlign: align };
    });
  };
}

/** Plugins for pages, in order. */
export const rehypePlugins = [rehypeTableAlign] as const;
