/** Every page of the built site as a list of elements: read and walked once for all that is asked of it. */
import { fromHtml } from 'hast-util-from-html';
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { readBuiltPages } from './built-site.ts';
import type { BuiltPage } from './built-site.ts';

/** A page with its elements in their order. */
export interface ParsedPage extends BuiltPage {
  all: readonly Element[];
  /** Which elements with which attributes stand in which others: pages of one build differ in words and in how often something is repeated. */
  build: string;
}

let parsed: readonly ParsedPage[] | undefined;

/** The pages in the order of their addresses. */
export function parsedPages(): readonly ParsedPage[] {
  parsed ??= readBuiltPages().map((page) => ({ ...page, ...readTree(fromHtml(page.html)) }));
  return parsed;
}

/** The elements of a name. */
export function elements(all: readonly Element[], name: string): Element[] {
  return all.filter(({ tagName }) => tagName === name);
}

function readTree(tree: Root): Pick<ParsedPage, 'all' | 'build'> {
  const all: Element[] = [];
  const kinds = new Set<string>();
  visit(tree, (element, _, parent) => {
    // Where each stands in its file nobody asks, and it is half of what the pages take.
    Reflect.deleteProperty(element, 'position');
    if (element.type !== 'element') return;
    all.push(element);
    const within = parent && 'tagName' in parent ? parent.tagName : '';
    kinds.add(`${within}>${element.tagName}[${Object.keys(element.properties).sort().join(' ')}]`);
  });
  return { all, build: [...kinds].sort().join('\n') };
}
