/** What a built site weighs, told from its files alone, so that sites of any generator can be laid side by side. */
import { globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { heavyFiles } from '../../support/site-limits.ts';

/** A file of the site, with its bytes as they lie and as gzip sends them. */
export interface WeighedFile {
  path: string;
  bytes: number;
  gzip: number;
}

export interface SiteWeight {
  files: number;
  bytes: number;
  /** The largest HTML file. */
  page: WeighedFile | undefined;
  /** The largest script, whether a page loads it at once or on demand. */
  script: WeighedFile | undefined;
  /** The largest file, other than pages, that a page loads before its reader does anything. */
  loaded: WeighedFile | undefined;
  /** What is heavier than its kind may be, in this project's own site. */
  tooHeavy: string[];
}

/** Weighs the site in a folder. */
export function weighSite(folder: string): SiteWeight {
  const sizes = new Map<string, number>();
  for (const found of globSync('**/*', { cwd: folder })) {
    const stats = statSync(join(folder, found));
    if (stats.isFile()) sizes.set(found.split(sep).join('/'), stats.size);
  }
  const paths = [...sizes.keys()];
  const largest = (some: Iterable<string>): WeighedFile | undefined => {
    const [path] = [...some].sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0) || (a < b ? -1 : 1));
    if (path === undefined) return undefined;
    return { path, bytes: sizes.get(path) ?? 0, gzip: gzipSync(readFileSync(join(folder, path))).length };
  };
  return {
    files: paths.length,
    bytes: [...sizes.values()].reduce((sum, size) => sum + size, 0),
    page: largest(paths.filter((path) => path.endsWith('.html'))),
    script: largest(paths.filter((path) => /\.m?js$/u.test(path))),
    loaded: largest(loadedFiles(folder, new Set(paths))),
    tooHeavy: heavyFiles(folder),
  };
}

/**
 * Style sheets and scripts that any page names, what these scripts import at once, and the data files that they name: a page may fetch those when it
 * opens, and files do not tell which it does not. What is imported on demand (`import()`) is left out.
 */
function loadedFiles(folder: string, paths: ReadonlySet<string>): Set<string> {
  const loaded = new Set<string>();
  for (const page of paths) {
    if (!page.endsWith('.html')) continue;
    const html = readFileSync(join(folder, page), 'utf8');
    for (const [tag] of html.matchAll(/<(?:link|script|img)\b[^>]*>/gu)) {
      if (/^<link/u.test(tag) && !/\brel="?(?:stylesheet|modulepreload|preload|icon)\b/u.test(tag)) continue;
      const [, address = ''] = /\s(?:href|src)="?([^\s">]+)/u.exec(tag) ?? [];
      load(pathOf(address, page));
    }
  }
  return loaded;

  function load(path: string): void {
    if (!paths.has(path) || loaded.has(path)) return;
    loaded.add(path);
    if (!/\.m?js$/u.test(path)) return;
    const code = readFileSync(join(folder, path), 'utf8');
    for (const [, address = ''] of code.matchAll(/(?:\bimport|\bfrom)\s*["'](\.{1,2}\/[^"']+|\/[^"']+)["']/gu)) load(pathOf(address, path));
    for (const [, name = ''] of code.matchAll(/["'`]\/?([\w./-]+\.json)["'`]/gu)) load(name);
  }
}

/** The place of a file below the site's folder, from its address as a page or script at `from` has it. */
function pathOf(address: string, from: string): string {
  const plain = address.replace(/[?#].*$/u, '');
  return plain.startsWith('/') ? plain.slice(1) : join(dirname(from), plain).split(sep).join('/');
}
