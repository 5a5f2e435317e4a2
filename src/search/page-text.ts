/** Reads what a reader reads from a built page: the region of an entry as plain text, one block a line, with its headings. */
import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { EXIT, visit } from 'unist-util-visit';

/** An entry as its built page shows it. */
export interface PageText {
  id: string;
  /** Address below the site's base, `/practices/zhejiang-clarification/`. */
  url: string;
  /** Everything in the region that is not marked `data-search-ignore` or a row without a known value, blocks separated by `\n`. */
  text: string;
  /** Headings that can be linked to, in order; `at` is the offset of the heading in `text`. */
  headings: PageHeading[];
}

export interface PageHeading {
  id: string;
  text: string;
  at: number;
}

const INLINE = new Set(
  'a abbr b bdi bdo button cite code data del dfn em i ins kbd label mark q ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);
const SKIPPED = new Set(['head', 'noscript', 'rp', 'rt', 'script', 'style', 'svg', 'template']);
const HEADING = /^h[1-6]$/u;

/** Reads one page of HTML; `undefined` when it has no `data-entry` region. */
export function readPageText(html: string, url: string): PageText | undefined {
  const tree = fromHtml(html);
  const region = findElement(tree, 'dataEntry');
  if (!region) return undefined;
  const reader: Reader = { text: '', gap: '', headings: [] };
  read(region, reader, undefined);
  const headings = reader.headings.flatMap(({ id, level, text, at }) => (id && level > 1 ? [{ id, text, at }] : []));
  return { id: String(region.properties['dataEntry']), url, text: reader.text, headings };
}

interface Reader {
  text: string;
  /** White space owed before the next character: nothing, a space, or a line end. */
  gap: '' | ' ' | '\n';
  headings: (Omit<PageHeading, 'id'> & { id: string | undefined; level: number })[];
}

function read(node: Nodes, reader: Reader, section: string | undefined): void {
  if (node.type === 'text') return readText(node.value, reader);
  if (node.type !== 'element') return;
  if (SKIPPED.has(node.tagName) || isLeftOut(node)) return;
  const isInline = INLINE.has(node.tagName);
  const isCell = node.tagName === 'td' || node.tagName === 'th';
  const border = isCell ? ' ' : '\n';
  if (!isInline) reader.gap = widest(reader.gap, border);
  const id = typeof node.properties['id'] === 'string' ? node.properties['id'] : undefined;
  const inner = node.tagName === 'section' ? (id ?? section) : section;
  const before = reader.text.length;
  for (const child of node.children) read(child, reader, inner);
  if (HEADING.test(node.tagName)) {
    const text = reader.text.slice(before).trim();
    const at = reader.text.length - text.length;
    if (text) reader.headings.push({ id: id ?? section, level: Number(node.tagName[1]), text, at });
  }
  if (!isInline) reader.gap = widest(reader.gap, border);
}

/** What is marked so, and rows whose value is not known: their label alone is no text that anybody looks for. */
function isLeftOut({ properties }: Element): boolean {
  const classes = properties['className'];
  return properties['dataSearchIgnore'] !== undefined || (Array.isArray(classes) && classes.includes('is-untold'));
}

function readText(value: string, reader: Reader): void {
  // A line break in the source between two Han characters is no space to a reader of Chinese.
  const joined = value.replace(/(?<=[\p{Script=Han}，。；：、！？”》）])[ \t]*\n\s*(?=[\p{Script=Han}“《（])/gu, '');
  for (const part of joined.split(/(\s+)/u)) {
    if (part === '') continue;
    if (/^\s+$/u.test(part)) {
      reader.gap = widest(reader.gap, ' ');
      continue;
    }
    if (reader.text !== '') reader.text += reader.gap;
    reader.gap = '';
    reader.text += part;
  }
}

function widest(a: Reader['gap'], b: Reader['gap']): Reader['gap'] {
  return a === '\n' || b === '\n' ? '\n' : a || b;
}

function findElement(tree: Root | Element, property: string): Element | undefined {
  let found: Element | undefined;
  visit(tree, 'element', (node) => {
    if (node.properties[property] === undefined) return undefined;
    found = node;
    return EXIT;
  });
  return found;
}
