/** What an entry's body points to: its citations, and its links to other entries. */
import type { Root } from 'mdast';
import type { MdxJsxAttribute, MdxJsxExpressionAttribute } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import { linkTarget } from '../schema/number.ts';

/** The citations of an attribute, one or several, parted by spaces. */
export function citesIn(at: string): string[] {
  return at.split(/\s+/u).filter(Boolean);
}

/** Citations of `<Cite at>` and `<Quote at>`, and the targets of `[…](SJ-009)` and `<Term id>`, in order of appearance. */
export function bodyMarks(tree: Root): { cites: string[]; links: string[] } {
  const cites: string[] = [];
  const links: string[] = [];
  visit(tree, (node) => {
    const target = node.type === 'link' ? linkTarget(node.url) : undefined;
    if (target) links.push(target.id);
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    if (node.name === 'Cite' || node.name === 'Quote') cites.push(...citesIn(attributeOf(node.attributes, 'at')));
    if (node.name === 'Term') links.push(...[attributeOf(node.attributes, 'id')].filter(Boolean));
  });
  return { cites, links };
}

/** The text of a string attribute, or an empty string. */
export function attributeOf(attributes: readonly (MdxJsxAttribute | MdxJsxExpressionAttribute)[], name: string): string {
  for (const attribute of attributes) {
    if (attribute.type === 'mdxJsxAttribute' && attribute.name === name && typeof attribute.value === 'string') return attribute.value;
  }
  return '';
}
