/** How the parts of a body stand to each other. */
import type { Nodes, Paragraph, Parents, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';

/** Components that hold paragraphs of their own. */
const BLOCKS = new Set<string | null>(['EditorNote', 'TeachingNote', 'Quote']);

/** Makes blocks of notes and quotations that their author began and ended in one line: Markdown takes those for words of a paragraph. */
export function standAlone(parent: Parents): void {
  parent.children = (parent.children as Nodes[]).flatMap((child) => {
    const blocks = child.type === 'paragraph' ? blocksIn(child) : [];
    if ('children' in child) standAlone(child);
    return blocks.length > 0 ? blocks : [child];
  }) as typeof parent.children;
}

/** The notes and quotations of a paragraph that holds nothing else; otherwise none. */
function blocksIn({ children }: Paragraph): MdxJsxFlowElement[] {
  const parts = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  return parts.every(isBlock) ? parts.map(asBlock) : [];
}

function isBlock(node: Nodes): node is MdxJsxTextElement {
  return node.type === 'mdxJsxTextElement' && BLOCKS.has(node.name);
}

function asBlock({ name, attributes, children, position }: MdxJsxTextElement): MdxJsxFlowElement {
  const place = position && { position };
  const paragraph: Paragraph = { type: 'paragraph', children, ...place };
  return { type: 'mdxJsxFlowElement', name, attributes, children: children.length > 0 ? [paragraph] : [], ...place };
}

/** Whether a paragraph holds components and nothing else: then they stand in the text by themselves, without a paragraph round them. */
export function isAloneInLine({ children }: Parents): boolean {
  return (
    children.some(isComponent) && children.every((child) => isComponent(child) || (child.type === 'text' && child.value.trim() === ''))
  );
}

function isComponent({ type }: RootContent): boolean {
  return type === 'mdxJsxTextElement' || type === 'mdxJsxFlowElement';
}
