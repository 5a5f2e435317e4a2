/** Line ends inside Chinese text: Markdown keeps them, and browsers and Word show each as a space between two characters. */
import type { Nodes, Parents, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { isChineseEdge, withoutChineseBreaks } from '../domain/chinese/chinese-lines.ts';

/** A Markdown plugin that takes them out of the tree. */
export function remarkJoinLines() {
  return (tree: Root) => {
    joinLines(tree);
  };
}

/** Takes them out of a tree; those between Chinese and a word of Latin letters stay, and so does everything in code. */
export function joinLines(parent: Parents): void {
  for (const [index, child] of parent.children.entries()) {
    if (child.type === 'text') child.value = joined(child.value, parent.children[index - 1], parent.children[index + 1]);
    else if ('children' in child) joinLines(child);
  }
}

/** Bold words and citations are nodes of their own, and a line may end beside one. */
function joined(value: string, before: Nodes | undefined, after: Nodes | undefined): string {
  let text = withoutChineseBreaks(value);
  if (/^\s*\n/u.test(text) && isChineseEdge(text.trimStart(), 'start') && before && isChineseEdge(toString(before), 'end'))
    text = text.trimStart();
  if (
    /\n\s*$/u.test(text) &&
    isChineseEdge(text.trimEnd(), 'end') &&
    after &&
    (isCitation(after) || isChineseEdge(toString(after), 'start'))
  )
    text = text.trimEnd();
  return text;
}

function isCitation(node: Nodes): boolean {
  return node.type === 'mdxJsxTextElement' && node.name === 'Cite';
}
