/** What a page weighs before its reader touches it, told from the files of the built site: HTML, style sheets, and scripts with what they import; and the rows of lists. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { settings } from '../../src/site.ts';
import { distFolder } from './built-site.ts';

/** Bytes of gzip, by kind. */
export interface PageWeight {
  html: number;
  css: number;
  js: number;
  total: number;
}

/** Bytes that the page of an entry of a collection may weigh itself. */
export function limitOf(collection: string): number {
  return BOOKS.has(collection) ? BOOK_LIMIT : ENTRY_LIMIT;
}

/** Bytes of a page itself; a Starlight page of the same text weighs about 50 KB with what it loads. */
const ENTRY_LIMIT = 12 * 1024;
/** A statute article by article, a course unit by unit, a source document with every paragraph and the entries that cite it; no page to read is heavier. */
export const BOOK_LIMIT = 15 * 1024;
const BOOKS = new Set(['policies', 'courses', 'sources']);
/** Bytes of the styles and scripts of a page, which nearly all pages share and a browser fetches once. */
export const SHARED_LIMIT = 8 * 1024;

/** Weighs pages of one built site; a file that many pages share is read once. */
export function createScale(folder = distFolder): (path: string) => PageWeight {
  const sizes = new Map<string, number>();
  const sizeOf = (file: string): number => {
    const known = sizes.get(file) ?? gzipSync(readFileSync(join(folder, file))).length;
    sizes.set(file, known);
    return known;
  };
  const sum = (files: Iterable<string>): number => [...files].reduce((total, file) => total + sizeOf(file), 0);

  return (path) => {
    const page = `${path.slice(1)}index.html`;
    const text = readFileSync(join(folder, page), 'utf8');
    const styles = new Set(addresses(text, /<link rel="stylesheet" href="([^"]+)"/gu));
    const scripts = new Set<string>();
    for (const script of addresses(text, /<script[^>]* src="([^"]+)"/gu)) withImports(script, folder, scripts);
    const html = sizeOf(page);
    const css = sum(styles);
    const js = sum(scripts);
    return { html, css, js, total: html + css + js };
  };
}

/** What the rows of a list or a table weigh, over all of its pages. */
export interface RowWeight {
  rows: number;
  /** Bytes that a row adds to its page. */
  row: number;
  /** Bytes of the rows with their share of what is on the pages beside them. */
  page: number;
}

/** Weighs the rows of the list whose pages are these, one after the other. */
export function weighRows(pages: readonly string[]): RowWeight {
  const sums = { rows: 0, row: 0, page: 0 };
  for (const html of pages) {
    const found = rowsOf(html);
    sums.rows += found.rows;
    sums.page += gzipSync(html).length;
    sums.row += gzipSync(html).length - gzipSync(found.parts.reduce((rest, part) => rest.replace(part, () => ''), html)).length;
  }
  return { rows: sums.rows, row: Math.round(sums.row / sums.rows), page: Math.round(sums.page / sums.rows) };
}

/** A table, or the lists of entries, without the patterns that scripts fill. */
function rowsOf(html: string): { parts: string[]; rows: number } {
  const drawn = html.replace(/<template.*?<\/template>/gsu, '');
  const table = /<tbody>.*?<\/tbody>/su.exec(drawn)?.[0];
  if (table) return { parts: [table], rows: count(table, '<tr') };
  const parts = drawn.match(/<ul class="entry-(?:cards|list)[^>]*>.*?<\/ul>/gsu) ?? [];
  return { parts, rows: parts.reduce((sum, part) => sum + count(part, '<li'), 0) };
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

function addresses(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([, address = '']) => address.slice(settings.base.length));
}

/** A script and everything that it imports at once; what it imports on demand (`import()`) is not counted. */
function withImports(script: string, folder: string, found: Set<string>): void {
  if (found.has(script)) return;
  found.add(script);
  const code = readFileSync(join(folder, script), 'utf8');
  for (const [, file = ''] of code.matchAll(/(?:\bimport|\bfrom)\s*["'](\.\/[^"']+)["']/gu)) {
    withImports(join(script, '..', file), folder, found);
  }
}
