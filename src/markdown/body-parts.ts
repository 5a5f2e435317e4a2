/** The author's own text as parts of a paper: headings, paragraphs, lists and tables; citations in brackets. */
import type { Nodes, Root, RootContent, Table } from 'mdast';
import { inBrackets } from '../domain/cited-text.ts';
import { formatFigure } from '../domain/figures.ts';
import type { Figure } from '../domain/blocks.ts';
import type { PaperPart } from '../domain/paper.ts';
import { attributeOf } from './body-marks.ts';

/** The parts of a body, in order; a note has its voice before it, `<Figure n>` is one of `figures`. */
export function bodyParts(body: Root, figures: readonly Figure[]): PaperPart[] {
  return partsOf(body, figures);
}

const VOICES: Record<string, string> = { EditorNote: '编者按', TeachingNote: '教学提示' };

function partsOf(parent: Root | RootContent, figures: readonly Figure[]): PaperPart[] {
  return 'children' in parent ? (parent.children as RootContent[]).flatMap((node) => partOf(node, figures)) : [];
}

function partOf(node: RootContent, figures: readonly Figure[]): PaperPart[] {
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', text: plain(node, figures) }];
    case 'paragraph':
      return [{ kind: 'paragraph', text: plain(node, figures) }];
    case 'list':
      return [
        { kind: 'list', items: node.children.map((item, index) => `${node.ordered ? `${index + 1}．` : '· '}${plain(item, figures)}`) },
      ];
    case 'table':
      return [tableOf(node, figures)];
    case 'mdxJsxFlowElement': {
      const voice = VOICES[node.name ?? ''];
      if (voice) return [{ kind: 'subheading', text: voice }, ...partsOf(node, figures)];
      const text = plain(node, figures);
      return text ? [{ kind: 'paragraph', text }] : [];
    }
    default:
      return partsOf(node, figures);
  }
}

function tableOf({ children: [head, ...rows] }: Table, figures: readonly Figure[]): PaperPart {
  return {
    kind: 'table',
    columns: (head?.children ?? []).map((cell) => ({ heading: plain(cell, figures), width: 1 })),
    rows: rows.map((row) => row.children.map((cell) => ({ text: plain(cell, figures) }))),
  };
}

function plain(node: Nodes, figures: readonly Figure[]): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  const inner = 'children' in node ? node.children.map((child) => plain(child, figures)).join('') : '';
  if (node.type !== 'mdxJsxTextElement' && node.type !== 'mdxJsxFlowElement') return inner;
  const value = (name: string) => attributeOf(node.attributes, name);
  switch (node.name) {
    case 'Cite':
      return cited(value('at'));
    case 'Quote':
      return `“${inner}”${cited(value('at'))}`;
    case 'Unknown':
      return value('kind');
    case 'Figure': {
      const figure = figures[Number(value('n')) - 1];
      return figure ? formatFigure(figure) + inBrackets([figure.cite]) : '';
    }
    default:
      return inner;
  }
}

function cited(at: string): string {
  return inBrackets(at.split(/\s+/u).filter(Boolean));
}
