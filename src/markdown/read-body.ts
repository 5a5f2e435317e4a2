/** An entry's body, read once: the tree that pages and exports draw, and what the rules look at, with its place. */
import type { Nodes, Parents, Root, Strong, Table } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { toString } from 'mdast-util-to-string';
import type { Position } from './position.ts';
import { joinLines } from './join-lines.ts';
import { parseBody } from './parse.ts';

/** A component or a tag with its attributes; an attribute without a plain text value has `undefined`. */
export interface BodyElement {
  /** Empty for `<>`. */
  name: string;
  attributes: Map<string, string | undefined>;
  text: string;
  /** Holds neither words nor components. */
  isEmpty: boolean;
  /** Stands among the words of a paragraph. */
  isInline: boolean;
  at: Position | undefined;
}

export interface BodyLink {
  url: string;
  /** An address standing in the text as it is, not written as `[text](address)`. */
  isBare: boolean;
  at: Position | undefined;
}

/** A paragraph or table row: the smallest part of the text that needs a citation of its own. */
export interface BodyBlock {
  text: string;
  hasCitation: boolean;
  /** The component it stands in, if any, such as `EditorNote`; a term is no place of its own. */
  within: string | undefined;
  /** Ends in a colon and only introduces the list or table after it. */
  isLeadIn: boolean;
  at: Position | undefined;
}

/** A row of a table that has other than as many cells as the table has columns. */
export interface UnevenRow {
  cells: number;
  columns: number;
  at: Position | undefined;
}

export interface BodyFacts {
  elements: BodyElement[];
  links: BodyLink[];
  images: (Position | undefined)[];
  /** Forms of Markdown outside the closed list that authors may use, by their name in the tree. */
  others: { kind: string; at: Position | undefined }[];
  blocks: BodyBlock[];
  unevenRows: UnevenRow[];
  /** Places of `import`, `export` and `{expression}`. */
  code: (Position | undefined)[];
  /** All texts outside code spans, with their place. */
  texts: { text: string; at: Position | undefined }[];
  /** Why the tree could not be read; the lists are empty then. */
  failure: { reason: string; code: string; at: Position | undefined } | undefined;
}

/** A body as read: its tree without positions, and what it holds. */
export interface Body {
  tree: Root;
  facts: BodyFacts;
}

/** Reads a body whose positions are positions in the file. */
export function readBody(source: string): Body {
  const facts: BodyFacts = {
    elements: [],
    links: [],
    images: [],
    others: [],
    blocks: [],
    unevenRows: [],
    code: [],
    texts: [],
    failure: undefined,
  };
  const tree: Root = { type: 'root', children: [] };
  if (source.trim() === '') return { tree, facts };
  try {
    const root = parseBody(source);
    walk(root, [], (node, parents) => gather(node, parents, source, facts));
    facts.others.push(...skippedLevels(root));
    tree.children = root.children;
    joinLines(tree);
    walk(tree, [], (node) => delete node.position);
  } catch (error) {
    facts.failure = describeFailure(error);
  }
  return { tree, facts };
}

function walk(node: Nodes, parents: Parents[], see: (node: Nodes, parents: Parents[]) => void): void {
  see(node, parents);
  if ('children' in node) for (const child of node.children) walk(child, [...parents, node], see);
}

function gather(node: Nodes, parents: Parents[], source: string, facts: BodyFacts): void {
  const at = positionOf(node);
  switch (node.type) {
    case 'mdxjsEsm':
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      facts.code.push(at);
      break;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      facts.elements.push(readElement(node, facts));
      break;
    case 'link':
      facts.links.push({ url: node.url, isBare: source[node.position?.start.offset ?? 0] !== '[', at });
      break;
    case 'image':
      facts.images.push(at);
      break;
    case 'text':
      facts.texts.push({ text: node.value, at });
      break;
    case 'paragraph':
    case 'tableRow':
      facts.blocks.push(...readBlock(node, parents));
      break;
    case 'table':
      facts.unevenRows.push(...unevenRowsOf(node));
      break;
    case 'heading':
      if (node.depth === 1) facts.others.push({ kind: 'title', at });
      // Dashes typed under a sentence to part it from the next make a heading of it.
      else if (source[node.position?.start.offset ?? 0] !== '#') facts.others.push({ kind: 'underlined', at });
      break;
    case 'strong':
      if (isMasked(node, source)) facts.others.push({ kind: 'mask', at });
      break;
    case 'listItem':
      if (typeof node.checked === 'boolean') facts.others.push({ kind: 'task', at });
      break;
    default:
      if (!PLAIN_KINDS.has(node.type)) facts.others.push({ kind: node.type, at });
  }
}

