/** The author's own text as parts of a paper: headings, paragraphs, lists and tables, with notes where it cites. */
import type { List, ListItem, Nodes, Root, RootContent, Table } from 'mdast';
import { citesText, linkWords } from '../domain/reference/cited-works.ts';
import type { NameIndex } from '../domain/reference/cited-works.ts';
import { formatFigure } from '../domain/entry/figures.ts';
import type { Figure } from '../domain/entry/blocks.ts';
import { joinRuns } from '../domain/paper/paper.ts';
import type { PaperPart, PaperRun, PaperText } from '../domain/paper/paper.ts';
import { toString } from 'mdast-util-to-string';
import { attributeOf, citesIn } from './body-marks.ts';

/** What a body refers to. */
export interface BodyContext {
  /** Of which `<Figure n>` is one. */
  figures: readonly Figure[];
  names: NameIndex;
}

/** The parts of a body, or of a piece of one, in order; the site's own comment has its voice before it. */
export function bodyParts(parent: Root | RootContent | ListItem, context: BodyContext): PaperPart[] {
  return 'children' in parent ? (parent.children as RootContent[]).flatMap((node) => partOf(node, context)) : [];
}

const VOICES: Record<string, string> = { EditorNote: '编者按', TeachingNote: '教学提示' };

function partOf(node: RootContent, context: BodyContext): PaperPart[] {
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', text: toString(node) }];
    case 'paragraph':
      return [{ kind: 'paragraph', text: textOf(node, context) }];
    case 'list':
      return [listOf(node, context)];
    case 'table':
      return [tableOf(node, context)];
    case 'mdxJsxFlowElement': {
      const voice = VOICES[node.name ?? ''];
      if (voice) return [{ kind: 'subheading', text: voice }, ...bodyParts(node, context)];
      const text = textOf(node, context);
      return text.length > 0 ? [{ kind: 'paragraph', text }] : [];
    }
    default:
      return bodyParts(node, context);
  }
}

/** Numbered as its author began; each point holds its paragraphs and the lists in it. */
function listOf({ ordered, start, children }: List, context: BodyContext): PaperPart {
  const items = children.map((item) => bodyParts(item, context)).filter((parts) => parts.length > 0);
  return {
    kind: 'list',
    mark: ordered ? 'number' : 'point',
    ...(ordered && typeof start === 'number' && start !== 1 && { from: start }),
    items,
  };
}

function tableOf({ children: [head, ...rows] }: Table, context: BodyContext): PaperPart {
  return {
    kind: 'table',
    columns: (head?.children ?? []).map((cell) => ({ heading: toString(cell), width: 1 })),
    rows: rows.map((row) => row.children.map((cell) => ({ text: textOf(cell, context) }))),
  };
}

function textOf(node: Nodes, context: BodyContext): PaperText {
  return joinRuns(runsIn(node, context));
}

function runsIn(node: Nodes, context: BodyContext): PaperRun[] {
  if (node.type === 'text' || node.type === 'inlineCode') return [node.value];
  if (node.type === 'link') return [linkWords(toString(node), context.names)];
  const inner = 'children' in node ? node.children.flatMap((child) => runsIn(child, context)) : [];
  if (node.type !== 'mdxJsxTextElement' && node.type !== 'mdxJsxFlowElement') return inner;
  const value = (name: string) => attributeOf(node.attributes, name);
  // What only the editors vouch for has nothing to say in a note.
  const notes = (cites: readonly string[]): PaperRun[] => [citesText(cites, context.names)].filter(Boolean).map((note) => ({ note }));
  switch (node.name) {
    case 'Cite':
      return notes(citesIn(value('at')));
    case 'Quote':
      return ['“', ...inner, '”', ...notes(citesIn(value('at')))];
    case 'Unknown':
      return [value('kind')];
    case 'Figure': {
      const figure = context.figures[Number(value('n')) - 1];
      return figure ? [formatFigure(figure), ...notes([figure.cite])] : [];
    }
    case 'Term':
      return inner.length > 0 ? inner : [linkWords(value('id'), context.names)];
    default:
      return inner;
  }
}
