/** How the parts of a body stand to each other. */
import type { Parents, RootContent } from 'mdast';

/** Whether a paragraph holds components and nothing else: then they stand in the text by themselves, without a paragraph round them. */
export function isAloneInLine({ children }: Parents): boolean {
  return (
    children.some(isComponent) && children.every((child) => isComponent(child) || (child.type === 'text' && child.value.trim() === ''))
  );
}

function isComponent({ type }: RootContent): boolean {
  return type === 'mdxJsxTextElement' || type === 'mdxJsxFlowElement';
}