/** Bold text between two parts of names was two masks, as in `某**市和**县`: their asterisks are gone from the page. */
function isMasked(node: Strong, source: string): boolean {
  const next = source[node.position?.end.offset ?? source.length] ?? '';
  return MASKED.test(toString(node)) && MASKED.test(next);
}

const MASKED = /^[市县区省州镇乡村街局委办%％]/u;

/** Headings that stand more than one level below the one before; the entry's own parts are of the second level. */
function skippedLevels(root: Root): BodyFacts['others'] {
  const found: BodyFacts['others'] = [];
  let depth = 2;
  walk(root, [], (node) => {
    if (node.type !== 'heading') return;
    if (node.depth > depth + 1) found.push({ kind: 'skipped', at: positionOf(node) });
    depth = node.depth;
  });
  return found;
}

/** Kinds of nodes, beside those above, that pages and exports know. */
const PLAIN_KINDS = new Set<Nodes['type']>(['root', 'list', 'tableCell', 'strong', 'inlineCode']);

function readElement(node: MdxJsxFlowElement | MdxJsxTextElement, facts: BodyFacts): BodyElement {
  const attributes = new Map<string, string | undefined>();
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      facts.code.push(positionOf(node));
      continue;
    }
    if (typeof attribute.value === 'object' && attribute.value !== null) facts.code.push(positionOf(node));
    attributes.set(attribute.name, typeof attribute.value === 'string' ? attribute.value : undefined);
  }
  const isEmpty = node.children.every((child) => child.type === 'text' && child.value.trim() === '');
  return {
    name: node.name ?? '',
    attributes,
    text: toString(node),
    isEmpty,
    isInline: node.type === 'mdxJsxTextElement',
    at: positionOf(node),
  };
}

function readBlock(node: Parents, parents: readonly Parents[]): BodyBlock[] {
  const parent = parents.at(-1);
  const isHeaderRow = node.type === 'tableRow' && (parent?.children as Nodes[])[0] === node;
  if (isHeaderRow) return [];
  const text = toString(node);
  const holder = parents.findLast(
    (item) => (item.type === 'mdxJsxFlowElement' || item.type === 'mdxJsxTextElement') && item.name !== 'Term',
  );
  const next = parent?.children[(parent.children as Nodes[]).indexOf(node) + 1];
  const introduces = next?.type === 'list' || next?.type === 'table';
  const within = holder && 'name' in holder ? (holder.name ?? undefined) : undefined;
  return [{ text, hasCitation: hasCitation(node), within, isLeadIn: introduces && /[:：]\s*$/u.test(text), at: positionOf(node) }];
}

function unevenRowsOf({ children: [head, ...rows] }: Table): UnevenRow[] {
  const columns = head?.children.length ?? 0;
  return rows.flatMap((row) => (row.children.length === columns ? [] : [{ cells: row.children.length, columns, at: positionOf(row) }]));
}

function hasCitation(node: Nodes): boolean {
  if ((node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement') && (node.name === 'Cite' || node.name === 'Quote'))
    return true;
  return 'children' in node && node.children.some(hasCitation);
}

function positionOf(node: Nodes): Position | undefined {
  const start = node.position?.start;
  return start && { line: start.line, column: start.column };
}

/** The parser throws a `VFileMessage`; its place is a point or a range. */
function describeFailure(error: unknown): BodyFacts['failure'] {
  if (!(error instanceof Error)) return { reason: String(error), code: '', at: undefined };
  const { source, ruleId, line, column } = error as Error & { source?: string; ruleId?: string; line?: number; column?: number };
  // Unclosed tags come without a place, but the sentence names it, as in “(4:1-4:13)”.
  const named = /\((\d+):(\d+)-/u.exec(error.message);
  const at = line && column ? { line, column } : named ? { line: Number(named[1]), column: Number(named[2]) } : undefined;
  return { reason: error.message, code: `${source ?? ''}:${ruleId ?? ''}`, at };
}
