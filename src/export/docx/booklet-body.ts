/** The author's own text of a course as parts of a paper: headings, paragraphs and lists; citations in brackets. */
import type { Nodes, Root, RootContent } from 'mdast';
import type { PaperPart } from '../../domain/paper.ts';
import { attributeOf } from '../../markdown/body-marks.ts';
import { parseBody } from '../../markdown/parse.ts';

/** The parts of a body, in order; `voice` of a note stands before it. */
export function bookletBody(body: string): PaperPart[] {
  return partsOf(parseBody(body));
}

const VOICES: Record<string, string> = { EditorNote: '编者按', TeachingNote: '教学提示' };

function partsOf(parent: Root | RootContent): PaperPart[] {
  return 'children' in parent ? (parent.children as RootContent[]).flatMap(partOf) : [];
}

function partOf(node: RootContent): PaperPart[] {
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', text: plain(node) }];
    case 'paragraph':
      return [{ kind: 'paragraph', text: plain(node) }];
    case 'list':
      return [{ kind: 'list', items: node.children.map((item, index) => `${node.ordered ? `${index + 1}．` : '· '}${plain(item)}`) }];
    case 'mdxJsxFlowElement': {
      const voice = VOICES[node.name ?? ''];
      return [...(voice ? [{ kind: 'subheading' as const, text: voice }] : []), ...partsOf(node)];
    }
    default:
      return partsOf(node);
  }
}

function plain(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'mdxJsxTextElement' && node.name === 'Cite')
    return `［${attributeOf(node.attributes, 'at').split(/\s+/u).join('、')}］`;
  return 'children' in node ? node.children.map(plain).join('') : '';
}
