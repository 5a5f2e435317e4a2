/** Every page of the built site as a list of elements: read and walked once for all that is asked of it. */
import { fromHtml } from 'hast-util-from-html';
import type { Properties, Root } from 'hast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { readBuiltPages } from './built-site.ts';
import type { BuiltPage } from './built-site.ts';

/** An element without what stands in it: thousands of whole trees are a gigabyte. */
export interface ParsedElement {
  tagName: string;
  properties: Properties;
}

/** A page with its elements in their order. */
export interface ParsedPage extends BuiltPage {
  title: string;
  all: readonly ParsedElement[];
  /** Which elements with which attributes stand in which others. */
  shapes: ReadonlySet<string>;
}

let parsed: readonly ParsedPage[] | undefined;

/** The pages in the order of their addresses. */
export function parsedPages(): readonly ParsedPage[] {
  parsed ??= readBuiltPages().map((page) => ({ ...page, ...readTree(fromHtml(page.html)) }));
  return parsed;
}

/** The elements of a name. */
export function elements(all: readonly ParsedElement[], name: string): ParsedElement[] {
  return all.filter(({ tagName }) => tagName === name);
}

/** The pages that show a shape which none before them shows: pages alike differ in words and in how often something is repeated. */
export function pagesOfNewShape(pages: readonly ParsedPage[]): ParsedPage[] {
  const shown = new Set<string>();
  return pages.filter(({ shapes }) => {
    const before = shown.size;
    for (const shape of shapes) shown.add(shape);
    return shown.size > before;
  });
}

function readTree(tree: Root): Pick<ParsedPage, 'title' | 'all' | 'shapes'> {
  const all: ParsedElement[] = [];
  const shapes = new Set<string>();
  let title = '';
  visit(tree, 'element', ({ tagName, properties, children }, _, parent) => {
    all.push({ tagName, properties });
    if (tagName === 'title' && title === '') title = toString({ children });
    const within = parent && 'tagName' in parent ? parent.tagName : '';
    shapes.add(`${within}>${tagName}[${Object.keys(properties).sort().join(' ')}]`);
  });
  return { title, all, shapes };
}
